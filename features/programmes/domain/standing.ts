import type { Mode } from '@/features/rules/domain/rules';

/** Every place where a programme can stand for somebody who reads about it, the most pressing first. */
export const standings = ['open', 'coming', 'automatic', 'closed'] as const;
/**
 * open: applications are taken now; coming: they are taken later; automatic: it comes by itself, so that nobody ever
 * applies, whatever its rounds; closed: no round is open or announced.
 */
export type Standing = (typeof standings)[number];

/** Returns where a programme stands, from how it pays and from its rounds. */
export function standingOf(mode: Mode, round: unknown, nextRound: unknown): Standing {
  if (mode === 'automatic') return 'automatic';
  if (round) return 'open';
  return nextRound ? 'coming' : 'closed';
}

/** Returns where one that was read stands. */
export const standingOfProgramme = (programme: {
  readonly rules: { readonly mode: Mode };
  readonly round: unknown;
  readonly nextRound: unknown;
}): Standing => standingOf(programme.rules.mode, programme.round, programme.nextRound);

/** Puts things where they stand, each group in the order in which they came. */
export function byStanding<T>(
  all: readonly T[],
  of: (one: T) => Standing,
): Readonly<Record<Standing, readonly T[]>> {
  const groups: Record<Standing, T[]> = { open: [], coming: [], automatic: [], closed: [] };
  for (const one of all) groups[of(one)].push(one);
  return groups;
}
