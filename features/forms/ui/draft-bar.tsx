import { CircleDashed, UsersRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { SaveStatus, type SaveTone } from '@/components/ui/save-status';
import { StickyBar } from '@/components/ui/sticky-bar';
import { words } from '@/components/ui/words';

/**
 * Shows a bar that stays in view while a form is filled in: that it is not submitted yet, how far it is, what is
 * saved, and the expected amount.
 */
export function DraftBar(props: {
  notSubmitted: string;
  progress: string;
  status: ReactNode;
  tone?: SaveTone;
  /** The address for signing in again, if a save needs that. */
  signIn?: string;
  signInLabel?: string;
  colleague?: ReactNode;
  amountLabel: string;
  amount: string;
  /** Why the rules give no amount, in one sentence. */
  reason: string;
  /** The text while neither amount nor reason is known. */
  unknown: string;
}) {
  const { notSubmitted, progress, status, tone, colleague, amountLabel, amount } = props;
  return (
    <StickyBar
      edge="top"
      className="border-line bg-surface -mx-4 mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-y px-4 py-2 text-sm sm:mx-0 sm:rounded sm:border"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
        <p className="text-warn inline-flex items-center gap-1 font-semibold whitespace-nowrap">
          <CircleDashed aria-hidden className="size-4" strokeWidth={1.75} />
          {notSubmitted} · {progress}
        </p>
        <SaveStatus status={status} {...(tone && { tone })} />
        {props.signIn && (
          <a className="link inline-flex min-h-6 items-center" href={props.signIn} target="_blank">
            {props.signInLabel}
          </a>
        )}
        {colleague && (
          <p className="text-info inline-flex items-center gap-1">
            <UsersRound aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
            {colleague}
          </p>
        )}
      </div>
      <p>
        <span className="text-muted">{amountLabel} </span>
        {amount ? (
          <span className="tabular font-semibold whitespace-nowrap">{amount}</span>
        ) : (
          <span className={props.reason ? 'text-warn font-semibold' : 'font-semibold'}>
            {words(props.reason || props.unknown)}
          </span>
        )}
      </p>
    </StickyBar>
  );
}
