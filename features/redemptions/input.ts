import { z } from 'zod';
import { evidenceCodes } from '@/features/rules/domain/vocabulary';
import {
  choice,
  decimal,
  id,
  ids,
  identifier,
  isoDate,
  optionalText,
  text,
  optionalUpload,
  upload,
} from '@/lib/input/fields';
import { invoiceKeyOf, invoiceNumber, positiveMoney } from '@/lib/input/invoice';
import { mostTogether } from './domain/together';

export const authoriseHoldInput = z.object({
  voucherId: id(),
  vendorId: id(),
  orderNumber: identifier(60),
  orderFen: positiveMoney(),
  /** In yuan, or of a voucher that counts another unit the quantity (`features/rules/typed-amount.ts`). */
  amountFen: positiveMoney().optional(),
  quantity: positiveMoney().optional(),
});

export const releaseHoldInput = z.object({ holdId: id() });

export const chips = ['ascend', 'hygon', 'cambricon', 'nvidia', 'other'] as const;
export type Chip = (typeof chips)[number];

/** The documents beside the invoice that a programme may require with a redemption, each under its own name. */
export const furtherEvidence = evidenceCodes.filter((code) => code !== 'invoice');
type FurtherFile = `${(typeof furtherEvidence)[number]}File`;
const furtherFiles = Object.fromEntries(
  furtherEvidence.map((code) => [`${code}File`, optionalUpload()]),
) as Record<FurtherFile, ReturnType<typeof optionalUpload>>;

export const submitRedemptionInput = z
  .object({
    holdId: id(),
    invoiceCode: optionalText(20),
    invoiceNumber: invoiceNumber(),
    invoiceFen: positiveMoney(),
    subsidyFen: positiveMoney().optional(),
    /** Of a voucher that counts another unit, in place of the amount. */
    quantity: positiveMoney().optional(),
    cardHours: decimal(),
    chip: choice(chips),
    servedFrom: isoDate(),
    servedTo: isoDate(),
    invoiceFile: upload(),
    ...furtherFiles,
  })
  .transform((value, context) => {
    const invoiceKey = invoiceKeyOf(value, context);
    if (value.servedTo < value.servedFrom) {
      context.addIssue({ code: 'custom', message: 'period_reversed', path: ['servedTo'] });
    }
    return { ...value, invoiceKey };
  });

/** Redemptions that are verified together. */
export const verifyRedemptionsInput = z.object({ redemptionIds: ids(mostTogether) });
export const answerRedemptionInput = z.object({ redemptionId: id() });
export const disputeRedemptionInput = z.object({ redemptionId: id(), reason: text(1000) });
export const rejectRedemptionInput = z.object({ redemptionId: id(), reason: text(1000) });
