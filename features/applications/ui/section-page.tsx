import { ButtonLink } from '@/components/ui/button-link';
import { Callout, Flash } from '@/components/ui/callout';
import { HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { HoldsDefaults } from '@/components/ui/holds-defaults';
import { Columns, PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { say } from '@/lib/bilingual';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { explainFaults } from '@/server/field-errors';
import { autosaveSectionAction, saveSectionAction } from '../actions';
import { ofSection, pageSections } from '../domain/editing';
import {
  planOf,
  shownFields,
  type FormField,
  type FormSection,
} from '@/features/forms/domain/form';
import { shownAnswer } from '@/features/forms/domain/shown';
import { misorderedIn } from '@/features/forms/domain/validate';
import { applicationFieldErrors, applicationMessages, doneText } from '../messages';
import { savingMessages } from '@/features/forms/saving-messages';
import type { ApplicationView } from '../view-queries';
import { AnswerField } from '@/features/forms/ui/answer-field';
import { Autosave } from '@/features/forms/ui/autosave';
import { Bar, barOf } from './bar';
import { Clears } from '@/features/forms/ui/clears';
import { Conditions } from '@/features/forms/ui/conditional';
import { ExpectedAmount } from './expected-amount';
import { FileSlot } from './file-slot';
import { LiveFaults } from '@/features/forms/ui/live-faults';
import { Registry } from './registry';
import { SourceNote } from './source-note';
import { sourceText } from './source-text';
import { ProgrammeNotice } from './programme-notice';
import { AnswerList } from './summary';

type Props = {
  locale: Locale;
  view: ApplicationView;
  section: FormSection;
  /** The user came from the check before submission and returns to it. */
  fromReview: boolean;
  /** The user who fills in the form. The browser keeps unsaved text under this user. */
  reader: string;
  /** What was sent without a script and could not be saved. It is shown again as typed. */
  late?: Readonly<Record<string, string>> | undefined;
  /** The name of a colleague who works on the section now. */
  colleague: string | undefined;
};

function Buttons({ locale, view, fromReview }: Pick<Props, 'locale' | 'view' | 'fromReview'>) {
  const t = applicationMessages(locale);
  if (view.state === 'returned') return <SubmitButton>{t.saveCorrection}</SubmitButton>;
  if (fromReview) {
    return (
      <SubmitButton name="onward" value="review">
        {t.saveReview}
      </SubmitButton>
    );
  }
  return (
    <div className="flex flex-wrap gap-3">
      <SubmitButton name="onward" value="next">
        {t.saveNext}
      </SubmitButton>
      <SubmitButton name="onward" value="list" variant="secondary">
        {t.save}
      </SubmitButton>
    </div>
  );
}

/**
 * Renders a hidden submit button before all others. The Enter key presses the first button of a form, which must be
 * one that saves.
 */
function EnterSaves({ locale, section, fromReview }: Props) {
  if (!section.fields.some(({ kind }) => kind === 'table')) return null;
  return (
    <button
      type="submit"
      name="onward"
      value={fromReview ? 'review' : 'next'}
      tabIndex={-1}
      aria-hidden
      className="sr-only"
    >
      {applicationMessages(locale).saveNext}
    </button>
  );
}

/** Shows where an answer came from, unless the applicant typed it, and offers the profile's answer if that differs. */
function Origin({ view, field, locale }: Pick<Props, 'view' | 'locale'> & { field: FormField }) {
  const t = applicationMessages(locale);
  const value = view.answers[field.name] ?? '';
  const profile = view.profile[field.name];
  const shown = profile && shownAnswer(field, profile, locale, view.vendors);
  return (
    <SourceNote
      name={field.name}
      value={value}
      label={value ? sourceText(view, field.name, locale) : undefined}
      profile={profile}
      changed={
        shown && view.sources[field.name] === 'profile'
          ? t.profileChanged({ value: shown })
          : undefined
      }
      useLabel={shown ? t.useProfile({ value: shown }) : undefined}
    />
  );
}

/** Formats the faults between the saved answers, by field, in the same way as a save in the background. */
function storedFaults({ locale, view, section }: Props): string {
  const faults = misorderedIn(view.form, section, view.answers, new Set(view.open));
  return JSON.stringify(explainFaults(faults, locale, applicationFieldErrors));
}

function AnswerForm(props: Props & { fields: readonly FormField[] }) {
  const { locale, view, section, fields, late = {} } = props;
  const t = applicationMessages(locale);
  return (
    <ActionForm action={saveSectionAction} locale={locale}>
      <EnterSaves {...props} />
      <HiddenField name="applicationId" value={view.id} />
      <HiddenField name="section" value={section.id} />
      <Clears texts={{ title: t.clearsTitle, body: t.clearsBody, confirm: t.clearsConfirm }} />
      <LiveFaults first={storedFaults(props)}>
        <Autosave
          action={autosaveSectionAction}
          owner={props.reader}
          form={`${view.id}/${section.id}`}
          section={section}
          revision={late.revision === undefined ? view.revision : Number(late.revision)}
          base={late.base ?? JSON.stringify(ofSection(section, view.answers))}
          colleague={props.colleague && t.colleagueHere({ name: props.colleague })}
          now={view.now.getTime()}
          labels={{ notSubmitted: t.notSubmitted, amount: t.expected, unknown: t.expectedUnknown }}
          texts={savingMessages(locale)}
          {...barOf(view, locale)}
        />
        <HoldsDefaults>
          <Conditions plan={planOf(view.form)} answers={view.answers}>
            {fields.map((field) => (
              <AnswerField
                key={field.name}
                field={field}
                value={late[field.name] ?? view.answers[field.name] ?? ''}
                fault={view.correction?.fields[field.name]}
                vendors={view.vendors}
                locale={locale}
                note={<Origin view={view} field={field} locale={locale} />}
              />
            ))}
          </Conditions>
        </HoldsDefaults>
      </LiveFaults>
      <Buttons {...props} />
    </ActionForm>
  );
}

function onwardPath({ view, section, fromReview }: Props): string {
  if (view.state === 'returned') return paths.startup.status(view.id);
  const review = paths.startup.review(view.id);
  if (fromReview) return review;
  const pages = pageSections(view.form, view.answers);
  const next = pages[pages.findIndex(({ id }) => id === section.id) + 1];
  if (next) return paths.startup.section(view.id, next.id);
  return view.missing.length > 0 ? paths.startup.application(view.id) : review;
}

function Onward(props: Props) {
  const { locale } = props;
  return (
    <ButtonLink href={localePath(locale, onwardPath(props))}>
      {applicationMessages(locale).continue}
    </ButtonLink>
  );
}

/** Shows the files of a section, each requirement with its own place for uploads. */
function Files({ fields, ...props }: Props & { fields: readonly FormField[] }) {
  const { locale, view, section } = props;
  const visible = new Set(shownFields(view.form, section, view.answers).map(({ name }) => name));
  return (
    <>
      {fields
        .filter(({ name }) => visible.has(name))
        .map((field) => (
          <FileSlot
            key={field.name}
            applicationId={view.id}
            field={field}
            documents={view.documents.filter(({ requirement }) => requirement === field.name)}
            removed={view.removed.filter(({ requirement }) => requirement === field.name)}
            open={view.open.includes(field.name)}
            fault={view.correction?.fields[field.name]}
            locale={locale}
          />
        ))}
      <Onward {...props} />
    </>
  );
}

/** Shows one section of the form: its questions, its files, and beside them the expected amount. */
export function SectionPage(props: Props & { done?: string }) {
  const { locale, view, section, done } = props;
  const t = applicationMessages(locale);
  const pages = pageSections(view.form, view.answers);
  const returned = view.state === 'returned';
  const open = section.fields.filter((field) => view.open.includes(field.name));
  const closed = section.fields.filter(
    (field) => !view.open.includes(field.name) && field.kind !== 'declaration',
  );
  const questions = open.filter((field) => field.kind !== 'file');
  const files = open.filter((field) => field.kind === 'file');
  return (
    <PageBody>
      <PageHeader
        eyebrow={`${say(view.programme.title, locale)} · ${t.sectionOf({
          at: pages.findIndex(({ id }) => id === section.id) + 1,
          of: pages.length,
        })}`}
        title={say(section.title, locale)}
        {...(section.lead && { lead: say(section.lead, locale) })}
        back={
          returned
            ? { href: localePath(locale, paths.startup.status(view.id)), label: t.toStatus }
            : { href: localePath(locale, paths.startup.application(view.id)), label: t.toTasks }
        }
      />
      <Flash text={doneText(locale, done)} />
      <Columns
        aside={
          <>
            <ExpectedAmount assessment={view.assessment} rules={view.rules} locale={locale} />
            {pages[0] === section && <Registry view={view} locale={locale} />}
          </>
        }
      >
        <ProgrammeNotice view={view} locale={locale} />
        {props.late && <Callout tone="warn" title={t.lateTitle} live />}
        {returned && view.correction && (
          <Callout tone="warn" title={t.correctionTitle}>
            {view.correction.message}
          </Callout>
        )}
        {questions.length > 0 ? (
          <AnswerForm {...props} fields={questions} />
        ) : (
          <Bar locale={locale} view={view} />
        )}
        {files.length > 0 && <Files {...props} fields={files} />}
        {returned && closed.length > 0 && (
          <Section title={t.unchanged}>
            <AnswerList fields={closed} view={view} locale={locale} />
          </Section>
        )}
      </Columns>
    </PageBody>
  );
}
