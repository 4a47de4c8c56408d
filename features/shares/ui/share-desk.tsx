import type { ReactNode } from 'react';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Link } from '@/components/ui/link';
import { Amount } from '@/components/ui/money';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { StatusTag } from '@/components/ui/status-tag';
import { SubmitButton } from '@/components/ui/submit-button';
import { Pager, Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { say } from '@/lib/bilingual';
import { localePath, type Locale } from '@/lib/locale';
import { textOf } from '@/lib/messages';
import { paths } from '@/lib/paths';
import { proposeShareAction } from '../actions';
import { shareMessages, shareRefusals } from '../messages';
import type { ShareDesk, ShareOut, Waiting } from '../queries';

type Localised = { locale: Locale };

/** Returns the name of what is shared out: the programme, the part of its budget, and the round. */
export const shareTitle = (
  { title, part, round }: Pick<ShareOut, 'title' | 'part' | 'round'>,
  locale: Locale,
): string =>
  [
    ...[title, part].flatMap((name) => (name ? [say(name, locale)] : [])),
    shareMessages(locale).round({ number: round }),
  ].join(' · ');

function NextStep(props: Localised & { row: Waiting; mayPropose: boolean }): ReactNode {
  const { row, locale, mayPropose } = props;
  const t = shareMessages(locale);
  if (row.proposalId) {
    return (
      <Link className="link" href={localePath(locale, paths.city.share(row.proposalId))}>
        {t.see}
      </Link>
    );
  }
  if (row.bar) return words(textOf(shareRefusals, locale, row.bar.code, row.bar.values));
  if (!mayPropose) return t.managerOnly;
  return (
    <ActionForm action={proposeShareAction} locale={locale} className="space-y-2">
      <HiddenField name="roundId" value={row.roundId} />
      <HiddenField name="poolId" value={row.poolId} />
      <SubmitButton size="sm" variant="secondary">
        {t.propose}
        <span className="sr-only"> {shareTitle(row, locale)}</span>
      </SubmitButton>
    </ActionForm>
  );
}

function WaitingRounds(props: Localised & { rows: readonly Waiting[]; mayPropose: boolean }) {
  const { rows, locale } = props;
  const t = shareMessages(locale);
  return (
    <Table
      caption={t.waiting}
      columns={[
        { key: 'programme', header: t.programme, wrap: true },
        { key: 'cases', header: t.cases, align: 'right' },
        { key: 'claimed', header: t.claimed, align: 'right' },
        { key: 'free', header: t.free, align: 'right' },
        { key: 'action', header: t.action, wrap: true },
      ]}
      rows={rows.map((row) => ({
        key: `${row.roundId}-${row.poolId}`,
        cells: {
          programme: shareTitle(row, locale),
          cases: row.cases,
          claimed: <Amount fen={row.claimedFen} locale={locale} />,
          free: <Amount fen={row.freeFen} locale={locale} />,
          action: <NextStep {...props} row={row} />,
        },
      }))}
      empty={<EmptyState title={t.noneWaiting} body={t.noneWaitingBody} />}
    />
  );
}

export function ShareState({ state, locale }: Localised & { state: ShareOut['state'] }) {
  const tone = { proposed: 'info', released: 'success', declined: 'warn' } as const;
  return <StatusTag tone={tone[state]}>{shareMessages(locale)[`state_${state}`]}</StatusTag>;
}

function ShareOuts(props: Localised & { rows: readonly ShareOut[]; caption: string }) {
  const { rows, locale, caption } = props;
  const t = shareMessages(locale);
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'programme', header: t.programme, wrap: true },
        { key: 'state', header: t.state },
        { key: 'claimed', header: t.claimed, align: 'right' },
        { key: 'shared', header: t.shared, align: 'right' },
        { key: 'by', header: t.proposedBy },
        { key: 'decided', header: t.decidedBy },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        href: localePath(locale, paths.city.share(row.id)),
        cells: {
          programme: shareTitle(row, locale),
          state: <ShareState state={row.state} locale={locale} />,
          claimed: <Amount fen={row.claimedFen} locale={locale} />,
          shared: <Amount fen={row.sharedFen} locale={locale} />,
          by: (
            <>
              {words(row.proposedBy)} <br />
              <DateTime at={row.proposedAt} locale={locale} />
            </>
          ),
          decided: row.decidedAt && (
            <>
              {words(row.decidedBy ?? '')} <br />
              <DateTime at={row.decidedAt} locale={locale} />
            </>
          ),
        },
      }))}
      empty={<EmptyState title={t.noneDecided} />}
    />
  );
}

/** Shows the rounds whose cases wait for a share, the proposals that wait for finance, and what was decided. */
export function ShareDeskPage(
  props: Localised & { page: ShareDesk; cursor: string | undefined; mayPropose: boolean },
) {
  const { locale, page, cursor, mayPropose } = props;
  const t = shareMessages(locale);
  return (
    <PageBody>
      <PageHeader title={t.title} lead={t.lead} />
      <Section title={t.waiting}>
        <WaitingRounds rows={page.waiting} locale={locale} mayPropose={mayPropose} />
      </Section>
      {page.open.length > 0 && (
        <Section title={t.open}>
          <ShareOuts rows={page.open} locale={locale} caption={t.open} />
        </Section>
      )}
      <Section id="decided" title={t.decided}>
        <ShareOuts rows={page.decided} locale={locale} caption={t.decided} />
        <Pager
          locale={locale}
          path={localePath(locale, paths.city.shares())}
          cursor={cursor}
          nextCursor={page.nextCursor}
          anchor="decided"
        />
      </Section>
    </PageBody>
  );
}
