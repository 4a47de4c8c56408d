import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout, Flash } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { Card, Columns, PageBody, PageHeader, Section } from '@/components/ui/page';
import { TaskList } from '@/components/ui/task-list';
import { Timeline } from '@/components/ui/timeline';
import { words } from '@/components/ui/words';
import { Deadline } from '@/features/calendar/ui/deadline';
import { actionText } from '@/features/audit/action-text';
import { agencyText } from '@/features/audit/actor-text';
import { letterMessages } from '@/features/letters/messages';
import { LetterList } from '@/features/letters/ui/letter-list';
import { unitPriceOf } from '@/features/rules/domain/unit-price';
import { Worth } from '@/features/rules/ui/worth';
import { say } from '@/lib/bilingual';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { applicationLifecycle } from '../domain/lifecycle';
import { applicationMessages, doneText, stateNotes } from '../messages';
import type { CaseStep } from '../queries';
import type { ApplicationView } from '../view-queries';
import { Again } from './again';
import { ApplicationStateTag } from './state-tag';
import { SignOffNotice } from './sign-off';
import { Summary } from './summary';
import { Withdraw } from './withdraw';

type Props = { view: ApplicationView; locale: Locale };

/** Shows what was received and when, and until when it will be decided. */
function Receipt({ view, locale }: Props) {
  const t = applicationMessages(locale);
  const row = (term: string, value: ReactNode) => (value ? [{ term, value }] : []);
  const deciding =
    !view.paused && !['rejected', 'appealed', 'withdrawn', 'expired'].includes(view.state);
  return (
    <Card className="space-y-3">
      <h2 className="text-muted text-base font-normal">{t.receipt}</h2>
      <p className="tabular text-2xl font-semibold">{view.reference}</p>
      <DescriptionList
        items={[
          ...row(
            t.submittedAt,
            view.submittedAt && <DateTime at={view.submittedAt} locale={locale} />,
          ),
          ...row(t.submittedBy, view.submittedBy),
          ...row(
            t.requested,
            view.assessedFen !== null && (
              <Worth fen={view.assessedFen} price={unitPriceOf(view.rules)} locale={locale} />
            ),
          ),
          ...row(
            view.state === 'awaiting_share' ? t.claim : t.approved,
            view.approvedFen !== null && (
              <strong>
                <Worth fen={view.approvedFen} price={unitPriceOf(view.rules)} locale={locale} />
              </strong>
            ),
          ),
          ...row(t.due, deciding && view.dueAt && <Deadline at={view.dueAt} locale={locale} />),
          ...row(t.due, view.paused && t.pausedClock),
          ...row(t.contact, `${say(view.programme.bureau, locale)} ${view.programme.phone}`),
        ]}
      />
    </Card>
  );
}

/** Shows the correction request as a list with a link to each field that it names. */
function Correct({ view, locale, writes }: Props & { writes: boolean }) {
  const t = applicationMessages(locale);
  const { correction } = view;
  if (view.state !== 'returned' || !correction) return null;
  const late = view.open.length === 0;
  const requested = view.form.sections.flatMap((section) =>
    section.fields
      .filter((field) => correction.fields[field.name] !== undefined)
      .map((field) => ({ section, field })),
  );
  return (
    <Section title={t.correctionTitle} lead={correction.message}>
      <p>
        {t.correctionBy} <Deadline at={correction.dueAt} locale={locale} />
      </p>
      {late && <Callout tone="danger" title={t.correctionLate} />}
      <TaskList
        items={requested.map(({ section, field }) => {
          const corrected = view.corrected.includes(field.name);
          return {
            key: field.name,
            title: say(field.label, locale),
            hint: correction.fields[field.name],
            status: corrected ? t.corrected : t.toBeCorrected,
            tone: corrected ? 'success' : 'warn',
            ...(!late && {
              href: localePath(
                locale,
                `${paths.startup.section(view.id, section.id)}#f-${field.name}`,
              ),
            }),
          };
        })}
      />
      {!late && writes && (
        <ButtonLink href={localePath(locale, paths.startup.review(view.id))}>
          {t.reviewCorrection}
        </ButtonLink>
      )}
    </Section>
  );
}

