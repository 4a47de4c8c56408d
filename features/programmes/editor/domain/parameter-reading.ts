import { isIsoDate } from '@/lib/dates';
import { readDecimal } from '@/lib/decimal';
import { formatYuanPlain, parseYuan } from '@/lib/money';
import { plainWidth } from '@/lib/normal';
import { fault, type Fault } from '@/lib/result';
import {
  countOf,
  isLeaf,
  languages,
  switchOf,
  type Keyed,
  type Leaf,
  type Parameter,
  type Texts,
} from '@/features/rules/domain/parameters';

export type Faults = Readonly<Record<string, Fault>>;
export type Read = { value: unknown; faults: Faults };

/** The largest number of rows in a list; more than any city's rules need. */
export const mostRows = 60;
const longestText = 4000;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const own = (value: unknown, key: string): unknown => (isObject(value) ? value[key] : undefined);
const plain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

function leafText(leaf: Leaf, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (leaf.kind === 'yesNo' || leaf.kind === 'tick') return value === true ? 'yes' : 'no';
  if (leaf.kind === 'position') return typeof value === 'number' ? String(value + 1) : '';
  return Array.isArray(value) ? value.map(plain).join(',') : plain(value);
}

/** Returns the texts that a form shows for a value, one for each field. */
export function textsOf(parameter: Parameter, value: unknown, path: string): Texts {
  if (isLeaf(parameter)) {
    if (parameter.kind === 'fixed') return {};
    if (parameter.kind !== 'bilingual') return { [path]: leafText(parameter, value) };
    return Object.fromEntries(languages.map((l) => [`${path}.${l}`, plain(own(value, l))]));
  }
  const texts: Record<string, string> = {};
  if (parameter.kind === 'rows') {
    const list = Array.isArray(value) ? value : [];
    texts[countOf(path)] = String(list.length);
    for (const [at, row] of list.entries()) {
      Object.assign(texts, textsOf(parameter.of, row, `${path}.${at}`));
    }
    return texts;
  }
  if (parameter.kind === 'keyed') {
    for (const [key, each] of Object.entries(isObject(value) ? value : {})) {
      Object.assign(texts, textsOf(parameter.of, each, `${path}.${key}`));
    }
    return texts;
  }
  if (parameter.optional) texts[switchOf(path)] = value === undefined ? 'no' : 'yes';
  for (const [key, part] of Object.entries(parameter.parts)) {
    Object.assign(texts, textsOf(part, own(value, key), `${path}.${key}`));
  }
  return texts;
}

/** Returns the number of rows that a form sent for a list, at most `mostRows`. */
export const rowCount = (texts: Readonly<Record<string, unknown>>, path: string): number => {
  const count = Number(texts[countOf(path)] ?? 0);
  return Number.isInteger(count) && count > 0 ? Math.min(count, mostRows) : 0;
};

/** Lists the keys that a form sent for parts whose names the programme chooses itself. */
const keysOf = (sent: Readonly<Record<string, unknown>>, path: string): string[] =>
  Object.keys(sent)
    .filter((name) => name.startsWith(`${path}.`))
    .map((name) => name.slice(path.length + 1))
    .filter((key) => /^[a-z][a-z0-9_]{0,39}$/.test(key));

