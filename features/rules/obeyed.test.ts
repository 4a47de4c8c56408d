import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { rulesSchema } from './schema';

/**
 * Walks everything that a programme's rules can contain, and holds that the case path obeys it: for each parameter this file
 * names code that uses it and that a command or a sweep reaches. What is only printed is listed apart, with the reason; a
 * parameter that is in neither list fails. Texts, articles and names are nothing to obey.
 */
type Schema = {
  type?: string;
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  enum?: unknown[];
  const?: unknown;
};

/** Choices that decide how a case goes on: each of their values is a parameter of its own. */
const choices = ['mode', 'pool.exhaustion', 'pool.queueOrder', 'intake.kind', 'settlement.cycle'];

/** Names and texts: what is told and has no effect. */
const told =
  /(^|\.)(clause|zh-CN|en|id)$|^kind$|^source\.(url|grade)$|^(affiliates\.allowed|voucher\.transferable)$/;

/** The parts of a situation. All rules read them through one table. */
const situations = /^(requirements|rates|fixedAwards|caps|pool\.subPools)\[\]\./;

function leaves(schema: Schema, path: string): string[] {
  const ways = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (ways.length > 0) return ways.flatMap((way) => leaves(way, path));
  if (schema.items) return leaves(schema.items, path);
  if (schema.properties) {
    return Object.entries(schema.properties).flatMap(([key, part]) =>
      leaves(part, path === '' ? key : `${path}.${key}`),
    );
  }
  return choices.includes(path)
    ? (schema.enum ?? []).map((value) => `${path}:${String(value)}`)
    : [path];
}

/** Lists the path of every parameter. A list is marked by brackets, so that a rule of a list is told from a single rule. */
function walk(schema: Schema, path = ''): string[] {
  const marked = (part: Schema, at: string): string[] => {
    if (part.items?.properties) {
      return Object.entries(part.items.properties).flatMap(([key, inner]) =>
        marked(inner, `${at}[].${key}`),
      );
    }
    if (part.properties) {
      return Object.entries(part.properties).flatMap(([key, inner]) =>
        marked(inner, at === '' ? key : `${at}.${key}`),
      );
    }
    const ways = [...(part.anyOf ?? []), ...(part.oneOf ?? [])];
    return ways.length > 0 ? ways.flatMap((way) => marked(way, at)) : leaves(part, at);
  };
  return [...new Set(marked(schema, path))];
}

const all = walk(z.toJSONSchema(rulesSchema, { io: 'input', unrepresentable: 'any' }) as Schema);

const whenText = readFileSync('features/rules/domain/when.ts', 'utf8');
/** The names in the table that decides whether a situation holds. */
const whenNames = new Set(
  [...whenText.matchAll(/^ {2}(\w+): \([^)]*\) =>/gm)].map(([, name]) => name ?? ''),
);

/** Returns the part of a situation that a path names; undefined for any other parameter. */
const situationOf = (path: string): string | undefined => {
  const name = path.replace(situations, '');
  return situations.test(path) && whenNames.has(name) ? name : undefined;
};

const interest = 'features/recoveries/domain/interest.ts';
const gates = 'features/rules/domain/gates.ts';
const base = 'features/rules/domain/base.ts';
const limits = 'features/rules/domain/limits.ts';
const assess = 'features/rules/domain/assess.ts';
const inForce = 'features/rules/domain/in-force.ts';
const funds = 'features/reviews/funds-commands.ts';
const holds = 'features/redemptions/hold-commands.ts';
const price = 'features/rules/domain/unit-price.ts';
const cycle = 'features/settlements/domain/cycle.ts';

