import type { Locale } from '@/lib/locale';
import { uiMessages } from './messages';

/** Stands as high as what is being fetched, and shows itself only when that takes a while. */
export function Skeleton({ locale, rows = 6 }: { locale: Locale; rows?: number }) {
  return (
    <div role="status" className="late border-line bg-surface rounded border">
      <span className="sr-only">{uiMessages(locale).loading}</span>
      {Array.from({ length: rows }, (_, at) => (
        <div
          key={at}
          aria-hidden
          className="border-line flex h-10 items-center gap-6 border-b px-4 last:border-b-0"
        >
          <span className="bg-neutral-bg h-3 w-1/4 rounded-sm" />
          <span className="bg-neutral-bg h-3 grow rounded-sm" />
          <span className="bg-neutral-bg h-3 w-20 rounded-sm" />
        </div>
      ))}
    </div>
  );
}
