import type { Candidate, Comparison, No, Yes } from './compare';
import { nearestFirst } from '@/features/programmes/list/domain/nearness';
import type { Mode } from '@/features/rules/domain/rules';
import { groupByAvailability, type Availability } from '@/features/programmes/domain/availability';

/** The parts of a compared programme that decide its place in the result. */
export type Arranged = Candidate & {
  readonly availability: Availability;
  readonly city: { readonly slug: string };
};
/** The filters of the result; without a filter all programmes are shown. */
export type Narrowing = {
  readonly state?: Availability | undefined;
  readonly city?: string | undefined;
  readonly mode?: Mode | undefined;
};
export type Arrangement<C> = {
  /** The programmes that give something, by availability. */
  readonly groups: Readonly<Record<Availability, readonly Yes<C>[]>>;
  readonly no: readonly No<C>[];
};

/**
 * Arranges a comparison for reading: in groups by availability, the nearest to the reader first, otherwise in the order of
 * the ranking. Only programmes that match the filters are kept.
 * @param placeOf the division that a programme's city governs
 * @param region where the reader is registered, as exactly as it is known
 */
export function arrange<C extends Arranged>(
  { yes, no }: Comparison<C>,
  { state, city, mode }: Narrowing,
  placeOf: (programme: C) => string | undefined,
  region: string | undefined,
): Arrangement<C> {
  const fits = ({ programme }: { programme: C }) =>
    (state === undefined || programme.availability === state) &&
    (city === undefined || programme.city.slug === city) &&
    (mode === undefined || programme.rules.mode === mode);
  const own = <F extends { programme: C }>(all: readonly F[]) =>
    nearestFirst(all.filter(fits), ({ programme }) => placeOf(programme), region);
  return {
    groups: groupByAvailability(own(yes), ({ programme }) => programme.availability),
    no: own(no),
  };
}
