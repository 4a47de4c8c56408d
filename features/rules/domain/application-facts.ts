import type { IsoDate } from '@/lib/dates';
import { factsOfAnswers, type Known } from './answers';
import type { Facts } from './facts';
import type { Rules } from './rules';
import type { Answers } from '@/features/forms/domain/form';

/** What the portal knows beside the answers. */
export type Circumstances = Known & { applicantType: string; registeredOn: IsoDate };

/** Every form asks these; without them there is nothing to work out yet. */
const needed = ['contractFen', 'chipOrigin', 'purpose', 'signedOn', 'startsOn', 'endsOn'] as const;

/**
 * The applicant's situation for the rules.
 * @returns nothing while an answer that every rule needs is missing
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
