import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { Pager, Table } from '@/components/ui/table';
import { say } from '@/features/programmes/domain/text';
import type { Programme, ProgrammeSummary } from '@/features/programmes/queries';
import { localePath, type Locale } from '@/lib/locale';
import { startApplicationAction } from '../actions';
import { allFields, type FormField } from '../domain/form';
import { shownAnswer } from '../domain/shown';
import { readSection } from '../domain/validate';
import { applicationMessages } from '../messages';

const newPath = '/startup/applications/new';

/** The programmes that take applications now. */
export function ChooseProgramme(props: {
  locale: Locale;
  page: { rows: readonly ProgrammeSummary[]; nextCursor: string | null };
  cursor: string | undefined;
}) {
  const { locale, page, cursor } = props;
  const t = applicationMessages(locale);
  const open = page.rows.filter((programme) => programme.round);
  const all = localePath(locale, '/programmes');
  return (
    <PageBody>
      <PageHeader
        title={t.chooseTitle}
        lead={t.chooseLead}
        back={{ href: localePath(locale, '/startup/applications'), label: t.toList }}
      />
      <Table
        caption={t.chooseTitle}
        columns={[
          { key: 'programme', header: t.programme, wrap: true },
          { key: 'city', header: t.city },
          { key: 'closes', header: t.closes },
        ]}
        rows={open.map((programme) => ({
          key: programme.id,
          href: localePath(locale, `${newPath}?programme=${programme.slug}`),
          cells: {
            programme: say(programme.title, locale),
            city: locale === 'en' ? programme.city.en : programme.city.zh,
            closes: programme.round && <DateTime at={programme.round.closesAt} locale={locale} />,
          },
        }))}
        empty={
          <EmptyState
            title={t.noProgrammesTitle}
            body={t.noProgrammesBody}
            action={<ButtonLink href={all}>{t.seeProgrammes}</ButtonLink>}
          />
        }
      />
      <Pager
        locale={locale}
        path={localePath(locale, newPath)}
        cursor={cursor}
        nextCursor={page.nextCursor}
      />
    </PageBody>
  );
}

/** Answers of the eligibility check that the form asks for too, and that fit its fields. */
export function carriedAnswers(
  programme: Programme,
  given: Readonly<Record<string, string | undefined>>,
): { field: FormField; value: string }[] {
  const typed = Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const read = Object.assign(
    {},
    ...programme.version.form.sections.map((section) => readSection(section, typed).answers),
  ) as Record<string, string>;
  return allFields(programme.version.form).flatMap((field) => {
    const value = read[field.name];
    return value ? [{ field, value }] : [];
  });
}

function Facts({ programme, locale }: { programme: Programme; locale: Locale }) {
  const t = applicationMessages(locale);
  const files = allFields(programme.version.form).filter((field) => field.kind === 'file');
  return (
    <DescriptionList
      items={[
        { term: t.city, value: locale === 'en' ? programme.city.en : programme.city.zh },
        ...(programme.round
          ? [{ term: t.closes, value: <DateTime at={programme.round.closesAt} locale={locale} /> }]
          : []),
        {
          term: t.promised,
          value: t.promisedDays({ days: programme.rules.service.reviewWorkingDays }),
        },
        {
          term: t.needed,
          value: (
            <ul>
              {files.map((field) => (
                <li key={field.name}>{say(field.label, locale)}</li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}

/** Says what one begins, and begins it; or leads to the case that runs already. */
export function ConfirmStart(props: {
  locale: Locale;
  programme: Programme;
  runningId: string | null;
  given: Readonly<Record<string, string | undefined>>;
}) {
  const { locale, programme, runningId, given } = props;
  const t = applicationMessages(locale);
  const carried = carriedAnswers(programme, given);
  return (
    <PageBody narrow>
      <PageHeader
        eyebrow={t.startTitle}
        title={say(programme.title, locale)}
        back={{ href: localePath(locale, newPath), label: t.chooseTitle }}
      />
      {runningId && (
        <Callout tone="info" title={t.runningTitle}>
          <p>{t.runningBody}</p>
          <p className="mt-3">
            <ButtonLink href={localePath(locale, `/startup/applications/${runningId}`)}>
              {t.openRunning}
            </ButtonLink>
          </p>
        </Callout>
      )}
      {!programme.round && (
        <Callout tone="warn" title={t.closedTitle}>
          {t.closedBody}
        </Callout>
      )}
      <Facts programme={programme} locale={locale} />
      {!runningId && programme.round && (
        <ActionForm action={startApplicationAction} locale={locale}>
          <HiddenField name="programme" value={programme.slug} />
          {carried.length > 0 && (
            <Section title={t.carried}>
              <DescriptionList
                items={carried.map(({ field, value }) => ({
                  term: say(field.label, locale),
                  value: shownAnswer(field, value, locale, []),
                }))}
              />
              {carried.map(({ field, value }) => (
                <HiddenField key={field.name} name={field.name} value={value} />
              ))}
            </Section>
          )}
          <p className="text-muted">{t.startNote}</p>
          <SubmitButton>{t.start}</SubmitButton>
        </ActionForm>
      )}
    </PageBody>
  );
}
