import type { ReactNode } from 'react';
import type { Locale } from '@/lib/locale';
import { cn } from './cn';
import { DateTime } from './date-time';
import type { Tone } from './status-tag';

const dots: Record<Tone, string> = {
  neutral: 'bg-neutral',
  info: 'bg-info',
  warn: 'bg-warn',
  success: 'bg-success',
  danger: 'bg-danger',
  settled: 'bg-settled',
};

export type TimelineItem = {
  key: string;
  title: ReactNode;
  at: Date;
  by?: ReactNode;
  body?: ReactNode;
  tone?: Tone;
};

/** What happened, in order. */
export function Timeline({ items, locale }: { items: readonly TimelineItem[]; locale: Locale }) {
  return (
    <ol className="border-line ml-1.5 space-y-5 border-l-2 pl-5">
      {items.map((item) => (
        <li key={item.key} className="relative">
          <span
            aria-hidden
            className={cn(
              'ring-bg absolute top-1.5 -left-[1.72rem] size-3 rounded-full ring-4',
              dots[item.tone ?? 'neutral'],
            )}
          />
          <p className="font-semibold">{item.title}</p>
          <p className="text-muted text-sm">
            <DateTime at={item.at} locale={locale} />
            {item.by && <> · {item.by}</>}
          </p>
          {item.body && <div className="measure mt-1 text-sm">{item.body}</div>}
        </li>
      ))}
    </ol>
  );
}
