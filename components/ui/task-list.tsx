import { Link } from './link';
import type { ReactNode } from 'react';
import { StatusTag, type Tone } from './status-tag';
import { words } from './words';

export type Task = {
  key: string;
  title: ReactNode;
  /** The address where it is done; without one it cannot be started yet. */
  href?: string;
  status: ReactNode;
  tone: Tone;
  hint?: ReactNode;
};

/** Shows what is to be done, and how far each part is. Finished parts are shown as plain text. */
export function TaskList({ items }: { items: readonly Task[] }) {
  return (
    <ol className="divide-line border-line divide-y border-y">
      {items.map((item) => (
        <li
          key={item.key}
          className="hover:bg-neutral-bg/60 relative flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3"
        >
          <div className="min-w-0">
            {item.href ? (
              <Link href={item.href} className="link font-semibold after:absolute after:inset-0">
                {words(item.title)}
              </Link>
            ) : (
              <span className="text-muted">{words(item.title)}</span>
            )}
            {item.hint && <div className="text-muted text-sm">{words(item.hint)}</div>}
          </div>
          {item.tone === 'success' ? (
            <span className="text-sm">{words(item.status)}</span>
          ) : (
            <StatusTag tone={item.tone}>{item.status}</StatusTag>
          )}
        </li>
      ))}
    </ol>
  );
}
