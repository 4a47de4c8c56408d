import { Callout, Flash } from '@/components/ui/callout';
import { DateOnly, DateTime } from '@/components/ui/date-time';
import { Decline, TwoAnswers } from '@/components/ui/decline';
import { DescriptionList } from '@/components/ui/description-list';
import { HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Amount } from '@/components/ui/money';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { words } from '@/components/ui/words';
import { EventTimeline } from '@/features/audit/ui/event-timeline';
import { say } from '@/lib/bilingual';
import { localePath, type Locale } from '@/lib/locale';
import { formatFen } from '@/lib/money';
import { organisationName } from '@/lib/organisation-name';
import { paths } from '@/lib/paths';
import { may, type Authority } from '@/lib/permissions';
import { declineAdvanceAction, releaseAdvanceAction } from '../actions';
import { advanceDoneText, advanceMessages, advanceRefusals } from '../messages';
import type { RequestDetail } from '../queries';
import { Basis } from './basis';
import { RequestTag } from './requests';

type Props = { locale: Locale; request: RequestDetail; role: Authority; done: string | undefined };

const by = (name: string | null, at: Date, locale: Locale) => (
  <>
    {words(name)} · <DateTime at={at} locale={locale} />
  </>
);

/** Shows whose advance it is, what is proposed, and who proposed and decided it. */
function Facts({ locale, request }: Pick<Props, 'locale' | 'request'>) {
  const t = advanceMessages(locale);
  const { paidOn, bankReference, decidedAt } = request;
  return (
    <DescriptionList
      items={[
        { term: t.vendor, value: words(organisationName(request.payee, locale)) },
        { term: t.programme, value: say(request.programme, locale) },
        {
          term: request.kind === 'level' ? t.newLevel : t.amount,
          value: <Amount fen={request.amountFen} locale={locale} />,
        },
        { term: t.balance, value: <Amount fen={request.balanceFen} locale={locale} /> },
        ...(paidOn
          ? [
              { term: t.paidOn, value: <DateOnly on={paidOn} locale={locale} /> },
              { term: t.bankReference, value: <span className="code">{bankReference}</span> },
            ]
          : []),
        { term: t.proposedBy, value: by(request.maker, request.proposedAt, locale) },
        ...(decidedAt
          ? [{ term: t.decidedBy, value: by(request.checker, decidedAt, locale) }]
          : []),
        ...(request.answer ? [{ term: t.answer, value: words(request.answer) }] : []),
      ]}
    />
  );
}

/** Shows what the level was computed from when it was proposed, and what that is now. */
function Bases({ locale, request }: Pick<Props, 'locale' | 'request'>) {
  const t = advanceMessages(locale);
  const { openFen, unsettledFen, percent, now } = request;
  if (openFen === null || unsettledFen === null || percent === null) return null;
  return (
    <>
      <Section title={t.basisWas}>
        <Basis locale={locale} basis={{ openFen, unsettledFen, percent }} />
      </Section>
      {request.state === 'proposed' && now && (
        <Section title={t.basisNow}>
          <Basis locale={locale} basis={now} />
        </Section>
      )}
    </>
  );
}

/** Shows the second person the two answers, with the amount on the button. */
function Decide({ locale, request }: Pick<Props, 'locale' | 'request'>) {
  const t = advanceMessages(locale);
  const amount = formatFen(request.amountFen);
  const isLevel = request.kind === 'level';
  return (
    <Section title={t.decidedBy} lead={isLevel ? t.releaseLead : t.confirmLead}>
      <TwoAnswers>
        <ActionForm action={releaseAdvanceAction} locale={locale} scope="release">
          <HiddenField name="requestId" value={request.id} />
          <SubmitButton>{isLevel ? t.release({ amount }) : t.confirm({ amount })}</SubmitButton>
        </ActionForm>
        <Decline
          action={declineAdvanceAction}
          locale={locale}
          scope="decline"
          subject={{ name: 'requestId', id: request.id }}
          reason={{ name: 'answer', label: t.answer }}
          label={t.decline}
        />
      </TwoAnswers>
    </Section>
  );
}

/** Shows one proposal about an advance, and its decision to whoever may take it. */
export function RequestPage({ locale, request, role, done }: Props) {
  const t = advanceMessages(locale);
  const open = request.state === 'proposed';
  const mayDecide = open && may('advance.release', role);
  return (
    <PageBody>
      <Flash text={advanceDoneText(locale, done)} />
      <PageHeader
        eyebrow={<RequestTag state={request.state} locale={locale} />}
        title={`${t[`kind_${request.kind}`]} ${request.reference}`}
        back={
          request.accountId
            ? {
                href: localePath(locale, paths.city.advance(request.accountId)),
                label: organisationName(request.payee, locale),
              }
            : { href: localePath(locale, paths.city.advances()), label: t.title }
        }
      />
      <Facts locale={locale} request={request} />
      <Bases locale={locale} request={request} />
      {mayDecide &&
        (request.mine ? (
          <Callout tone="info" title={advanceRefusals(locale).request_own} />
        ) : (
          <Decide locale={locale} request={request} />
        ))}
      <Section title={t.history}>
        <EventTimeline events={request.events} locale={locale} />
      </Section>
    </PageBody>
  );
}
