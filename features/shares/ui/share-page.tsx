import { Callout, Flash } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { Decline, TwoAnswers } from '@/components/ui/decline';
import { DescriptionList } from '@/components/ui/description-list';
import { HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Amount } from '@/components/ui/money';
import { Card, PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { Pager, Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { Link } from '@/components/ui/link';
import { localePath, type Locale } from '@/lib/locale';
import { formatFen } from '@/lib/money';
import { organisationName } from '@/lib/organisation-name';
import { paths } from '@/lib/paths';
import { shareTexts } from '@/lib/shares';
import { declineShareAction, releaseShareAction } from '../actions';
import { shareDoneText, shareMessages } from '../messages';
import type { OwnShare, ShareLine, ShareOut, ShareOutView } from '../queries';
import { ShareState, shareTitle } from './share-desk';

type Localised = { locale: Locale };

function Sums({ shareOut, locale }: Localised & { shareOut: ShareOut }) {
  const t = shareMessages(locale);
  const { claimedFen, availableFen, sharedFen, decidedAt, decidedBy, answer } = shareOut;
  const rate = shareTexts([sharedFen], claimedFen)?.[0];
  return (
    <DescriptionList
      items={[
        { term: t.state, value: <ShareState state={shareOut.state} locale={locale} /> },
        { term: t.claimed, value: <Amount fen={claimedFen} locale={locale} /> },
        { term: t.available, value: <Amount fen={availableFen} locale={locale} /> },
        {
          term: t.shared,
          value: (
            <strong>
              <Amount fen={sharedFen} locale={locale} />
            </strong>
          ),
        },
        ...(rate ? [{ term: t.rate, value: rate }] : []),
        {
          term: t.proposedBy,
          value: (
            <>
              {words(shareOut.proposedBy)} · <DateTime at={shareOut.proposedAt} locale={locale} />
            </>
          ),
        },
        ...(decidedAt
          ? [
              {
                term: t.decidedBy,
                value: (
                  <>
                    {words(decidedBy ?? '')} · <DateTime at={decidedAt} locale={locale} />
                  </>
                ),
              },
            ]
          : []),
        ...(answer ? [{ term: t.declineReason, value: answer }] : []),
      ]}
    />
  );
}

function Decide({ shareOut, locale }: Localised & { shareOut: ShareOut }) {
  const t = shareMessages(locale);
  return (
    <TwoAnswers>
      <ActionForm action={releaseShareAction} locale={locale}>
        <HiddenField name="shareOutId" value={shareOut.id} />
        <SubmitButton>{t.release}</SubmitButton>
      </ActionForm>
      <Decline
        action={declineShareAction}
        locale={locale}
        scope={shareOut.id.slice(-8)}
        subject={{ name: 'shareOutId', id: shareOut.id }}
        reason={{ name: 'answer', label: t.declineReason }}
        label={t.decline}
      />
    </TwoAnswers>
  );
}

function Lines({ rows, locale }: Localised & { rows: readonly ShareLine[] }) {
  const t = shareMessages(locale);
  return (
    <Table
      caption={t.lines}
      density="compact"
      columns={[
        { key: 'case', header: t.case },
        { key: 'organisation', header: t.organisation, wrap: true },
        { key: 'submitted', header: t.submittedAt },
        { key: 'claim', header: t.claim, align: 'right' },
        { key: 'share', header: t.share, align: 'right' },
      ]}
      rows={rows.map((row) => ({
        key: row.applicationId,
        cells: {
          case: (
            <Link className="link" href={localePath(locale, paths.city.case(row.applicationId))}>
              {row.reference}
            </Link>
          ),
          organisation: organisationName(row.organisation, locale),
          submitted: <DateTime at={row.submittedAt} locale={locale} />,
          claim: <Amount fen={row.claimFen} locale={locale} />,
          share: <Amount fen={row.shareFen} locale={locale} />,
        },
      }))}
      empty={null}
    />
  );
}

/** Shows one share-out: its sums, its rule in words, every case with its claim and share, and the two decisions on it. */
export function ShareOutPage(
  props: Localised & {
    page: ShareOutView;
    cursor: string | undefined;
    done: string | undefined;
    mayRelease: boolean;
  },
) {
  const { locale, page, cursor, done, mayRelease } = props;
  const { shareOut } = page;
  const t = shareMessages(locale);
  const open = shareOut.state === 'proposed';
  return (
    <PageBody>
      <PageHeader
        title={shareTitle(shareOut, locale)}
        back={{ href: localePath(locale, paths.city.shares()), label: t.title }}
      />
      <Flash text={shareDoneText(locale, done)} />
      <Card className="space-y-4">
        <Sums shareOut={shareOut} locale={locale} />
        {open && !mayRelease && <p className="text-muted">{t.financeOnly}</p>}
        {open && mayRelease && shareOut.mine && <Callout tone="info" title={t.own} />}
        {open && mayRelease && !shareOut.mine && <Decide shareOut={shareOut} locale={locale} />}
      </Card>
      <Section title={t.how}>
        <p className="measure">{t.howText({ unit: formatFen(shareOut.unitFen) })}</p>
        <p className="measure">{t.lateText}</p>
      </Section>
      <Section id="lines" title={t.lines}>
        <Lines rows={page.lines} locale={locale} />
        <Pager
          locale={locale}
          path={localePath(locale, paths.city.share(shareOut.id))}
          cursor={cursor}
          nextCursor={page.nextCursor}
          anchor="lines"
        />
      </Section>
    </PageBody>
  );
}

/** Shows an applicant how the amount of its case came about in the share-out of the round. */
export function OwnShareNote({ share, locale }: Localised & { share: OwnShare }) {
  const t = shareMessages(locale);
  return (
    <Callout tone="info" title={t.ownTitle}>
      <p>
        {t.ownText({
          claim: formatFen(share.claimFen),
          amount: formatFen(share.shareFen),
          available: formatFen(share.availableFen),
          claimed: formatFen(share.claimedFen),
        })}
      </p>
    </Callout>
  );
}
