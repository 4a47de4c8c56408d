import { Link } from '@/components/ui/link';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout, Flash } from '@/components/ui/callout';
import { cn } from '@/components/ui/cn';
import { EmptyState } from '@/components/ui/empty-state';
import { HiddenField, type Option } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { PageBody, PageHeader } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatDateTime } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { neededFactNames } from '@/features/rules/domain/needed-facts';
import { paths } from '@/lib/paths';
import { sectionTexts, type Draft } from '../domain/draft';
import {
  parameterTable,
  sectionIds,
  type SectionId,
} from '@/features/rules/domain/parameter-table';
import { say } from '@/lib/bilingual';
import { editorDone, editorMessages } from '../messages';
import type { EditedProgramme, OpenVersion } from '../queries';
import { obstaclesBySection } from '../obstacle-text';
import { CreateVersion } from './begin';
import { DraftAutosave } from './draft-autosave';
import { Frozen } from './frozen';
import type { Declared } from './leaf-field';
import { SectionFields } from './parameter-fields';
import { Preview } from './preview';
import { cityProgrammeMessages } from '@/features/programmes/messages';
import { autosaveDraftAction, saveDraftAction } from '../actions';

type Props = { locale: Locale; programme: EditedProgramme; section: SectionId };
type EditProps = Props & { version: OpenVersion };

type Named = { id?: string | undefined; title?: unknown; text?: unknown };

/** Lists the items that the draft declares itself, as options of its other fields. */
function declaredIn({ rules }: Draft, locale: Locale): Declared {
  const options = (list: readonly Named[] | undefined): Option[] =>
    (list ?? []).flatMap(({ id, title, text }) => {
      if (id === undefined) return [];
      const words = (title ?? text ?? {}) as { 'zh-CN'?: string; en?: string };
      return [{ value: id, label: words[locale] ?? id }];
    });
  return {
    questions: options(rules.questions),
    directions: options(rules.directions),
    fixedAwards: options(rules.fixedAwards),
    subPools: options(rules.pool?.subPools),
  };
}

