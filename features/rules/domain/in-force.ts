import type { IsoDate } from '@/lib/dates';
import type { Clause, ClauseTerm, Rules } from './rules';

/** Whether an article is in force on a day, and if not, why. */
export type Force = 'in_force' | 'not_yet' | 'ended' | 'suspended';

export function forceOf(term: ClauseTerm, on: IsoDate): Force {
  if (term.from && on < term.from) return 'not_yet';
  if (term.to && on > term.to) return 'ended';
  const { suspendedFrom, suspendedTo } = term;
  const suspended = suspendedFrom && on >= suspendedFrom && (!suspendedTo || on <= suspendedTo);
  return suspended ? 'suspended' : 'in_force';
}

/** Returns the term that keeps an article out of force on a day; undefined if the article is in force. */
export function outOfForce(rules: Rules, clause: string, on: IsoDate): ClauseTerm | undefined {
  return rules.terms?.find((term) => term.clause === clause && forceOf(term, on) !== 'in_force');
}

/** Lists the articles that were in force on one day and are suspended on a later one. */
export const suspendedSince = (rules: Rules, then: IsoDate, now: IsoDate): ClauseTerm[] =>
  (rules.terms ?? []).filter(
    (term) => forceOf(term, then) === 'in_force' && forceOf(term, now) === 'suspended',
  );

/** Returns the values for the refusal text about an article that is out of force. */
export const forceValues = (term: ClauseTerm, on: IsoDate) => ({
  force: forceOf(term, on),
  from: term.from ?? '',
  to: term.to ?? '',
  suspendedFrom: term.suspendedFrom ?? '',
  zh: term.reason?.['zh-CN'] ?? '',
  en: term.reason?.en ?? '',
});

/** The optional rules of a programme. The article of each may be out of force. */
const optional = [
  'beneficiary',
  'claim',
  'purposes',
  'costs',
  'threshold',
  'minimumAward',
  'capPerContract',
  'capPerYear',
  'stacking',
  'funding',
  'intake',
  'contract',
  'affiliates',
  'consecutiveYears',
  'ban',
  'pause',
  'recovery',
] as const satisfies readonly (keyof Rules)[];

/**
 * Returns the rules that are in force on a day (effective dates and suspension by clause). If an article is
 * out of force, its limits and its benefits are left out.
 */
export function rulesInForce(rules: Rules, on: IsoDate): Rules {
  if (!rules.terms) return rules;
  const holds = ({ clause }: Clause) => outOfForce(rules, clause, on) === undefined;
  const remaining = Object.fromEntries(
    optional.flatMap((key) => {
      const rule = rules[key];
      return rule && !holds(rule) ? [[key, undefined]] : [];
    }),
  );
  const { pool, base } = rules;
  const { proration } = base;
  return {
    ...rules,
    ...remaining,
    rates: rules.rates.filter(holds),
    requirements: rules.requirements?.filter(holds),
    caps: rules.caps?.filter(holds),
    fixedAwards: rules.fixedAwards?.filter(holds),
    base: { ...base, proration: proration && holds(proration) ? proration : undefined },
    pool: { ...pool, subPools: pool.subPools?.filter(holds) },
  };
}
