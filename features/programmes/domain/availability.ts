import type { Mode } from '@/features/rules/domain/rules';

/** Every availability that a programme can have for a reader, the most urgent first. */
export const availabilities = ['open', 'coming', 'automatic', 'closed'] as const;
/**
 * open: applications are taken now. coming: they are taken later. automatic: it is granted without an application,
 * whatever its rounds. closed: no round is open or announced.
 */
export type Availability = (typeof availabilities)[number];

/** Returns the availability of a programme from its mode and its rounds. */
export function availabilityOf(mode: Mode, round: unknown, nextRound: unknown): Availability {
  if (mode === 'automatic') return 'automatic';
  if (round) return 'open';
  return nextRound ? 'coming' : 'closed';
}

/** Returns the availability of a programme that was loaded. */
export const availabilityOfProgramme = (programme: {
  readonly rules: { readonly mode: Mode };
  readonly round: unknown;
  readonly nextRound: unknown;
}): Availability => availabilityOf(programme.rules.mode, programme.round, programme.nextRound);

/** Groups items by their availability; each group keeps the given order. */
export function groupByAvailability<T>(
  all: readonly T[],
  of: (one: T) => Availability,
): Readonly<Record<Availability, readonly T[]>> {
  const groups: Record<Availability, T[]> = { open: [], coming: [], automatic: [], closed: [] };
  for (const one of all) groups[of(one)].push(one);
  return groups;
}
