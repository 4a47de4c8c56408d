import type { ReactNode } from 'react';
import { ChevronDown, ChevronUp, LockKeyhole, PenLine, Plus, Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout, Flash } from '@/components/ui/callout';
import { HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { GetForm } from '@/components/ui/get-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { words } from '@/components/ui/words';
import { fieldKinds, type FormField, type FormSection } from '@/features/forms/domain/form';
import { conditionText, kindName } from '@/features/forms/text';
import { localePath, type Locale } from '@/lib/locale';
import { say } from '@/lib/bilingual';
import type { OpenVersion } from '@/features/programmes/editor/queries';
import { paths } from '@/lib/paths';
import { formEditorDone, formEditorMessages } from '../messages';
import { FormPreview } from './form-preview';
import { draftOf, FormPage, type FormPageProps } from './parts';
import { cityProgrammeMessages } from '@/features/programmes/messages';
import { changeFormAction } from '../actions';

type Props = { locale: Locale; programmeId: string; version: OpenVersion };

const iconClass = 'size-4';
const moveIcons = { up: ChevronUp, down: ChevronDown, remove: Trash2 };

/** Shows the buttons to move or remove a section or question of the programme's own. */
function Moves(props: Props & { section: string; question?: string; name: string }) {
  const { locale, version, section, question, name } = props;
  const t = formEditorMessages(locale);
  const labels = { up: t.moveUp, down: t.moveDown, remove: t.remove };
  return (
    <ActionForm
      action={changeFormAction}
      locale={locale}
      scope={question ?? section}
      className="flex flex-wrap items-center gap-1 space-y-0"
    >
      <HiddenField name="versionId" value={version.id} />
      <HiddenField name="section" value={section} />
      {question !== undefined && <HiddenField name="question" value={question} />}
      {(['up', 'down', 'remove'] as const).map((move) => {
        const Icon = moveIcons[move];
        return (
          <SubmitButton key={move} name="move" value={move} variant="quiet" size="sm">
            <Icon aria-hidden className={iconClass} strokeWidth={1.75} />
            <span className="sr-only">
              {labels[move]} {words(name)}
            </span>
          </SubmitButton>
        );
      })}
    </ActionForm>
  );
}

function EditLink(props: { href: string; label: string; name: string }) {
  return (
    <a href={props.href} className={buttonClass('quiet', 'sm')}>
      <PenLine aria-hidden className={iconClass} strokeWidth={1.75} />
      <span>
        {props.label}
        <span className="sr-only"> {words(props.name)}</span>
      </span>
    </a>
  );
}

function Question(props: Props & { section: FormSection; field: FormField }) {
  const { locale, programmeId, version, section, field } = props;
  const t = formEditorMessages(locale);
  const label = say(field.label, locale);
  const facts = [kindName(locale, field.kind), field.required ? t.required : t.optional];
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-2.5">
      <div className="min-w-0 flex-1 basis-60">
        <p className="break-words">
          {!field.own && (
            <LockKeyhole
              aria-label={t.locked}
              className="text-muted mr-1.5 inline size-4 align-[-0.15em]"
              strokeWidth={1.75}
            />
          )}
          {words(label)}
        </p>
        <p className="text-muted text-sm">
          {facts.join(' · ')}
          {field.when && words(` · ${conditionText(locale, version.form, field.when)}`)}
        </p>
      </div>
      <div className="flex flex-wrap items-center">
        {field.own && <Moves {...props} section={section.id} question={field.name} name={label} />}
        <EditLink
          href={localePath(locale, paths.city.question(programmeId, field.name))}
          label={field.own ? t.edit : t.addHelp}
          name={label}
        />
      </div>
    </li>
  );
}

function AddQuestion({
  locale,
  programmeId,
  section,
}: Omit<Props, 'version'> & { section: FormSection }) {
  const t = formEditorMessages(locale);
  return (
    <GetForm
      locale={locale}
      action={localePath(locale, paths.city.question(programmeId, 'new'))}
      hiddenFields={{ section: section.id }}
      className="flex flex-wrap items-center gap-3 space-y-0"
    >
      <KindChoice locale={locale} section={section.id} />
      <Button type="submit" variant="secondary" size="sm">
        <Plus aria-hidden className={iconClass} strokeWidth={1.75} />
        {t.addQuestion}
        <span className="sr-only"> {words(say(section.title, locale))}</span>
      </Button>
    </GetForm>
  );
}

