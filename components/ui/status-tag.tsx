import { CircleAlert, CircleCheck, CircleDashed, CircleX, Clock3, Stamp } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';

export type Tone = 'neutral' | 'info' | 'warn' | 'success' | 'danger' | 'settled';

/** Every tone has a shape of its own, so that a state survives a black-and-white print. */
const looks = {
  neutral: { icon: CircleDashed, className: 'bg-neutral-bg text-neutral' },
  info: { icon: Clock3, className: 'bg-info-bg text-info' },
  warn: { icon: CircleAlert, className: 'bg-warn-bg text-warn' },
  success: { icon: CircleCheck, className: 'bg-success-bg text-success' },
  danger: { icon: CircleX, className: 'bg-danger-bg text-danger' },
  settled: { icon: Stamp, className: 'bg-settled-bg text-settled' },
} satisfies Record<Tone, unknown>;

export function StatusTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  const { icon: Icon, className } = looks[tone];
  return (
    <span
      className={cn(
        'inline-flex items-center gap-1 rounded px-2 py-0.5 text-sm font-semibold whitespace-nowrap',
        className,
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
      {children}
    </span>
  );
}
