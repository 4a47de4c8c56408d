import { readDecimal } from '@/lib/decimal';
import { plainWidth } from '@/lib/normal';

/** Looks at one earlier answer. */
export type Test =
  | { readonly field: string; readonly equals: string }
  | { readonly field: string; readonly oneOf: readonly string[] }
  | { readonly field: string; readonly answered: boolean }
  | { readonly field: string; readonly atLeast: string }
  | { readonly field: string; readonly atMost: string };

/** When a question or a section is asked at all. */
export type Condition =
  Test | { readonly all: readonly Test[] } | { readonly any: readonly Test[] };

export const testsOf = (condition: Condition): readonly Test[] =>
  'all' in condition ? condition.all : 'any' in condition ? condition.any : [condition];

/** A number or an amount as an integer of millionths, however it is typed; nothing for other texts. */
function millionths(text: string): bigint | undefined {
  const read = readDecimal(plainWidth(text).replace(/[^\d.,]/g, ''));
  if (!read || read.fraction.length > 6) return undefined;
  return BigInt(read.whole) * 1_000_000n + BigInt(read.fraction.padEnd(6, '0'));
}

/** The choices behind an answer: several where they were kept as a list, and else the one. */
export function chosen(answer: string): readonly string[] {
  if (!answer.startsWith('[')) return answer === '' ? [] : [answer];
  const list = parsed(answer);
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
}

/** JSON as it was kept or sent; nothing where it is none. */
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

/** Whether a condition holds, given the answers that count; one that is missing counts as empty. */
export function holds(condition: Condition, answers: Readonly<Record<string, string>>): boolean {
  const test = (one: Test) => passes(one, answers[one.field] ?? '');
  if ('all' in condition) return condition.all.every(test);
  if ('any' in condition) return condition.any.some(test);
  return test(condition);
}
