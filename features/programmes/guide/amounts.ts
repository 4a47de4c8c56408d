import { formatDate, type IsoDate } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { fen, formatFen } from '@/lib/money';
import { compareRational, percent } from '@/lib/rational';
import { formatAmount, formatUnitPrice } from '@/features/rules/amount';
import { rulesInForce } from '@/features/rules/domain/in-force';
import type { CapRule, RoundingRule, Rules } from '@/features/rules/domain/rules';
import { ruleFen } from '@/features/rules/domain/sheet';
import { unitPriceOf } from '@/features/rules/domain/unit-price';
import { say, sentenceGap } from '@/lib/bilingual';
import { guideAmountMessages, situationMessages } from './messages';
import { dimensions, dimensionText, guideAmount, namesOf, onlyText, type Dimension } from './when';
import type { RuleText } from './who';
import { termNames } from '@/features/rules/term-messages';
import { valueNames } from '@/features/rules/value-messages';

/** Returns the highest rate in force on a day, in percent; the highest of all rates where none is in force. */
export function highestRate(rules: Rules, on: IsoDate): string {
  const held = rulesInForce(rules, on).rates;
  return (held.length > 0 ? held : rules.rates).reduce(
    (best, rule) =>
      compareRational(percent(rule.percent), percent(best)) > 0 ? rule.percent : best,
    '0',
  );
}

function roundingText(rules: Rules, { unitFen, mode }: RoundingRule, locale: Locale): string {
  const unit = formatAmount(fen(BigInt(unitFen)), rules.unit, locale);
  return guideAmountMessages(locale)[`round_${mode}`]({ unit });
}

function costTexts({ costs }: Rules, locale: Locale): RuleText[] {
  if (!costs) return [];
  const t = guideAmountMessages(locale);
  const { clause, items, excluded, taxIncluded } = costs;
  return [
    { clause, text: t.items({ list: namesOf(items, locale) }) },
    ...(excluded.length > 0
      ? [{ clause, text: t.excluded({ list: namesOf(excluded, locale) }) }]
      : []),
    { clause, text: taxIncluded ? t.taxIncluded : t.taxExcluded },
  ];
}

function prorationTexts(rules: Rules, locale: Locale): RuleText[] {
  const { proration } = rules.base;
  if (!proration) return [];
  const t = guideAmountMessages(locale);
  const { clause, from, to, dayCount, rounding } = proration;
  const text = [
    t.period({ from: formatDate(from, locale), to: formatDate(to, locale) }),
    dayCount === 'inclusive' ? t.firstDayIn : t.firstDayOut,
    rounding ? t.roundBase({ how: roundingText(rules, rounding, locale) }) : '',
    t.stop,
  ];
  return [{ clause, text: text.join('') }];
}

/** Describes what amounts count, and at which price another unit than yuan is settled. */
function unitTexts(rules: Rules, locale: Locale): RuleText[] {
  const t = guideAmountMessages(locale);
  const { unit, unitPrice, base } = rules;
  const price = unitPriceOf(rules);
  if (unit === undefined) return [];
  if (unit === 'yuan') return [{ clause: base.clause, text: t.inYuan }];
  const name = termNames(locale)[unit];
  if (!price || !unitPrice) return [{ clause: base.clause, text: t.unit({ unit: name }) }];
  const text = t.unitPriced({ unit: name, price: formatUnitPrice(price, locale) });
  return [{ clause: unitPrice.clause, text }];
}

/** Describes what the amount is calculated from. */
export function baseTexts(rules: Rules, locale: Locale): RuleText[] {
  const t = guideAmountMessages(locale);
  const names = valueNames(locale);
  const { base, kind, mode } = rules;
  const of = (text: string) => ({ clause: base.clause, text });
  return [
    of(t.nature({ kind: names[kind], mode: names[mode] })),
    ...unitTexts(rules, locale),
    of(t[`base_${base.of}`]),
    ...costTexts(rules, locale),
    ...prorationTexts(rules, locale),
  ];
}

export type RateTable = {
  columns: { key: Dimension; header: string }[];
  rows: { cells: Partial<Record<Dimension, string>>; percent: string; clause: string }[];
};

/** Returns several rates as a table: one column for each dimension in which the rates differ. */
export function rateTable(rules: Rules, locale: Locale): RateTable {
  const t = situationMessages(locale);
  const used = dimensions.filter((dimension) =>
    rules.rates.some((rate) => dimensionText(rules, rate, dimension, locale) !== undefined),
  );
  return {
    columns: used.map((key) => ({ key, header: t[key] })),
    rows: rules.rates.map((rate) => ({
      cells: Object.fromEntries(
        used.map((key) => [key, dimensionText(rules, rate, key, locale) ?? t.any]),
      ),
      percent: `${rate.percent}%`,
      clause: rate.clause,
    })),
  };
}