/** Returns the texts of a parameter from what a form sent; ticked boxes are joined into one list. */
export function typedTexts(
  parameter: Parameter,
  sent: Readonly<Record<string, unknown>>,
  path: string,
): Texts {
  const text = (name: string): string => {
    const value = sent[name];
    const all = (Array.isArray(value) ? value : [value]).filter(
      (one): one is string => typeof one === 'string',
    );
    return (all.length > 1 ? all.filter(Boolean).join(',') : (all[0] ?? '')).slice(0, longestText);
  };
  // Every form sends a hidden "no" for a box; the value of a ticked box comes after it.
  const box = (name: string) => (text(name).split(',').includes('yes') ? 'yes' : 'no');
  if (isLeaf(parameter)) {
    if (parameter.kind === 'fixed') return {};
    if (parameter.kind === 'tick') return { [path]: box(path) };
    if (parameter.kind !== 'bilingual') return { [path]: text(path) };
    return Object.fromEntries(languages.map((l) => [`${path}.${l}`, text(`${path}.${l}`)]));
  }
  const texts: Record<string, string> = {};
  if (parameter.kind === 'rows') {
    const count = rowCount(sent, path);
    texts[countOf(path)] = String(count);
    for (let at = 0; at < count; at += 1) {
      Object.assign(texts, typedTexts(parameter.of, sent, `${path}.${at}`));
    }
  } else if (parameter.kind === 'keyed') {
    for (const key of keysOf(sent, path)) {
      Object.assign(texts, typedTexts(parameter.of, sent, `${path}.${key}`));
    }
  } else {
    if (parameter.optional) texts[switchOf(path)] = box(switchOf(path));
    for (const [key, part] of Object.entries(parameter.parts)) {
      Object.assign(texts, typedTexts(part, sent, `${path}.${key}`));
    }
  }
  return texts;
}

const money = (text: string, decimals: boolean): unknown => {
  const parsed = parseYuan(text);
  if (!parsed.ok) return fault(parsed.code);
  const written = formatYuanPlain(parsed.value);
  return decimals ? written : written.replace(/\.00$/, '');
};

const wholeNumber = (text: string, least: number): unknown => {
  const read = readDecimal(plainWidth(text));
  if (!read || read.fraction !== '' || read.whole.length > 6) return fault('number_invalid');
  const number = Number(read.whole);
  return number < least ? fault('number_too_small', { minimum: least }) : number;
};

const matching = (text: string, pattern: RegExp, wrong: Fault): unknown => {
  const typed = plainWidth(text).trim();
  return pattern.test(typed) ? typed : wrong;
};

const listed = (text: string): string[] => [
  ...new Set(text.split(/[,，、;；\s]+/).filter((word) => word !== '')),
];

function readPercent(text: string): unknown {
  const typed = plainWidth(text).replace(/%\s*$/, '').trim();
  if (!/^\d{1,3}(\.\d{1,4})?$/.test(typed)) return fault('percent_invalid');
  return Number(typed) > 100 ? fault('percent_too_large') : typed;
}

/** Reads one text; returns an object with a code for a fault. */
function readLeaf(leaf: Leaf, text: string): unknown {
  switch (leaf.kind) {
    case 'money':
    case 'amount':
      return money(text, leaf.kind === 'amount');
    case 'percent':
      return readPercent(text);
    case 'date':
      return isIsoDate(text) ? text : fault('date_invalid');
    case 'time':
      return matching(text, /^([01]\d|2[0-3]):[0-5]\d$/, fault('time_invalid'));
    case 'clause':
      return matching(text, /^[1-9]\d?(\.[1-9]\d?)?$/, fault('clause_invalid'));
    case 'key':
      return matching(text, /^[a-z][a-z0-9_]{0,39}$/, fault('key_invalid'));
    case 'url':
      return URL.canParse(text) && /^https?:\/\//.test(text) ? text : fault('url_invalid');
    case 'count':
    case 'unit':
      return wholeNumber(text, 1);
    case 'whole':
      return wholeNumber(text, 0);
    case 'position': {
      const place = wholeNumber(text, 1);
      return typeof place === 'number' ? place - 1 : place;
    }
    case 'number': {
      const read = readDecimal(plainWidth(text));
      const number = read ? Number(`${read.whole}.${read.fraction || '0'}`) : 0;
      return number > 0 ? number : fault('number_invalid');
    }
    case 'yesNo':
      return text === 'yes' || text === 'no' ? text === 'yes' : fault('choice_unknown');
    case 'tick':
      return text === 'yes' ? true : undefined;
    case 'choice':
      return leaf.values.includes(text) ? text : fault('choice_unknown');
    case 'choices':
      return readSome(text, (value) => leaf.values.includes(value), fault('choice_unknown'));
    case 'declaredSome':
      return readSome(
        text,
        (value) => /^[a-z][a-z0-9_]{0,39}$/.test(value),
        fault('choice_unknown'),
      );
    case 'declared':
      return matching(text, /^[a-z][a-z0-9_]{0,39}$/, fault('choice_unknown'));
    case 'region':
      return matching(text, /^\d{2,6}$/, fault('region_invalid'));
    case 'regions':
      return readSome(plainWidth(text), (code) => /^\d{2,6}$/.test(code), fault('region_invalid'));
    case 'words':
      return readSome(text, (word) => word.length <= 40, fault('text_too_long', { maximum: 40 }));
    default:
      return text.trim();
  }
}

