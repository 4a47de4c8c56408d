import { merge } from '@/features/forms/domain/merge';
import { readValue, textsOf, typedTexts, type Faults } from './parameter-reading';
import {
  parameterTable,
  sectionIds,
  type SectionId,
} from '@/features/rules/domain/parameter-table';
import { countOf, isLeaf, type Parameter, type Texts } from '@/features/rules/domain/parameters';
import type { Loose, Rules } from '@/features/rules/domain/rules';
import type { Bilingual } from '@/lib/bilingual';

type PlannedRound = {
  readonly number: number;
  readonly opensOn: string;
  readonly opensAt: string;
  readonly closesOn: string;
  readonly closesAt: string;
};

/** The content of an unpublished version; any part of it may still be missing. */
export type Draft = {
  readonly rules: Loose<Rules>;
  readonly guide: Loose<DraftGuide>;
  readonly rounds: readonly Partial<PlannedRound>[];
  readonly budgetYuan?: string | undefined;
  readonly examples: readonly unknown[];
};

type DraftGuide = {
  readonly title: Bilingual;
  readonly summary: Bilingual;
  readonly basis: Bilingual;
  readonly process: readonly Bilingual[];
  readonly questions: readonly { readonly question: Bilingual; readonly answer: Bilingual }[];
  readonly contact: Bilingual;
  readonly supervision: Bilingual;
};

type Node = Readonly<Record<string, unknown>> | readonly unknown[];
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const stepsOf = (path: string) => path.split('.');

/** Returns the value at a path of a document; undefined where there is none. */
export function valueAt(document: unknown, path: string): unknown {
  return stepsOf(path).reduce<unknown>(
    (at, step) => (isNode(at) ? (at as Record<string, unknown>)[step] : undefined),
    document,
  );
}

function put(at: unknown, steps: readonly string[], value: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  const next = put(isNode(at) ? (at as Record<string, unknown>)[step] : undefined, rest, value);
  if (Array.isArray(at))
    return at.map((one, index) => (index === Number(step) ? next : (one as unknown)));
  const { [step]: _, ...others } = (at ?? {}) as Record<string, unknown>;
  return next === undefined ? others : { ...others, [step]: next };
}

const withValue = (draft: Draft, path: string, value: unknown): Draft =>
  put(draft, stepsOf(path), value) as Draft;

/** Returns the texts of one section's form. */
export const sectionTexts = (section: SectionId, draft: Draft): Texts =>
  Object.assign(
    {},
    ...Object.entries(parameterTable[section]).map(([path, parameter]) =>
      textsOf(parameter, valueAt(draft, path), path),
    ),
  ) as Texts;

/** Returns the texts of the whole document. */
export const allTexts = (draft: Draft): Texts =>
  Object.assign({}, ...sectionIds.map((id) => sectionTexts(id, draft))) as Texts;

/** Reads a section's texts into the draft; invalid ones are left out and returned as faults. */
export function readSection(
  section: SectionId,
  texts: Texts,
  draft: Draft,
): { draft: Draft; faults: Faults } {
  let faults: Faults = {};
  let next = draft;
  for (const [path, parameter] of Object.entries(parameterTable[section])) {
    const read = readValue(parameter, texts, path);
    faults = { ...faults, ...read.faults };
    next = withValue(next, path, read.value);
  }
  return { draft: next, faults };
}

/** Returns the texts of one section from what a form sent. */
export const typedSection = (section: SectionId, sent: Readonly<Record<string, unknown>>): Texts =>
  Object.assign(
    {},
    ...Object.entries(parameterTable[section]).map(([path, parameter]) =>
      typedTexts(parameter, sent, path),
    ),
  ) as Texts;

/** Lists the paths of the outermost lists of a section. */
function listsOf(section: SectionId): string[] {
  const find = (parameter: Parameter, path: string): string[] => {
    if (parameter.kind === 'rows') return [path];
    if (parameter.kind !== 'group') return [];
    return Object.entries(parameter.parts).flatMap(([key, part]) => find(part, `${path}.${key}`));
  };
  return Object.entries(parameterTable[section]).flatMap(([path, one]) => find(one, path));
}

