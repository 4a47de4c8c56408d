import { formatDate, type IsoDate } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { appealWorkingDays } from './domain/appeal-days';
import { forceOf, outOfForce, type Force } from '@/features/rules/domain/in-force';
import { payoutOf, type Payout } from '@/features/rules/domain/payout';
import type { ClauseTerm, EvidenceCode, Rules } from '@/features/rules/domain/rules';
import { say } from '@/lib/bilingual';
import { baseTexts, limitTexts, rateTable, rateTexts } from './amounts';
import { guideTermMessages, guideUseMessages, situationMessages } from './messages';
import { guideAmount } from './when';
import { applicantTexts, conditionTexts, type RuleText } from './who';
import { programmeMessages } from '../messages';
import { orderShareText } from './order-share';
import { clauseText } from '@/features/rules/clause-text';
import { valueNames } from '@/features/rules/value-messages';

/** Returns the names of documents as one list. */
const papersText = (codes: readonly EvidenceCode[], locale: Locale): string =>
  codes.map((code) => valueNames(locale)[`paper_${code}`]).join(situationMessages(locale).list);

/** Describes how the award becomes money: spent at vendors, claimed after paying them, or paid out at once. */
function payoutTexts(rules: Rules, locale: Locale): string[] {
  const t = guideUseMessages(locale);
  const { voucher, evidence, mode } = rules;
  const months = voucher.validMonths;
  const extension = voucher.extensionMonths
    ? [t.extension({ months: voucher.extensionMonths })]
    : [];
  const ways: Readonly<Record<Payout, () => string[]>> = {
    vendor: () => [
      t.validity({ months }),
      voucher.partialUse ? t.partial : t.whole,
      orderShareText(locale, voucher.percentOfOrder),
      t.hold({ days: voucher.holdDays }),
      ...extension,
    ],
    claims: () => [
      t.claimFirst({ papers: papersText(evidence.redemption, locale) }),
      t.claimWithin({ months }),
      voucher.partialUse ? t.claimParts : t.claimOnce,
      t.claimWorth,
      ...extension,
    ],
    at_once: () => [mode === 'automatic' ? t.paidAutomatically : t.paidAtOnce],
  };
  return ways[payoutOf(rules)]();
}

/** Describes the interest on what is clawed back. */
function recoveryTexts({ recovery }: Rules, locale: Locale): RuleText[] {
  if (!recovery) return [];
  const { clause, interestPercentPerYear: percent, from, graceDays: grace = 0 } = recovery;
  const { order = 'principal' } = recovery;
  return [{ clause, text: guideUseMessages(locale).recovery({ percent, from, grace, order }) }];
}

/** Describes how the award is used, and when vendors or start-ups are paid. */
function spendingTexts(rules: Rules, locale: Locale): RuleText[] {
  const t = guideUseMessages(locale);
  const { voucher, settlement, service } = rules;
  const { advancePercent, confirmByWorkingDays: silence } = settlement;
  const most = service.autoApproveYuan;
  const ways = payoutTexts(rules, locale).map((text) => ({ clause: voucher.clause, text }));
  return [
    ...ways,
    ...(payoutOf(rules) === 'vendor' && rules.pause
      ? [{ clause: rules.pause.clause, text: t.pause }]
      : []),
    ...(payoutOf(rules) === 'vendor' && silence
      ? [{ clause: settlement.clause, text: t.silence({ days: silence }) }]
      : []),
    ...recoveryTexts(rules, locale),
    { clause: settlement.clause, text: t[`settle_${settlement.cycle}`] },
    ...(advancePercent
      ? [{ clause: settlement.clause, text: t.advance({ percent: advancePercent }) }]
      : []),
    ...(most
      ? [
          {
            clause: service.clause,
            text: t.autoApprove({ amount: guideAmount(rules, most, locale) }),
          },
        ]
      : []),
  ];
}

type PaperStage = { stage: string; papers: string };

/** Lists the documents to hand in, by stage. */
function paperTexts(rules: Rules, locale: Locale): PaperStage[] {
  const { evidence } = rules;
  const t = programmeMessages(locale);
  const later = payoutOf(rules) === 'claims' ? t.stageClaim : t.stageRedemption;
  return [
    { stage: t.stageApplication, papers: papersText(evidence.application, locale) },
    ...(evidence.redemption.length > 0
      ? [{ stage: later, papers: papersText(evidence.redemption, locale) }]
      : []),
  ];
}

type Term = { key: string; stage: string; promised: string; note: string; clause: string };

/** Says how long the public notice is, or that there is none; a list of awards has one before its issue. */
function noticeTerm(rules: Rules, locale: Locale): Term {
  const t = programmeMessages(locale);
  const u = guideUseMessages(locale);
  const { clause, noticeWorkingDays: days, noticeDays, publicNotice } = rules.service;
  const listed = rules.mode === 'automatic';
  const term = { key: 'notice', stage: t.timeNotice, clause };
  if (publicNotice === 'none') {
    return { ...term, promised: u.noNotice, note: listed ? u.noNoticeListNote : u.noNoticeNote };
  }
  return {
    ...term,
    note: listed ? u.noticeListNote : t.timeNoticeNote,
    promised: noticeDays === 'calendar' ? u.calendarDays({ days }) : t.workingDays({ days }),
  };
}

