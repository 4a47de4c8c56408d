import type { Rules } from '@/features/rules/domain/rules';
import { applicationForm } from '@/features/rules/application-form';
import { basisOf, cutOff, officesOf, poolNotSeen, rejectedWhenShort } from './common-two';
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
      'zh-CN': '青岛市2024年度企业“算力券”奖补项目申报指南',
      en: 'Guide to applying for Qingdao computing vouchers for firms, 2024',
    },
    url: 'https://www.chacewang.com/newsdetail/news785054.html',
    grade: 'o',
    effectiveFrom: '2025-04-17',
  },
  assumed: [
    {
      'zh-CN': '比例和上限在本年度指南中未见，沿用 2026 年版；上限按年度计。',
      en: 'The rate and the cap were not seen in this guide and are those of the 2026 edition; the cap is read as one of the year.',
    },
    cutOff,
    qingdaoNotSeen,
    poolNotSeen,
    rejectedWhenShort,
  ],
};

/** Qingdao 2024 (row 24): up to 20 % of the paid amount, from ¥100,000, at most ¥1,000,000. Closed. */
export const qingdao2024: ProgrammeData = {
  slug: 'qingdao-compute-2024',
  citySlug: 'qingdao',
  publishedOn: '2025-04-17',
  budgetYuan: '20000000',
  rounds: [{ number: 1, opensOn: '2025-04-17', closesOn: '2025-05-15', closesAt: '17:00' }],
  rules,
  guide: {
    title: {
      'zh-CN': '青岛市企业算力券奖补（2024）',
      en: 'Qingdao computing voucher for firms (2024)',
    },
    summary: {
      'zh-CN': '对企业年度实际支付的算力费用给予奖补，区（市）初审、市级评审。',
      en: 'Part of what a firm paid for compute in the year is given back after review by district and city.',
    },
    basis: basisOf(
      '青岛市企业“算力券”奖补项目申报指南（2024 年）',
      'Guide to applying for Qingdao computing vouchers for firms (2024)',
    ),
    process: qingdaoProcess,
    questions: qingdaoQuestions,
    ...officesOf('qingdao'),
  },
  form: applicationForm(rules),
  examples: qingdaoExamples,
};
