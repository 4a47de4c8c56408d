/**
 * Returns how near a place is to the division where an organisation is registered. Where the division is in the place,
 * it is the number of digits of the place's code, so that a district comes before its city and the city before its
 * province. Where only the province is known, every place in it counts as 1, nearer than places elsewhere (0).
 * @param place the code of the place (GB/T 2260), two to six digits, where it has one
 * @param region the code of the division, as exactly as it is known
 */
export function nearness(place: string | undefined, region: string | undefined): number {
  if (!place || !region) return 0;
  if (region.startsWith(place)) return place.length;
  return place.startsWith(region) ? 1 : 0;
}

/** Sorts the nearest first; items that are equally near, and all others, keep their order. */
export const nearestFirst = <T>(
  all: readonly T[],
  placeOf: (one: T) => string | undefined,
  region: string | undefined,
): T[] => [...all].sort((a, b) => nearness(placeOf(b), region) - nearness(placeOf(a), region));
