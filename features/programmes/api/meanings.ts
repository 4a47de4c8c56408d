import { factParts } from '@/features/rules/domain/declared/fact-messages';
import { programmeParts } from '@/features/rules/domain/parameter-table';
import type { Parameter, Parts } from '@/features/rules/domain/parameters';
import type { Rules } from '@/features/rules/domain/rules';
import type { FactsInput } from '@/features/rules/facts-schema';
import type { DocumentText, FieldTexts } from '@/server/api/documented';

type Meanings<T> = { readonly [K in keyof T]-?: DocumentText } & FieldTexts;
type Meaning = readonly [name: string, meaning: DocumentText];

const innerParts = (parameter: Parameter): Parts => {
  const inner = parameter.kind === 'rows' ? parameter.of : parameter;
  return inner.kind === 'group' ? inner.parts : {};
};

/** Lists the meanings below a parameter, each under `parent.name`, where the API's document looks first. */
const below = (parts: Parts, parent: string): Meaning[] =>
  Object.entries(parts).flatMap(([name, part]) => [
    ...(part.meaning ? [[`${parent}.${name}`, part.meaning] as const] : []),
    ...below(innerParts(part), name),
  ]);

function meaningsOf<T>(parts: Parts): Meanings<T> {
  const entries = Object.entries(parts).flatMap(([name, part]): Meaning[] => [
    ...(part.meaning ? [[name, part.meaning] as const] : []),
    ...below(innerParts(part), name),
  ]);
  return Object.fromEntries(entries) as Meanings<T>;
}

const root = 'rules.';
const ruleParts: Parts = Object.fromEntries(
  Object.entries(programmeParts)
    .filter(([path]) => path.startsWith(root))
    .map(([path, part]) => [path.slice(root.length), part]),
);

/** The meaning of each part of the rules, for the public API. */
export const ruleMeanings = meaningsOf<Rules>(ruleParts);

/** The meaning of each fact, for the public API. */
export const factMeanings = meaningsOf<FactsInput>(factParts);
