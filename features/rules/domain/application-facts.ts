import type { IsoDate } from '@/lib/dates';
import { factsOfAnswers, type Known } from './answers';
import type { Facts } from './facts';
import type { Rules } from './rules';
import type { Answers } from '@/features/forms/domain/form';

/** What the portal has on record in addition to the answers. */
export type Circumstances = Known & { applicantType: string; registeredOn: IsoDate };

/** Every form contains these fields. Without them nothing can be calculated yet. */
const needed = [
  'contractAmount',
  'chipOrigin',
  'purpose',
  'signedOn',
  'startsOn',
  'endsOn',
] as const;

/**
 * Returns the applicant's situation for the rules.
 * @returns undefined while an answer that every rule needs is missing
 */
export function factsOf(
  rules: Rules,
  answers: Answers,
  circumstances: Circumstances,
): Facts | undefined {
  if (needed.some((name) => !answers[name])) return undefined;
  const { applicantType, registeredOn, ...known } = circumstances;
  return factsOfAnswers(rules, { ...answers, applicantType, registeredOn }, known);
}
