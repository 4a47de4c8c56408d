import type { IsoDate } from '@/lib/dates';
import type { Fen } from '@/lib/money';
import { assess, type Assessment } from '@/features/rules/domain/assess';
import type { Facts } from '@/features/rules/domain/facts';
import { situate, type Assumption, type Profile } from '@/features/rules/domain/profile';
import type { Rules } from '@/features/rules/domain/rules';
import type { AssessmentRefusal, AssessmentStep, StepCode } from '@/features/rules/domain/sheet';
import { whatWouldHelp, type Help } from '@/features/rules/domain/what-would-help';

/** A programme to compare: its rules, its money, and its deadline. */
export type Candidate = {
  readonly slug: string;
  readonly rules: Rules;
  /** The amount left in the pool, in the programme's unit. */
  readonly poolFen: Fen;
  /** The last day of the open round. */
  readonly closesOn?: IsoDate | undefined;
};

type Common<C> = {
  readonly programme: C;
  /** The direction that is best for the applicant, where there are several. */
  readonly direction?: string | undefined;
  readonly facts: Facts;
  readonly assumed: readonly Assumption[];
  readonly steps: readonly AssessmentStep[];
};
/** The result for a programme that gives something. */
export type Yes<C> = Common<C> & {
  readonly amountFen: Fen;
  readonly queued: boolean;
  readonly ceiling: boolean;
  /** The first limit that reduced the amount, after the rate. */
  readonly limit?: AssessmentStep | undefined;
};
/** The result for a programme that gives nothing: the reasons, and the one change that would be enough. */
export type No<C> = Common<C> & {
  readonly refusals: readonly AssessmentRefusal[];
  readonly help?: Help | undefined;
};
export type Comparison<C> = { readonly yes: readonly Yes<C>[]; readonly no: readonly No<C>[] };

const limits: readonly StepCode[] = [
  'stacking',
  'support_award',
  'cap_contract',
  'cap_year',
  'cap',
  'pool',
  'pool_share',
];

type Tried<C> = Common<C> & { result: Assessment };

/** Returns whether the second way to apply is better: it gives more, or is refused for fewer reasons. */
function better(one: Assessment, other: Assessment): boolean {
  if (one.eligible !== other.eligible) return other.eligible;
  if (one.eligible && other.eligible) return other.amountFen > one.amountFen;
  return !one.eligible && !other.eligible && other.refusals.length < one.refusals.length;
}

/** Returns the best result that a programme has for a profile; every direction is tried. */
function tryAll<C extends Candidate>(programme: C, profile: Profile): Tried<C> {
  const { rules, poolFen } = programme;
  const { facts, assumed } = situate(rules, profile, poolFen);
  const ways = rules.directions?.map(({ id }) => id) ?? [undefined];
  const tried = ways.map((direction): Tried<C> => {
    const situation = direction === undefined ? facts : { ...facts, direction };
    const result = assess(rules, situation);
    return { programme, direction, facts: situation, assumed, steps: result.steps, result };
  });
  return tried.reduce((best, next) => (better(best.result, next.result) ? next : best));
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byAmount = (a: Fen, b: Fen) => (a > b ? -1 : a < b ? 1 : 0);
const never = '9999-12-31';
const byDeadline = (a: Candidate, b: Candidate) =>
  byText(a.closesOn ?? never, b.closesOn ?? never) || byText(a.slug, b.slug);
/**
 * Returns the unit to sort by. Amounts of different units cannot be compared, so they are grouped by unit, yuan first.
 */
const unitOf = ({ rules }: Candidate) =>
  rules.unit === undefined || rules.unit === 'yuan' ? '' : rules.unit;

const byWorth = <C extends Candidate>(a: Yes<C>, b: Yes<C>) =>
  byText(unitOf(a.programme), unitOf(b.programme)) ||
  byAmount(a.amountFen, b.amountFen) ||
  byDeadline(a.programme, b.programme);

/**
 * Compares programmes that give nothing: first those that one change would mend, by the amount it would give; then
 * those with fewer reasons.
 */
const byDistance = <C extends Candidate>(a: No<C>, b: No<C>) =>
  Number(b.help !== undefined) - Number(a.help !== undefined) ||
  byText(unitOf(a.programme), unitOf(b.programme)) ||
  (a.help && b.help ? byAmount(a.help.amountFen, b.help.amountFen) : 0) ||
  a.refusals.length - b.refusals.length ||
  byDeadline(a.programme, b.programme);

/**
 * Returns all programmes ranked for one profile: first those that give something, by amount, then the others by how
 * little is missing. The amounts are those of `assess`.
 */
export function compare<C extends Candidate>(
  programmes: readonly C[],
  profile: Profile,
): Comparison<C> {
  const yes: Yes<C>[] = [];
  const no: No<C>[] = [];
  for (const programme of programmes) {
    const { result, ...common } = tryAll(programme, profile);
    if (result.eligible) {
      const { amountFen, queued = false, ceiling = false, steps } = result;
      const limit = steps.find(({ code }) => limits.includes(code));
      yes.push({ ...common, amountFen, queued, ceiling, limit });
    } else {
      const { refusals } = result;
      const help = whatWouldHelp(programme.rules, common.facts, refusals);
      no.push({ ...common, refusals, help });
    }
  }
  return { yes: yes.sort(byWorth), no: no.sort(byDistance) };
}
