import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/empty-state';
import { HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { localePath, type Locale } from '@/lib/locale';
import { difference } from '@/features/programmes/editor/domain/difference';
import { sectionIds } from '@/features/rules/domain/parameter-table';
import { say } from '@/lib/bilingual';
import { editorMessages } from '@/features/programmes/editor/messages';
import type { EditedProgramme, OpenVersion } from '@/features/programmes/editor/queries';
import { Checklist } from '@/features/programmes/editor/ui/checklist';
import { DifferenceTable } from '@/features/programmes/editor/ui/difference-table';
import { ExampleList } from '@/features/programmes/editor/ui/example-list';
import { CreateVersion } from '@/features/programmes/editor/ui/begin';
import { FormDifference } from '@/features/programmes/form-editor/ui/form-difference';
import { proposeVersionAction } from '@/features/programmes/editor/actions';
import { paths } from '@/lib/paths';

type Props = { locale: Locale; programme: EditedProgramme };

/** Shows how the draft differs from the version in force. Rounds are left out, because each shows its own dates. */
export function DraftDifference({ locale, programme, version }: Props & { version: OpenVersion }) {
  const t = editorMessages(locale);
  const { current } = programme;
  if (!current) return <p className="text-muted">{t.differenceFirst}</p>;
  const { rules, guide, examples } = current;
  const before = { rules, guide, examples, rounds: version.draft.rounds };
  const after = { ...version.draft, budgetYuan: undefined };
  const changes = difference(before, after, sectionIds);
  return (
    <>
      <DifferenceTable locale={locale} changes={changes} caption={t.difference} />
      <FormDifference locale={locale} before={current.form} after={version.form} />
    </>
  );
}

function Propose({ locale, version }: { locale: Locale; version: OpenVersion }) {
  const t = editorMessages(locale);
  const { ready, checks } = version.readiness;
  const left = checks.reduce((sum, { obstacles }) => sum + obstacles.length, 0);
  if (version.state === 'proposed') return <Callout tone="info" title={t.fixed} />;
  if (!ready) return <Callout tone="warn" title={t.readyNo({ n: left })} />;
  return (
    <Callout tone="success" title={t.readyYes}>
      <p>{t.proposeLead}</p>
      <ActionForm action={proposeVersionAction} locale={locale} className="mt-3">
        <HiddenField name="versionId" value={version.id} />
        <SubmitButton>{t.propose}</SubmitButton>
      </ActionForm>
    </Callout>
  );
}

/** Shows every check before publication, links to what is left to do, and the proposal once all checks have passed. */
export function ReadyPage({ locale, programme, mayManage }: Props & { mayManage: boolean }) {
  const t = editorMessages(locale);
  const version = programme.open;
  const title = say(programme.title, locale);
  return (
    <PageBody>
      <PageHeader
        title={t.ready}
        eyebrow={version ? `${title} · ${t.versionN({ number: version.number })}` : title}
        back={{ href: localePath(locale, paths.city.programme(programme.id)), label: title }}
        actions={
          version?.state === 'draft' &&
          mayManage && (
            <ButtonLink
              href={localePath(locale, paths.city.rules(programme.id, 'about'))}
              variant="secondary"
              size="sm"
            >
              {t.openDraft}
            </ButtonLink>
          )
        }
      />
      {!version && (
        <EmptyState
          title={t.noDraft}
          body={t.noDraftBody}
          {...(mayManage && { action: <CreateVersion locale={locale} programme={programme} /> })}
        />
      )}
      {version && (
        <>
          {mayManage && <Propose locale={locale} version={version} />}
          <Section title={t.checks}>
            <Checklist locale={locale} programme={programme} version={version} />
          </Section>
          <Section title={t.previewExamples}>
            <div className="max-w-2xl">
              <ExampleList
                locale={locale}
                draft={version.draft}
                outcomes={version.readiness.outcomes}
              />
            </div>
          </Section>
          <Section title={t.difference}>
            <DraftDifference locale={locale} programme={programme} version={version} />
          </Section>
        </>
      )}
    </PageBody>
  );
}
