import type { IsoDate } from '@/lib/dates';
import type { Fen } from '@/lib/money';
import { among, type Answers, type KnownVendor } from './answer-reading';
import { factNames, facts, type KnownFacts } from './declared/questions';
import type { Facts, UsedAmounts } from './facts';
import { readFacts } from './read-facts';
import type { Rules } from './rules';

/** The choice for a vendor that is not on the city's list. */
export const otherVendor = 'other';

/** The data on record in addition to the answers. */
export type Known = {
  readonly on: IsoDate;
  readonly poolFen: Fen;
  readonly subPoolFen?: Readonly<Record<string, Fen>> | undefined;
  readonly vendors: readonly KnownVendor[];
  /** In fen: already awarded under the programme in the calendar year. */
  readonly usedFen: Fen;
  readonly used?: UsedAmounts | undefined;
  readonly contractClaimed?: boolean | undefined;
  readonly placesTaken?: number | undefined;
  readonly bannedUntil?: IsoDate | undefined;
  /** Consecutive years before this one with an award that the portal knows of. */
  readonly yearsBefore?: number | undefined;
};

/** The data on record about a case. The applicant is registered, so the form has no questions for these two. */
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

/** Reads every fact that the answers contain. */
function readAnswers(rules: Rules, answers: Answers, vendors: readonly KnownVendor[]): KnownFacts {
  const vendor = vendors.find(({ id }) => id === answers.vendorId);
  return Object.fromEntries(
    factNames.map((name) => [name, facts[name].read(answers, rules, vendor)]),
  );
}

/** Reads which of the programme's fixed awards the applicant claims now, and which the applicant has received before. */
function fixedAwards(rules: Rules, answers: Answers): Record<string, 'claimed' | 'taken'> {
  return Object.fromEntries(
    (rules.fixedAwards ?? []).flatMap(({ id }) => {
      const answer = among(['claimed', 'taken'], answers[`award_${id}`]);
      return answer ? [[id, answer]] : [];
    }),
  );
}

/** Returns the situation that the answers describe. Facts that the rules do not look at get a value that blocks nothing. */
export function factsOfAnswers(rules: Rules, answers: Answers, known: Known): Facts {
  const answered = readAnswers(rules, answers, known.vendors);
  return {
    ...readFacts(answered, known),
    fixedAwards: rules.fixedAwards && fixedAwards(rules, answers),
    contractClaimed: known.contractClaimed ?? answered.contractClaimed,
    // The portal knows only what was awarded here; years before it are known from the answer alone.
    yearsBefore:
      known.yearsBefore === undefined
        ? answered.yearsBefore
        : Math.max(known.yearsBefore, answered.yearsBefore ?? 0),
    usedFen: known.usedFen,
    used: known.used,
    placesTaken: known.placesTaken,
    bannedUntil: known.bannedUntil,
  };
}

/**
 * Returns the applicant's situation for the rules, from the answers of an application.
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
