import { z } from 'zod';
import {
  choice,
  decimal,
  id,
  identifier,
  isoDate,
  optionalText,
  text,
  optionalUpload,
  upload,
} from '@/lib/input/fields';
import { invoiceKeyOf, invoiceNumber, positiveMoney } from '@/lib/input/invoice';

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
    const invoiceKey = invoiceKeyOf(value, context);
    if (value.servedTo < value.servedFrom) {
      context.addIssue({ code: 'custom', message: 'period_reversed', path: ['servedTo'] });
    }
    return { ...value, invoiceKey };
  });

export const answerRedemptionInput = z.object({ redemptionId: id() });
export const disputeRedemptionInput = z.object({ redemptionId: id(), reason: text(1000) });
export const rejectRedemptionInput = z.object({ redemptionId: id(), reason: text(1000) });
