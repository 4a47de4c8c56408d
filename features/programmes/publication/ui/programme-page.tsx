import { ButtonLink } from '@/components/ui/button-link';
import { Callout, Flash } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { MoneyBar } from '@/components/ui/meter';
import { Card, PageBody, PageHeader, Section } from '@/components/ui/page';
import { StatusTag, type Tone } from '@/components/ui/status-tag';
import { Table } from '@/components/ui/table';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { may, type Authority } from '@/lib/permissions';
import type { VersionState } from '@/features/programmes/domain/lifecycle';
import { say } from '@/lib/bilingual';
import { editorDone, editorMessages } from '@/features/programmes/editor/messages';
import type { EditedProgramme, OpenVersion } from '@/features/programmes/editor/queries';
import { cityProgrammeMessages, programmeMessages } from '@/features/programmes/messages';
import { Checklist } from '@/features/programmes/editor/ui/checklist';
import { CreateVersion } from '@/features/programmes/editor/ui/begin';
import { DiscardForm, ProgrammeActions, PublishForms } from './publish-forms';
import { RoundTable, stateTones } from './programme-parts';
import { DraftDifference } from './ready-page';

const versionTones: Record<VersionState, Tone> = {
  draft: 'neutral',
  proposed: 'warn',
  published: 'final',
  discarded: 'neutral',
};

type Props = { locale: Locale; programme: EditedProgramme; role: Authority };

function DraftLinks({ locale, programme, version }: Props & { version: OpenVersion }) {
  const t = editorMessages(locale);
  const link = (path: string, label: string, primary = false) => (
    <ButtonLink
      href={localePath(locale, path)}
      variant={primary ? 'primary' : 'secondary'}
      size="sm"
    >
      {label}
    </ButtonLink>
  );
  return (
    <div className="flex flex-wrap gap-2">
      {version.state === 'draft' &&
        link(paths.city.rules(programme.id, 'about'), t.openDraft, true)}
      {version.state === 'draft' &&
        link(paths.city.form(programme.id), cityProgrammeMessages(locale).applicationForm)}
      {link(paths.city.ready(programme.id), t.ready)}
      {programme.current && link(paths.city.whatIf(programme.id), t.whatIf)}
    </div>
  );
}

/** Shows the version that is being prepared: what is left to do, and the actions on it. */
function Preparation({ locale, programme, role }: Props) {
  const t = editorMessages(locale);
  const version = programme.open;
  const mayManage = may('programme.manage', role);
  if (!version) {
    if (!mayManage || programme.state === 'closed') return null;
    return (
      <EmptyState
        title={t.noDraft}
        body={t.noDraftBody}
        action={<CreateVersion locale={locale} programme={programme} />}
      />
    );
  }
  const proposed = version.state === 'proposed';
  const props = { locale, programme, version };
  const left = version.readiness.checks.reduce((sum, { obstacles }) => sum + obstacles.length, 0);
  return (
    <Section
      title={t.draftTitle({ number: version.number })}
      actions={
        <StatusTag tone={versionTones[version.state]}>{t[`state_${version.state}`]}</StatusTag>
      }
    >
      {version.returnReason !== null && (
        <Callout tone="warn" title={t.returned}>
          {version.returnReason}
        </Callout>
      )}
      {!proposed && <p>{left === 0 ? t.readyYes : t.readyNo({ n: left })}</p>}
      {mayManage && <DraftLinks {...props} role={role} />}
      {proposed && may('programme.publish', role) && <PublishForms {...props} />}
      {(proposed || !mayManage) && (
        <>
          <DraftDifference {...props} />
          <Checklist {...props} />
        </>
      )}
      {!proposed && mayManage && <DiscardForm {...props} />}
    </Section>
  );
}

function Versions({ locale, programme }: Omit<Props, 'role'>) {
  const t = editorMessages(locale);
  const c = cityProgrammeMessages(locale);
  return (
    <Table
      caption={c.versions}
      density="compact"
      columns={[
        { key: 'number', header: c.number },
        { key: 'state', header: t.state },
        { key: 'preparedBy', header: c.preparedBy },
        { key: 'publishedBy', header: c.publishedBy },
        { key: 'publishedAt', header: c.publishedAt },
        { key: 'changedAt', header: t.changedAt },
      ]}
      rows={programme.versions.map((version) => ({
        key: version.id,
        cells: {
          number: version.number,
          state: version.current ? (
            <StatusTag tone="success">{c.current}</StatusTag>
          ) : (
            <StatusTag tone={versionTones[version.state]}>{t[`state_${version.state}`]}</StatusTag>
          ),
          preparedBy: version.preparedBy ?? c.unknown,
          publishedBy: version.publishedBy ?? c.unknown,
          publishedAt: version.publishedAt ? (
            <DateTime at={version.publishedAt} locale={locale} />
          ) : (
            c.unpublished
          ),
          changedAt: version.publishedAt === null && (
            <DateTime at={version.changedAt} locale={locale} />
          ),
        },
      }))}
      empty={null}
    />
  );
}

function PoolCard({ locale, programme }: Omit<Props, 'role'>) {
  const p = programmeMessages(locale);
  const { pool } = programme;
  if (!pool) return null;
  return (
    <Card>
      <MoneyBar
        locale={locale}
        totalFen={pool.budgetFen}
        segments={[
          { key: 'committed', label: p.committed, fen: pool.committedFen, fill: 'spent' },
          { key: 'promised', label: p.promisedFen, fen: pool.promisedFen, fill: 'promised' },
          { key: 'left', label: p.left, fen: pool.leftFen, fill: 'free' },
        ]}
      />
    </Card>
  );
}

/** Shows one of the city's programmes: its state, the version that is being prepared, every version and round. */
export function ProgrammePage(props: Props & { done: string | undefined }) {
  const { locale, programme, role, done } = props;
  const t = editorMessages(locale);
  const c = cityProgrammeMessages(locale);
  const { slug, state, stateReason } = programme;
  return (
    <PageBody>
      <PageHeader
        title={say(programme.title, locale)}
        eyebrow={<StatusTag tone={stateTones[state]}>{c[`state_${state}`]}</StatusTag>}
        back={{ href: localePath(locale, paths.city.programmes()), label: c.title }}
        actions={
          state !== 'draft' && (
            <>
              {state === 'published' && (
                <ButtonLink
                  href={localePath(locale, paths.programme(slug))}
                  variant="secondary"
                  size="sm"
                >
                  {c.guide}
                </ButtonLink>
              )}
              <ButtonLink
                href={localePath(locale, paths.versions(slug))}
                variant="secondary"
                size="sm"
              >
                {t.versionsAll}
              </ButtonLink>
            </>
          )
        }
      />
      <Flash text={editorDone(locale, done)} />
      {stateReason !== null && <DescriptionList items={[{ term: t.reason, value: stateReason }]} />}
      <Preparation {...props} />
      <PoolCard locale={locale} programme={programme} />
      <Section title={c.versions}>
        <Versions locale={locale} programme={programme} />
      </Section>
      <Section title={c.rounds}>
        <RoundTable locale={locale} rounds={programme.rounds} />
      </Section>
      {may('programme.publish', role) && <ProgrammeActions locale={locale} programme={programme} />}
    </PageBody>
  );
}
