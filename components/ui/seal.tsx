import { useId } from 'react';
import { voucherMessages } from './voucher-messages';

/**
 * Shows the seal (印) in vermilion: the only ornament, on vouchers, public notices and letters only. Everything it shows is also
 * in words beside it. Its character is Chinese in every language.
 */
export function Seal(props: {
  text: string;
  /** The thing that carries the seal, where it is not a voucher. */
  of?: string;
  className?: string;
}) {
  const id = useId();
  const t = voucherMessages('zh-CN');
  const { text, of = t.voucher, className } = props;
  const size = Math.min(15, 120 / Math.max(text.length, 6));
  return (
    <svg aria-hidden lang="zh-CN" viewBox="0 0 120 120" className={className}>
      <defs>
        <path id={`${id}over`} d="M18 60a42 42 0 0 1 84 0" />
        <path id={`${id}under`} d="M11.5 60a48.5 48.5 0 0 0 97 0" />
      </defs>
      <g fill="none" stroke="var(--seal)">
        <circle cx="60" cy="60" r="57.5" strokeWidth="3" />
        <circle cx="60" cy="60" r="53" strokeWidth="0.75" />
        <circle cx="60" cy="60" r="33" strokeWidth="0.75" />
      </g>
      <rect x="42" y="42" width="36" height="36" rx="3" fill="var(--seal)" />
      <g textAnchor="middle" style={{ fontFamily: 'var(--font-seal)' }} fontWeight="700">
        <text x="60" y="70.5" fontSize="29" fill="var(--surface)">
          {t.seal}
        </text>
        <g fill="var(--seal)" fontSize={size}>
          <text>
            <textPath href={`#${id}over`} startOffset="50%">
              {text}
            </textPath>
          </text>
          <text fontSize="10.5">
            <textPath href={`#${id}under`} startOffset="50%">
              {of}
            </textPath>
          </text>
        </g>
      </g>
    </svg>
  );
}
