import type { Answers } from '@/features/forms/domain/form';

/** Where an answer came from if the applicant did not type it. */
export type Source = 'profile' | 'account' | 'check' | `earlier:${string}`;

export type Layer = { source: Source; answers: Answers };

/**
 * Merges layers of known answers. A later layer overrides an earlier one, because it is newer or closer to the case.
 * Empty answers override nothing.
 */
export function layered(layers: readonly Layer[]) {
  const answers: Record<string, string> = {};
  const sources: Record<string, string> = {};
  for (const layer of layers) {
    for (const [name, value] of Object.entries(layer.answers)) {
      if (value === '') continue;
      answers[name] = value;
      sources[name] = layer.source;
    }
  }
  return { answers, sources };
}

/**
 * Returns the sources of answers after a save. A changed answer counts as typed by the applicant, unless it equals
 * the answer in the organisation's profile.
 */
export function sourcesAfter(sources: Answers, changed: Answers, profile: Answers) {
  const unchanged = Object.entries(sources).filter(([name]) => changed[name] === undefined);
  const again = Object.entries(changed)
    .filter(([name, value]) => value !== '' && profile[name] === value)
    .map(([name]) => [name, 'profile']);
  return Object.fromEntries([...unchanged, ...again]) as Record<string, string>;
}

/** Returns the id of the case that an answer was copied from, if it was copied. */
export const earlierOf = (source: string | undefined): string | undefined =>
  source?.startsWith('earlier:') ? source.slice('earlier:'.length) : undefined;
