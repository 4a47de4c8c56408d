import { Callout, Flash } from '@/components/ui/callout';
import { Checkbox, HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Card, Columns, PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { TaskList } from '@/components/ui/task-list';
import { words } from '@/components/ui/words';
import { isPriced, toMoney } from '@/features/rules/domain/unit-price';
import { AssessmentSteps } from '@/features/rules/ui/assessment';
import { Award } from '@/features/rules/ui/worth';
import { say } from '@/lib/bilingual';
import { chineseAmount } from '@/lib/chinese-amount';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { resubmitApplicationAction, submitApplicationAction } from '../actions';
import { declarations } from '../domain/editing';
import { allFields } from '@/features/forms/domain/form';
import { inOneLine } from '@/features/forms/domain/shown';
import { applicationMessages, doneText } from '../messages';
import type { Preflight } from '../preflight-queries';
import type { ApplicationView } from '../view-queries';
import { PreflightSection } from './preflight';
import { Registry } from './registry';
import { RequestSignOff, ReturnSignOff, SignOffNotice } from './sign-off';
import { ProgrammeNotice } from './programme-notice';
import { Summary } from './summary';

type Props = { view: ApplicationView; locale: Locale };
type Whole = Props & { preflight: Preflight; owner: boolean; member: boolean };

/** Shows the amount applied for, in figures and in words, and how it is calculated. */
function AmountApplied({ view, locale }: Props) {
  const t = applicationMessages(locale);
  const { assessment } = view;
  if (!assessment?.eligible) {
    return <Callout tone="warn" title={assessment ? t.notEligible : t.expectedUnknown} />;
  }
  return (
    <Card className="space-y-3">
      <h2 className="text-muted text-base font-normal">{t.requested}</h2>
      <p className="text-3xl font-semibold">
        <Award amount={assessment.amountFen} rules={view.rules} locale={locale} />
      </p>
      {isPriced(view.rules) && (
        <p>
          <span className="text-muted">{t.expectedWords} </span>
          <span lang="zh-CN">{chineseAmount(toMoney(view.rules, assessment.amountFen))}</span>
        </p>
      )}
      <h3 className="text-sm">{t.how}</h3>
      <AssessmentSteps steps={assessment.steps} locale={locale} unit={view.rules.unit} />
      <p className="text-muted text-sm">{t.expectedNote}</p>
    </Card>
  );
}

function Missing({ view, locale }: Props) {
  const t = applicationMessages(locale);
  const fields = allFields(view.form);
  return (
    <Callout tone="warn" title={t.incompleteTitle}>
      <p>{t.incompleteBody}</p>
      <ul className="mt-2 list-disc space-y-1 pl-5">
        {view.missing.flatMap((section) =>
          section.missing.map((name) => {
            const field = fields.find((candidate) => candidate.name === name);
            return (
              <li key={name}>
                <a
                  className="link inline-flex min-h-6 items-center"
                  href={localePath(
                    locale,
                    `${paths.startup.section(view.id, section.id, { from: 'review' })}#f-${name}`,
                  )}
                >
                  {field ? words(say(field.label, locale)) : words(name)}
                </a>
              </li>
            );
          }),
        )}
      </ul>
    </Callout>
  );
}

/** Shows the fields that the city asked to correct and that are still unchanged. */
function Uncorrected({ view, locale }: Props) {
  const t = applicationMessages(locale);
  const requested = Object.entries(view.correction?.fields ?? {});
  const left = requested.filter(([name]) => !view.corrected.includes(name));
  if (left.length === 0) return null;
  const labels = new Map(allFields(view.form).map((field) => [field.name, field.label]));
  return (
    <Callout tone="warn" title={t.uncorrectedTitle}>
      <TaskList
        items={left.map(([name, fault]) => {
          const label = labels.get(name);
          return {
            key: name,
            title: label ? say(label, locale) : name,
            hint: fault,
            status: t.toBeCorrected,
            tone: 'warn',
          };
        })}
      />
    </Callout>
  );
}

function Declare({ view, locale }: Props) {
  const t = applicationMessages(locale);
  const returned = view.state === 'returned';
  return (
    <Section title={t.declaration}>
      <ActionForm
        action={returned ? resubmitApplicationAction : submitApplicationAction}
        locale={locale}
      >
        <HiddenField name="applicationId" value={view.id} />
        {declarations(view.form, view.answers).map((field) => (
          <Checkbox key={field.name} name={field.name} label={say(field.label, locale)} />
        ))}
        <SubmitButton>{returned ? t.submitCorrection : t.submit}</SubmitButton>
      </ActionForm>
    </Section>
  );
}

/**
 * Shows what the user can do now: an owner declares and submits, or returns the request for a sign-off; a member asks
 * an owner to submit.
 */
function Act(props: Whole) {
  const { view, locale, owner, member } = props;
  const t = applicationMessages(locale);
  if (view.missing.length > 0) return null;
  if (owner) {
    return (
      <>
        {view.assessment?.eligible && <Declare view={view} locale={locale} />}
        <ReturnSignOff view={view} locale={locale} />
      </>
    );
  }
  return member ? (
    <RequestSignOff view={view} locale={locale} />
  ) : (
    <Callout tone="info" title={t.memberTitle}>
      <p>{words(t.mustSubmit({ names: inOneLine(view.owners) }))}</p>
    </Callout>
  );
}

/** Shows the whole application for a last check before it is submitted. Only an owner can submit it. */
export function ReviewPage(props: Whole & { done: string | undefined }) {
  const { view, locale, preflight, member, done } = props;
  const t = applicationMessages(locale);
  const returned = view.state === 'returned';
  return (
    <PageBody>
      <PageHeader
        eyebrow={say(view.programme.title, locale)}
        title={returned ? t.reviewCorrection : t.reviewTitle}
        {...(member && { lead: t.reviewLead })}
        back={
          returned
            ? { href: localePath(locale, paths.startup.status(view.id)), label: t.toStatus }
            : { href: localePath(locale, paths.startup.application(view.id)), label: t.toTasks }
        }
      />
      <Flash text={doneText(locale, done)} />
      {!member && <Callout tone="info" title={t.readOnly} />}
      <SignOffNotice view={view} locale={locale} />
      {view.missing.length > 0 && member && <Missing view={view} locale={locale} />}
      <ProgrammeNotice view={view} locale={locale} />
      {returned && <Uncorrected view={view} locale={locale} />}
      <Columns aside={<AmountApplied view={view} locale={locale} />} asideFirst>
        <PreflightSection view={view} preflight={preflight} locale={locale} />
        <Registry view={view} locale={locale} />
        <Summary view={member ? view : { ...view, open: [] }} locale={locale} />
        <Act {...props} />
      </Columns>
    </PageBody>
  );
}
