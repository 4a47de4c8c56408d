import { DateOnly, DateTime } from '@/components/ui/date-time';
import { Decline, TwoAnswers } from '@/components/ui/decline';
import { DateField, HiddenField, MoneyField, TextField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Amount } from '@/components/ui/money';
import { Card, Section } from '@/components/ui/page';
import { StatusTag, type Tone } from '@/components/ui/status-tag';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import type { Locale } from '@/lib/locale';
import { may, type Authority } from '@/lib/permissions';
import { confirmReceiptAction, declineReceiptAction, enterReceiptAction } from '../actions';
import type { ReceiptState } from '../domain/lifecycle';
import { funderMessages, receiptStates } from '../messages';
import type { Bill, Receipt } from '../queries';

type Props = { bill: Bill; locale: Locale; role: Authority };

const tones: Record<ReceiptState, Tone> = {
  proposed: 'warn',
  released: 'success',
  declined: 'neutral',
};

/** Shows the second person the two answers to a receipt, and everybody else its state. */
function Answer({ receipt, locale, role }: { receipt: Receipt } & Pick<Props, 'locale' | 'role'>) {
  const t = funderMessages(locale);
  const { state } = receipt;
  if (state !== 'proposed' || receipt.mine || !may('funder.confirm', role)) {
    return <StatusTag tone={tones[state]}>{receiptStates(locale)[state]}</StatusTag>;
  }
  const scope = receipt.id.slice(-8);
  return (
    <TwoAnswers>
      <ActionForm action={confirmReceiptAction} locale={locale} scope={scope}>
        <HiddenField name="receiptId" value={receipt.id} />
        <SubmitButton size="sm">{t.confirm}</SubmitButton>
      </ActionForm>
      <Decline
        action={declineReceiptAction}
        locale={locale}
        scope={`${scope}-back`}
        subject={{ name: 'receiptId', id: receipt.id }}
        reason={{ name: 'answer', label: t.answer }}
        label={t.decline}
      />
    </TwoAnswers>
  );
}

function Enter({ bill, locale }: Pick<Props, 'bill' | 'locale'>) {
  const t = funderMessages(locale);
  return (
    <Card className="no-print space-y-4">
      <h3 className="text-lg">{t.enter}</h3>
      <ActionForm action={enterReceiptAction} locale={locale} scope="receipt">
        <p className="text-muted measure">{t.enterLead}</p>
        <HiddenField name="billId" value={bill.id} />
        <MoneyField name="amountFen" label={t.receiptAmount} />
        <DateField name="paidOn" label={t.paidOn} />
        <TextField name="bankReference" label={t.bankReference} />
        <SubmitButton>{t.enter}</SubmitButton>
      </ActionForm>
    </Card>
  );
}

/** Shows what was received for a bill, and to finance the form while something is open. */
export function Receipts(props: Props) {
  const { bill, locale, role } = props;
  const t = funderMessages(locale);
  return (
    <Section title={t.receipts}>
      <Table
        caption={t.receipts}
        columns={[
          { key: 'reference', header: t.bankReference },
          { key: 'paidOn', header: t.paidOn },
          { key: 'amount', header: t.receiptAmount, align: 'right' },
          { key: 'by', header: t.enteredBy },
          { key: 'decided', header: t.decidedBy },
          { key: 'state', header: t.state, wrap: true },
        ]}
        rows={bill.receipts.map((receipt) => ({
          key: receipt.id,
          cells: {
            reference: <span className="code">{receipt.bankReference}</span>,
            paidOn: <DateOnly on={receipt.paidOn} locale={locale} />,
            amount: <Amount fen={receipt.amountFen} locale={locale} />,
            by: (
              <>
                {words(receipt.enteredBy)} <br />
                <DateTime at={receipt.proposedAt} locale={locale} />
              </>
            ),
            decided: receipt.decidedAt && (
              <>
                {words(receipt.decidedBy)} <br />
                <DateTime at={receipt.decidedAt} locale={locale} />
              </>
            ),
            state: (
              <>
                <Answer receipt={receipt} locale={locale} role={role} />
                {receipt.answer && (
                  <span className="text-muted block">{words(receipt.answer)}</span>
                )}
              </>
            ),
          },
        }))}
        empty={<p className="text-muted">{t.noReceipts}</p>}
      />
      {bill.state === 'issued' && may('funder.receive', role) && <Enter {...props} />}
    </Section>
  );
}