/** Shows the decision with its reason, and links to the voucher or the notice. */
function Decision({ view, locale, fileAppeal }: Props & { fileAppeal: ReactNode }) {
  const t = applicationMessages(locale);
  const refusedCase = view.state === 'rejected' || view.state === 'appealed';
  return (
    <>
      {refusedCase && (
        <Callout tone="danger" title={t.decision}>
          <p className="whitespace-pre-wrap">
            {t.reason}
            {t.colon}
            {words(view.decisionReason)}
          </p>
        </Callout>
      )}
      {view.state === 'withdrawn' && view.decisionReason && (
        <Callout tone="neutral" title={t.withdrawReasonGiven}>
          <p className="whitespace-pre-wrap">{words(view.decisionReason)}</p>
        </Callout>
      )}
      {fileAppeal}
      {view.voucherId && (
        <p>
          <ButtonLink href={localePath(locale, paths.startup.voucher(view.voucherId))}>
            {t.seeVoucher}
          </ButtonLink>
        </p>
      )}
      {!view.voucherId && view.noticeId && (
        <p>
          <ButtonLink href={localePath(locale, paths.notice(view.noticeId))} variant="secondary">
            {t.seeNotice}
          </ButtonLink>
        </p>
      )}
    </>
  );
}

function byWhom(step: CaseStep, locale: Locale): string {
  const t = applicationMessages(locale);
  if (step.actorName) return step.actorName;
  if (step.agency) return agencyText(locale, step.agency);
  if (step.actorRole === 'system') return t.byPortal;
  return step.actorRole === 'anyone' ? t.byPublic : t.byCity;
}

/** Shows the state of a case: the receipt, what the applicant has to do, the decision, and the events so far. */
export function StatusPage(
  props: Props & {
    steps: readonly CaseStep[];
    done?: string;
    owner: boolean;
    writes: boolean;
    /** The appeal that is running or was dismissed. */
    appeal: ReactNode;
    /** What the applicant got in the share-out of its round. */
    share: ReactNode;
    /** The form that files an appeal, if an appeal may be filed. */
    fileAppeal: ReactNode;
  },
) {
  const { view, locale, steps, done, owner, writes } = props;
  const t = applicationMessages(locale);
  const submitted = view.submittedAt !== null;
  return (
    <PageBody>
      <PageHeader
        eyebrow={say(view.programme.city, locale)}
        title={say(view.programme.title, locale)}
        back={{ href: localePath(locale, paths.startup.applications()), label: t.toList }}
        lead={
          <span className="inline-flex flex-wrap items-center gap-3">
            <ApplicationStateTag state={view.state} locale={locale} />
            <span className="text-base">{stateNotes(locale)[view.state]}</span>
            {view.line && (
              <span className="text-base">
                {t[`line_${view.line.order}`]({ place: view.line.place })}
              </span>
            )}
          </span>
        }
      />
      <Flash text={doneText(locale, done)} />
      <Columns aside={submitted && <Receipt view={view} locale={locale} />}>
        <Correct view={view} locale={locale} writes={writes} />
        <SignOffNotice view={view} locale={locale} />
        {props.appeal}
        {props.share}
        <Decision view={view} locale={locale} fileAppeal={props.fileAppeal} />
        {view.letters.length > 0 && (
          <Section title={letterMessages(locale).letters} lead={letterMessages(locale).lettersLead}>
            <LetterList applicationId={view.id} letters={view.letters} locale={locale} />
          </Section>
        )}
        <Section title={t.timeline}>
          <Timeline
            locale={locale}
            items={[...steps].reverse().map((step) => ({
              key: step.id,
              title: actionText(locale, step.action),
              at: step.at,
              by: byWhom(step, locale),
            }))}
          />
        </Section>
        <details>
          <summary className="link inline-flex min-h-11 items-center">{t.submittedAnswers}</summary>
          <div className="mt-4 space-y-8">
            <Summary view={{ ...view, open: [] }} locale={locale} />
          </div>
        </details>
        <Again view={view} locale={locale} />
        {owner && applicationLifecycle.can(view.state, 'withdraw') && (
          <Withdraw id={view.id} locale={locale} />
        )}
      </Columns>
    </PageBody>
  );
}
