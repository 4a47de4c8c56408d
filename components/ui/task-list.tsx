import Link from 'next/link';
import type { ReactNode } from 'react';
import { StatusTag, type Tone } from './status-tag';

export type Task = {
  key: string;
  title: ReactNode;
  href?: string;
  status: ReactNode;
  tone: Tone;
  hint?: ReactNode;
};

/** What is to be done, and how far each part is. */
export function TaskList({ items }: { items: readonly Task[] }) {
  return (
    <ol className="divide-line border-line divide-y border-y">
      {items.map((item) => (
        <li
          key={item.key}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3"
        >
          <div>
            {item.href ? (
              <Link
                href={item.href}
                className="link inline-flex min-h-6 items-center font-semibold"
              >
                {item.title}
              </Link>
            ) : (
              <span className="font-semibold">{item.title}</span>
            )}
            {item.hint && <p className="text-muted text-sm">{item.hint}</p>}
          </div>
          <StatusTag tone={item.tone}>{item.status}</StatusTag>
        </li>
      ))}
    </ol>
  );
}
