import { Callout, Flash } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { Decline, TwoAnswers } from '@/components/ui/decline';
import { DescriptionList } from '@/components/ui/description-list';
import { HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Link } from '@/components/ui/link';
import { Amount } from '@/components/ui/money';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { words } from '@/components/ui/words';
import { EventTimeline } from '@/features/audit/ui/event-timeline';
import { formatVoucherCode } from '@/lib/identifiers';
import { localePath, type Locale } from '@/lib/locale';
import { organisationName } from '@/lib/organisation-name';
import { paths } from '@/lib/paths';
import { may, type Authority } from '@/lib/permissions';
import { declineRecoveryAction, releaseRecoveryAction } from '../actions';
import { recoveryDoneText, recoveryMessages, settledNames } from '../messages';
import type { RecoveryDetail } from '../queries';
import { Credits } from './credits';
import { Interest } from './interest';
import { RecoveryTag } from './recovery-tag';

type Props = { recovery: RecoveryDetail; locale: Locale; role: Authority };

/** Shows the second person the two answers to a proposed recovery. */
function Decide({ recovery, locale, role }: Props) {
  const t = recoveryMessages(locale);
  if (!may('recovery.release', role)) return <p className="text-muted">{t.financeOnly}</p>;
  if (recovery.mine) return <Callout tone="info" title={t.own} />;
  return (
    <Section title={t.decide} lead={t.decideLead}>
      <TwoAnswers>
        <ActionForm action={releaseRecoveryAction} locale={locale}>
          <HiddenField name="recoveryId" value={recovery.id} />
          <SubmitButton>{t.release}</SubmitButton>
        </ActionForm>
        <Decline
          action={declineRecoveryAction}
          locale={locale}
          scope="decline"
          subject={{ name: 'recoveryId', id: recovery.id }}
          reason={{ name: 'answer', label: t.answer }}
          label={t.decline}
        />
      </TwoAnswers>
    </Section>
  );
}

/** Shows whom and what a recovery concerns, on what ground, and who decided. */
function Facts({ recovery, locale }: Pick<Props, 'recovery' | 'locale'>) {
  const t = recoveryMessages(locale);
  const { redemption, claim, decidedAt, settledAt, settledBy } = recovery;
  const source = redemption
    ? { reference: redemption.reference, path: paths.city.redemption(redemption.id) }
    : claim && { reference: claim.reference, path: paths.city.claim(claim.id) };
  return (
    <DescriptionList
      items={[
        { term: t.payee, value: organisationName(recovery.payee, locale) },
        { term: t.amount, value: <Amount fen={recovery.amountFen} locale={locale} /> },
        { term: t.owed, value: <Amount fen={recovery.owedFen} locale={locale} /> },
        { term: t.ground, value: recovery.ground },
        { term: t.reason, value: recovery.reason },
        { term: t.voucherAfter, value: t[recovery.voucherAfter] },
        {
          term: t.voucher,
          value: (
            <Link
              className="link code"
              href={localePath(locale, paths.city.voucher(recovery.voucherId))}
            >
              {formatVoucherCode(recovery.voucherCode)}
            </Link>
          ),
        },
        {
          term: claim ? t.claim : t.redemption,
          value: source ? (
            <Link className="link" href={localePath(locale, source.path)}>
              {source.reference}
            </Link>
          ) : (
            t.paidOut
          ),
        },
        {
          term: t.proposedBy,
          value: (
            <>
              {words(recovery.proposedBy)} · <DateTime at={recovery.proposedAt} locale={locale} />
            </>
          ),
        },
        ...(decidedAt
          ? [
              {
                term: t.decidedBy,
                value: (
                  <>
                    {words(recovery.decidedBy)} · <DateTime at={decidedAt} locale={locale} />
                  </>
                ),
              },
            ]
          : []),
        ...(recovery.answer ? [{ term: t.answer, value: recovery.answer }] : []),
        ...(settledBy && settledAt
          ? [
              {
                term: t.settledBy,
                value: (
                  <>
                    {settledNames(locale)[settledBy]} · <DateTime at={settledAt} locale={locale} />
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** Shows one recovery: the decision on it, what was repaid or written off, and its history. */
export function RecoveryView(props: Props & { done: string | undefined }) {
  const { recovery, locale, done } = props;
  const t = recoveryMessages(locale);
  return (
    <PageBody>
      <PageHeader
        eyebrow={t.recovery}
        title={recovery.reference}
        lead={<RecoveryTag state={recovery.state} locale={locale} />}
        back={{ href: localePath(locale, paths.city.recoveries()), label: t.title }}
      />
      <Flash text={recoveryDoneText(locale, done)} />
      <Facts {...props} />
      {recovery.state === 'proposed' && <Decide {...props} />}
      {recovery.interest && (
        <Interest
          locale={locale}
          recoveryId={recovery.id}
          interest={recovery.interest}
          mayWaive={may('recovery.credit', props.role)}
        />
      )}
      {(recovery.state === 'released' || recovery.credits.length > 0) && <Credits {...props} />}
      <Section title={t.history}>
        <EventTimeline events={recovery.events} locale={locale} />
      </Section>
    </PageBody>
  );
}
