import { z } from 'zod';
import { creditCode, id, isoDate, text } from '@/lib/input/fields';

export const proposeBanInput = z.object({
  creditCode: creditCode(),
  untilOn: isoDate(),
  ground: text(200),
  reason: text(1000),
});
export const banInput = z.object({ banId: id() });
export const declineBanInput = z.object({ banId: id(), answer: text(500) });
export const liftBanInput = z.object({ banId: id(), liftReason: text(500) });
