import { fen, minFen, sumFen, zeroFen, type Fen } from '@/lib/money';

/** What one case is entitled to, and when it was submitted; `id` settles a tie between equal instants. */
export type Claim = { readonly id: string; readonly claimFen: Fen; readonly submittedAt: Date };

/** A claim with its share, in fen. */
export type Share = Claim & { readonly shareFen: Fen };

/** A share-out of the past, which a later one of the same round and pool must not exceed in its rate. */
export type Past = { readonly claimedFen: Fen; readonly sharedFen: Fen };

type Part = Claim & { shareFen: Fen; readonly remainder: bigint };

/** Compares two parts for the odd units: the largest remainder first, then whoever submitted first. */
const byRemainder = (one: Part, other: Part): number =>
  Number(other.remainder > one.remainder) - Number(other.remainder < one.remainder) ||
  one.submittedAt.getTime() - other.submittedAt.getTime() ||
  (one.id < other.id ? -1 : 1);

/**
 * Divides a pool among claims at one rate. Every share is the claim × pool ÷ all claims, cut off to whole units; the units
 * that remain go one each to the largest remainders, and between equal ones to whoever submitted first. The shares together
 * never exceed the pool, and no share exceeds its claim. If the pool is enough, everybody gets the whole claim.
 * @param unitFen the unit that the programme rounds its amounts to, in fen
 */
export function shareOut(poolFen: Fen, claims: readonly Claim[], unitFen: bigint): Share[] {
  const claimedFen = sumFen(claims.map(({ claimFen }) => claimFen));
  if (claimedFen <= poolFen) return claims.map((claim) => ({ ...claim, shareFen: claim.claimFen }));
  const units = poolFen > 0n ? poolFen / unitFen : 0n;
  const whole = claimedFen * unitFen;
  const parts = claims.map((claim): Part => {
    const product = claim.claimFen * units * unitFen;
    return {
      ...claim,
      shareFen: fen((product / whole) * unitFen),
      remainder: product % whole,
    };
  });
  let left = units - parts.reduce((sum, { shareFen }) => sum + shareFen / unitFen, 0n);
  for (const part of parts.toSorted(byRemainder)) {
    if (left === 0n) break;
    if (part.shareFen + unitFen > part.claimFen) continue;
    part.shareFen = fen(part.shareFen + unitFen);
    left -= 1n;
  }
  return parts.map(({ id, claimFen, submittedAt, shareFen }) => ({
    id,
    claimFen,
    submittedAt,
    shareFen,
  }));
}

/**
 * Returns how much of a pool a share-out may give, in fen: what is free, and for a case that comes after the first
 * share-out of its round no higher rate than the first one gave, so that a late case is not better off than the others.
 * @param first the first share-out of the same round and pool, if there was one
 */
export function shareable(freeFen: Fen, claimedFen: Fen, first: Past | undefined): Fen {
  const free = freeFen > 0n ? freeFen : zeroFen;
  if (!first || first.claimedFen <= first.sharedFen) return free;
  return minFen(free, fen((claimedFen * first.sharedFen) / first.claimedFen));
}
