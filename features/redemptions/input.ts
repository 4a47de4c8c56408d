import { z } from 'zod';
import { checkInvoice } from '@/lib/identifiers';
import {
  choice,
  decimal,
  id,
  identifier,
  isoDate,
  money,
  optionalText,
  text,
  optionalUpload,
  upload,
} from '@/lib/input/fields';

const positiveMoney = () => money().refine((amount) => amount > 0n, { error: 'money_negative' });

/**
 * Returns the schema of a number that is valid for some kind of invoice. Whether it fits the invoice code is checked
 * below.
 */
export const invoiceNumber = () =>
  identifier(40).refine(
    (number) => checkInvoice({ number }).ok || checkInvoice({ code: '0'.repeat(10), number }).ok,
    { error: 'invoice_number_invalid' },
  );

export const authoriseHoldInput = z.object({
  voucherId: id(),
  vendorId: id(),
  orderNumber: identifier(60),
  orderFen: positiveMoney(),
  amountFen: positiveMoney(),
});

export const releaseHoldInput = z.object({ holdId: id() });

export const chips = ['ascend', 'hygon', 'cambricon', 'nvidia', 'other'] as const;
export type Chip = (typeof chips)[number];

export const submitRedemptionInput = z
  .object({
    holdId: id(),
    invoiceCode: optionalText(20),
    invoiceNumber: invoiceNumber(),
    invoiceFen: positiveMoney(),
    subsidyFen: positiveMoney(),
    cardHours: decimal(),
    chip: choice(chips),
    servedFrom: isoDate(),
    servedTo: isoDate(),
    invoiceFile: upload(),
    usageFile: optionalUpload(),
  })
  .transform((value, context) => {
    const invoice = checkInvoice({ code: value.invoiceCode, number: value.invoiceNumber });
    if (!invoice.ok) {
      const field = invoice.code === 'invoice_code_invalid' ? 'invoiceCode' : 'invoiceNumber';
      context.addIssue({ code: 'custom', message: invoice.code, path: [field] });
    }
    if (value.servedTo < value.servedFrom) {
      context.addIssue({ code: 'custom', message: 'period_reversed', path: ['servedTo'] });
    }
    return { ...value, invoiceKey: invoice.ok ? invoice.value.key : '' };
  });

export const answerRedemptionInput = z.object({ redemptionId: id() });
export const disputeRedemptionInput = z.object({ redemptionId: id(), reason: text(1000) });
export const rejectRedemptionInput = z.object({ redemptionId: id(), reason: text(1000) });
