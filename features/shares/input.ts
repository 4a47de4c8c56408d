import { z } from 'zod';
import { id, text } from '@/lib/input/fields';

export const proposeShareInput = z.object({ roundId: id(), poolId: id() });
export const releaseShareInput = z.object({ shareOutId: id() });
export const declineShareInput = z.object({ shareOutId: id(), answer: text(500) });
