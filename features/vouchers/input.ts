import { z } from 'zod';
import { id, text } from '@/lib/input/fields';

export const freezeInput = z.object({ voucherId: id(), reason: text(500) });
export const unfreezeInput = z.object({ voucherId: id() });
