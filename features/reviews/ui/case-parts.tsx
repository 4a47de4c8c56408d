import { Link } from '@/components/ui/link';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { Amount } from '@/components/ui/money';
import { Section } from '@/components/ui/page';
import { StatusTag } from '@/components/ui/status-tag';
import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { actingText } from '@/features/audit/actor-text';
import { ShortDeadline } from '@/features/calendar/ui/deadline';
import { shownFields, type FormField } from '@/features/forms/domain/form';
import { pageSections } from '@/features/applications/domain/editing';
import { shownAnswer } from '@/features/forms/domain/shown';
import { AnswerText } from '@/features/forms/ui/answer-text';
import { DocumentLink } from '@/features/documents/ui/document-link';
import { organisationName } from '@/lib/organisation-name';
import { say } from '@/lib/bilingual';
import { formatWorth } from '@/features/rules/amount';
import { estimatedMoney, unitPriceOf } from '@/features/rules/domain/unit-price';
import { AssessmentSteps, RefusalReasons } from '@/features/rules/ui/assessment';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import type { CaseView } from '../case-queries';
import { changesBetween } from '../domain/changes';
import { reviewMessages } from '../messages';
import { CaseTag } from './marks';

type Props = { view: CaseView; locale: Locale };

function Value({ field, view, locale }: Props & { field: FormField }) {
  const value = view.answers[field.name];
  if (!value) return <span className="text-muted">{reviewMessages(locale).noAnswer}</span>;
  return <AnswerText field={field} value={value} locale={locale} vendors={view.vendors} />;
}

/** Shows the applicant's answers, question by question. */
export function Answers({ view, locale }: Props) {
  const t = reviewMessages(locale);
  const sections = pageSections(view.form, view.answers).flatMap((section) => {
    const fields = shownFields(view.form, section, view.answers).filter(
      ({ kind }) => kind !== 'file',
    );
    return fields.length > 0 ? [{ ...section, fields }] : [];
  });
  return (
    <Section title={t.answers}>
      <div className="space-y-8">
        {sections.map((section) => (
          <div key={section.id} className="space-y-3">
            <h3 className="text-lg">{say(section.title, locale)}</h3>
            <DescriptionList
              items={section.fields.map((field) => ({
                term: say(field.label, locale),
                value: <Value field={field} view={view} locale={locale} />,
              }))}
            />
          </div>
        ))}
      </div>
    </Section>
  );
}

