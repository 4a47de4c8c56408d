import { formatDate } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { formatFen } from '@/lib/money';
import { compareRational, percent } from '@/lib/rational';
import type { RateRule, Rules } from './domain/rules';
import { ruleFen } from './domain/sheet';
import { conditionMessages, programmeMessages } from './messages';

/** A sentence of the guide and the article it comes from. */
export type RuleText = { text: string; clause: string };

const amount = (yuan: string) => formatFen(ruleFen(yuan));

/** The highest rate of a programme, in percent. */
export const highestRate = (rules: Rules): string =>
  rules.rates.reduce(
    (best, rule) =>
      compareRational(percent(rule.percent), percent(best)) > 0 ? rule.percent : best,
    '0',
  );

/** Who is supported. */
export function applicantTexts(rules: Rules, locale: Locale): RuleText[] {
  const t = programmeMessages(locale);
  const { clause, types } = rules.applicants;
  return types.map((type) => ({ text: t[type], clause }));
}

function contractTexts({ contract }: Rules, locale: Locale): RuleText[] {
  if (!contract) return [];
  const t = conditionMessages(locale);
  const { clause, signedFrom, signedTo, longestMonths } = contract;
  return [
    ...(signedFrom ? [t.signedFrom({ date: formatDate(signedFrom, locale) })] : []),
    ...(signedTo ? [t.signedTo({ date: formatDate(signedTo, locale) })] : []),
    ...(longestMonths ? [t.longest({ months: longestMonths })] : []),
  ].map((text) => ({ text, clause }));
}

/** The conditions of an application, read off the rules: the guide cannot disagree with them. */
export function conditionTexts(rules: Rules, locale: Locale): RuleText[] {
  const t = conditionMessages(locale);
  const p = programmeMessages(locale);
  const { purposes, vendors, affiliates, stacking, threshold } = rules;
  const texts: RuleText[] = [];
  const add = (clause: string, text: string) => texts.push({ text, clause });
  if (purposes) {
    const names = purposes.allowed.map((purpose) => p[`purpose_${purpose}`]);
    add(purposes.clause, t.purposes({ list: names.join(t.listSeparator) }));
  }
  add(vendors.clause, t.listed);
  texts.push(...contractTexts(rules, locale));
  if (threshold) {
    const least = { amount: amount(threshold.yuan) };
    add(threshold.clause, threshold.perYear ? t.thresholdYear(least) : t.threshold(least));
  }
  if (affiliates) add(affiliates.clause, t.affiliates);
  if (stacking && !stacking.otherSupportAllowed) add(stacking.clause, t.noOtherSupport);
  if (stacking?.otherSupportAllowed && stacking.totalPercent) {
    add(stacking.clause, t.totalSupport({ percent: stacking.totalPercent }));
  }
  return texts;
}

function rateText(rules: Rules, rate: RateRule, locale: Locale): string {
  const t = conditionMessages(locale);
  const { percent: share, firmYoungerThanMonths: months, chipOrigin, purpose } = rate;
  const of = rules.base.of === 'settled' ? t.rateSettled : t.rateContract;
  const chips = chipOrigin === 'domestic' ? t.rateDomestic : t.rateForeign;
  return [
    of({ percent: share }),
    ...(months ? [t.rateYoung({ months })] : []),
    ...(chipOrigin ? [chips] : []),
    ...(purpose ? [programmeMessages(locale)[`purpose_${purpose}`]] : []),
  ].join(t.listSeparator);
}

/** Rates, limits and what becomes of the voucher. */
export function limitTexts(rules: Rules, locale: Locale): RuleText[] {
  const t = conditionMessages(locale);
  const { rates, base, minimumAward, capPerContract, capPerYear, pool, voucher } = rules;
  const texts: RuleText[] = [];
  const add = (clause: string, text: string) => texts.push({ text, clause });
  for (const rate of rates) add(rate.clause, rateText(rules, rate, locale));
  const [first] = rates;
  if (first && rates.length > 1) add(first.clause, t.highest);
  if (base.proration) {
    const { clause, from, to } = base.proration;
    add(clause, t.period({ from: formatDate(from, locale), to: formatDate(to, locale) }));
  }
  if (minimumAward) add(minimumAward.clause, t.minimum({ amount: amount(minimumAward.yuan) }));
  if (capPerContract) {
    add(capPerContract.clause, t.capContract({ amount: amount(capPerContract.yuan) }));
  }
  if (capPerYear) add(capPerYear.clause, t.capYear({ amount: amount(capPerYear.yuan) }));
  add(pool.clause, pool.exhaustion === 'reject' ? t.exhaustedReject : t.exhaustedPartial);
  if (rules.mode === 'deduct') {
    add(voucher.clause, t.validity({ months: voucher.validMonths }));
    const share = voucher.percentOfOrder;
    if (compareRational(percent(share), percent('100')) < 0) {
      add(voucher.clause, t.orderShare({ percent: share }));
    }
  }
  return texts;
}

export type Term = { key: string; stage: string; promised: string; note: string; clause: string };

/** How long everything takes. */
export function termTexts(rules: Rules, locale: Locale): Term[] {
  const t = programmeMessages(locale);
  const { clause, reviewWorkingDays, correctionWorkingDays, noticeWorkingDays } = rules.service;
  const days = (key: string, stage: string, note: string, n: number) => ({
    ...{ key, stage, note, clause },
    promised: t.workingDays({ days: n }),
  });
  return [
    days('review', t.timeReview, t.timeReviewNote, reviewWorkingDays),
    days('correction', t.timeCorrection, t.timeCorrectionNote, correctionWorkingDays),
    days('notice', t.timeNotice, t.timeNoticeNote, noticeWorkingDays),
    {
      key: 'settlement',
      stage: t.timeSettlement,
      promised: t[rules.settlement.cycle],
      note: '',
      clause: rules.settlement.clause,
    },
  ];
}