/** Shows the choice of kinds. The id contains the section, because the page has one choice for each section. */
function KindChoice({ locale, section }: { locale: Locale; section: string }) {
  return (
    <label htmlFor={`kind-${section}`} className="flex items-center gap-2 text-sm">
      <span className="text-muted">{formEditorMessages(locale).kind}</span>
      <select
        id={`kind-${section}`}
        name="kind"
        className="border-edge bg-surface min-h-8 rounded border px-2 pointer-coarse:min-h-11"
      >
        {fieldKinds.map((kind) => (
          <option key={kind} value={kind}>
            {kindName(locale, kind)}
          </option>
        ))}
      </select>
    </label>
  );
}

function SectionCard(props: Props & { section: FormSection }) {
  const { locale, programmeId, version, section } = props;
  const t = formEditorMessages(locale);
  const title = say(section.title, locale);
  return (
    <section
      id={`s-${section.id}`}
      className="border-line bg-surface scroll-mt-4 rounded border p-4 sm:p-5"
    >
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <h2 className="text-lg break-words">
            {!section.own && (
              <LockKeyhole
                aria-label={t.locked}
                className="text-muted mr-1.5 inline size-4 align-[-0.1em]"
                strokeWidth={1.75}
              />
            )}
            {words(title)}
          </h2>
          {section.when && (
            <p className="text-muted text-sm">
              {words(conditionText(locale, version.form, section.when))}
            </p>
          )}
        </div>
        {section.own && (
          <div className="flex flex-wrap items-center">
            <Moves {...props} section={section.id} name={title} />
            <EditLink
              href={localePath(locale, paths.city.formSection(programmeId, section.id))}
              label={t.edit}
              name={title}
            />
          </div>
        )}
      </div>
      {section.fields.length === 0 ? (
        <p className="text-warn mt-2">{t.noQuestions}</p>
      ) : (
        <ol className="divide-line border-line mt-2 divide-y border-t">
          {section.fields.map((field) => (
            <Question key={field.name} {...props} section={section} field={field} />
          ))}
        </ol>
      )}
      {section.id !== 'declaration' && (
        <div className="border-line border-t pt-4">
          <AddQuestion locale={locale} programmeId={programmeId} section={section} />
        </div>
      )}
    </section>
  );
}

/** Shows the preview beside what is edited. */
export function PreviewAside(props: { locale: Locale; lead: ReactNode; children: ReactNode }) {
  const t = formEditorMessages(props.locale);
  return (
    <aside aria-label={t.preview} className="h-full min-w-0">
      <div role="region" aria-label={t.preview} tabIndex={0} className="beside space-y-4">
        <div>
          <h2 className="text-xl">{t.preview}</h2>
          <p className="text-muted measure text-sm">{props.lead}</p>
        </div>
        {props.children}
      </div>
    </aside>
  );
}

/** Shows the form of a draft: its sections and questions with the actions on each, and the preview. */
export function FormOverview(props: FormPageProps & { done: string | undefined }) {
  const { locale, programme, done } = props;
  const t = formEditorMessages(locale);
  const version = draftOf(programme);
  return (
    <FormPage
      {...props}
      title={cityProgrammeMessages(locale).applicationForm}
      lead={t.lead}
      actions={
        <ButtonLink
          href={localePath(locale, paths.city.formPreview(programme.id))}
          variant="secondary"
          size="sm"
        >
          {t.openPreview}
        </ButtonLink>
      }
    >
      <Flash text={formEditorDone(locale, done)} />
      {version && !version.readiness.whole && version.form.sections.length === 0 && (
        <Callout tone="info" title={t.noRules} />
      )}
      {version && (
        <div className="grid gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
          <div className="min-w-0 space-y-5">
            {version.form.sections.map((section) => (
              <SectionCard
                key={section.id}
                locale={locale}
                version={version}
                section={section}
                programmeId={programme.id}
              />
            ))}
            <ButtonLink href={localePath(locale, paths.city.formSection(programme.id, 'new'))}>
              <Plus aria-hidden className={iconClass} strokeWidth={1.75} />
              {t.addSection}
            </ButtonLink>
          </div>
          {/* On a phone the preview is on its own page. */}
          <div className="min-w-0 max-lg:hidden">
            <PreviewAside locale={locale} lead={t.previewLead}>
              <FormPreview form={version.form} heading="h3" locale={locale} />
            </PreviewAside>
          </div>
        </div>
      )}
    </FormPage>
  );
}

/** Shows the preview on its own page, at the width that applicants have. */
export function FormPreviewPage(props: FormPageProps) {
  const { locale, programme } = props;
  const t = formEditorMessages(locale);
  const version = draftOf(programme);
  return (
    <FormPage {...props} title={t.preview} lead={t.previewLead} inner narrow>
      {version && <FormPreview form={version.form} heading="h2" locale={locale} />}
    </FormPage>
  );
}
