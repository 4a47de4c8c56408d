import { Link } from '@/components/ui/link';
import { Callout, Flash } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { Decline, TwoAnswers } from '@/components/ui/decline';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Amount } from '@/components/ui/money';
import { Card, PageBody, PageHeader, Section } from '@/components/ui/page';
import { StatusTag } from '@/components/ui/status-tag';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { organisationName } from '@/lib/organisation-name';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { declineIssueAction, proposeIssueAction, releaseIssueAction } from '../actions';
import type { DecidedIssue, Issue, IssueDesk, Proposal } from '../queries';
import { issueMessages, issueDoneText } from '../messages';

type Localised = { locale: Locale };

function CaseLink({ issue, locale }: { issue: Issue; locale: Locale }) {
  return (
    <Link className="link" href={localePath(locale, paths.city.case(issue.applicationId))}>
      {issue.reference}
    </Link>
  );
}

const left = (issue: Issue, locale: Locale) =>
  issue.leftFen === null ? '' : <Amount fen={issue.leftFen} locale={locale} />;

function Approved(props: Localised & { rows: readonly Issue[]; mayPropose: boolean }) {
  const { rows, locale, mayPropose } = props;
  const t = issueMessages(locale);
  return (
    <Table
      caption={t.approved}
      columns={[
        { key: 'case', header: t.case },
        { key: 'organisation', header: t.organisation, wrap: true },
        { key: 'amount', header: t.amount, align: 'right' },
        { key: 'left', header: t.poolLeft, align: 'right' },
        ...(mayPropose ? [{ key: 'action', header: t.action }] : []),
      ]}
      rows={rows.map((issue) => ({
        key: issue.id,
        cells: {
          case: <CaseLink issue={issue} locale={locale} />,
          organisation: organisationName(issue.organisation, locale),
          amount: <Amount fen={issue.amountFen} locale={locale} />,
          left: left(issue, locale),
          action: (
            <ActionForm action={proposeIssueAction} locale={locale} className="space-y-2">
              <HiddenField name="applicationId" value={issue.applicationId} />
              <SubmitButton size="sm" variant="secondary">
                {t.propose}
                <span className="sr-only"> {issue.reference}</span>
              </SubmitButton>
            </ActionForm>
          ),
        },
      }))}
      empty={<EmptyState title={t.noneApproved} body={t.noneApprovedBody} />}
    />
  );
}

function Release({ proposal, locale }: Localised & { proposal: Proposal }) {
  const t = issueMessages(locale);
  return (
    <TwoAnswers>
      <ActionForm action={releaseIssueAction} locale={locale}>
        <HiddenField name="proposalId" value={proposal.id} />
        <SubmitButton>
          {t.release}
          <span className="sr-only"> {proposal.reference}</span>
        </SubmitButton>
      </ActionForm>
      <Decline
        action={declineIssueAction}
        locale={locale}
        scope={proposal.reference}
        subject={{ name: 'proposalId', id: proposal.id }}
        reason={{ name: 'reason', label: t.declineReason }}
        label={t.decline}
        which={<span className="sr-only"> {proposal.reference}</span>}
      />
    </TwoAnswers>
  );
}

function ProposalCard(props: Localised & { proposal: Proposal; mayRelease: boolean }) {
  const { proposal, locale, mayRelease } = props;
  const t = issueMessages(locale);
  return (
    <Card className="space-y-4">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h3 className="text-lg">{words(organisationName(proposal.organisation, locale))}</h3>
        <strong className="text-lg">
          <Amount fen={proposal.amountFen} locale={locale} />
        </strong>
      </div>
      <DescriptionList
        items={[
          { term: t.case, value: <CaseLink issue={proposal} locale={locale} /> },
          { term: t.poolLeft, value: left(proposal, locale) },
          {
            term: t.proposedBy,
            value: (
              <>
                {words(proposal.proposedBy)} · <DateTime at={proposal.proposedAt} locale={locale} />
              </>
            ),
          },
        ]}
      />
      {!mayRelease && <p className="text-muted">{t.financeOnly}</p>}
      {mayRelease && proposal.mine && <Callout tone="info" title={t.own} />}
      {mayRelease && !proposal.mine && <Release {...props} />}
    </Card>
  );
}

function Decided({ rows, locale }: { rows: readonly DecidedIssue[]; locale: Locale }) {
  const t = issueMessages(locale);
  return (
    <Table
      caption={t.recent}
      columns={[
        { key: 'case', header: t.case },
        { key: 'organisation', header: t.organisation, wrap: true },
        { key: 'amount', header: t.amount, align: 'right' },
        { key: 'outcome', header: t.outcome },
        { key: 'by', header: t.decidedBy },
        { key: 'at', header: t.decidedAt },
      ]}
      rows={rows.map((issue) => ({
        key: issue.id,
        cells: {
          case: <CaseLink issue={issue} locale={locale} />,
          organisation: organisationName(issue.organisation, locale),
          amount: <Amount fen={issue.amountFen} locale={locale} />,
          outcome: (
            <>
              <StatusTag tone={issue.state === 'released' ? 'success' : 'warn'}>
                {t[issue.state]}
              </StatusTag>
              {issue.reason && <span className="text-muted block">{words(issue.reason)}</span>}
            </>
          ),
          by: issue.decidedBy,
          at: issue.decidedAt && <DateTime at={issue.decidedAt} locale={locale} />,
        },
      }))}
      empty={null}
    />
  );
}

/** Shows the page where vouchers are issued: proposed by one official, released by another. */
export function IssueDeskPage(
  props: Localised & {
    desk: IssueDesk;
    mayPropose: boolean;
    mayRelease: boolean;
    done: string | undefined;
  },
) {
  const { desk, locale, done } = props;
  const t = issueMessages(locale);
  return (
    <PageBody>
      <PageHeader title={t.title} lead={t.lead} />
      <Flash text={issueDoneText(locale, done)} />
      <p className="text-muted measure">{t.poolLeftHint}</p>
      <Section id="release" title={t.proposed}>
        {desk.proposed.length === 0 && (
          <EmptyState title={t.noneProposed} body={t.noneProposedBody} />
        )}
        {desk.proposed.map((proposal) => (
          <ProposalCard key={proposal.id} {...props} proposal={proposal} />
        ))}
      </Section>
      <Section title={t.approved}>
        <Approved {...props} rows={desk.approved} />
      </Section>
      {desk.decided.length > 0 && (
        <Section title={t.recent}>
          <Decided rows={desk.decided} locale={locale} />
        </Section>
      )}
    </PageBody>
  );
}
