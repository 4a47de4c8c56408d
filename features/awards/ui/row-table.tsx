import { Link } from '@/components/ui/link';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkTabs } from '@/components/ui/link-tabs';
import { Amount } from '@/components/ui/money';
import { Section } from '@/components/ui/page';
import { StatusTag } from '@/components/ui/status-tag';
import { Pager, Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { addressOf } from '@/lib/address';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import type { AwardField } from '../domain/fields';
import type { AwardImportState, AwardRowState } from '../domain/lifecycle';
import type { Problems } from '../domain/problems';
import { awardMessages, rowStates } from '../messages';
import { problemKind, problemText } from '../problem-texts';
import { rowTones } from './tones';
import type { AwardRow, AwardRowFilter, AwardRowPage, Invitation } from '../row-queries';

/** Shows what is wrong with a row, each problem with its column. */
export function ProblemList({ problems, locale }: { problems: Problems; locale: Locale }) {
  const t = awardMessages(locale);
  return (
    <ul className="space-y-1">
      {Object.entries(problems).map(([place, problem]) => (
        <li key={place} className="text-danger">
          {place !== 'row' && `${t[place as AwardField]}${t.colon}`}
          {words(problemText(locale, problem))}
        </li>
      ))}
    </ul>
  );
}

/** Shows how far a firm that was awarded before it joined the portal has come with its invitation. */
export function InvitationTag(props: { invitation: Invitation; now: Date; locale: Locale }) {
  const { invitation, now, locale } = props;
  const t = awardMessages(locale);
  if (invitation.hasOwner) return <StatusTag tone="success">{t.joined}</StatusTag>;
  const open = invitation.expiresAt !== null && invitation.expiresAt > now;
  return <StatusTag tone={open ? 'info' : 'warn'}>{open ? t.invited : t.lapsed}</StatusTag>;
}

/** Shows the last column: what is wrong, why a row is left out, or what became of it. */
function Note({ row, now, locale }: { row: AwardRow; now: Date; locale: Locale }) {
  if (row.state === 'problem') return <ProblemList problems={row.problems} locale={locale} />;
  if (row.state === 'set_aside') return <>{words(row.setAsideReason)}</>;
  return row.invitation && <InvitationTag invitation={row.invitation} now={now} locale={locale} />;
}

/** Lists the states by which the rows of a list can be filtered, by how far the list is. */
const tabsOf = (stage: AwardImportState): readonly AwardRowState[] => {
  if (stage === 'released') return ['issued', 'set_aside'];
  if (stage === 'publicised') return ['publicised', 'objected', 'issued', 'set_aside'];
  return ['problem', 'ready', 'set_aside'];
};

function Tabs(props: {
  locale: Locale;
  path: string;
  filter: AwardRowFilter;
  stage: AwardImportState;
}) {
  const { locale, path, filter, stage } = props;
  const t = awardMessages(locale);
  const states = rowStates(locale);
  return (
    <LinkTabs
      label={t.filterRows}
      tabs={[
        { href: `${path}#rows`, label: t.allRows, current: !filter.state && !filter.problem },
        ...tabsOf(stage).map((state) => ({
          href: `${addressOf(path, { state })}#rows`,
          label: states[state],
          current: filter.state === state || (state === 'problem' && Boolean(filter.problem)),
        })),
      ]}
    />
  );
}

/** Shows the rows of a list, page by page. */
export function RowTable(props: {
  locale: Locale;
  importId: string;
  page: AwardRowPage;
  filter: AwardRowFilter;
  stage: AwardImportState;
  now: Date;
}) {
  const { locale, importId, page, filter, stage, now } = props;
  const t = awardMessages(locale);
  const states = rowStates(locale);
  const path = localePath(locale, paths.city.awardList(importId));
  const { cursor, ...query } = filter;
  return (
    <Section id="rows" title={t.rowsTitle}>
      <Tabs locale={locale} path={path} filter={filter} stage={stage} />
      {filter.problem && (
        <p>
          {t.filteredBy({ kind: problemKind(locale, filter.problem) })}{' '}
          <Link className="link" href={`${path}#rows`} scroll={false}>
            {t.showAll}
          </Link>
        </p>
      )}
      <Table
        caption={t.rowsTitle}
        density="compact"
        columns={[
          { key: 'line', header: t.line },
          { key: 'name', header: t.name, wrap: true },
          { key: 'code', header: t.creditCode },
          { key: 'reference', header: t.reference, wrap: true },
          { key: 'amount', header: t.amount, align: 'right' },
          { key: 'state', header: t.state },
          { key: 'note', header: stage === 'released' ? t.invitation : t.problem, wrap: true },
        ]}
        rows={page.rows.map((row) => ({
          key: row.id,
          href: localePath(locale, paths.city.awardRow(importId, row.id)),
          cells: {
            line: t.rowTitle({ line: row.line }),
            name: row.name,
            code: <span className="code">{row.creditCode}</span>,
            reference: row.contractReference,
            amount: row.amountFen !== null && <Amount fen={row.amountFen} locale={locale} />,
            state: <StatusTag tone={rowTones[row.state]}>{states[row.state]}</StatusTag>,
            note: <Note row={row} now={now} locale={locale} />,
          },
        }))}
        empty={<EmptyState title={t.noRows} />}
      />
      <Pager
        locale={locale}
        path={path}
        query={query}
        cursor={cursor}
        nextCursor={page.nextCursor}
        anchor="rows"
      />
    </Section>
  );
}