/** Describes a single rate, or how the applicable one of several is chosen. */
export function rateTexts(rules: Rules, locale: Locale): RuleText[] {
  const t = guideAmountMessages(locale);
  const { rates, rateKind, rounding, roundingAt, base } = rules;
  const [first] = rates;
  if (!first) return [];
  const how = { how: roundingText(rules, rounding, locale) };
  const single =
    t[`rate_${base.of}`]({ percent: first.percent }) + onlyText(rules, first, locale) + t.stop;
  return [
    rates.length > 1
      ? { clause: first.clause, text: t[`pick_${rules.pick ?? 'max'}`] }
      : { clause: first.clause, text: single },
    { clause: first.clause, text: rateKind === 'fixed' ? t.fixed : t.ceiling },
    { clause: base.clause, text: roundingAt === 'award' ? t.roundAward(how) : t.roundRate(how) },
  ];
}

function capText(rules: Rules, rule: CapRule, locale: Locale): RuleText {
  const t = guideAmountMessages(locale);
  const amount = guideAmount(rules, rule.yuan, locale);
  const { per, periodMonths, counts, raisedByDecision } = rule;
  const head = t[`per_${per}`]({ amount, months: periodMonths ?? 0 });
  const raised = raisedByDecision ? t.raised : t.notRaised;
  const parts = [
    ...[head, onlyText(rules, rule, locale), counts ? t[`counts_${counts}`] : ''],
    ...[raisedByDecision === undefined ? '' : raised, t.stop],
  ];
  return { clause: rule.clause, text: parts.join('') };
}

function capTexts(rules: Rules, locale: Locale): RuleText[] {
  const { capPerContract, capPerYear, caps = [] } = rules;
  const all: CapRule[] = [
    ...(capPerContract ? [{ ...capPerContract, per: 'contract' } as const] : []),
    ...(capPerYear ? [{ ...capPerYear, per: 'year' } as const] : []),
    ...caps,
  ];
  return all.map((rule) => capText(rules, rule, locale));
}

function awardTexts(rules: Rules, locale: Locale): RuleText[] {
  const t = guideAmountMessages(locale);
  const { fixedAwards = [], inKind } = rules;
  return [
    ...fixedAwards.map((award) => {
      const amount = guideAmount(rules, award.yuan, locale);
      const head = t.award({ title: say(award.title, locale), amount });
      const cap = award.insideCap ? t.insideCap : t.outsideCap;
      return { clause: award.clause, text: head + onlyText(rules, award, locale) + cap + t.stop };
    }),
    ...(inKind
      ? [
          {
            clause: inKind.clause,
            text: t.inKind({
              by: say(inKind.by, locale),
              amount: formatAmount(ruleFen(inKind.quantity), inKind.unit, locale),
            }),
          },
        ]
      : []),
  ];
}

/** Returns what happens when the budget runs short; for a line, also who is first in it. */
function exhaustionText({ pool }: Rules, locale: Locale): string {
  const t = guideAmountMessages(locale);
  const text = t[`exhausted_${pool.exhaustion}`];
  if (pool.exhaustion !== 'queue') return text;
  return [text, t[`line_${pool.queueOrder ?? 'passed'}`]].join(say(sentenceGap, locale));
}

function poolTexts(rules: Rules, locale: Locale): RuleText[] {
  const t = guideAmountMessages(locale);
  const { pool, funding } = rules;
  const whole = funding?.shares.reduce((sum, { parts }) => sum + parts, 0) ?? 0;
  const shares = funding?.shares.map(({ funder, parts }) =>
    t.share({ funder: say(funder, locale), parts, whole }),
  );
  const odd = funding?.shares[funding.oddFenTo];
  return [
    { clause: pool.clause, text: exhaustionText(rules, locale) },
    ...(pool.subPools ?? []).map((part) => {
      const amount = formatFen(ruleFen(part.yuan));
      const head = t.subPool({ title: say(part.title, locale), amount });
      return { clause: part.clause, text: head + onlyText(rules, part, locale) + t.stop };
    }),
    ...(funding && shares
      ? [
          {
            clause: funding.clause,
            text: t.funding({ list: shares.join(situationMessages(locale).list) }),
          },
        ]
      : []),
    ...(funding && odd
      ? [{ clause: funding.clause, text: t.oddFen({ funder: say(odd.funder, locale) }) }]
      : []),
  ];
}

/** Describes every limit, the amounts given in addition to the rate, and the sources of the money. */
export function limitTexts(rules: Rules, locale: Locale): RuleText[] {
  const t = guideAmountMessages(locale);
  const { minimumAward: least } = rules;
  return [
    ...(least
      ? [
          {
            clause: least.clause,
            text: t[`minimum_${least.of}`]({ amount: guideAmount(rules, least.yuan, locale) }),
          },
        ]
      : []),
    ...capTexts(rules, locale),
    ...awardTexts(rules, locale),
    ...poolTexts(rules, locale),
  ];
}
