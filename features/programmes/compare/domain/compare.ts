import type { IsoDate } from '@/lib/dates';
import type { Fen } from '@/lib/money';
import { assess, type Assessment } from '@/features/rules/domain/assess';
import type { Facts } from '@/features/rules/domain/facts';
import { situate, type Assumption, type Profile } from '@/features/rules/domain/profile';
import type { Rules } from '@/features/rules/domain/rules';
import type { AssessmentRefusal, AssessmentStep, StepCode } from '@/features/rules/domain/sheet';
import { whatWouldHelp, type Help } from '@/features/rules/domain/what-would-help';

/** A programme to compare: its rules, its money, and until when it may be applied for. */
export type Candidate = {
  readonly slug: string;
  readonly rules: Rules;
  /** Left in the pool. */
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
/** What one programme gives. */
export type Yes<C> = Common<C> & {
  readonly amountFen: Fen;
  readonly queued: boolean;
  readonly ceiling: boolean;
  /** The first limit that took something off, after the rate. */
  readonly limit?: AssessmentStep | undefined;
};
/** Why one programme gives nothing, and the single change that would do. */
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

/** Whether the second way to apply is better: it gives more, or is refused for fewer reasons. */
function better(one: Assessment, other: Assessment): boolean {
  if (one.eligible !== other.eligible) return other.eligible;
  if (one.eligible && other.eligible) return other.amountFen > one.amountFen;
  return !one.eligible && !other.eligible && other.refusals.length < one.refusals.length;
}

/** The best that a programme has for a profile: each of its directions is tried. */
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
/** Amounts of different units are no more or less than one another: yuan first. */
const unitOf = ({ rules }: Candidate) =>
  rules.unit === undefined || rules.unit === 'yuan' ? '' : rules.unit;

const byWorth = <C extends Candidate>(a: Yes<C>, b: Yes<C>) =>
  byText(unitOf(a.programme), unitOf(b.programme)) ||
  byAmount(a.amountFen, b.amountFen) ||
  byDeadline(a.programme, b.programme);

/** What one change would mend first, by what it would give; then by how many reasons there are. */
const byDistance = <C extends Candidate>(a: No<C>, b: No<C>) =>
  Number(b.help !== undefined) - Number(a.help !== undefined) ||
  byText(unitOf(a.programme), unitOf(b.programme)) ||
  (a.help && b.help ? byAmount(a.help.amountFen, b.help.amountFen) : 0) ||
  a.refusals.length - b.refusals.length ||
  byDeadline(a.programme, b.programme);

/**
 * Every programme for one profile, ranked: what gives something by amount, then what does not by
 * how near it is. The amounts are those of `assess`.
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