function readSome(text: string, known: (value: string) => boolean, wrong: Fault): unknown {
  const all = listed(text);
  return all.every(known) ? all : wrong;
}

const isFault = (value: unknown): value is Fault => isObject(value) && 'code' in value;

function readField(leaf: Leaf, texts: Texts, path: string): Read {
  if (leaf.kind === 'fixed') return { value: leaf.value, faults: {} };
  if (leaf.kind === 'bilingual') {
    const said = languages.flatMap((l) => {
      const text = (texts[`${path}.${l}`] ?? '').replace(/\r\n?/g, '\n').trim();
      return text === '' ? [] : [[l, text] as const];
    });
    return { value: said.length === 0 ? undefined : Object.fromEntries(said), faults: {} };
  }
  const text = (texts[path] ?? '').trim();
  if (text === '') {
    // A required list may still be empty: nothing is excluded, no document is needed.
    const empty = leaf.kind === 'choices' && !leaf.optional ? [] : undefined;
    return { value: empty, faults: {} };
  }
  const value = readLeaf(leaf, text);
  return isFault(value) ? { value: undefined, faults: { [path]: value } } : { value, faults: {} };
}

function readParts(parts: Readonly<Record<string, Parameter>>, texts: Texts, path: string): Read {
  const value: Record<string, unknown> = {};
  let faults: Faults = {};
  for (const [key, part] of Object.entries(parts)) {
    const read = readValue(part, texts, `${path}.${key}`);
    faults = { ...faults, ...read.faults };
    if (read.value === undefined) continue;
    const { onlyIf } = part;
    if (onlyIf && (texts[`${path}.${onlyIf.part}`] ?? '') !== onlyIf.equals) {
      faults = { ...faults, [`${path}.${key}`]: fault('does_not_apply') };
      continue;
    }
    value[key] = read.value;
  }
  return { value, faults };
}

function readKeyed(keyed: Keyed, texts: Texts, path: string): Read {
  const read = readParts(
    Object.fromEntries(keysOf(texts, path).map((key) => [key, keyed.of])),
    texts,
    path,
  );
  const empty = Object.keys(read.value as object).length === 0;
  return empty ? { ...read, value: undefined } : read;
}

/**
 * Returns the value that texts describe. Empty texts are left out, also where the schema requires them, because a draft
 * may be incomplete. Invalid texts are left out too, with a fault under the name of their field.
 */
export function readValue(parameter: Parameter, texts: Texts, path: string): Read {
  if (isLeaf(parameter)) return readField(parameter, texts, path);
  if (parameter.kind === 'keyed') return readKeyed(parameter, texts, path);
  if (parameter.kind === 'group') {
    if (parameter.optional && texts[switchOf(path)] !== 'yes') {
      return { value: undefined, faults: {} };
    }
    return readParts(parameter.parts, texts, path);
  }
  const count = rowCount(texts, path);
  if (count === 0) return { value: parameter.optional ? undefined : [], faults: {} };
  const rows = Array.from({ length: count }, (_, at) =>
    readValue(parameter.of, texts, `${path}.${at}`),
  );
  return {
    value: rows.map((row) => row.value ?? {}),
    faults: Object.assign({}, ...rows.map((row) => row.faults)) as Faults,
  };
}
