import Link from 'next/link';
import type { ReactNode } from 'react';
import { ButtonLink } from './button';
import { cn } from './cn';
import { uiMessages } from './messages';
import type { Locale } from '@/lib/locale';

export type Column = { key: string; header: string; align?: 'right'; wrap?: boolean };
export type Row = { key: string; cells: Readonly<Record<string, ReactNode>>; href?: string };

/**
 * A table that people scan: the first column names the row, numbers stand right, and on a phone
 * every row becomes a card whose cells say their column.
 */
export function Table(props: {
  caption: string;
  columns: readonly Column[];
  rows: readonly Row[];
  empty: ReactNode;
  captionVisible?: boolean;
}) {
  const { caption, columns, rows, empty, captionVisible } = props;
  if (rows.length === 0) return <>{empty}</>;
  return (
    <div
      role="region"
      aria-label={caption}
      tabIndex={0}
      className="border-line bg-surface overflow-x-auto rounded border"
    >
      <table className="stacking w-full text-sm">
        <caption className={captionVisible ? 'p-3 text-left font-semibold' : 'sr-only'}>
          {caption}
        </caption>
        <thead>
          <tr className="border-line border-b">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={cn(
                  'text-muted px-3 py-2 text-left font-semibold whitespace-nowrap',
                  column.align === 'right' && 'text-right',
                )}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.key}
              className="border-line hover:bg-neutral-bg/60 border-b last:border-b-0"
            >
              {columns.map((column, at) => {
                const Cell = at === 0 ? 'th' : 'td';
                const content = row.cells[column.key];
                return (
                  <Cell
                    key={column.key}
                    scope={at === 0 ? 'row' : undefined}
                    data-label={column.header}
                    className={cn(
                      'px-3 py-2.5 text-left align-top font-normal',
                      !column.wrap && 'whitespace-nowrap',
                      column.align === 'right' && 'tabular text-right',
                    )}
                  >
                    {at === 0 && row.href ? (
                      <Link href={row.href} className="link font-semibold">
                        {content}
                      </Link>
                    ) : (
                      <span>{content}</span>
                    )}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Pager(props: {
  locale: Locale;
  nextHref?: string | undefined;
  firstHref?: string | undefined;
}) {
  const { locale, nextHref, firstHref } = props;
  if (!nextHref && !firstHref) return null;
  const t = uiMessages(locale);
  return (
    <nav aria-label={t.pages} className="flex gap-3">
      {firstHref && (
        <ButtonLink href={firstHref} variant="secondary" size="sm">
          {t.first}
        </ButtonLink>
      )}
      {nextHref && (
        <ButtonLink href={nextHref} variant="secondary" size="sm">
          {t.next}
        </ButtonLink>
      )}
    </nav>
  );
}
