import { addMonths, yearOf } from '@/lib/dates';
import { fen, zeroFen, type Fen } from '@/lib/money';
import { neededFactNames } from '@/features/rules/domain/needed-facts';
import { assess, type Assessment } from '@/features/rules/domain/assess';
import type { Facts } from '@/features/rules/domain/facts';
import type { Rules } from '@/features/rules/domain/rules';
import { estimatedMoney } from '@/features/rules/domain/unit-price';
import type { AssessmentRefusal } from '@/features/rules/domain/sheet';

/** A submitted case: the facts of its answers, and its applicant. */
export type PastCase = {
  readonly id: string;
  readonly reference: string;
  readonly organisationId: string;
  readonly applicant: string;
  readonly facts: Facts;
};

/** What a case gets, in money: under two versions a unit may have two prices. */
export type Outcome = { amountFen: Fen; refusals: readonly AssessmentRefusal[] };
export const effects = ['gained', 'more', 'less', 'refused', 'same'] as const;
/** gained: refused before, given now; refused: given before, refused now; more and less: another amount. */
export type Effect = (typeof effects)[number];

export type WhatIfRow = {
  readonly id: string;
  readonly reference: string;
  readonly applicant: string;
  readonly on: string;
  readonly before: Outcome;
  readonly after: Outcome;
  readonly effect: Effect;
};

export type WhatIf = {
  readonly cases: number;
  /** The unit of the other rules, in which their refusals name amounts. */
  readonly unit: Rules['unit'];
  readonly before: { readonly awards: number; readonly sumFen: Fen };
  readonly after: { readonly awards: number; readonly sumFen: Fen };
  readonly counts: Readonly<Record<Effect, number>>;
  /** How often each reason occurs among the newly refused. */
  readonly reasons: readonly { readonly refusal: AssessmentRefusal; readonly count: number }[];
  /** The facts that the new rules use, and how many old answers lack each. */
  readonly unheld: readonly { readonly fact: string; readonly count: number }[];
  readonly rows: readonly WhatIfRow[];
};

/** Larger than any award needs, because the rules are compared and not what was left in the pool on a day. */
const amplePool = fen(1_000_000_000_000n);

type Had = { on: string; amountFen: Fen };

/** Returns what an applicant had under the same rules before, for the caps that count it, in the unit of the rules. */
function usedOf(had: readonly Had[], facts: Facts): Pick<Facts, 'usedFen' | 'used'> {
  const sum = (some: readonly Had[]) => fen(some.reduce((all, one) => all + one.amountFen, 0n));
  const life = sum(had);
  const lately = sum(had.filter(({ on }) => addMonths(on, 12) > facts.on));
  return {
    usedFen: sum(had.filter(({ on }) => yearOf(on) === yearOf(facts.on))),
    used: { lifeClaimed: life, directionClaimed: life, periodClaimed: lately },
  };
}

const outcomeOf = (assessment: Assessment): Outcome =>
  assessment.eligible
    ? { amountFen: assessment.amountFen, refusals: [] }
    : { amountFen: zeroFen, refusals: assessment.refusals };

/** Assesses cases one after the other under one set of rules, and counts each applicant's earlier awards. */
class Course {
  private readonly had = new Map<string, Had[]>();

  constructor(private readonly rules: Rules) {}

  work({ organisationId, facts }: PastCase): Outcome {
    const mine = this.had.get(organisationId) ?? [];
    const outcome = outcomeOf(
      assess(this.rules, { ...facts, ...usedOf(mine, facts), poolFen: amplePool }),
    );
    if (outcome.amountFen > 0n) {
      this.had.set(organisationId, [...mine, { on: facts.on, amountFen: outcome.amountFen }]);
    }
    return { ...outcome, amountFen: estimatedMoney(this.rules, outcome.amountFen) };
  }
}

function effectOf(before: Fen, after: Fen): Effect {
  if (before === after) return 'same';
  if (before === 0n) return 'gained';
  if (after === 0n) return 'refused';
  return after > before ? 'more' : 'less';
}

/** The facts whose name in the rules differs from their field in `Facts`. */
const knownAs: Readonly<Record<string, keyof Facts>> = {
  contractAmount: 'contractFen',
  paidAmount: 'paidFen',
  settledAmount: 'settledFen',
  meteredAmount: 'meteredFen',
  requestedAmount: 'requestedFen',
  excludedAmount: 'excludedFen',
  taxAmount: 'taxFen',
  otherSupportAmount: 'otherSupportFen',
};

/** Returns the facts that the rules use and a case's answers lack. */
export function unheldFacts(needed: readonly string[], facts: Facts): string[] {
  return needed.filter((name) => {
    if (name.startsWith('flag:')) return facts.flags?.[name.slice(5)] === undefined;
    if (name === 'otherSupportAmount' && !facts.otherSupport) return false;
    return facts[knownAs[name] ?? (name as keyof Facts)] === undefined;
  });
}

const count = <T>(counts: Map<string, { item: T; count: number }>, key: string, item: T) => {
  counts.set(key, { item, count: (counts.get(key)?.count ?? 0) + 1 });
};
const ranked = <T>(counts: Map<string, { item: T; count: number }>) =>
  [...counts.values()].sort((a, b) => b.count - a.count);

/**
 * Returns what other rules would have given for the submitted cases, in the order of their submission. Both sides are
 * calculated again from the same answers, so that only the rules differ.
 * @param cases in the order of their submission
 */
export function whatIf(before: Rules, after: Rules, cases: readonly PastCase[]): WhatIf {
  const [old, proposed] = [new Course(before), new Course(after)];
  const needed = neededFactNames(after);
  const reasons = new Map<string, { item: AssessmentRefusal; count: number }>();
  const unheld = new Map<string, { item: string; count: number }>();
  const rows = cases.map((one): WhatIfRow => {
    const was = old.work(one);
    const is = proposed.work(one);
    const effect = effectOf(was.amountFen, is.amountFen);
    for (const fact of unheldFacts(needed, one.facts)) count(unheld, fact, fact);
    if (effect === 'refused') {
      for (const refusal of is.refusals) count(reasons, refusal.code, refusal);
    }
    const { id, reference, applicant, facts } = one;
    return { id, reference, applicant, on: facts.on, before: was, after: is, effect };
  });
  const total = (side: 'before' | 'after') => ({
    awards: rows.filter((row) => row[side].amountFen > 0n).length,
    sumFen: fen(rows.reduce((sum, row) => sum + row[side].amountFen, 0n)),
  });
  const counts = Object.fromEntries(
    effects.map((effect) => [effect, rows.filter((row) => row.effect === effect).length]),
  ) as Record<Effect, number>;
  return {
    cases: rows.length,
    unit: after.unit,
    before: total('before'),
    after: total('after'),
    counts,
    rows,
    reasons: ranked(reasons).map(({ item, count: n }) => ({ refusal: item, count: n })),
    unheld: ranked(unheld).map(({ item, count: n }) => ({ fact: item, count: n })),
  };
}