/** Lists the time limits of every stage. Where nobody applies, nothing is reviewed, corrected or refused. */
function termTexts(rules: Rules, locale: Locale): Term[] {
  const t = programmeMessages(locale);
  const u = guideUseMessages(locale);
  const { clause, reviewWorkingDays, correctionWorkingDays, stages = [] } = rules.service;
  const days = (key: string, stage: string, note: string, n: number) => ({
    key,
    stage,
    note,
    clause,
    promised: t.workingDays({ days: n }),
  });
  const settlement = {
    key: 'settlement',
    stage: t.timeSettlement,
    promised: valueNames(locale)[rules.settlement.cycle],
    note: '',
    clause: rules.settlement.clause,
  };
  if (rules.mode === 'automatic') return [noticeTerm(rules, locale), settlement];
  return [
    days('review', t.timeReview, t.timeReviewNote, reviewWorkingDays),
    ...stages.map(({ title, workingDays }, at) =>
      days(`stage-${at}`, u.stage({ title: say(title, locale) }), '', workingDays),
    ),
    days('correction', t.timeCorrection, t.timeCorrectionNote, correctionWorkingDays),
    noticeTerm(rules, locale),
    days('appeal', u.appeal, u.appealNote, appealWorkingDays(rules.service)),
    settlement,
  ];
}

/** Describes when one article is in force; empty for a term without dates or reason. */
function spanText(term: ClauseTerm, locale: Locale): string {
  const t = guideTermMessages(locale);
  const on = (date: IsoDate) => ({ date: formatDate(date, locale) });
  const parts = [
    term.from && t.from(on(term.from)),
    term.to && t.to(on(term.to)),
    term.suspendedFrom && t.suspended(on(term.suspendedFrom)),
    term.suspendedFrom && term.suspendedTo && t.until(on(term.suspendedTo)),
    term.reason && say(term.reason, locale),
  ];
  return parts.filter(Boolean).join(situationMessages(locale).and);
}

/** Lists every article that is in force only for a time, or is suspended. */
function forceTexts(rules: Rules, locale: Locale): RuleText[] {
  return (rules.terms ?? []).map((term) => ({ clause: term.clause, text: spanText(term, locale) }));
}

export type ForceMark = { clause: string; force: Exclude<Force, 'in_force'>; text: string };

/** Returns the mark of a sentence whose article is not in force on a day; undefined where it is in force. */
export function forceMark(
  rules: Rules,
  clause: string,
  on: IsoDate,
  locale: Locale,
): ForceMark | undefined {
  const term = outOfForce(rules, clause, on);
  const force = term && forceOf(term, on);
  if (!term || !force || force === 'in_force') return undefined;
  return { clause, force, text: spanText(term, locale) };
}

/** Lists every article that is not in force on a day, for the head of the guide and the list. */
export function forceMarks(rules: Rules, on: IsoDate, locale: Locale): ForceMark[] {
  const clauses = new Set((rules.terms ?? []).map(({ clause }) => clause));
  return [...clauses].flatMap((clause) => forceMark(rules, clause, on, locale) ?? []);
}

/** Returns a text with the article that it concerns. */
export const articleText = ({ clause, text }: RuleText, locale: Locale): string =>
  guideTermMessages(locale).article({ article: clauseText(locale, clause), text });

type Fact = { term: string; text: string; href?: string };

/** Describes the source of the rules, and how long they are in force. */
function sourceTexts({ source }: Rules, locale: Locale): Fact[] {
  const t = programmeMessages(locale);
  const { title, url, grade, effectiveFrom, effectiveTo } = source;
  const to = guideTermMessages(locale).effectiveTo;
  return [
    { term: t.source, text: say(title, locale), href: url },
    { term: t.sourceGrade, text: valueNames(locale)[`grade_${grade}`] },
    { term: t.effective, text: formatDate(effectiveFrom, locale) },
    ...(effectiveTo ? [{ term: to, text: formatDate(effectiveTo, locale) }] : []),
  ];
}

/**
 * Returns everything that the guide contains about the rules, section by section. The guide's test fails for a parameter
 * that no section describes, so that the guide can neither contradict the rules nor leave one out.
 */
export const guideOf = (rules: Rules, locale: Locale) => ({
  who: applicantTexts(rules, locale),
  conditions: conditionTexts(rules, locale),
  base: baseTexts(rules, locale),
  rateTable: rules.rates.length > 1 ? rateTable(rules, locale) : undefined,
  rates: rateTexts(rules, locale),
  limits: limitTexts(rules, locale),
  use: spendingTexts(rules, locale),
  papers: paperTexts(rules, locale),
  evidenceClause: rules.evidence.clause,
  times: termTexts(rules, locale),
  force: forceTexts(rules, locale),
  source: sourceTexts(rules, locale),
  assumed: rules.assumed.map((text) => say(text, locale)),
});
export type GuideTexts = ReturnType<typeof guideOf>;
