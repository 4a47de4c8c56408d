import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { ButtonLink } from '@/components/ui/button-link';
import { Flash } from '@/components/ui/callout';
import { DateOnly, DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { Amount } from '@/components/ui/money';
import { Card, PageBody, PageHeader, Section } from '@/components/ui/page';
import { words } from '@/components/ui/words';
import { EventTimeline } from '@/features/audit/ui/event-timeline';
import { letterMessages } from '@/features/letters/messages';
import { LetterList } from '@/features/letters/ui/letter-list';
import { unitPriceOf } from '@/features/rules/domain/unit-price';
import { Worth } from '@/features/rules/ui/worth';
import { organisationName } from '@/lib/organisation-name';
import { VerifiedMark } from '@/features/organisations/ui/verified-mark';
import { say } from '@/lib/bilingual';
import { localePath, type Locale } from '@/lib/locale';
import { formatFen, type Fen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { may, type Authority } from '@/lib/permissions';
import type { CaseView } from '../case-queries';
import { doneText, reviewMessages } from '../messages';
import type { Reviewer } from '../queries';
import { Answers, Calculation, Correction, Documents, Findings, Warnings } from './case-parts';
import { Decide } from './decide';
import { CaseTag, Clock } from './marks';
import { StageList } from './stage-list';

type Props = { view: CaseView; locale: Locale; role: Authority };

/** Returns the title of a case: its reference and its applicant. */
export const caseTitle = ({ reference, organisation }: CaseView, locale: Locale): string =>
  `${reference} ${organisationName(organisation, locale)}`;

/** Shows the applicant, the amount, the progress and the deadline at the top of the case, and links to what followed. */
function Identity(props: Props) {
  const { view, locale } = props;
  const t = reviewMessages(locale);
  const amount = (term: string, fen: Fen | null) =>
    fen === null
      ? []
      : [
          {
            term,
            value: <Worth fen={fen} price={unitPriceOf(view.programme)} locale={locale} />,
          },
        ];
  return (
    <Card className="space-y-3">
      <dl className="flex flex-wrap gap-x-12 gap-y-3">
        {[
          { term: t.stage, value: <CaseTag state={view.state} locale={locale} /> },
          { term: t.due, value: <Clock clock={view.clock} locale={locale} /> },
          { term: t.assignee, value: view.assignee === null ? t.nobody : words(view.assignee) },
          ...amount(t.assessed, view.assessedFen),
          ...amount(t.recommended, view.recommendedFen),
          ...amount(view.state === 'awaiting_share' ? t.claim : t.approved, view.approvedFen),
        ].map(({ term, value }) => (
          <div key={term}>
            <dt className="text-muted text-sm">{term}</dt>
            <dd className="tabular font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      <FollowingLinks {...props} />
    </Card>
  );
}

function Applicant({ view, locale, role }: Props) {
  const t = reviewMessages(locale);
  const { organisation } = view;
  return (
    <Section title={t.applicant}>
      <DescriptionList
        items={[
          {
            term: t.organisation,
            value: (
              <>
                {words(organisationName(organisation, locale))}{' '}
                <VerifiedMark organisation={organisation} locale={locale} role={role} />
              </>
            ),
          },
          { term: t.creditCode, value: <span className="code">{organisation.creditCode}</span> },
          {
            term: t.registeredOn,
            value: organisation.registeredOn && (
              <DateOnly on={organisation.registeredOn} locale={locale} />
            ),
          },
          { term: t.region, value: organisation.region },
          { term: t.representative, value: organisation.legalRepresentative },
          {
            term: t.poolLeft,
            value: (
              <>
                <Amount fen={view.poolLeftFen} locale={locale} overview />
                {view.promisedFen !== null && (
                  <span className="text-muted block text-sm">
                    {t.promisedHere({ amount: formatFen(view.promisedFen) })}
                  </span>
                )}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

/** Links to what followed from the case, as far as the reader may see it. */
function FollowingLinks({ view, locale, role }: Props) {
  const t = reviewMessages(locale);
  const links = [
    ...(view.notice ? [{ href: paths.notice(view.notice.id), label: t.seeNotice }] : []),
    ...(may('objection.read', role)
      ? view.objections.map(({ id, reference }) => ({
          href: paths.city.objection(id),
          label: t.seeObjection({ reference }),
        }))
      : []),
    ...(may('appeal.read', role)
      ? view.appeals.map(({ id, reference }) => ({
          href: paths.city.appeal(id),
          label: t.seeAppeal({ reference }),
        }))
      : []),
    ...(view.voucherId && may('voucher.oversee', role)
      ? [{ href: paths.city.voucher(view.voucherId), label: t.seeVoucher }]
      : []),
  ];
  if (links.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-2">
      {links.map(({ href, label }) => (
        <li key={href}>
          <Link className="link" href={localePath(locale, href)}>
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function History({ view, locale }: Props) {
  const t = reviewMessages(locale);
  return (
    <Section title={t.timeline}>
      <EventTimeline events={view.events} locale={locale} />
    </Section>
  );
}

/** Shows a case to its officers: the evidence, and beside it the decision. */
export function CasePage(
  props: Props & {
    reviewers: readonly Reviewer[];
    act: string | undefined;
    done: string | undefined;
    /** What may be and was decided on a higher cap. */
    caps: ReactNode;
    /** What was suspended since the case was submitted. */
    suspension: ReactNode;
  },
) {
  const { view, locale, done } = props;
  const t = reviewMessages(locale);
  return (
    <PageBody>
      <PageHeader
        eyebrow={
          <>
            {say(view.programme.title, locale)} ·{' '}
            {t.version({ number: view.programme.versionNumber })}
            {view.submittedAt && (
              <>
                {' · '}
                {t.submitted} <DateTime at={view.submittedAt} locale={locale} />
              </>
            )}
          </>
        }
        title={caseTitle(view, locale)}
        back={{ href: localePath(locale, paths.city.cases()), label: t.queue }}
        actions={
          <>
            <ButtonLink href="#decide" variant="secondary" size="sm" className="lg:hidden">
              {t.toAction}
            </ButtonLink>
            {view.next && (
              <ButtonLink
                href={localePath(locale, paths.city.case(view.next.id))}
                variant="secondary"
                size="sm"
              >
                {t.nextCase({ reference: view.next.reference })}
              </ButtonLink>
            )}
          </>
        }
      />
      <Flash text={doneText(locale, done)} />
      <Identity {...props} />
      {props.suspension}
      <div className="grid gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="min-w-0 space-y-10">
          <Warnings {...props} />
          <StageList view={view} locale={locale} />
          <Findings {...props} />
          <Correction {...props} />
          <Calculation {...props} />
          <Answers {...props} />
        </div>
        <aside className="min-w-0 space-y-10">
          <Decide {...props} />
          {props.caps}
          <Documents {...props} />
          {view.letters.length > 0 && (
            <Section title={letterMessages(locale).letters}>
              <LetterList applicationId={view.id} letters={view.letters} locale={locale} />
            </Section>
          )}
          <Applicant {...props} />
          <History {...props} />
        </aside>
      </div>
    </PageBody>
  );
}
