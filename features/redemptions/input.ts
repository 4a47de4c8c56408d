import { z } from 'zod';
import { checkInvoice } from '@/lib/identifiers';
import {
  choice,
  decimal,
  id,
  isoDate,
  money,
  optionalText,
  text,
  upload,
} from '@/lib/input/fields';

export const authoriseHoldInput = z.object({
  voucherId: id(),
  vendorId: id(),
  orderNumber: text(60),
  orderFen: money(),
  amountFen: money(),
});

export const releaseHoldInput = z.object({ holdId: id() });

export const chips = ['ascend', 'hygon', 'cambricon', 'nvidia', 'other'] as const;

export const submitRedemptionInput = z
  .object({
    holdId: id(),
    invoiceCode: optionalText(20),
    invoiceNumber: text(40),
    invoiceFen: money(),
    subsidyFen: money(),
    cardHours: decimal(),
    chip: choice(chips),
    servedFrom: isoDate(),
    servedTo: isoDate(),
    invoiceFile: upload(),
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
export const checkVoucherInput = z.object({ code: text(60) });
