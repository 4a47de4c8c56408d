import { CircleAlert, CircleCheck, CircleDashed, CircleX, Clock3, Stamp } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';

export type Tone = 'neutral' | 'info' | 'warn' | 'success' | 'danger' | 'final';

/** Every tone has a shape of its own, so that a state is clear in a black-and-white print. */
export const toneIcons = {
  neutral: CircleDashed,
  info: Clock3,
  warn: CircleAlert,
  success: CircleCheck,
  danger: CircleX,
  final: Stamp,
} satisfies Record<Tone, unknown>;

const looks: Record<Tone, string> = {
  neutral: 'bg-neutral-bg text-neutral',
  info: 'bg-info-bg text-info',
  warn: 'bg-warn-bg text-warn',
  success: 'bg-success-bg text-success',
  danger: 'bg-danger-bg text-danger',
  final: 'bg-final-bg text-final',
};

/**
 * Shows a state in a word. Its transparent border becomes visible where the system sets the
 * colours.
 */
export function StatusTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  const Icon = toneIcons[tone];
  return (
    <span
      className={cn(
        'inline-flex items-baseline gap-1 rounded-sm border border-transparent py-px pr-2 pl-1.5',
        'align-baseline text-sm leading-5 font-semibold whitespace-nowrap',
        looks[tone],
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0 self-center" strokeWidth={1.75} />
      {children}
    </span>
  );
}
