import { about } from './declared/about-messages';
import { amounts } from './declared/amounts-messages';
import { conditions } from './declared/conditions-messages';
import { examples } from './declared/example-messages';
import { basis, contact, questions } from './declared/guide-messages';
import { documents, process, time } from './declared/process-messages';
import { rounds } from './declared/rounds-messages';
import { who } from './declared/who-messages';
import type { Group, Leaf, Named, Parameter, Parts, ProgrammeParts, Rows } from './parameters';

export const sectionIds = [
  'about',
  'who',
  'conditions',
  'amounts',
  'documents',
  'process',
  'time',
  'basis',
  'questions',
  'contact',
  'rounds',
  'examples',
] as const;
export type SectionId = (typeof sectionIds)[number];

/** Every parameter by its path, each once. A missing parameter does not compile. */
export const programmeParts: ProgrammeParts = {
  ...about,
  ...who,
  ...conditions,
  ...amounts,
  ...documents,
  ...process,
  ...time,
  ...basis,
  ...questions,
  ...contact,
  ...rounds,
  ...examples,
};

/** Every section of the editor with its parameters by path. */
export const parameterTable: Readonly<Record<SectionId, Parts>> = {
  about,
  who,
  conditions,
  amounts,
  documents,
  process,
  time,
  basis,
  questions,
  contact,
  rounds,
  examples,
};

/** Returns the section in which a field is edited. */
export function sectionOf(field: string): SectionId {
  const found = sectionIds.find((id) =>
    Object.keys(parameterTable[id]).some((path) => field === path || field.startsWith(`${path}.`)),
  );
  return found ?? 'about';
}

/**
 * Returns the declaration of a pattern such as `rules.rates.percent`; undefined if the pattern names no parameter, for
 * example below a part whose keys the programme chooses.
 */
export function declaredAt(pattern: string): (Parameter & Named) | undefined {
  const all: Parts = programmeParts;
  const root = Object.keys(all).find((path) => pattern === path || pattern.startsWith(`${path}.`));
  let at = root === undefined ? undefined : all[root];
  for (const step of pattern.slice((root?.length ?? 0) + 1).split('.')) {
    if (step === '') break;
    const inner: Parameter | undefined = at?.kind === 'rows' ? at.of : at;
    at = inner?.kind === 'group' ? inner.parts[step] : undefined;
  }
  return at;
}

/** Returns the parameter of a field's pattern. For parts whose keys the programme chooses, returns one part. */
export function parameterAt(pattern: string): Leaf | Group | Rows | undefined {
  const at = declaredAt(pattern);
  return at?.kind === 'keyed' ? at.of : at;
}