/** For each parameter the file that obeys it, and the words there that use it. */
const obeyed: Record<string, readonly [file: string, use: string]> = {
  'mode:deduct': ['features/rules/domain/payout.ts', "mode === 'deduct'"],
  'settlement.confirmByWorkingDays': [
    'features/redemptions/commands.ts',
    'settlement.confirmByWorkingDays',
  ],
  'settlement.advancePercent': ['features/advances/request-commands.ts', 'advancePercent: percent'],
  'mode:deferred': ['features/rules/domain/payout.ts', "mode === 'deferred'"],
  'mode:automatic': ['features/applications/start-commands.ts', "'automatic'"],
  unit: [price, "unit === 'yuan' || !unitPrice"],
  'unitPrice.yuan': [price, 'ruleFen(unitPrice.yuan)'],
  'terms[].from': [inForce, 'on < term.from'],
  'terms[].to': [inForce, 'on > term.to'],
  'terms[].suspendedFrom': [inForce, 'on >= suspendedFrom'],
  'terms[].suspendedTo': [inForce, 'on <= suspendedTo'],
  'applicants.types': [gates, 'applicants.types.includes(facts.applicantType)'],
  'beneficiary.side': [gates, 'beneficiary.side !== side'],
  'beneficiary.exclusive': [gates, 'beneficiary.exclusive && facts.otherSideClaims'],
  'claim.oncePerContract': [gates, 'claim?.oncePerContract && facts.contractClaimed'],
  'purposes.allowed': [gates, 'purposes.allowed.includes(facts.purpose)'],
  'costs.excluded': [base, 'costs.excluded.length > 0'],
  'costs.taxIncluded': [base, '!costs.taxIncluded'],
  'base.of': [base, 'facts[rules.base.of](of)'],
  'base.proration.from': [base, 'of.startsOn > rule.from'],
  'base.proration.to': [base, 'of.endsOn < rule.to'],
  'base.proration.dayCount': [base, 'spanDays(from, to, rule.dayCount)'],
  'base.proration.rounding.unitFen': [base, 'round(product, roundingOf(rule.rounding))'],
  'base.proration.rounding.mode': [base, 'round(product, roundingOf(rule.rounding))'],
  'rates[].percent': [assess, 'percent(rate.percent)'],
  pick: [assess, "rules.pick === 'priority'"],
  'rounding.unitFen': [assess, 'roundingOf(rules.rounding)'],
  'rounding.mode': [assess, 'roundingOf(rules.rounding)'],
  roundingAt: [assess, "rules.roundingAt !== 'award'"],
  'threshold.yuan': [base, 'ruleFen(rule.yuan)'],
  'threshold.perYear': [base, 'rule.perYear ? contractYears'],
  'minimumAward.yuan': [assess, 'ruleFen(rule.yuan)'],
  'minimumAward.of': [assess, "rule.of === 'voucher'"],
  'fixedAwards[].yuan': [assess, 'ruleFen(award.yuan)'],
  'fixedAwards[].insideCap': [limits, 'insideCap && facts.fixedAwards'],
  'capPerContract.yuan': [limits, "...capPerContract, per: 'contract'"],
  'capPerYear.yuan': [limits, "...capPerYear, per: 'year'"],
  'caps[].per': [limits, "per === 'contract'"],
  'caps[].yuan': [limits, 'ruleFen(rule.yuan)'],
  'caps[].counts': [limits, "counts === 'both'"],
  'caps[].periodMonths': ['features/applications/used.ts', 'periodMonths = 0'],
  'caps[].raisedByDecision': ['features/caps/domain/raisable.ts', 'raisedByDecision'],
  'stacking.otherSupportAllowed': [gates, '!stacking.otherSupportAllowed'],
  'stacking.totalPercent': [limits, 'percent(totalPercent)'],
  'stacking.deduct': [limits, "deduct === 'award'"],
  'stacking.upperTierFirst': [gates, 'stacking.upperTierFirst && !facts.upperTierClaimed'],
  'pool.exhaustion:reject': [limits, "exhaustion === 'reject'"],
  'pool.exhaustion:partial': [limits, "exhaustion === 'partial'"],
  'pool.exhaustion:queue': [funds, "exhaustion === 'queue'"],
  'pool.exhaustion:pro_rata': [funds, "exhaustion === 'pro_rata'"],
  'pool.queueOrder:submitted': ['db/functions/cases.sql', "'{pool,queueOrder}' is null then"],
  'pool.queueOrder:upper_tier_first': ['db/functions/cases.sql', "when 'upper_tier_first' then"],
  'pool.queueOrder:small_first': ['db/functions/cases.sql', "when 'small_first' then"],
  'pool.subPools[].yuan': ['features/programmes/publication/pool-commands.ts', 'yuan'],
  'funding.shares[].parts': ['db/functions/ledger-funders.sql', "x.share ->> 'parts'"],
  'funding.oddFenTo': ['db/functions/ledger-funders.sql', "p.funding ->> 'oddFenTo'"],
  'intake.kind:quota': [gates, "intake?.kind === 'quota'"],
  'intake.places': [gates, 'intake.places'],
  'contract.signedFrom': [gates, 'facts.signedOn < rule.signedFrom'],
  'contract.signedTo': [gates, 'facts.signedOn > rule.signedTo'],
  'contract.longestMonths': [gates, 'rule?.longestMonths'],
  'vendors.scope': [gates, "scope === 'listed'"],
  'vendors.items': [gates, 'items?.filter'],
  'vendors.leastPetaflops': [gates, '< leastPetaflops'],
  'vendors.regions': [gates, 'regions.some('],
  'vendors.listedWhenSigned': [gates, 'listedWhenSigned && facts.vendorListed'],
  'affiliates.sharePercent': [gates, 'sharePercent: most'],
  'affiliates.commonController': [gates, 'rule.commonController === true'],
  'consecutiveYears.most': [gates, '>= consecutiveYears.most'],
  'voucher.validMonths': ['features/issuing/commands.ts', 'rules.voucher.validMonths'],
  'voucher.partialUse': [holds, 'partialUse'],
  'voucher.percentOfOrder': [holds, 'percentOfOrder'],
  'voucher.holdDays': [holds, 'holdDays'],
  'recovery.interestPercentPerYear': [interest, 'rule.interestPercentPerYear'],
  'recovery.from': [interest, "rule.from === 'payment'"],
  'recovery.graceDays': [interest, 'rule.graceDays'],
  'recovery.order': [interest, "rule.order === 'interest'"],
  'voucher.extensionMonths': ['features/validity/checks.ts', 'extensionMonths'],
  'service.reviewWorkingDays': ['features/applications/commands.ts', 'reviewWorkingDays'],
  'service.correctionWorkingDays': [
    'features/reviews/commands.ts',
    'rules.service.correctionWorkingDays',
  ],
  'service.noticeWorkingDays': ['features/notices/queries.ts', 'noticeWorkingDays: days'],
  'service.publicNotice': ['features/reviews/approve-steps.ts', "publicNotice !== 'none'"],
  'service.noticeDays': ['features/notices/queries.ts', "noticeDays === 'calendar'"],
  'service.appealWorkingDays': [
    'features/programmes/guide/domain/appeal-days.ts',
    'appealWorkingDays',
  ],
  'service.stages[].workingDays': ['features/reviews/domain/review-stages.ts', 'next.workingDays'],
  'service.autoApproveYuan': ['features/rules/domain/sole-limit.ts', 'service.autoApproveYuan'],
  'evidence.application': ['features/rules/application-form.ts', 'rules.evidence.application'],
  'evidence.redemption': ['features/claims/submit-commands.ts', 'rules.evidence.redemption'],
  'settlement.cycle:monthly': [cycle, 'monthly: 1'],
  'settlement.cycle:quarterly': [cycle, 'quarterly: 3'],
  'settlement.cycle:yearly': [cycle, 'yearly: 12'],
  'settlement.cycle:batch': [cycle, "cycle === 'batch'"],
  'source.effectiveFrom': [gates, 'facts.on < effectiveFrom'],
  'source.effectiveTo': [gates, 'facts.on > effectiveTo'],
};

