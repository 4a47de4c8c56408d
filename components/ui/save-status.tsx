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
 * Says how a form that saves itself stands, and says it to a screen reader whenever that changes.
 * Sets a save that kept a fault apart from one that failed.
 */
export function SaveStatus({ status, tone = 'plain' }: { status: ReactNode; tone?: SaveTone }) {
  return (
    <p role="status" className={cn('inline-flex items-center gap-1', inks[tone])}>
      {tone !== 'plain' && <CircleAlert aria-hidden className="size-4 shrink-0" />}
      {status}
    </p>
  );
}
