import { DateTime } from '@/components/ui/date-time';
import { HiddenField, TextArea } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Section } from '@/components/ui/page';
import { StatusTag } from '@/components/ui/status-tag';
import { SubmitButton } from '@/components/ui/submit-button';
import { words } from '@/components/ui/words';
import { ShortDeadline } from '@/features/calendar/ui/deadline';
import { say } from '@/lib/bilingual';
import type { Locale } from '@/lib/locale';
import { finishStageAction } from '../actions';
import type { CaseView } from '../case-queries';
import { reviewMessages } from '../messages';
import type { StageView } from '../stage-queries';
import { Clock } from './marks';

/** Returns the stage of review that the case is in. */
export const openStageOf = ({ stages }: Pick<CaseView, 'stages'>): StageView | undefined =>
  stages.find(({ clock }) => clock !== undefined);

/** Shows how far one stage is: its days left, or who finished it and when. */
function Progress({ stage, locale }: { stage: StageView; locale: Locale }) {
  const t = reviewMessages(locale);
  return (
    <>
      {stage.finished.map(({ by, at, late, note }) => (
        <p key={at.toISOString()}>
          <StatusTag tone={late ? 'warn' : 'success'}>
            {late ? t.stageLate : t.stageFinished}
          </StatusTag>{' '}
          {words(by)} · <DateTime at={at} locale={locale} />
          {note && <span className="measure block whitespace-pre-wrap">{words(note)}</span>}
        </p>
      ))}
      {stage.clock && (
        <p>
          <Clock clock={stage.clock} locale={locale} />{' '}
          {stage.dueAt && stage.clock.kind === 'running' && (
            <ShortDeadline at={stage.dueAt} locale={locale} />
          )}
        </p>
      )}
      {!stage.clock && stage.finished.length === 0 && (
        <p className="text-muted">{t.stageWaiting}</p>
      )}
    </>
  );
}

/** Shows the stages of review that the rules name, in their order. */
export function StageList({ view, locale }: { view: CaseView; locale: Locale }) {
  const t = reviewMessages(locale);
  if (view.stages.length === 0) return null;
  return (
    <Section title={t.stagesTitle}>
      <ol className="space-y-4">
        {view.stages.map((stage) => (
          <li key={stage.number} aria-current={stage.clock ? 'step' : undefined}>
            <h3 className="font-semibold">
              {say(stage.title, locale)}{' '}
              <span className="text-muted font-normal">
                {t.stageDays({ n: stage.workingDays })}
              </span>
            </h3>
            <Progress stage={stage} locale={locale} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Shows the form that finishes the open stage, in place of the recommendation that follows the last one. */
export function FinishStage(props: { view: CaseView; stage: StageView; locale: Locale }) {
  const { view, stage, locale } = props;
  const t = reviewMessages(locale);
  const title = say(stage.title, locale);
  return (
    <ActionForm action={finishStageAction} locale={locale}>
      <p className="measure">{t.stageLead({ stage: title })}</p>
      <HiddenField name="applicationId" value={view.id} />
      <HiddenField name="stage" value={String(stage.number)} />
      <TextArea name="note" label={t.stageNote} rows={3} maxLength={2000} optional />
      <SubmitButton>{t.finishStage({ stage: title })}</SubmitButton>
    </ActionForm>
  );
}