/**
 * What the guide tells and no command, sweep or query obeys. Nothing may be added: a new parameter is obeyed from the start,
 * and what is obeyed moves to the list above.
 */
const printedOnly: Record<string, string> = {
  rateKind: 'the guide says whether less may be approved; a reviewer is not held to the full rate',
  'claim.basis': 'what is claimed on; the form asks for the same papers whatever it is',
  'claim.voucher': 'whether a voucher is a paper of its own; every award gets one here',
  'beneficiary.payee': 'payment follows the mode, not this',
  'costs.items': 'which costs count; the reviewer judges it from the contract',
  'stacking.scope': 'the question names contract or applicant, but the answer is the same fact',
  'intake.kind:rolling': 'rounds open and close by their own dates',
  'intake.kind:batch': 'rounds open and close by their own dates',
  'affiliates.lookThrough':
    'the declaration asks for it in words; shares held through others are not added up',
  'inKind.quantity': 'given outside the portal',
  'inKind.unit': 'given outside the portal',
};

const rooms =
  /^features\/programmes\/(guide|list|check|compare|home|editor|form-editor|what-if|api)\//;

/** Lists the files of commands and sweeps, from which everything that a case obeys is reached. */
function entries(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = join(folder, one.name);
    if (one.isDirectory()) return entries(path);
    return /commands\.ts$|^features\/jobs\/[^.]+\.ts$/.test(path) && !rooms.test(path)
      ? [path]
      : [];
  });
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/^(?:import|export) (?!type )[^;]*? from '([^']+)';/gm)].flatMap(
    ([, from = '']) => {
      if (!/^[.@]/.test(from) || from.startsWith('@/node_modules')) return [];
      const path = from.startsWith('@/') ? from.slice(2) : join(dirname(file), from);
      return [`${path}.ts`, `${path}.tsx`, `${path}/index.ts`].filter(existsSync).slice(0, 1);
    },
  );
}