function SectionLinks({ locale, programme, section, version }: EditProps) {
  const t = editorMessages(locale);
  const left = obstaclesBySection(version.readiness);
  return (
    <nav aria-label={t.sections} className="no-print">
      <ol className="border-line flex flex-wrap gap-x-1 border-b">
        {sectionIds.map((id, at) => {
          const n = left.get(id)?.length ?? 0;
          return (
            <li key={id}>
              <Link
                href={localePath(locale, paths.city.rules(programme.id, id))}
                aria-current={id === section ? 'page' : undefined}
                className={cn(
                  'hover:text-fg -mb-px inline-flex min-h-9 items-center gap-1.5 border-b-2 px-2 text-sm',
                  id === section
                    ? 'border-primary text-primary font-semibold'
                    : 'text-muted border-transparent forced-colors:border-[Canvas]',
                )}
              >
                <span className="tabular">{at + 1}</span>
                {t[`section_${id}`]}
                {n > 0 && (
                  <span className="bg-warn-bg text-warn tabular rounded-sm px-1.5 font-semibold">
                    <span aria-hidden>{n}</span>
                    <span className="sr-only">{t.open({ n })}</span>
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** A dense layout where there is a mouse; focused fields keep clear of the bar at the top. */
const compact =
  '[&_:is(input,select,textarea)]:scroll-mt-28 pointer-fine:text-sm ' +
  'pointer-fine:[&_:is(input,select,textarea)]:min-h-9 pointer-fine:[&_:is(input,select,textarea)]:py-1 ' +
  'pointer-fine:[&_:is(input,select,textarea)]:text-sm pointer-fine:[&_input[type=checkbox]]:min-h-0 ' +
  'pointer-fine:[&_label:has(>input)]:min-h-7 pointer-fine:[&_label:has(>input)]:py-0.5';

function SectionForm({ locale, section, version }: EditProps) {
  const t = editorMessages(locale);
  const texts = sectionTexts(section, version.draft);
  const needed = neededIn(version.draft);
  return (
    <ActionForm action={saveDraftAction} locale={locale} className={compact}>
      {/* The Enter key presses the first button of a form, so the first button must be the one that saves. */}
      <button type="submit" tabIndex={-1} aria-hidden className="sr-only">
        {t.save}
      </button>
      <HiddenField name="versionId" value={version.id} />
      <HiddenField name="section" value={section} />
      <DraftAutosave
        action={autosaveDraftAction}
        revision={version.revision}
        base={JSON.stringify(texts)}
        status={t.savedAt({ time: formatDateTime(version.changedAt, locale) })}
        texts={{ unsent: t.unsentDraft, saving: t.saving, offline: t.offline, failed: t.failed }}
      />
      <SectionFields
        locale={locale}
        texts={texts}
        declared={declaredIn(version.draft, locale)}
        needed={needed}
        unit={version.draft.rules.unit}
        parts={parameterTable[section]}
      />
      <div className="border-line flex flex-wrap gap-3 border-t pt-5">
        {section !== 'examples' && (
          <SubmitButton name="onward" value="next">
            {t.saveNext}
          </SubmitButton>
        )}
        <SubmitButton variant={section === 'examples' ? 'primary' : 'secondary'}>
          {t.save}
        </SubmitButton>
        <SubmitButton name="onward" value="ready" variant="secondary">
          {t.saveReady}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Returns the facts that an example should contain; while the rules are incomplete, only the most common one. */
function neededIn({ rules }: Draft): string[] {
  const { applicants, rates, base, vendors, pool } = rules;
  if (!applicants || !rates || !base?.of || !vendors || !pool) return ['contractAmount'];
  return neededFactNames(rules as Parameters<typeof neededFactNames>[0]);
}

function NotEditable({ locale, programme }: Props) {
  const t = editorMessages(locale);
  if (programme.open) return <Callout tone="info" title={t.fixed} />;
  return (
    <EmptyState
      title={t.noDraft}
      body={t.noDraftBody}
      action={<CreateVersion locale={locale} programme={programme} />}
    />
  );
}

/** Shows one section of a draft: its form, and beside it the guide's text and the examples. */
export function EditSection(props: Props & { done: string | undefined; rows: string | undefined }) {
  const { locale, programme, section, done, rows } = props;
  const t = editorMessages(locale);
  const version = programme.open?.state === 'draft' ? programme.open : undefined;
  return (
    <div className="space-y-6">
      <PageHeader
        title={t[`section_${section}`]}
        {...(version && { eyebrow: t.draftTitle({ number: version.number }) })}
        back={{
          href: localePath(locale, paths.city.programme(programme.id)),
          label: say(programme.title, locale),
        }}
        actions={
          version && (
            <>
              <ButtonLink
                href={localePath(locale, paths.city.form(programme.id))}
                variant="secondary"
                size="sm"
              >
                {cityProgrammeMessages(locale).applicationForm}
              </ButtonLink>
              <ButtonLink
                href={localePath(locale, paths.city.ready(programme.id))}
                variant="secondary"
                size="sm"
              >
                {t.ready}
              </ButtonLink>
            </>
          )
        }
      />
      {!version && <NotEditable {...props} />}
      {version && (
        <PageBody>
          <div className="space-y-6">
            <SectionLinks {...props} version={version} />
            <Flash text={editorDone(locale, done)} />
            {version.returnReason !== null && (
              <Callout tone="warn" title={t.returned}>
                {version.returnReason}
              </Callout>
            )}
            <div className="grid gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
              <div className="min-w-0">
                <Frozen key={`${section}-${rows ?? ''}`}>
                  <SectionForm {...props} version={version} />
                </Frozen>
              </div>
              <aside aria-label={t.preview} className="min-w-0">
                <Preview section={section} version={version} locale={locale} />
              </aside>
            </div>
          </div>
        </PageBody>
      )}
    </div>
  );
}
