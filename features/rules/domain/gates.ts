import { addMonths } from '@/lib/dates';
import type { Fen } from '@/lib/money';
import { compareRational, percent } from '@/lib/rational';
import type { Facts } from './facts';
import { forceValues, outOfForce } from './in-force';
import type { Rules } from './rules';
import { refuse, type RefusalArguments, type RefusalCode, type Sheet } from './sheet';
import { unmet } from './when';

type No = <C extends RefusalCode>(code: C, clause: string, ...values: RefusalArguments<C>) => void;

/** Refuses if an article is out of force without which the programme gives nothing. */
function articles(rules: Rules, facts: Facts, no: No): void {
  const { effectiveFrom, effectiveTo } = rules.source;
  if (facts.on < effectiveFrom) {
    no('programme_not_begun', rules.applicants.clause, { date: effectiveFrom });
  }
  if (effectiveTo && facts.on > effectiveTo) {
    no('programme_ended', rules.applicants.clause, { date: effectiveTo });
  }
  const clauses = new Set([rules.applicants.clause, rules.base.clause, rules.pool.clause]);
  for (const clause of clauses) {
    const term = outOfForce(rules, clause, facts.on);
    if (term) no('clause_not_in_force', clause, forceValues(term, facts.on));
  }
}

function applicant(rules: Rules, facts: Facts, no: No): void {
  const { applicants, beneficiary, directions } = rules;
  if (!applicants.types.includes(facts.applicantType)) no('applicant_type', applicants.clause);
  const side = facts.side ?? 'demand';
  if (beneficiary) {
    if (beneficiary.side !== 'either' && beneficiary.side !== side) {
      no('side_not_supported', beneficiary.clause, { wanted: beneficiary.side });
    }
    if (beneficiary.exclusive && facts.otherSideClaims) {
      no('other_side_claims', beneficiary.clause, { side });
    }
  } else if (side === 'supply') {
    no('side_not_supported', applicants.clause, { wanted: 'demand' });
  }
  if (directions && facts.direction === undefined) {
    no('fact_missing', rules.base.clause, { fact: 'direction' });
  } else if (directions && !directions.some(({ id }) => id === facts.direction)) {
    no('direction_not_supported', rules.base.clause, { wanted: '' });
  }
}

/** Refuses for each condition of the programme that is not met. */
function requirements(rules: Rules, facts: Facts, base: Fen | undefined, sheet: Sheet): void {
  for (const requirement of rules.requirements ?? []) {
    sheet.refusals.push(...unmet(rules, requirement, facts, base));
  }
}

function contract(rules: Rules, facts: Facts, no: No): void {
  const { purposes, contract: rule, claim } = rules;
  if (purposes && !purposes.allowed.includes(facts.purpose)) {
    no('purpose_not_supported', purposes.clause, { wanted: purposes.allowed.join(',') });
  }
  if (facts.endsOn < facts.startsOn) {
    no('contract_dates_reversed', rule?.clause ?? rules.base.clause);
  }
  if (rule?.signedFrom && facts.signedOn < rule.signedFrom) {
    no('contract_signed_early', rule.clause, { date: rule.signedFrom });
  }
  if (rule?.signedTo && facts.signedOn > rule.signedTo) {
    no('contract_signed_late', rule.clause, { date: rule.signedTo });
  }
  // A year from 1 January ends on 31 December. The same day a year later is one day too long.
  const longest = rule?.longestMonths;
  if (rule && longest && facts.endsOn >= addMonths(facts.startsOn, longest)) {
    no('contract_too_long', rule.clause, { months: longest });
  }
  if (claim?.oncePerContract && facts.contractClaimed) no('contract_claimed', claim.clause);
}

function affiliation(rules: Rules, facts: Facts, no: No): void {
  const rule = rules.affiliates;
  if (!rule) return;
  const { sharePercent: most } = rule;
  const held = facts.sharePercent;
  const throughShares =
    most !== undefined && held !== undefined && compareRational(percent(held), percent(most)) >= 0;
  const throughController = rule.commonController === true && facts.commonController === true;
  if (facts.affiliated || throughShares || throughController) {
    no('affiliated_vendor', rule.clause, { most: most ?? '', held: held ?? '' });
  }
}

function support(rules: Rules, facts: Facts, no: No): void {
  const { stacking } = rules;
  if (!stacking) return;
  if (stacking.otherSupportAllowed && stacking.upperTierFirst && !facts.upperTierClaimed) {
    no('upper_tier_first', stacking.clause);
  }
  if (!facts.otherSupport) return;
  if (!stacking.otherSupportAllowed) no('other_support', stacking.clause);
  else if (
    facts.otherSupportFen === undefined &&
    (stacking.totalPercent !== undefined || stacking.deduct !== undefined)
  ) {
    no('other_support_unstated', stacking.clause);
  }
}

function vendor(rules: Rules, facts: Facts, no: No): void {
  const { clause, scope, items, leastPetaflops, regions, listedWhenSigned } = rules.vendors;
  if (scope === 'listed' && !facts.vendorListed) no('vendor_not_listed', clause);
  const missing = items?.filter((item) => !facts.vendorItems?.includes(item)) ?? [];
  if (missing.length > 0) no('vendor_item', clause, { items: missing.join(',') });
  if (leastPetaflops !== undefined && (facts.vendorPetaflops ?? 0) < leastPetaflops) {
    no('vendor_capacity', clause, { least: leastPetaflops });
  }
  const place = facts.vendorRegion;
  if (regions && !regions.some((code) => place?.startsWith(code))) {
    no('vendor_region', clause, { wanted: regions.join(',') });
  }
  const since = facts.vendorListedOn;
  if (listedWhenSigned && facts.vendorListed && since && since > facts.signedOn) {
    no('vendor_listed_late', clause, { date: since });
  }
}

function ban(rules: Rules, facts: Facts, no: No): void {
  if (rules.ban && facts.bannedUntil !== undefined) {
    no('banned', rules.ban.clause, { date: facts.bannedUntil });
  }
}

function places(rules: Rules, facts: Facts, no: No): void {
  const { consecutiveYears, intake } = rules;
  if (consecutiveYears && (facts.yearsBefore ?? 0) >= consecutiveYears.most) {
    no('years_used_up', consecutiveYears.clause, { most: consecutiveYears.most });
  }
  const most = intake?.kind === 'quota' ? intake.places : undefined;
  if (intake && most !== undefined && (facts.placesTaken ?? 0) >= most) {
    no('places_taken', intake.clause, { most });
  }
}

/**
 * Records every reason against the applicant or the contract, before any amount is calculated.
 * @param base the amount that the subsidy would be calculated from, in fen
 */
export function gates(rules: Rules, facts: Facts, base: Fen | undefined, sheet: Sheet): void {
  const no: No = (code, clause, ...values) => {
    refuse(sheet, code, clause, ...values);
  };
  articles(rules, facts, no);
  applicant(rules, facts, no);
  ban(rules, facts, no);
  requirements(rules, facts, base, sheet);
  contract(rules, facts, no);
  affiliation(rules, facts, no);
  support(rules, facts, no);
  vendor(rules, facts, no);
  places(rules, facts, no);
}
