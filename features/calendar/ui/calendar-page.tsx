import { Callout, Flash } from '@/components/ui/callout';
import { DateOnly, DateTime } from '@/components/ui/date-time';
import { Decline, TwoAnswers } from '@/components/ui/decline';
import { DescriptionList } from '@/components/ui/description-list';
import { HiddenField, NumberField, TextArea, TextField } from '@/components/ui/fields';
import { FileField } from '@/components/ui/file-field';
import { ActionForm } from '@/components/ui/form';
import { Card, PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { words } from '@/components/ui/words';
import { localePath, type Locale } from '@/lib/locale';
import { peopleMessages } from '@/features/people/messages';
import { paths } from '@/lib/paths';
import { declineYearAction, proposeYearAction, releaseYearAction } from '../actions';
import { spans } from '../domain/lines';
import { calendarDoneText, calendarMessages } from '../messages';
import type { CalendarPage, CalendarYear } from '../queries';

type Localised = { locale: Locale };

/** Shows days; consecutive days are one span. */
function Days({ days, locale }: Localised & { days: readonly string[] }) {
  const t = calendarMessages(locale);
  if (days.length === 0) return <>{t.none}</>;
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1">
      {spans(days).map(([first, last]) => (
        <li key={first}>
          <DateOnly on={first} locale={locale} />
          {last !== first && (
            <>
              {' '}
              {t.to} <DateOnly on={last} locale={locale} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Shows the days of an arrangement, its source, and how many working days it leaves. */
function Arrangement({ year, locale }: Localised & { year: CalendarYear }) {
  const t = calendarMessages(locale);
  const { workingDays, lawful, decidedBy, decidedAt } = year;
  const person = (name: string | null, at: Date | null) =>
    name && at ? (
      <>
        {words(name)} · <DateTime at={at} locale={locale} />
      </>
    ) : (
      t.shipped
    );
  return (
    <DescriptionList
      items={[
        { term: t.daysOff, value: <Days days={year.daysOff} locale={locale} /> },
        { term: t.worked, value: <Days days={year.worked} locale={locale} /> },
        {
          term: t.workingDays,
          value: (
            <>
              {t.workingDaysAre({ count: workingDays })}
              {workingDays !== lawful && (
                <strong className="block text-sm">{t.unlike({ lawful })}</strong>
              )}
            </>
          ),
        },
        { term: t.source, value: <span lang="zh-CN">{year.source}</span> },
        { term: t.proposedBy, value: person(year.proposedBy, year.proposedAt) },
        ...(decidedAt && decidedBy
          ? [{ term: t.decidedBy, value: person(decidedBy, decidedAt) }]
          : []),
      ]}
    />
  );
}

function Decide({ year, locale }: Localised & { year: CalendarYear }) {
  const t = calendarMessages(locale);
  if (year.mine) return <Callout tone="info" title={t.own} />;
  return (
    <TwoAnswers>
      <ActionForm action={releaseYearAction} locale={locale}>
        <HiddenField name="id" value={year.id} />
        <SubmitButton>{t.release}</SubmitButton>
      </ActionForm>
      <Decline
        action={declineYearAction}
        locale={locale}
        scope={year.id.slice(-8)}
        subject={{ name: 'id', id: year.id }}
        reason={{ name: 'answer', label: t.declineReason }}
        label={t.decline}
      />
    </TwoAnswers>
  );
}

function ProposeForm({ year, locale }: Localised & { year: number }) {
  const t = calendarMessages(locale);
  return (
    <ActionForm action={proposeYearAction} locale={locale} className="max-w-2xl">
      <NumberField name="year" label={t.year} defaultValue={String(year)} />
      <TextField name="source" label={t.source} hint={t.sourceHint} width="full" maxLength={200} />
      <TextArea name="lines" label={t.lines} hint={t.linesHint} rows={12} optional />
      <FileField name="file" label={t.file} hint={t.fileHint} accept=".csv,.txt" optional />
      <SubmitButton>{t.propose}</SubmitButton>
    </ActionForm>
  );
}

/**
 * Shows the platform's page of years: what is in force, what waits for a decision, what is missing, and the
 * form for the next year.
 */
export function CalendarYears(props: Localised & { page: CalendarPage; done: string | undefined }) {
  const { page, locale } = props;
  const t = calendarMessages(locale);
  const next = page.missing[0] ?? Number(page.today.slice(0, 4)) + 1;
  return (
    <PageBody>
      <PageHeader
        title={t.title}
        lead={t.lead}
        back={{
          href: localePath(locale, paths.platform.home()),
          label: peopleMessages(locale).platform,
        }}
      />
      <Flash text={calendarDoneText(locale, props.done)} />
      {page.missing.map((year) => (
        <Callout key={year} tone="warn" title={t.missing({ year })}>
          {t.missingText}
        </Callout>
      ))}
      {page.open.length > 0 && (
        <Section title={t.waiting}>
          {page.open.map((year) => (
            <Card key={year.id} className="space-y-4">
              <h3 className="text-lg">{year.year}</h3>
              <Arrangement year={year} locale={locale} />
              <Decide year={year} locale={locale} />
            </Card>
          ))}
        </Section>
      )}
      <Section title={t.propose}>
        <ProposeForm year={next} locale={locale} />
      </Section>
      <Section title={t.inForce}>
        {page.years.map((year) => (
          <details key={year.id} className="border-line border-b py-2">
            <summary className="link inline-flex min-h-11 items-center">
              {year.year} · {t.workingDaysAre({ count: year.workingDays })}
            </summary>
            <Arrangement year={year} locale={locale} />
          </details>
        ))}
      </Section>
    </PageBody>
  );
}
