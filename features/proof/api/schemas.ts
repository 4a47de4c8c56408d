import { z } from 'zod';

const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'] });

const publishedHead = z.strictObject({
  chain: z.string(),
  city: z.string().nullable(),
  day: z.iso.date(),
  seal: z.int(),
  hash: sha256,
  rows: z.int(),
  publishedAt: z.iso.datetime(),
});

const publishedHeads = z.strictObject({
  heads: z.array(publishedHead),
  nextCursor: z.string().nullable(),
});

/** The schemas by their names in the OpenAPI document. */
export const proofAnswers = {
  PublishedHead: publishedHead,
  PublishedHeads: publishedHeads,
} as const;

export type HeadAnswer = z.output<typeof publishedHead>;
