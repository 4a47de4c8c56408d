import { z } from 'zod';
import { id, identifier, isoDate, text } from '@/lib/input/fields';

export const proposeBatchInput = z.object({});
export const batchInput = z.object({ batchId: id() });
export const sendBackInput = z.object({ batchId: id(), reason: text(500) });
export const markPaidInput = z.object({
  paymentId: id(),
  paidOn: isoDate(),
  bankReference: identifier(60),
});
export const markFailedInput = z.object({ paymentId: id(), reason: text(500) });
export const requeueInput = z.object({ paymentId: id() });
