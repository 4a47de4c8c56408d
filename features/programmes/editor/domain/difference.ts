import { valueAt, type Draft } from './draft';
import { textsOf } from './parameter-reading';
import { parameterTable, type SectionId } from '@/features/rules/domain/parameter-table';
import type { Unit } from '@/features/rules/domain/rules';
import { countsUnits } from '@/features/rules/domain/unit-price';
import { isLeaf, type Parameter, type Texts } from '@/features/rules/domain/parameters';

export type Change = {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly section: SectionId;
  /** The path of the field, the row or the whole rule: `rules.rates.0.percent`, `rules.rates.1`, `rules.claim`. */
  readonly path: string;
  /** The old and the new texts by field; empty texts are left out. */
  readonly before: Texts;
  readonly after: Texts;
  /** What amounts of the two documents count, where that is not yuan in both. */
  readonly units?: { readonly before: Unit | undefined; readonly after: Unit | undefined };
};

type Found = Omit<Change, 'section' | 'units'>;

const filled = (texts: Texts): Texts =>
  Object.fromEntries(
    Object.entries(texts).filter(([name, text]) => text !== '' && !/\.[?#]$/.test(name)),
  );
const sameValue = (parameter: Parameter, one: unknown, other: unknown) => {
  const [a, b] = [textsOf(parameter, one, ''), textsOf(parameter, other, '')];
  return Object.keys({ ...a, ...b }).every((name) => (a[name] ?? '') === (b[name] ?? ''));
};

/** Returns the change for a rule or row that was added or removed as a whole. */
function whole(
  kind: 'added' | 'removed',
  parameter: Parameter,
  value: unknown,
  path: string,
): Found {
  const texts = filled(textsOf(parameter, value, path));
  return {
    kind,
    path,
    before: kind === 'removed' ? texts : {},
    after: kind === 'added' ? texts : {},
  };
}

function leaves(parameter: Parameter, before: unknown, after: unknown, path: string): Found[] {
  const was = textsOf(parameter, before, path);
  const is = textsOf(parameter, after, path);
  return Object.keys({ ...was, ...is }).flatMap((name): Found[] => {
    const [old = '', now = ''] = [was[name], is[name]];
    if (old === now) return [];
    const kind = old === '' ? 'added' : now === '' ? 'removed' : 'changed';
    return [
      {
        kind,
        path: name,
        before: old === '' ? {} : { [name]: old },
        after: now === '' ? {} : { [name]: now },
      },
    ];
  });
}

const idOf = (row: unknown): unknown => valueAt(row, 'id') ?? valueAt(row, 'number');

/**
 * Pairs the old rows with the new ones: first those with the same id, then those that did not change, then the rest in
 * their order. So an unchanged row that moved is no change.
 */
function pair(parameter: Parameter, before: readonly unknown[], after: readonly unknown[]) {
  const left = new Map(before.entries());
  const pairs = new Map<number, number>();
  const match = (fits: (was: unknown, is: unknown) => boolean) => {
    for (const [at, row] of after.entries()) {
      if (pairs.has(at)) continue;
      const found = [...left].find(([, was]) => fits(was, row));
      if (!found) continue;
      pairs.set(at, found[0]);
      left.delete(found[0]);
    }
  };
  match((was, is) => idOf(is) !== undefined && idOf(was) === idOf(is));
  match((was, is) => sameValue(parameter, was, is));
  match((was, is) => idOf(is) === undefined && idOf(was) === undefined);
  return { pairs, gone: [...left] };
}

function rows(parameter: Parameter, before: unknown, after: unknown, path: string): Found[] {
  const [was, is] = [before, after].map((value): unknown[] => (Array.isArray(value) ? value : []));
  const { pairs, gone } = pair(parameter, was ?? [], is ?? []);
  const remaining = (is ?? []).flatMap((row, at) => {
    const from = pairs.get(at);
    const name = `${path}.${at}`;
    return from === undefined
      ? [whole('added', parameter, row, name)]
      : compare(parameter, was?.[from], row, name);
  });
  return [
    ...remaining,
    ...gone.map(([at, row]) => whole('removed', parameter, row, `${path}.${at}`)),
  ];
}

function compare(parameter: Parameter, before: unknown, after: unknown, path: string): Found[] {
  if (isLeaf(parameter) || parameter.kind === 'keyed')
    return leaves(parameter, before, after, path);
  if (parameter.kind === 'rows') return rows(parameter.of, before, after, path);
  if (parameter.optional && before === undefined && after !== undefined) {
    return [whole('added', parameter, after, path)];
  }
  if (parameter.optional && after === undefined && before !== undefined) {
    return [whole('removed', parameter, before, path)];
  }
  return Object.entries(parameter.parts).flatMap(([key, part]) =>
    compare(part, valueAt(before, key), valueAt(after, key), `${path}.${key}`),
  );
}

/** Lists the changes between two versions section by section, in the order of the editor. */
export function difference(before: Draft, after: Draft, sections: readonly SectionId[]): Change[] {
  const units = { before: before.rules.unit, after: after.rules.unit };
  const counted = [units.before, units.after].some((unit) => countsUnits({ unit }));
  return sections.flatMap((section) =>
    Object.entries(parameterTable[section]).flatMap(([path, parameter]) =>
      compare(parameter, valueAt(before, path), valueAt(after, path), path).map((found) => ({
        section,
        ...found,
        ...(counted && { units }),
      })),
    ),
  );
}
