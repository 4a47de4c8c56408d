import { CircleDot } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Locale } from '@/lib/locale';
import { cn } from './cn';
import { DateTime } from './date-time';
import { toneIcons, type Tone } from './status-tag';
import { words } from './words';

const inks: Record<Tone, string> = {
  neutral: 'text-muted',
  info: 'text-info',
  warn: 'text-warn',
  success: 'text-success',
  danger: 'text-danger',
  final: 'text-final',
};

export type TimelineItem = {
  key: string;
  title: ReactNode;
  at: Date;
  by?: ReactNode;
  body?: ReactNode;
  tone?: Tone;
};

function Mark({ tone }: { tone: Tone }) {
  // The icon that tags use for "not begun" is replaced, because here everything has happened.
  const Icon = tone === 'neutral' ? CircleDot : toneIcons[tone];
  return (
    <Icon
      aria-hidden
      className={cn('mt-[calc(var(--reading)*0.5rem-0.625rem)] size-5 shrink-0', inks[tone])}
      strokeWidth={1.75}
    />
  );
}

/** Shows what happened, in order, by whom and when. */
export function Timeline({ items, locale }: { items: readonly TimelineItem[]; locale: Locale }) {
  return (
    <ol>
      {items.map((item) => (
        <li key={item.key} className="group grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3">
          <div className="flex flex-col items-center gap-1.5">
            <Mark tone={item.tone ?? 'neutral'} />
            <span aria-hidden className="bg-line w-px grow group-last:hidden" />
          </div>
          <div className="pb-6 group-last:pb-0">
            <p className="font-semibold">{words(item.title)}</p>
            <p className="text-muted text-sm">
              <DateTime at={item.at} locale={locale} />
              {item.by && <> · {words(item.by)}</>}
            </p>
            {item.body && <div className="measure mt-1">{words(item.body)}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
