import { createHash } from 'node:crypto';

/** The share of the decisions taken by one officer alone that another officer checks, in percent; at least one of them. */
export const samplePercent = 10;

/** Returns how many of so many decisions are checked. */
export const sampleSize = (decisions: number): number =>
  Math.ceil((decisions * samplePercent) / 100);

const rankOf = (seed: string, id: string): string =>
  createHash('sha256').update(`${seed}:${id}`).digest('hex');

/**
 * Draws the sample of a list of cases. The result depends only on the seed and the ids, in whatever order they come: the ids
 * are sorted by the SHA-256 of `seed:id` in hexadecimal, and the first ones are drawn. Anybody who has the seed and the ids
 * can draw it again.
 */
export function drawSample(seed: string, ids: readonly string[]): string[] {
  const ranked = ids.map((id) => ({ id, rank: rankOf(seed, id) }));
  ranked.sort((one, other) => (one.rank < other.rank ? -1 : 1));
  return ranked.slice(0, sampleSize(ids.length)).map(({ id }) => id);
}
