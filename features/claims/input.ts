import { z } from 'zod';
import { evidenceCodes } from '@/features/rules/domain/vocabulary';
import {
  choice,
  id,
  identifier,
  isoDate,
  money,
  mustAccept,
  optionalText,
  text,
  upload,
} from '@/lib/input/fields';
import { invoiceKeyOf, invoiceNumber, positiveMoney } from '@/lib/input/invoice';

export const startClaimInput = z.object({ voucherId: id() });
export const claimInput = z.object({ claimId: id() });

export const addCostInput = z
  .object({
    claimId: id(),
    invoiceCode: optionalText(20),
    invoiceNumber: invoiceNumber(),
    invoicedOn: isoDate(),
    invoiceFen: positiveMoney(),
    countedFen: positiveMoney(),
    paidFen: positiveMoney(),
    paidOn: isoDate(),
    paymentReference: identifier(60),
  })
  .transform((value, context) => {
    for (const field of ['countedFen', 'paidFen'] as const) {
      if (value[field] > value.invoiceFen) {
        context.addIssue({ code: 'custom', message: `${field}_above_invoice`, path: [field] });
      }
    }
    return { ...value, invoiceKey: invoiceKeyOf(value, context) };
  });

export const removeCostInput = z.object({ claimId: id(), costId: id() });
export const attachInput = z.object({
  claimId: id(),
  requirement: choice(evidenceCodes),
  file: upload(),
});
export const removeFileInput = z.object({ claimId: id(), documentId: id() });
export const submitClaimInput = z.object({ claimId: id(), declared: mustAccept() });

export const sendBackInput = z.object({ claimId: id(), correction: text(1000) });
export const refuseInput = z.object({ claimId: id(), reason: text(1000) });
/** `acceptedFen` are the costs that the city accepts; below what was claimed only with a reason. */
export const verifyInput = z.object({
  claimId: id(),
  acceptedFen: money(),
  reason: optionalText(1000),
});
