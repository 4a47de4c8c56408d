import type { Answers } from '@/features/forms/domain/form';

/** Where an answer came from that the applicant did not type. */
export type Source = 'profile' | 'account' | 'check' | `earlier:${string}`;

export type Layer = { source: Source; answers: Answers };

/** Lays what is known over one another: a later layer is newer or more to the point. */
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
 * What is still marked after a save: a changed answer is the applicant's own, unless it is again
 * what the profile says.
 */
export function sourcesAfter(sources: Answers, changed: Answers, profile: Answers) {
  const kept = Object.entries(sources).filter(([name]) => changed[name] === undefined);
  const again = Object.entries(changed)
    .filter(([name, value]) => value !== '' && profile[name] === value)
    .map(([name]) => [name, 'profile']);
  return Object.fromEntries([...kept, ...again]) as Record<string, string>;
}

/** The case that an answer was copied from, if it was. */
export const earlierOf = (source: string | undefined): string | undefined =>
  source?.startsWith('earlier:') ? source.slice('earlier:'.length) : undefined;
