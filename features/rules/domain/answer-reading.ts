import type { Answers } from '@/features/forms/domain/form';
import type { IsoDate } from '@/lib/dates';
import { parseYuan, type Fen } from '@/lib/money';
import type { Rules } from './rules';

export type { Answers };

/** A vendor that a city has accredited. */
export type KnownVendor = {
  readonly id: string;
  readonly items?: readonly string[] | undefined;
  readonly listedOn?: IsoDate | undefined;
};

/** Reads a choice. Returns undefined if the text is none of the values. */
export const among = <T extends string>(
  values: readonly T[],
  text: string | undefined,
): T | undefined => values.find((value) => value === text);
/** Reads a yes or no. */
export const yes = (text: string | undefined): boolean | undefined =>
  text === 'yes' ? true : text === 'no' ? false : undefined;
/** Returns whether an answer is an amount in the programme's unit, by its name. */
export const isAmount = (name: string): boolean => name.endsWith('Amount');
/** Reads an amount in the programme's unit, in hundredths. */
export const amount = (text: string | undefined): Fen | undefined => {
  const parsed = parseYuan(text ?? '');
  return text && parsed.ok ? parsed.value : undefined;
};
/** Reads a small whole number. */
export const count = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined;

/** Reads the answers to the programme's own questions, by their ids. */
export function ownAnswers(
  answers: Answers,
  questions: NonNullable<Rules['questions']>,
): Record<string, boolean> {
  return Object.fromEntries(
    questions.flatMap(({ id }) => {
      const answer = yes(answers[`flag_${id}`]);
      return answer === undefined ? [] : [[id, answer]];
    }),
  );
}
