import { DateOnly, DateTime } from '@/components/ui/date-time';
import { Decline, TwoAnswers } from '@/components/ui/decline';
import { DateField, HiddenField, MoneyField, TextArea, TextField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Amount } from '@/components/ui/money';
import { Card, Section } from '@/components/ui/page';
import { StatusTag, type Tone } from '@/components/ui/status-tag';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import type { Locale } from '@/lib/locale';
import { formatFen } from '@/lib/money';
import { may, type Authority } from '@/lib/permissions';
import {
  declineCreditAction,
  enterRepaymentAction,
  proposeWriteOffAction,
  releaseCreditAction,
} from '../actions';
import type { CreditState } from '../domain/lifecycle';
import { creditKindNames, creditStates, recoveryMessages } from '../messages';
import type { Credit, RecoveryDetail } from '../queries';

type Props = { recovery: RecoveryDetail; locale: Locale; role: Authority };

const tones: Record<CreditState, Tone> = {
  proposed: 'warn',
  released: 'success',
  declined: 'neutral',
};

/** Shows what an entry rests on: the bank's reference, or the reason; and why it was sent back. */
function Evidence({ credit, locale }: { credit: Credit; locale: Locale }) {
  return (
    <>
      {credit.paidOn && (
        <>
          <DateOnly on={credit.paidOn} locale={locale} />{' '}
          <span className="code">{words(credit.bankReference)}</span>
        </>
      )}
      {words(credit.reason)}
      {credit.kind === 'repayment' && credit.interestFen > 0n && (
        <span className="block">
          {recoveryMessages(locale).ofItInterest({ amount: formatFen(credit.interestFen) })}
        </span>
      )}
      {credit.answer && <span className="text-muted block">{words(credit.answer)}</span>}
    </>
  );
}

/** Shows the second person the two answers to an entry, and everybody else its state. */
function Answer({ credit, locale, role }: { credit: Credit } & Pick<Props, 'locale' | 'role'>) {
  const t = recoveryMessages(locale);
  if (credit.state !== 'proposed' || credit.mine || !may('recovery.release', role)) {
    return <StatusTag tone={tones[credit.state]}>{creditStates(locale)[credit.state]}</StatusTag>;
  }
  const scope = credit.id.slice(-8);
  return (
    <TwoAnswers>
      <ActionForm action={releaseCreditAction} locale={locale} scope={scope}>
        <HiddenField name="creditId" value={credit.id} />
        <SubmitButton size="sm">{credit.kind === 'repayment' ? t.confirm : t.release}</SubmitButton>
      </ActionForm>
      <Decline
        action={declineCreditAction}
        locale={locale}
        scope={`${scope}-back`}
        subject={{ name: 'creditId', id: credit.id }}
        reason={{ name: 'answer', label: t.answer }}
        label={t.decline}
      />
    </TwoAnswers>
  );
}

/** Shows the two forms that reduce what is still owed. */
function Enter({ recovery, locale }: Pick<Props, 'recovery' | 'locale'>) {
  const t = recoveryMessages(locale);
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <Card className="space-y-4">
        <h3 className="text-lg">{t.enterRepayment}</h3>
        <ActionForm action={enterRepaymentAction} locale={locale} scope="repayment">
          <p className="text-muted measure">{t.repaymentLead}</p>
          <HiddenField name="recoveryId" value={recovery.id} />
          <MoneyField name="amountFen" label={t.creditAmount} />
          <DateField name="paidOn" label={t.paidOn} />
          <TextField name="bankReference" label={t.bankReference} />
          <SubmitButton>{t.enterRepayment}</SubmitButton>
        </ActionForm>
      </Card>
      {recovery.owedFen > 0n && <WriteOff recovery={recovery} locale={locale} />}
    </div>
  );
}

function WriteOff({ recovery, locale }: Pick<Props, 'recovery' | 'locale'>) {
  const t = recoveryMessages(locale);
  return (
    <Card className="space-y-4">
      <h3 className="text-lg">{t.writeOff}</h3>
      <ActionForm action={proposeWriteOffAction} locale={locale} scope="writeOff">
        <p className="text-muted measure">{t.writeOffLead}</p>
        <HiddenField name="recoveryId" value={recovery.id} />
        <MoneyField name="amountFen" label={t.creditAmount} />
        <TextArea name="reason" label={t.writeOffReason} rows={3} maxLength={1000} />
        <SubmitButton variant="secondary">{t.writeOff}</SubmitButton>
      </ActionForm>
    </Card>
  );
}

/** Shows the repayments and write-offs of a recovery, and to finance the forms while something is owed. */
export function Credits(props: Props) {
  const { recovery, locale, role } = props;
  const t = recoveryMessages(locale);
  const principal = recovery.state === 'released' && recovery.owedFen > 0n;
  const open = principal || (recovery.interest?.dueFen ?? 0n) > 0n;
  return (
    <Section title={t.credits}>
      <Table
        caption={t.credits}
        columns={[
          { key: 'kind', header: t.kind },
          { key: 'amount', header: t.creditAmount, align: 'right' },
          { key: 'detail', header: t.detail, wrap: true },
          { key: 'by', header: t.proposedBy },
          { key: 'decided', header: t.decidedBy },
          { key: 'state', header: t.state, wrap: true },
        ]}
        rows={recovery.credits.map((credit) => ({
          key: credit.id,
          cells: {
            kind: creditKindNames(locale)[credit.kind],
            amount: <Amount fen={credit.amountFen} locale={locale} />,
            detail: <Evidence credit={credit} locale={locale} />,
            by: (
              <>
                {words(credit.proposedBy)} <br />
                <DateTime at={credit.proposedAt} locale={locale} />
              </>
            ),
            decided: credit.decidedAt && (
              <>
                {words(credit.decidedBy)} <br />
                <DateTime at={credit.decidedAt} locale={locale} />
              </>
            ),
            state: <Answer credit={credit} locale={locale} role={role} />,
          },
        }))}
        empty={<p className="text-muted">{t.noCredits}</p>}
      />
      {open && may('recovery.credit', role) && <Enter {...props} />}
    </Section>
  );
}
