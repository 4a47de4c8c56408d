import { CircleAlert, CircleDashed } from 'lucide-react';
import { cn } from '@/components/ui/cn';

/** Always in view while one fills in: not submitted yet, what is saved, what it would come to. */
export function DraftBar(props: {
  notSubmitted: string;
  status: string;
  trouble?: boolean;
  amountLabel: string;
  amount: string;
}) {
  const { notSubmitted, status, trouble, amountLabel, amount } = props;
  return (
    <div className="border-line bg-surface sticky top-0 z-10 -mx-4 mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-y px-4 py-2 text-sm sm:mx-0 sm:rounded sm:border">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
        <span className="text-warn inline-flex items-center gap-1 font-semibold whitespace-nowrap">
          <CircleDashed aria-hidden className="size-4" strokeWidth={1.75} />
          {notSubmitted}
        </span>
        <span
          role="status"
          className={cn(
            'inline-flex items-center gap-1',
            trouble ? 'text-danger font-semibold' : 'text-muted',
          )}
        >
          {trouble && <CircleAlert aria-hidden className="size-4 shrink-0" />}
          {status}
        </span>
      </p>
      <p className="whitespace-nowrap">
        <span className="text-muted">{amountLabel} </span>
        <span className="tabular font-semibold">{amount}</span>
      </p>
    </div>
  );
}