const under = (texts: Texts, list: string): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([name]) => name.startsWith(`${list}.`)));
const same = (one: Texts, other: Texts) =>
  Object.keys({ ...one, ...other }).every((name) => (one[name] ?? '') === (other[name] ?? ''));

export type SectionMerge = {
  /** The texts after this save. */
  texts: Texts;
  changed: string[];
  /** The stored texts of the fields that both sides changed; a whole list is under the name of its count. */
  conflicts: Texts;
};

/**
 * Merges the typed texts into the stored ones, with the texts that the form showed as their common base. Fields are
 * merged one by one. A list whose number of rows changed on either side is merged as a whole, because its positions no
 * longer mean the same rows.
 */
export function mergeSection(
  section: SectionId,
  shown: Texts,
  stored: Texts,
  typed: Texts,
): SectionMerge {
  const moved = listsOf(section).filter((list) => {
    const count = countOf(list);
    return typed[count] !== stored[count] || shown[count] !== stored[count];
  });
  const inMoved = (name: string) => moved.some((list) => name.startsWith(`${list}.`));
  const single = (texts: Texts): Texts =>
    Object.fromEntries(Object.entries(texts).filter(([name]) => !inMoved(name)));
  const merged = merge(single(shown), single(stored), single(typed));
  let texts: Texts = { ...single(stored), ...merged.changed };
  const changed = Object.keys(merged.changed);
  const conflicts: Record<string, string> = { ...merged.conflicts };
  for (const list of moved) {
    const [was, is, mine] = [under(shown, list), under(stored, list), under(typed, list)];
    if (same(mine, is) || same(mine, was)) texts = { ...texts, ...is };
    else if (same(is, was)) {
      texts = { ...texts, ...mine };
      changed.push(countOf(list));
    } else {
      texts = { ...texts, ...is };
      conflicts[countOf(list)] = is[countOf(list)] ?? '0';
    }
  }
  return { texts, changed, conflicts };
}

export const rowMoves = ['add', 'remove', 'up', 'down'] as const;
export type RowMove = { move: (typeof rowMoves)[number]; list: string; at: number };

/**
 * Reads the value of a row's button, such as `add:rules.rates` or `up:rules.rates.2`; undefined where it is invalid.
 */
export function readRowMove(section: SectionId, text: string): RowMove | undefined {
  const match = /^(add|remove|up|down):([\w.-]+?)(?:\.(\d{1,3}))?$/.exec(text);
  const move = rowMoves.find((known) => known === match?.[1]);
  const list = match?.[2];
  if (!move || list === undefined || !listsOf(section).includes(list)) return undefined;
  return { move, list, at: Number(match?.[3] ?? 0) };
}

/** Returns the draft with a row added, removed or moved, and the position of the row to focus. */
export function moveRow(draft: Draft, { move, list, at }: RowMove): { draft: Draft; at: number } {
  const value = valueAt(draft, list);
  const rows: unknown[] = Array.isArray(value) ? [...(value as unknown[])] : [];
  if (move === 'add') {
    return { draft: withValue(draft, list, [...rows, {}]), at: rows.length };
  }
  const [row] = rows.splice(at, 1);
  if (row === undefined) return { draft, at };
  const target = move === 'up' ? Math.max(0, at - 1) : Math.min(rows.length, at + 1);
  if (move !== 'remove') rows.splice(target, 0, row);
  const left = rows.length === 0 && mayBeMissing(list) ? undefined : rows;
  const focus = move === 'remove' ? Math.max(0, Math.min(at, rows.length - 1)) : target;
  return { draft: withValue(draft, list, left), at: focus };
}

/** Checks whether a list is optional in the schema, so that an empty one is left out. */
function mayBeMissing(list: string): boolean {
  for (const parts of Object.values(parameterTable)) {
    for (const [path, parameter] of Object.entries(parts)) {
      if (list === path) return parameter.kind === 'rows' && parameter.optional === true;
      if (!list.startsWith(`${path}.`) || isLeaf(parameter) || parameter.kind !== 'group') continue;
      const inner = parameter.parts[list.slice(path.length + 1)];
      return inner?.kind === 'rows' && inner.optional === true;
    }
  }
  return false;
}
