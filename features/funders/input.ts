import { z } from 'zod';
import { id, identifier, isoDate, text } from '@/lib/input/fields';
import { positiveMoney } from '@/lib/input/invoice';

/** A bill is of what the page showed: `shownFen` is the sum that the user saw. */
export const issueBillInput = z.object({
  funderId: id(),
  fromOn: isoDate(),
  toOn: isoDate(),
  shownFen: z.string().regex(/^\d{1,18}$/),
});
export const withdrawBillInput = z.object({ billId: id(), reason: text(500) });
export const enterReceiptInput = z.object({
  billId: id(),
  amountFen: positiveMoney(),
  paidOn: isoDate(),
  bankReference: identifier(60),
});
export const receiptInput = z.object({ receiptId: id() });
export const declineReceiptInput = z.object({ receiptId: id(), answer: text(500) });
