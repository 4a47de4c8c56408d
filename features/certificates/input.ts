import { z } from 'zod';
import { choice, id, mustAccept } from '@/lib/input/fields';
import { signingAlgorithms } from './domain/keys';

export const issueCertificateInput = z.object({ voucherId: id() });

export const rotateKeyInput = z.object({
  /** The present key as the form showed it; empty where the city had none. */
  seen: z.string().regex(/^([0-9a-f]{16})?$/),
  algorithm: choice(signingAlgorithms),
  confirmed: mustAccept(),
});
