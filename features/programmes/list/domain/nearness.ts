/**
 * Returns how near a place is to where somebody is registered: the more of the division's code it names, the nearer, so
 * that a district comes before its city and the city before its province. Whoever told the province alone is nearer to
 * all of it than to anywhere else.
 * @param place the code of the place (GB/T 2260), two to six digits, where it has one
 * @param region the code of the division, as exactly as it is known
 */
export function nearness(place: string | undefined, region: string | undefined): number {
  if (!place || !region) return 0;
  if (region.startsWith(place)) return place.length;
  return place.startsWith(region) ? 1 : 0;
}

/** Puts what is nearest first; what is equally near, and all the rest, stays in its order. */
export const nearestFirst = <T>(
  all: readonly T[],
  placeOf: (one: T) => string | undefined,
  region: string | undefined,
): T[] => [...all].sort((a, b) => nearness(placeOf(b), region) - nearness(placeOf(a), region));