/** Returns every file that the commands and sweeps reach by imports. */
function reached(): Set<string> {
  const found = new Set(entries('features'));
  for (const file of found) for (const next of importsOf(file)) found.add(next);
  return found;
}

const files = reached();
const toObey = all.filter((path) => !told.test(path) && situationOf(path) === undefined);

describe('every parameter of the rules', () => {
  test('is obeyed, or stands in the list of what is only printed', () => {
    expect(all.length).toBeGreaterThan(150);
    const known = [...Object.keys(obeyed), ...Object.keys(printedOnly)];
    expect(toObey.filter((path) => !known.includes(path))).toEqual([]);
    expect(known.filter((path) => !toObey.includes(path))).toEqual([]);
    expect(Object.keys(obeyed).filter((path) => path in printedOnly)).toEqual([]);
  });

  test('that is only printed is one of these few', () => {
    expect(Object.keys(printedOnly).length).toBeLessThanOrEqual(13);
  });

  test.each(Object.entries(obeyed))('%s is used where this list says', (path, [file, use]) => {
    expect(readFileSync(file, 'utf8').includes(use), `${file}: ${use}`).toBe(true);
    // The database's functions run by triggers and queries; everything else must be reached by a command or a sweep.
    if (!file.startsWith('db/')) expect([...files], path).toContain(file);
  });

  test('of a situation is decided by one table, which commands reach', () => {
    expect(whenNames.size).toBeGreaterThan(15);
    expect(files.has('features/rules/domain/when.ts')).toBe(true);
    const parts = all.filter((path) => situations.test(path));
    const open = parts.filter((path) => situationOf(path) === undefined && !told.test(path));
    expect(open.filter((path) => !(path in obeyed) && !(path in printedOnly))).toEqual([]);
  });
});
