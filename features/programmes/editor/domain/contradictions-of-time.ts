import type { ContradictionCode, Report } from './contradiction';
import type { Draft } from './draft';
import type { Loose, Rules } from '@/features/rules/domain/rules';

const reversed = (from: string | undefined, to: string | undefined) =>
  from !== undefined && to !== undefined && from > to;

/** The codes for days in the wrong order. */
type OutOfOrder = Extract<ContradictionCode, `${string}_reversed`>;

type Days = { readonly from: string | undefined; readonly to: string | undefined };

/**
 * Reports a day that is before the day it should follow. The report names that other day, because neither of the two
 * alone shows what is wrong.
 * @returns whether the days are in order
 */
function inOrder(
  report: Report,
  { code, field, from, to }: Days & { code: OutOfOrder; field: string },
): boolean {
  if (from === undefined || !reversed(from, to)) return true;
  report({ code, field, values: { on: from }, stopsSaving: true });
  return false;
}

/** Lists the articles that the rules name anywhere. */
function clausesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(clausesOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'clause' && typeof part === 'string' ? [part] : clausesOf(part),
  );
}

function terms(rules: Loose<Rules>, report: Report): void {
  const { terms: own = [], ...others } = rules;
  const known = new Set(clausesOf(others));
  for (const [at, term] of own.entries()) {
    const row = `rules.terms.${at}`;
    inOrder(report, { code: 'term_reversed', field: `${row}.to`, from: term.from, to: term.to });
    const { suspendedFrom, suspendedTo } = term;
    const suspension = { from: suspendedFrom, to: suspendedTo };
    inOrder(report, { code: 'term_reversed', field: `${row}.suspendedTo`, ...suspension });
    if (term.suspendedTo !== undefined && term.suspendedFrom === undefined) {
      report({ code: 'term_suspension', field: `${row}.suspendedFrom` });
    }
    if (term.clause !== undefined && !known.has(term.clause)) {
      report({ code: 'term_clause', field: `${row}.clause`, values: { clause: term.clause } });
    }
  }
}

function service({ service: days }: Loose<Rules>, report: Report): void {
  if (!days) return;
  const { reviewWorkingDays: review, correctionWorkingDays: correction, stages = [] } = days;
  if (review === undefined) return;
  if (correction !== undefined && correction > review) {
    report({ code: 'correction_longer', field: 'rules.service.correctionWorkingDays' });
  }
  const sum = stages.reduce((all, { workingDays = 0 }) => all + workingDays, 0);
  if (sum > review) {
    report({
      code: 'stages_longer',
      field: `rules.service.stages.${stages.length - 1}.workingDays`,
      values: { sum, review },
    });
  }
}

/** Reports days in the wrong order, and a proration period outside the time in which the rules are in force. */
export function datesAndTerms(rules: Loose<Rules>, report: Report): void {
  const { contract, source, base } = rules;
  const signing = { from: contract?.signedFrom, to: contract?.signedTo };
  inOrder(report, { code: 'signed_reversed', field: 'rules.contract.signedTo', ...signing });
  const { effectiveFrom, effectiveTo } = source ?? {};
  const force = { from: effectiveFrom, to: effectiveTo };
  inOrder(report, { code: 'effective_reversed', field: 'rules.source.effectiveTo', ...force });
  const period = { from: base?.proration?.from, to: base?.proration?.to };
  const proration = { code: 'proration_reversed', field: 'rules.base.proration.to' } as const;
  const outside = reversed(effectiveFrom, period.to) || reversed(period.from, effectiveTo);
  if (inOrder(report, { ...proration, ...period }) && outside) {
    report({ code: 'proration_outside', field: 'rules.base.proration.from' });
  }
  terms(rules, report);
  service(rules, report);
}

type Span = { at: number; opens: string; closes: string };

/**
 * Reports rounds with the same number, rounds that close before they open, rounds outside the time in which the rules
 * are in force, and rounds that open before the previous one has closed.
 */
export function plannedRounds({ rounds, rules }: Draft, report: Report): void {
  const spans: Span[] = [];
  const numbers = rounds.map(({ number }) => number);
  for (const [at, round] of rounds.entries()) {
    const { number, opensOn, opensAt = '00:00', closesOn, closesAt = '24:00' } = round;
    if (number !== undefined && numbers.indexOf(number) < at) {
      const field = `rounds.${at}.number`;
      report({ code: 'round_twice', field, values: { number }, stopsSaving: true });
    }
    if (opensOn === undefined || closesOn === undefined) continue;
    const span = { at, opens: `${opensOn} ${opensAt}`, closes: `${closesOn} ${closesAt}` };
    if (span.opens >= span.closes) {
      const field = `rounds.${at}.closesOn`;
      report({ code: 'round_reversed', field, values: { on: span.opens }, stopsSaving: true });
    } else spans.push(span);
    const { effectiveFrom, effectiveTo } = rules.source ?? {};
    if (reversed(effectiveFrom, closesOn) || reversed(opensOn, effectiveTo)) {
      report({ code: 'round_outside', field: `rounds.${at}.opensOn` });
    }
  }
  const ordered = [...spans].sort((a, b) => (a.opens < b.opens ? -1 : 1));
  for (const [place, span] of ordered.entries()) {
    const before = ordered[place - 1];
    if (before && span.opens < before.closes) {
      report({ code: 'rounds_overlap', field: `rounds.${span.at}.opensOn` });
    }
  }
}
