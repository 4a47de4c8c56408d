import { useId } from 'react';

/** The seal (印) of the issuing city: the one flourish, on vouchers and public notices only. */
export function Seal({ text, className }: { text: string; className?: string }) {
  const id = useId();
  return (
    <svg aria-hidden viewBox="0 0 120 120" className={className}>
      <defs>
        <path id={id} d="M 60 60 m -43 0 a 43 43 0 1 1 86 0 a 43 43 0 1 1 -86 0" />
      </defs>
      <g fill="none" stroke="var(--seal)">
        <circle cx="60" cy="60" r="56" strokeWidth="3" />
        <circle cx="60" cy="60" r="51" strokeWidth="0.8" />
      </g>
      <path
        d="M60 42l5.3 12.3 13.4 1.2-10.1 8.8 3 13.1L60 70.5l-11.6 6.9 3-13.1-10.1-8.8 13.4-1.2z"
        fill="var(--seal)"
      />
      <text fill="var(--seal)" fontSize="12" fontWeight="600" letterSpacing="2">
        <textPath href={`#${id}`} startOffset="25%" textAnchor="middle">
          {text}
        </textPath>
      </text>
    </svg>
  );
}
