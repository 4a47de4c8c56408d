import { Callout, Flash } from '@/components/ui/callout';
import { DateTime, Until } from '@/components/ui/date-time';
import { Decline, TwoAnswers } from '@/components/ui/decline';
import { DescriptionList } from '@/components/ui/description-list';
import { HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Amount } from '@/components/ui/money';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { words } from '@/components/ui/words';
import { EventTimeline } from '@/features/audit/ui/event-timeline';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { may, type Authority } from '@/lib/permissions';
import { declineChangeAction, releaseChangeAction, takeBackChangeAction } from '../actions';
import { changeNames, validityDoneText, validityMessages } from '../messages';
import type { ChangeDetail } from '../queries';
import { ChangeTag } from './change-table';
import { Effects, StandingFacts } from './standing';

type Props = { change: ChangeDetail; locale: Locale; role: Authority };

/** Shows the second person the two answers, and the proposer the way to take the proposal back. */
function Decide({ change, locale, role }: Props) {
  const t = validityMessages(locale);
  if (change.mine) {
    return (
      <Section title={t.decide}>
        <Callout tone="info" title={t.own} />
        <ActionForm action={takeBackChangeAction} locale={locale}>
          <HiddenField name="changeId" value={change.id} />
          <SubmitButton variant="secondary">{t.takeBack}</SubmitButton>
        </ActionForm>
      </Section>
    );
  }
  if (!may('validity.release', role)) return <p className="text-muted">{t.financeOnly}</p>;
  return (
    <Section title={t.decide}>
      <TwoAnswers>
        <ActionForm action={releaseChangeAction} locale={locale}>
          <HiddenField name="changeId" value={change.id} />
          <SubmitButton>{t.release}</SubmitButton>
        </ActionForm>
        <Decline
          action={declineChangeAction}
          locale={locale}
          scope="decline"
          subject={{ name: 'changeId', id: change.id }}
          reason={{ name: 'answer', label: t.declineReason }}
          label={t.decline}
        />
      </TwoAnswers>
    </Section>
  );
}

/** Shows what was proposed, on what ground, and who decided. */
function Facts({ change, locale }: Pick<Props, 'change' | 'locale'>) {
  const t = validityMessages(locale);
  const { validToBefore, validTo, returnedFen, decidedAt, decidedBy, answer, state } = change;
  const by = (name: string, at: Date) => (
    <>
      {words(name)} · <DateTime at={at} locale={locale} />
    </>
  );
  return (
    <DescriptionList
      items={[
        ...(validToBefore && validTo
          ? [
              { term: t.validTo, value: <Until at={validToBefore} locale={locale} /> },
              { term: t.newValidTo, value: <Until at={validTo} locale={locale} /> },
            ]
          : []),
        ...(returnedFen === null
          ? []
          : [{ term: t.returned, value: <Amount fen={returnedFen} locale={locale} /> }]),
        { term: t.ground, value: words(change.ground) },
        { term: t.reason, value: words(change.reason) },
        { term: t.proposedBy, value: by(change.proposedBy, change.proposedAt) },
        ...(decidedAt
          ? [
              state === 'taken_back'
                ? { term: t.takenBackAt, value: <DateTime at={decidedAt} locale={locale} /> }
                : { term: t.decidedBy, value: by(decidedBy ?? '', decidedAt) },
            ]
          : []),
        ...(answer ? [{ term: t.answer, value: words(answer) }] : []),
      ]}
    />
  );
}

/** Shows one revocation or extension: what it is about, what it does, the decision and its history. */
export function ChangePage(props: Props & { done: string | undefined }) {
  const { change, locale, done } = props;
  const t = validityMessages(locale);
  const open = change.state === 'proposed';
  return (
    <PageBody>
      <PageHeader
        eyebrow={changeNames(locale)[change.kind]}
        title={change.reference}
        lead={<ChangeTag state={change.state} locale={locale} />}
        back={{ href: localePath(locale, paths.city.voucherChanges()), label: t.title }}
      />
      <Flash text={validityDoneText(locale, done)} />
      <Facts {...props} />
      <StandingFacts standing={change.standing} locale={locale} />
      {open && (
        <Effects
          standing={change.standing}
          locale={locale}
          kind={change.kind}
          to={change.validTo}
        />
      )}
      {open && <Decide {...props} />}
      <Section title={t.history}>
        <EventTimeline events={change.events} locale={locale} />
      </Section>
    </PageBody>
  );
}
