import { z } from 'zod';
import { invoiceNumber, positiveMoney } from '@/lib/input/invoice';
import { choice, id, identifier, isoDate, text } from '@/lib/input/fields';
import { voucherChoices } from './domain/lifecycle';

export const proposeRecoveryInput = z.object({
  entryId: id(),
  amountFen: positiveMoney(),
  voucherAfter: choice(voucherChoices),
  ground: text(200),
  reason: text(1000),
});
export const recordRedInvoiceInput = z.object({
  redemptionId: id(),
  redInvoiceNumber: invoiceNumber(),
  redInvoiceOn: isoDate(),
  voucherAfter: choice(voucherChoices),
});
export const recoveryInput = z.object({ recoveryId: id() });
export const declineRecoveryInput = z.object({ recoveryId: id(), answer: text(500) });
export const enterRepaymentInput = z.object({
  recoveryId: id(),
  amountFen: positiveMoney(),
  paidOn: isoDate(),
  bankReference: identifier(60),
});
export const proposeWriteOffInput = z.object({
  recoveryId: id(),
  amountFen: positiveMoney(),
  reason: text(1000),
});
export const proposeWaiverInput = z.object({
  recoveryId: id(),
  amountFen: positiveMoney(),
  reason: text(1000),
});
export const creditInput = z.object({ creditId: id() });
export const declineCreditInput = z.object({ creditId: id(), answer: text(500) });
