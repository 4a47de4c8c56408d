import { formatDate } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import type { Rules, StackingRule } from '@/features/rules/domain/rules';
import { say } from '@/lib/bilingual';
import { guideConditionMessages, guideWhoMessages, situationMessages } from './messages';
import { guideAmount, namesOf, whenText } from './when';
import { valueNames } from '@/features/rules/value-messages';

/** A sentence of the guide and the article that it comes from. */
export type RuleText = { text: string; clause: string };

const ruleTexts = (clause: string, ...texts: (string | undefined)[]): RuleText[] =>
  texts.flatMap((text) => (text === undefined ? [] : [{ text, clause }]));

/** Describes who is supported, who applies, and who is paid. */
export function applicantTexts(rules: Rules, locale: Locale): RuleText[] {
  const t = guideWhoMessages(locale);
  const s = situationMessages(locale);
  const { applicants, requirements = [], directions, beneficiary, consecutiveYears, ban } = rules;
  return [
    ...applicants.types.flatMap((type) => ruleTexts(applicants.clause, valueNames(locale)[type])),
    ...requirements.flatMap((rule) =>
      ruleTexts(rule.clause, s.requirement({ list: whenText(rules, rule, locale) })),
    ),
    ...(directions
      ? ruleTexts(
          rules.base.clause,
          t.directions({ list: directions.map(({ title }) => say(title, locale)).join(s.list) }),
        )
      : []),
    ...(beneficiary
      ? ruleTexts(
          beneficiary.clause,
          t[`claims_${beneficiary.side}`],
          beneficiary.exclusive ? t.exclusive : undefined,
          beneficiary.side === 'either' ? t.pays_claimant : t[`pays_${beneficiary.payee}`],
        )
      : []),
    ...(consecutiveYears
      ? ruleTexts(consecutiveYears.clause, t.consecutive({ most: consecutiveYears.most }))
      : []),
    ...(ban ? ruleTexts(ban.clause, t.ban) : []),
  ];
}

function claimTexts({ claim }: Rules, locale: Locale): RuleText[] {
  if (!claim) return [];
  const t = guideConditionMessages(locale);
  const { clause, basis, voucher, oncePerContract } = claim;
  const once = oncePerContract ? t.once : t.again;
  return ruleTexts(
    clause,
    t[`basis_${basis}`],
    voucher ? t.voucher : t.noVoucher,
    oncePerContract === undefined ? undefined : once,
  );
}

function contractTexts({ contract }: Rules, locale: Locale): RuleText[] {
  if (!contract) return [];
  const t = guideConditionMessages(locale);
  const { clause, signedFrom, signedTo, longestMonths } = contract;
  return ruleTexts(
    clause,
    signedFrom && t.signedFrom({ date: formatDate(signedFrom, locale) }),
    signedTo && t.signedTo({ date: formatDate(signedTo, locale) }),
    longestMonths ? t.longest({ months: longestMonths }) : undefined,
  );
}

function vendorTexts({ vendors }: Rules, locale: Locale): RuleText[] {
  const t = guideConditionMessages(locale);
  const { clause, scope, items, leastPetaflops, regions, listedWhenSigned } = vendors;
  const listedOn = listedWhenSigned ? t.listedWhenSigned : t.listedNow;
  return ruleTexts(
    clause,
    scope === 'listed' ? t.listed : t.anyVendor,
    listedWhenSigned === undefined ? undefined : listedOn,
    items && items.length > 0 ? t.vendorItems({ list: namesOf(items, locale) }) : undefined,
    leastPetaflops === undefined ? undefined : t.vendorCapacity({ least: leastPetaflops }),
    regions && t.vendorRegions({ list: namesOf(regions, locale) }),
  );
}

function affiliateTexts({ affiliates }: Rules, locale: Locale): RuleText[] {
  if (!affiliates) return [];
  const t = guideConditionMessages(locale);
  const { clause, sharePercent, commonController, lookThrough } = affiliates;
  const controller = commonController ? t.controller : t.noController;
  const shares = lookThrough ? t.lookThrough : t.directOnly;
  return ruleTexts(
    clause,
    t.affiliates,
    sharePercent && t.affiliateShare({ percent: sharePercent }),
    commonController === undefined ? undefined : controller,
    lookThrough === undefined ? undefined : shares,
  );
}

function stackingTexts(stacking: StackingRule | undefined, locale: Locale): RuleText[] {
  if (!stacking) return [];
  const t = guideConditionMessages(locale);
  const { clause } = stacking;
  if (!stacking.otherSupportAllowed) {
    const whole = stacking.scope === 'applicant';
    return ruleTexts(clause, whole ? t.noOtherSupportAtAll : t.noOtherSupport);
  }
  const { totalPercent, deduct, upperTierFirst } = stacking;
  const upper = upperTierFirst ? t.upperTier : t.upperTierFree;
  return ruleTexts(
    clause,
    t.otherSupport,
    totalPercent && t.totalSupport({ percent: totalPercent }),
    deduct && t[`deduct_${deduct}`],
    upperTierFirst === undefined ? undefined : upper,
  );
}

/**
 * Describes the conditions of an application. They are made from the rules, so that the guide cannot contradict them.
 */
export function conditionTexts(rules: Rules, locale: Locale): RuleText[] {
  const t = guideConditionMessages(locale);
  const { purposes, threshold, intake } = rules;
  const least = threshold && { amount: guideAmount(rules, threshold.yuan, locale) };
  const names = purposes?.allowed.map((purpose) => valueNames(locale)[`purpose_${purpose}`]);
  return [
    ...claimTexts(rules, locale),
    ...(purposes && names
      ? ruleTexts(purposes.clause, t.purposes({ list: names.join(situationMessages(locale).list) }))
      : []),
    ...vendorTexts(rules, locale),
    ...contractTexts(rules, locale),
    ...(threshold && least
      ? ruleTexts(threshold.clause, threshold.perYear ? t.thresholdYear(least) : t.threshold(least))
      : []),
    ...affiliateTexts(rules, locale),
    ...stackingTexts(rules.stacking, locale),
    ...(intake
      ? ruleTexts(
          intake.clause,
          t[`intake_${intake.kind}`],
          intake.places === undefined ? undefined : t.places({ places: intake.places }),
        )
      : []),
  ];
}
