import { z } from 'zod';
import { id, money, text, upload } from '@/lib/input/fields';

export const proposeCapInput = z.object({
  applicationId: id(),
  capFen: money(),
  basis: text(200),
  document: upload(),
});
export const releaseCapInput = z.object({ decisionId: id() });
export const declineCapInput = z.object({ decisionId: id(), answer: text(500) });
