import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { Table } from '@/components/ui/table';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { detailText, findingText } from '../finding-text';
import { proofMessages } from '../messages';
import type { FindingPage, getProof, OpenFinding } from '../queries';
import { Reconciliation } from './reconciliation';
import { HeadTable } from './heads-page';

type Proof = NonNullable<Awaited<ReturnType<typeof getProof>>>;

const checkKinds = ['recent', 'full', 'chain'] as const;

/** Returns the page that shows what a finding is about. */
function pathOf(page: FindingPage, subject: OpenFinding): string | undefined {
  if (subject.source === 'day') return paths.city.proof({ day: subject.subject });
  switch (page?.kind) {
    case 'voucher':
      return paths.city.voucher(page.id);
    case 'redemption':
      return paths.city.redemption(page.id);
    case 'batch':
      return paths.city.settlement(page.id);
    case 'claim':
      return paths.city.claim(page.id);
    case 'case':
      return paths.city.case(page.id);
    case 'budget':
      return paths.city.budget(page.id);
    case undefined:
      return undefined;
  }
}

function Verdict({ locale, proof }: { locale: Locale; proof: Proof }) {
  const t = proofMessages(locale);
  if (proof.findings.count > 0) {
    return (
      <Callout tone="danger" title={t.wrong({ count: proof.findings.count })}>
        {t.wrongBody}
      </Callout>
    );
  }
  if (proof.checks.length === 0) {
    return (
      <Callout tone="info" title={t.unchecked}>
        {t.uncheckedBody}
      </Callout>
    );
  }
  return (
    <Callout tone="success" title={t.right}>
      {t.rightBody}
    </Callout>
  );
}

/** Shows what no check can explain, each with a link to the page about it where there is one. */
function Findings({ locale, proof }: { locale: Locale; proof: Proof }) {
  const t = proofMessages(locale);
  if (proof.findings.count === 0) return null;
  return (
    <Section title={t.findings}>
      <Table
        caption={t.findings}
        columns={[
          { key: 'what', header: t.what, wrap: true },
          { key: 'subject', header: t.subject, wrap: true },
          { key: 'detail', header: t.detail, wrap: true },
          { key: 'since', header: t.since },
        ]}
        rows={proof.findings.rows.map((finding) => {
          const path = pathOf(finding.page, finding);
          return {
            key: finding.id,
            ...(path !== undefined && { href: localePath(locale, path) }),
            cells: {
              what: findingText(locale, finding),
              subject: <code className="text-xs break-all">{finding.subject}</code>,
              detail: <span className="break-words">{detailText(locale, finding)}</span>,
              since: <DateTime at={finding.foundAt} locale={locale} />,
            },
          };
        })}
        empty={null}
      />
    </Section>
  );
}

function Checks({ locale, proof }: { locale: Locale; proof: Proof }) {
  const t = proofMessages(locale);
  const rows = checkKinds.flatMap((kind) => proof.checks.filter((check) => check.kind === kind));
  return (
    <Section title={t.checks}>
      <Table
        caption={t.checks}
        columns={[
          { key: 'check', header: t.check },
          { key: 'at', header: t.at },
          { key: 'lookedAt', header: t.lookedAt, align: 'right' },
          { key: 'found', header: t.found, align: 'right' },
          { key: 'first', header: t.first, wrap: true },
        ]}
        rows={rows.map((check) => ({
          key: check.kind,
          cells: {
            check: t[`check_${check.kind}`],
            at: <DateTime at={check.at} locale={locale} />,
            lookedAt: String(check.lookedAt),
            found: String(check.found),
            first:
              check.firstName === null
                ? '–'
                : `${findingText(locale, {
                    source: check.kind === 'chain' ? 'chain' : 'books',
                    name: check.firstName,
                  })} ${check.firstSubject ?? ''}`,
          },
        }))}
        empty={<EmptyState title={t.unchecked} body={t.uncheckedBody} />}
      />
    </Section>
  );
}

function Chain({ locale, proof }: { locale: Locale; proof: Proof }) {
  const t = proofMessages(locale);
  const { head } = proof;
  return (
    <Section
      title={t.chain}
      lead={t.chainLead}
      actions={
        <Link className="link" href={localePath(locale, paths.proof())}>
          {t.allHeads}
        </Link>
      }
    >
      {head ? (
        <DescriptionList
          items={[
            { term: t.length, value: String(head.total) },
            { term: t.seals, value: String(head.number) },
            { term: t.head, value: <code className="text-sm break-all">{head.hash}</code> },
          ]}
        />
      ) : (
        <EmptyState title={t.noSeals} body={t.uncheckedBody} />
      )}
      <HeadTable
        locale={locale}
        caption={t.heads}
        heads={proof.heads.map((one) => ({
          ...one,
          chain: one.cityId,
          city: null,
          rows: one.total,
        }))}
      />
    </Section>
  );
}

/** Shows a city's auditors and finance officers what the checks found, the chain, and the days. */
export function ProofPage(props: { locale: Locale; proof: Proof; cursor: string | undefined }) {
  const { locale, proof, cursor } = props;
  const t = proofMessages(locale);
  return (
    <PageBody>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={
          <Link className="link" href={localePath(locale, paths.city.ledger())}>
            {t.ledger}
          </Link>
        }
      />
      <Verdict locale={locale} proof={proof} />
      <Findings locale={locale} proof={proof} />
      <Checks locale={locale} proof={proof} />
      <Reconciliation locale={locale} day={proof.day} days={proof.days} cursor={cursor} />
      <Chain locale={locale} proof={proof} />
    </PageBody>
  );
}
