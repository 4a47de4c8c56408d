import { z } from 'zod';
import { id, money, text, upload } from '@/lib/input/fields';

export const proposeCapInput = z.object({
  applicationId: id(),
  /** In yuan, or in a programme with a unit price the quantity (`features/rules/typed-amount.ts`). */
  capFen: money().optional(),
  quantity: money().optional(),
  basis: text(200),
  document: upload(),
});
export const releaseCapInput = z.object({ decisionId: id() });
export const declineCapInput = z.object({ decisionId: id(), answer: text(500) });
