import { Callout, Flash } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { Decline, TwoAnswers } from '@/components/ui/decline';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { Checkbox, DateField, HiddenField, SelectField, TextArea } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Card, PageBody, PageHeader, Section } from '@/components/ui/page';
import { StatusTag, type Tone } from '@/components/ui/status-tag';
import { SubmitButton } from '@/components/ui/submit-button';
import { Pager } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { say } from '@/lib/bilingual';
import { formatDate } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { formatFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import {
  declinePauseAction,
  endPauseAction,
  proposePauseAction,
  releasePauseAction,
} from '../actions';
import { pauseDoneText, pauseRegisterMessages, pauseStates } from '../messages';
import type { Pausable, PauseEntry, ShownPause } from '../queries';

type Localised = { locale: Locale };

const tones: Record<ShownPause, Tone> = {
  proposed: 'warn',
  announced: 'warn',
  running: 'danger',
  declined: 'neutral',
  ended: 'neutral',
  called_off: 'neutral',
};

function Propose({ locale, programmes }: Localised & { programmes: readonly Pausable[] }) {
  const t = pauseRegisterMessages(locale);
  if (programmes.length === 0) return <p className="text-muted">{t.noProgramme}</p>;
  return (
    <Section title={t.propose}>
      <ActionForm action={proposePauseAction} locale={locale}>
        <SelectField
          name="programmeId"
          label={t.programme}
          options={programmes.map(({ id, title }) => ({ value: id, label: say(title, locale) }))}
        />
        <DateField name="fromOn" label={t.from} hint={t.fromHint} />
        <DateField name="untilOn" label={t.until} hint={t.untilHint} />
        <TextArea name="reason" label={t.reason} hint={t.reasonHint} maxLength={1000} />
        <Checkbox name="noVendor" label={t.noVendor} />
        <SubmitButton>{t.propose}</SubmitButton>
      </ActionForm>
    </Section>
  );
}

type Rights = { mayDecide: boolean; mayEnd: boolean };

/** Shows what the reader can do about an entry: decide on a proposal, or end a pause. */
function Acts({ pause, locale, mayDecide, mayEnd }: Localised & Rights & { pause: PauseEntry }) {
  const t = pauseRegisterMessages(locale);
  const scope = pause.id.slice(-8);
  const which = <span className="sr-only"> {say(pause.programme, locale)}</span>;
  if (pause.state === 'proposed' && mayDecide) {
    if (pause.mine) return <Callout tone="info" title={t.own} />;
    return (
      <TwoAnswers>
        <ActionForm action={releasePauseAction} locale={locale} scope={scope}>
          <HiddenField name="pauseId" value={pause.id} />
          <SubmitButton>
            {t.release}
            {which}
          </SubmitButton>
        </ActionForm>
        <Decline
          action={declinePauseAction}
          locale={locale}
          scope={`decline-${scope}`}
          subject={{ name: 'pauseId', id: pause.id }}
          reason={{ name: 'answer', label: t.answer }}
          label={t.decline}
          which={which}
        />
      </TwoAnswers>
    );
  }
  const open = pause.state === 'running' || pause.state === 'announced';
  if (!open || !mayEnd) return null;
  return (
    <ActionForm action={endPauseAction} locale={locale} scope={`end-${scope}`}>
      <HiddenField name="pauseId" value={pause.id} />
      {pause.state === 'running' && <p className="text-muted measure">{t.endLead}</p>}
      <SubmitButton variant="danger">
        {pause.state === 'running' ? t.end : t.callOff}
        {which}
      </SubmitButton>
    </ActionForm>
  );
}

/** Returns who did a step, and when, as an item of the facts. */
function step(term: string, one: PauseEntry['decided'], locale: Locale, nobody = '') {
  if (!one) return [];
  const value = (
    <>
      {words(one.name || nobody)} · <DateTime at={one.at} locale={locale} />
    </>
  );
  return [{ term, value }];
}

function Entry({ pause, locale, ...rights }: Localised & Rights & { pause: PauseEntry }) {
  const t = pauseRegisterMessages(locale);
  const { scope, answer, endedOn, given } = pause;
  const amount = scope && formatFen(scope.unusedFen);
  const scopeText = scope && amount ? t.scopeText({ n: scope.n, amount }) : undefined;
  return (
    <Card className="space-y-4">
      <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
        {words(say(pause.programme, locale))}
        <StatusTag tone={tones[pause.state]}>{pauseStates(locale)[pause.state]}</StatusTag>
      </h3>
      <DescriptionList
        items={[
          { term: t.from, value: formatDate(pause.fromOn, locale) },
          {
            term: t.until,
            value: pause.untilOn ? formatDate(pause.untilOn, locale) : t.open,
          },
          ...(endedOn ? [{ term: t.endedOn, value: formatDate(endedOn, locale) }] : []),
          { term: t.reason, value: words(pause.reason) },
          ...(scopeText ? [{ term: t.scope, value: scopeText }] : []),
          ...(given > 0 ? [{ term: t.given, value: t.givenText({ n: given }) }] : []),
          ...step(t.proposedBy, pause.proposed, locale),
          ...step(t.decidedBy, pause.decided, locale),
          ...(answer ? [{ term: t.answer, value: words(answer) }] : []),
          ...step(t.endedBy, pause.ended, locale, t.byItself),
        ]}
      />
      <Acts pause={pause} locale={locale} {...rights} />
    </Card>
  );
}

/** Shows the city's pauses, and the form for a new one where the reader may propose it. */
export function PauseRegister(
  props: Localised &
    Rights & {
      page: { rows: PauseEntry[]; nextCursor: string | null };
      cursor: string | undefined;
      programmes: readonly Pausable[];
      mayPropose: boolean;
      done: string | undefined;
    },
) {
  const { locale, page, cursor, programmes, mayPropose, mayDecide, mayEnd, done } = props;
  const t = pauseRegisterMessages(locale);
  return (
    <PageBody>
      <PageHeader title={t.title} lead={t.lead} />
      <Flash text={pauseDoneText(locale, done)} />
      <Section id="register" title={t.register}>
        {page.rows.map((pause) => (
          <Entry
            key={pause.id}
            pause={pause}
            locale={locale}
            mayDecide={mayDecide}
            mayEnd={mayEnd}
          />
        ))}
        {page.rows.length === 0 && <EmptyState title={t.none} />}
        <Pager
          locale={locale}
          path={localePath(locale, paths.city.pauses())}
          cursor={cursor}
          nextCursor={page.nextCursor}
          anchor="register"
        />
      </Section>
      {mayPropose && <Propose locale={locale} programmes={programmes} />}
    </PageBody>
  );
}
