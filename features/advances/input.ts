import { z } from 'zod';
import { id, identifier, isoDate, text } from '@/lib/input/fields';
import { positiveMoney } from '@/lib/input/invoice';

export const proposeLevelInput = z.object({
  programmeId: id(),
  payeeId: id(),
  amountFen: positiveMoney(),
});
export const proposeReturnInput = z.object({
  advanceId: id(),
  amountFen: positiveMoney(),
  paidOn: isoDate(),
  bankReference: identifier(60),
});
export const requestInput = z.object({ requestId: id() });
export const declineRequestInput = z.object({ requestId: id(), answer: text(500) });
export const endAdvanceInput = z.object({ advanceId: id(), reason: text(500) });
