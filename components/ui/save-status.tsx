import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';

export type SaveTone = 'plain' | 'wrong' | 'trouble';

const inks: Record<SaveTone, string> = {
  plain: 'text-muted',
  wrong: 'text-warn font-semibold',
  trouble: 'text-danger font-semibold',
};

/**
 * Shows the state of a form that saves itself, and announces it to screen readers whenever it
 * changes. A save that kept a fault looks different from one that failed.
 */
export function SaveStatus({ status, tone = 'plain' }: { status: ReactNode; tone?: SaveTone }) {
  return (
    <p role="status" className={cn('inline-flex items-center gap-1', inks[tone])}>
      {tone !== 'plain' && <CircleAlert aria-hidden className="size-4 shrink-0" />}
      {status}
    </p>
  );
}