/** Shows the documents of the applicant, requirement by requirement, and marks those uploaded with the correction. */
export function Documents({ view, locale }: Props) {
  const t = reviewMessages(locale);
  const requestedAt = view.correction?.requestedAt;
  const required = pageSections(view.form, view.answers).flatMap((section) =>
    shownFields(view.form, section, view.answers).filter(({ kind }) => kind === 'file'),
  );
  if (required.length === 0) return null;
  return (
    <Section title={t.documents}>
      <ul className="divide-line border-line divide-y border-y">
        {required.map((field) => {
          const files = view.documents.filter(({ requirement }) => requirement === field.name);
          return (
            <li key={field.name} className="space-y-0.5 py-2">
              <p className="text-muted text-sm">{say(field.label, locale)}</p>
              {files.length === 0 && <p className="text-warn">{t.noFile}</p>}
              {files.map((document) => (
                <p key={document.id} className="flex flex-wrap items-center gap-x-3">
                  <DocumentLink document={document} />
                  {requestedAt && document.createdAt > requestedAt && (
                    <StatusTag tone="info">{t.newFile}</StatusTag>
                  )}
                </p>
              ))}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** Shows the amount that the rules give today, beside the amount at submission. */
export function Calculation({ view, locale }: Props) {
  const t = reviewMessages(locale);
  const now = view.recomputed;
  const { unit } = view.programme;
  const differs =
    now?.eligible &&
    view.assessedFen !== null &&
    estimatedMoney(view.programme, now.amountFen) !== view.assessedFen;
  return (
    <Section title={t.calculation} lead={t.calculationLead}>
      {!now && <Callout tone="warn" title={t.incomplete} />}
      {now?.eligible && <AssessmentSteps steps={now.steps} locale={locale} unit={unit} />}
      {now && !now.eligible && (
        <>
          <Callout tone="danger" title={t.notEligible} />
          <RefusalReasons refusals={now.refusals} locale={locale} unit={unit} />
        </>
      )}
      {differs && view.assessedFen !== null && (
        <Callout
          tone="warn"
          title={t.changedSince({
            was: formatWorth(view.assessedFen, unitPriceOf(view.programme), locale),
          })}
        />
      )}
    </Section>
  );
}

/** Shows the correction: what was requested, and what the applicant changed. */
export function Correction({ view, locale }: Props) {
  const t = reviewMessages(locale);
  const { correction, submissions } = view;
  if (!correction) return null;
  const [first, second] = submissions;
  const changes =
    correction.answeredAt && first
      ? changesBetween(view.form, first.answers, second?.answers ?? view.answers)
      : [];
  const labelOf = (name: string) => {
    const field = view.form.sections.flatMap((s) => s.fields).find((f) => f.name === name);
    return field ? say(field.label, locale) : name;
  };
  const shown = (field: FormField, value: string) =>
    value ? shownAnswer(field, value, locale, view.vendors) : t.noAnswer;
  return (
    <Section title={t.correction} lead={correction.message}>
      <p className="text-muted text-sm">
        {words(t.correctionAsked({ by: actingText(locale, correction.by, correction.agency) }))} ·{' '}
        <DateTime at={correction.requestedAt} locale={locale} /> · {t.correctionDue}{' '}
        <ShortDeadline at={correction.dueAt} locale={locale} />
        {correction.answeredAt && (
          <>
            {' '}
            · {t.correctionAnswered} <DateTime at={correction.answeredAt} locale={locale} />
          </>
        )}
      </p>
      <DescriptionList
        items={Object.entries(correction.fields).map(([name, fault]) => ({
          term: labelOf(name),
          value: fault,
        }))}
      />
      {correction.answeredAt && (
        <Table
          caption={t.changes}
          captionVisible
          columns={[
            { key: 'field', header: t.field },
            { key: 'before', header: t.before, wrap: true },
            { key: 'after', header: t.after, wrap: true },
          ]}
          rows={changes.map(({ field, before, after }) => ({
            key: field.name,
            cells: {
              field: say(field.label, locale),
              before: <del>{words(shown(field, before))}</del>,
              after: <ins className="no-underline">{words(shown(field, after))}</ins>,
            },
          }))}
          empty={<p className="text-muted">{t.noChanges}</p>}
        />
      )}
    </Section>
  );
}

/** Shows warnings that an officer should look at before deciding. */
export function Warnings({ view, locale }: Props) {
  const t = reviewMessages(locale);
  const groups = [
    { tone: 'warn', title: t.sameContract, why: 'contract' },
    { tone: 'neutral', title: t.sameApplicant, why: 'applicant' },
  ] as const;
  return groups.map(({ tone, title, why }) => {
    const rows = view.related.filter((related) => related.why === why);
    if (rows.length === 0) return null;
    return (
      <Callout key={why} tone={tone} title={title}>
        <ul className="space-y-1">
          {rows.map((related) => (
            <li key={related.id} className="flex flex-wrap items-center gap-x-3">
              <Link className="link" href={localePath(locale, paths.city.case(related.id))}>
                {related.reference}
              </Link>
              {why === 'contract' && words(organisationName(related.organisation, locale))}
              <CaseTag state={related.state} locale={locale} />
            </li>
          ))}
        </ul>
      </Callout>
    );
  });
}

/** Shows the findings of officers, each with its amount and reason. */
export function Findings({ view, locale }: Props) {
  const t = reviewMessages(locale);
  if (view.findings.length === 0) return null;
  return (
    <Section title={t.findings}>
      {view.findings.map((finding) => (
        <div key={finding.id} className="border-line border-l-4 pl-4">
          <p className="font-semibold">
            {t[finding.stage]} · {t[finding.outcome]}
            {finding.amountFen !== null && (
              <>
                {' · '}
                <Amount fen={finding.amountFen} locale={locale} />
              </>
            )}
          </p>
          <p className="text-muted text-sm">
            {words(actingText(locale, finding.by, finding.agency))} ·{' '}
            <DateTime at={finding.at} locale={locale} />
          </p>
          <p className="measure mt-1 whitespace-pre-wrap">{words(finding.reason)}</p>
        </div>
      ))}
    </Section>
  );
}
