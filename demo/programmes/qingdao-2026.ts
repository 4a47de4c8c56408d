import type { Rules } from '@/features/rules/domain/rules';
import { applicationForm } from '@/features/rules/application-form';
import {
  basisOf,
  cutOff,
  notSeen,
  officesOf,
  poolNotSeen,
  rejectedWhenShort,
  roundsSet,
} from './common-two';
import {
  qingdaoExamples,
  qingdaoNotSeen,
  qingdaoProcess,
  qingdaoQuestions,
  qingdaoRules,
} from './qingdao-common';
import type { ProgrammeData } from './types';

const rules: Rules = {
  ...qingdaoRules,
  source: {
    title: {
      'zh-CN': '青岛市企业“算力券”奖补政策（2026 年）',
      en: 'Policy of Qingdao on computing vouchers for firms (2026)',
    },
    url: 'http://qdjxhz.com/detail2885.html',
    grade: 'o',
    effectiveFrom: '2026-01-01',
  },
  assumed: [
    {
      'zh-CN': '起点在本年度文本中未见，沿用 2024 年版；上限按年度计。',
      en: 'The threshold was not seen in this text and is that of the 2024 edition; the cap is read as one of the year.',
    },
    cutOff,
    notSeen(
      '条款号（沿用上一版），施行日期（按年度首日计）',
      'article numbers (those of the edition before); the first day (that of the year)',
    ),
    qingdaoNotSeen,
    poolNotSeen,
    rejectedWhenShort,
    roundsSet,
  ],
};

/** Qingdao 2026 (row 24): up to 20 % of the paid amount, from ¥100,000, at most ¥1,000,000. */
export const qingdao2026: ProgrammeData = {
  slug: 'qingdao-compute-2026',
  citySlug: 'qingdao',
  publishedOn: '2026-09-21',
  budgetYuan: '20000000',
  rounds: [{ number: 1, opensOn: '2026-10-12', closesOn: '2027-03-31', closesAt: '17:00' }],
  rules,
  guide: {
    title: {
      'zh-CN': '青岛市企业算力券奖补（2026）',
      en: 'Qingdao computing voucher for firms (2026)',
    },
    summary: {
      'zh-CN': '对企业年度实际支付的算力费用给予奖补，区（市）初审、市级评审。',
      en: 'Part of what a firm paid for compute in the year is given back after review by district and city.',
    },
    basis: basisOf(
      '青岛市企业“算力券”奖补政策（2026 年）',
      'Policy of Qingdao on computing vouchers for firms (2026)',
    ),
    process: qingdaoProcess,
    questions: qingdaoQuestions,
    ...officesOf('qingdao'),
  },
  form: applicationForm(rules),
  examples: qingdaoExamples,
};
