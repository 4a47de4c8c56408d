import type { Candidate, Comparison, No, Yes } from './compare';
import { nearestFirst } from '@/features/programmes/list/domain/nearness';
import type { Mode } from '@/features/rules/domain/rules';
import { byStanding, type Standing } from '@/features/programmes/domain/standing';

/** Names the parts of a compared programme that decide where it stands in the result. */
export type Arranged = Candidate & {
  readonly standing: Standing;
  readonly city: { readonly slug: string };
};
/** Narrows the result to what the reader wants to see; everything is shown where nothing is said. */
export type Narrowing = {
  readonly state?: Standing | undefined;
  readonly city?: string | undefined;
  readonly mode?: Mode | undefined;
};
export type Arrangement<C> = {
  /** Holds the programmes that give something, by where they stand. */
  readonly groups: Readonly<Record<Standing, readonly Yes<C>[]>>;
  readonly no: readonly No<C>[];
};

/**
 * Puts a comparison in the order in which it is read: where programmes stand, what is near to the reader first, and
 * else as they are ranked. Only what was asked for is kept.
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
    (state === undefined || programme.standing === state) &&
    (city === undefined || programme.city.slug === city) &&
    (mode === undefined || programme.rules.mode === mode);
  const own = <F extends { programme: C }>(all: readonly F[]) =>
    nearestFirst(all.filter(fits), ({ programme }) => placeOf(programme), region);
  return { groups: byStanding(own(yes), ({ programme }) => programme.standing), no: own(no) };
}
