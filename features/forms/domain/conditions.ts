import { readDecimal } from '@/lib/decimal';
import { plainWidth } from '@/lib/normal';

/** A test of one earlier answer. */
export type Test =
  | { readonly field: string; readonly equals: string }
  | { readonly field: string; readonly oneOf: readonly string[] }
  | { readonly field: string; readonly answered: boolean }
  | { readonly field: string; readonly atLeast: string }
  | { readonly field: string; readonly atMost: string };

/** When a question or a section is asked. */
export type Condition =
  Test | { readonly all: readonly Test[] } | { readonly any: readonly Test[] };

export const testsOf = (condition: Condition): readonly Test[] =>
  'all' in condition ? condition.all : 'any' in condition ? condition.any : [condition];

/**
 * Parses a number or an amount, however it is typed, to millionths as an integer. Returns undefined for other texts.
 */
function millionths(text: string): bigint | undefined {
  const read = readDecimal(plainWidth(text).replace(/[^\d.,]/g, ''));
  if (!read || read.fraction.length > 6) return undefined;
  return BigInt(read.whole) * 1_000_000n + BigInt(read.fraction.padEnd(6, '0'));
}

/** Returns the choices in an answer: all of a list, or the single one. */
export function chosen(answer: string): readonly string[] {
  if (!answer.startsWith('[')) return answer === '' ? [] : [answer];
  const list = parsed(answer);
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
}

/** Parses JSON that was saved or sent. Returns undefined for invalid JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function passes(test: Test, answer: string): boolean {
  if ('answered' in test) return test.answered === (answer !== '');
  if ('equals' in test) return chosen(answer).includes(test.equals);
  if ('oneOf' in test) return chosen(answer).some((one) => test.oneOf.includes(one));
  const given = millionths(answer);
  const bound = millionths('atLeast' in test ? test.atLeast : test.atMost);
  if (given === undefined || bound === undefined) return false;
  return 'atLeast' in test ? given >= bound : given <= bound;
}

/** Returns whether a condition holds for the answers that count. A missing answer counts as empty. */
export function holds(condition: Condition, answers: Readonly<Record<string, string>>): boolean {
  const test = (one: Test) => passes(one, answers[one.field] ?? '');
  if ('all' in condition) return condition.all.every(test);
  if ('any' in condition) return condition.any.some(test);
  return test(condition);
}
