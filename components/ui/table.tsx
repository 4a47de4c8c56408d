import { Link } from './link';
import { ArrowDown, ArrowUp, ArrowUpDown, ChevronRight, ChevronsLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { addressOf } from '@/lib/address';
import type { Locale } from '@/lib/locale';
import { ButtonLink } from './button-link';
import { cn } from './cn';
import { tableMessages } from './table-messages';
import { words } from './words';

export type Column = {
  key: string;
  header: string;
  align?: 'right';
  /** Whether the text may take more than one line. */
  wrap?: boolean;
  /** True for a column with a control, such as a box to tick, before the column that names the row. */
  control?: boolean;
  /** The address that a press on the heading leads to, and how the rows are sorted by it now. */
  sort?: { href: string; direction?: 'ascending' | 'descending' };
};
export type Row = { key: string; cells: Readonly<Record<string, ReactNode>>; href?: string };
export type Density = 'compact' | 'normal' | 'comfortable';

/** Padding that gives rows of 32, 40 and 52 pixels. */
const paddings: Record<Density, string> = {
  compact: 'py-1.5',
  normal: 'py-2.5',
  comfortable: 'py-4',
};

function Heading({ column }: { column: Column }) {
  const { header, sort, align } = column;
  if (!sort) return <>{words(header)}</>;
  const Icon = sort.direction
    ? { ascending: ArrowUp, descending: ArrowDown }[sort.direction]
    : ArrowUpDown;
  return (
    <Link
      href={sort.href}
      className={cn(
        'hover:text-fg inline-flex min-h-6 items-center gap-1 underline-offset-3 hover:underline',
        align === 'right' && 'flex-row-reverse',
      )}
    >
      {header}
      <Icon aria-hidden className="size-4" strokeWidth={1.75} />
    </Link>
  );
}

function BodyRow({
  row,
  columns,
  density,
}: {
  row: Row;
  columns: readonly Column[];
  density: Density;
}) {
  const naming = columns.findIndex(({ control }) => !control);
  return (
    <tr role="row" className="border-line hover:bg-neutral-bg/60 border-b last:border-b-0">
      {columns.map((column, at) => {
        const names = at === naming;
        const Cell = names ? 'th' : 'td';
        const content = row.cells[column.key];
        return (
          <Cell
            key={column.key}
            role={names ? 'rowheader' : 'cell'}
            scope={names ? 'row' : undefined}
            data-label={column.header}
            className={cn(
              'px-3 text-left align-baseline font-normal first:pl-4 last:pr-4',
              paddings[density],
              column.wrap ? 'min-w-40' : 'whitespace-nowrap',
              column.align === 'right' && 'tabular text-right',
            )}
          >
            {names && row.href ? (
              <Link href={row.href} className="link font-semibold">
                {words(content)}
              </Link>
            ) : (
              <span>{words(content)}</span>
            )}
          </Cell>
        );
      })}
    </tr>
  );
}

/**
 * Shows a table: the first column without controls names the row, numbers are aligned to the right, and on a phone every row
 * becomes a card whose cells show their column. The roles are written out because browsers drop them once a table has another
 * layout.
 */
export function Table(props: {
  caption: string;
  columns: readonly Column[];
  rows: readonly Row[];
  empty: ReactNode;
  captionVisible?: boolean;
  density?: Density;
}) {
  const { caption, columns, rows, empty, captionVisible, density = 'normal' } = props;
  if (rows.length === 0) return <>{empty}</>;
  return (
    <div
      role="region"
      aria-label={caption}
      tabIndex={0}
      // This contains the texts for screen readers, which are positioned and would otherwise widen the page.
      className="border-line bg-surface relative overflow-x-auto rounded border"
    >
      <table role="table" className="stacking w-full text-sm leading-5">
        <caption
          className={
            captionVisible ? 'px-4 pt-3 pb-1 text-left text-base font-semibold' : 'sr-only'
          }
        >
          {words(caption)}
        </caption>
        <thead role="rowgroup">
          <tr role="row" className="border-line border-b">
            {columns.map((column) => (
              <th
                key={column.key}
                role="columnheader"
                scope="col"
                aria-sort={column.sort && (column.sort.direction ?? 'none')}
                className={cn(
                  'text-muted px-3 py-2 text-left align-middle font-normal whitespace-nowrap first:pl-4 last:pr-4',
                  column.align === 'right' && 'text-right',
                )}
              >
                <Heading column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <BodyRow key={row.key} row={row} columns={columns} density={density} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Shows links to the next page of a list, and back to its first. */
export function Pager(props: {
  locale: Locale;
  /** The address of the list, with its language. */
  path: string;
  /** The filters of the list. */
  query?: Readonly<Record<string, string | undefined>>;
  /** The beginning of this page; empty on the first. */
  cursor: string | undefined;
  nextCursor: string | null;
  /** The parameter's name and the place on the page, where the page has more than one list. */
  name?: string;
  anchor?: string;
}) {
  const { locale, path, query = {}, cursor, nextCursor, name = 'cursor', anchor } = props;
  if (!nextCursor && !cursor) return null;
  const at = anchor ? `#${anchor}` : '';
  const t = tableMessages(locale);
  return (
    <nav aria-label={t.pages} className="mt-3 flex flex-wrap gap-2">
      {cursor && (
        <ButtonLink href={addressOf(path, query) + at} variant="secondary" size="sm">
          <ChevronsLeft aria-hidden className="-ml-1 size-4" strokeWidth={1.75} />
          {t.first}
        </ButtonLink>
      )}
      {nextCursor && (
        <ButtonLink
          href={addressOf(path, { ...query, [name]: nextCursor }) + at}
          variant="secondary"
          size="sm"
          rel="next"
        >
          {t.next}
          <ChevronRight aria-hidden className="-mr-1 size-4" strokeWidth={1.75} />
        </ButtonLink>
      )}
    </nav>
  );
}
