import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageBody, PageHeader } from '@/components/ui/page';
import { Pager, Table, type Column, type Row } from '@/components/ui/table';
import { UnfitFilter } from '@/components/ui/unfit-filter';
import { addressOf } from '@/lib/address';
import type { ReadFilter } from '@/lib/input/filter';
import type { Locale } from '@/lib/locale';
import { deskMessages, reviewMessages, turnMessages } from '../messages';
import type { TurnFilter } from '../turn-filter';

/** Shows the tabs of a list: all items, and those that wait for the reader. Only for readers who have work in it. */
function TurnTabs(props: { locale: Locale; path: string; turn: 'mine' | undefined }) {
  const { locale, path, turn } = props;
  const t = turnMessages(locale);
  return (
    <LinkTabs
      label={reviewMessages(locale).views}
      tabs={[
        { href: path, label: t.all, current: turn === undefined },
        { href: addressOf(path, { turn: 'mine' }), label: t.mine, current: turn === 'mine' },
      ]}
    />
  );
}

/** Shows that nothing waits for the reader, in place of an empty list. */
export function NothingWaiting({ locale }: { locale: Locale }) {
  const t = deskMessages(locale);
  return <EmptyState title={t.nothingWaiting} body={t.nothingWaitingBody} />;
}

/** Shows a list in which some readers have work: its tabs, one page of it as a table, and the ways to other pages. */
export function TurnList<P extends { nextCursor: string | null }>(props: {
  locale: Locale;
  title: string;
  lead: string;
  /** The address of the list, with its language. */
  path: string;
  /** True for a user who works on the rows of the list; only such a user can filter by "my turn". */
  acts: boolean;
  search: ReadFilter<TurnFilter>;
  /** Undefined if the filter cannot be used. */
  page: P | undefined;
  columns: readonly Column[];
  rows: (page: P) => readonly Row[];
  /** Shown if the whole list is empty. */
  empty: ReactNode;
}) {
  const { locale, title, lead, path, acts, search, page, columns, rows, empty } = props;
  const { turn, cursor } = search.filter;
  return (
    <PageBody>
      <PageHeader title={title} lead={lead} />
      <div className="space-y-4">
        {acts && <TurnTabs locale={locale} path={path} turn={turn} />}
        {page ? (
          <>
            <Table
              caption={title}
              columns={columns}
              rows={rows(page)}
              empty={turn ? <NothingWaiting locale={locale} /> : empty}
            />
            <Pager
              locale={locale}
              path={path}
              query={{ turn }}
              cursor={cursor}
              nextCursor={page.nextCursor}
            />
          </>
        ) : (
          <UnfitFilter locale={locale} path={path} />
        )}
      </div>
    </PageBody>
  );
}
