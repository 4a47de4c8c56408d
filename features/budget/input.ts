import { z } from 'zod';
import { id, money, text } from '@/lib/input/fields';

/** `poolId` is the id of a programme, for its whole pool, or of one of its sub-pools. */
export const proposeChangeInput = z.object({ poolId: id(), toFen: money(), reason: text(500) });
export const releaseChangeInput = z.object({ changeId: id() });
export const declineChangeInput = z.object({ changeId: id(), answer: text(500) });
