import { z } from 'zod';
import { id, isoDate, text } from '@/lib/input/fields';

const why = { ground: text(200), reason: text(1000) };

export const proposeRevocationInput = z.object({ voucherId: id(), ...why });
export const proposeExtensionInput = z.object({ voucherId: id(), validTo: isoDate(), ...why });
export const changeInput = z.object({ changeId: id() });
export const declineChangeInput = z.object({ changeId: id(), answer: text(500) });
