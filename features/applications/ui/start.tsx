import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { HiddenField, RadioGroup } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { Pager, Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { say } from '@/lib/bilingual';
import type { Programme, ProgrammeSummary } from '@/features/programmes/queries';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { startApplicationAction } from '../actions';
import { readKnown } from '../domain/copy';
import { allFields, type FormField } from '@/features/forms/domain/form';
import { shownAnswer } from '@/features/forms/domain/shown';
import { applicationMessages } from '../messages';
import type { EarlierCase } from '../prefill';
import { earlierOptions } from './fill-from';

const newPath = paths.startup.newApplication();

/** Lists the programmes that accept applications now. */
export function ChooseProgramme(props: {
  locale: Locale;
  page: { rows: readonly ProgrammeSummary[]; nextCursor: string | null };
  cursor: string | undefined;
}) {
  const { locale, page, cursor } = props;
  const t = applicationMessages(locale);
  const all = localePath(locale, paths.programmes());
  return (
    <PageBody>
      <PageHeader
        title={t.chooseTitle}
        lead={t.chooseLead}
        back={{ href: localePath(locale, paths.startup.applications()), label: t.toList }}
      />
      <Table
        caption={t.chooseTitle}
        columns={[
          { key: 'programme', header: t.programme, wrap: true },
          { key: 'city', header: t.city },
          { key: 'closes', header: t.closes },
        ]}
        rows={page.rows.map((programme) => ({
          key: programme.id,
          href: localePath(locale, `${newPath}?programme=${programme.slug}`),
          cells: {
            programme: say(programme.title, locale),
            city: say(programme.city, locale),
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

/** Returns the known answers that fit fields of the programme's form. */
function carriedAnswers(
  programme: Programme,
  given: Readonly<Record<string, string | undefined>>,
): { field: FormField; value: string }[] {
  const read = readKnown(programme.version.form, given);
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
        { term: t.city, value: say(programme.city, locale) },
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
                <li key={field.name}>{words(say(field.label, locale))}</li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}

/** Lists the answers that the user does not have to type; the title shows where they come from. */
function Known(props: {
  programme: Programme;
  known: Readonly<Record<string, string | undefined>>;
  title: string;
  locale: Locale;
}) {
  const { programme, known, title, locale } = props;
  const carried = carriedAnswers(programme, known);
  if (carried.length === 0) return null;
  return (
    <Section title={title}>
      <DescriptionList
        items={carried.map(({ field, value }) => ({
          term: say(field.label, locale),
          value: shownAnswer(field, value, locale, []),
        }))}
      />
    </Section>
  );
}

/**
 * Shows what the user is about to start, and the button that starts it. If a case is already running, it shows a link
 * to that case.
 */
export function ConfirmStart(props: {
  locale: Locale;
  programme: Programme;
  runningId: string | null;
  earlier: readonly EarlierCase[];
  profile: Readonly<Record<string, string>>;
  given: Readonly<Record<string, string | undefined>>;
}) {
  const { locale, programme, runningId, given, earlier, profile } = props;
  const t = applicationMessages(locale);
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
            <ButtonLink href={localePath(locale, paths.startup.application(runningId))}>
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
          <Known programme={programme} known={given} title={t.carried} locale={locale} />
          {carriedAnswers(programme, given).map(({ field, value }) => (
            <HiddenField key={field.name} name={field.name} value={value} />
          ))}
          <Known programme={programme} known={profile} title={t.fromProfile} locale={locale} />
          {earlier.length > 0 && (
            <RadioGroup
              name="earlier"
              label={t.earlierTitle}
              hint={t.earlierHint}
              optional
              defaultValue={earlier.some(({ id }) => id === given.from) ? (given.from ?? '') : ''}
              options={[{ value: '', label: t.earlierNone }, ...earlierOptions(earlier, locale)]}
            />
          )}
          <p className="text-muted">{t.startNote}</p>
          <SubmitButton>{t.start}</SubmitButton>
        </ActionForm>
      )}
    </PageBody>
  );
}
