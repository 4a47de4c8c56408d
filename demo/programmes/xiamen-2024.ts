import type { Rules } from '@/features/rules/domain/rules';
import { applicationForm } from '@/features/rules/application-form';
import {
  basisOf,
  ceiling,
  cutOff,
  notSeen,
  officesOf,
  paidFirst,
  partlyWhenShort,
  payFirstProcess,
  roundsSet,
  serviceTerms,
  termsNotSeen,
  toTheFen,
  voucherTerms,
} from './common-two';
import type { ProgrammeData } from './types';

const rules: Rules = {
  mode: 'deferred',
  kind: 'compute',
  applicants: { clause: '1', types: ['enterprise'] },
  claim: { clause: '1', basis: 'settled_use', voucher: false },
  base: { clause: '2', of: 'paid' },
  rates: [{ clause: '2', percent: '50' }],
  rateKind: 'ceiling',
  rounding: toTheFen,
  threshold: { clause: '2', yuan: '50000', perYear: false },
  capPerYear: { clause: '2', yuan: '1000000' },
  pool: { clause: '1', exhaustion: 'partial' },
  intake: { clause: '3', kind: 'batch' },
  vendors: { clause: '2', scope: 'any' },
  voucher: voucherTerms('3'),
  service: serviceTerms('3'),
  evidence: {
    clause: '3',
    application: ['licence', 'contract', 'invoice', 'payment'],
    redemption: [],
  },
  settlement: { clause: '3', cycle: 'yearly' },
  source: {
    title: {
      'zh-CN':
        '厦门市人民政府办公厅关于加快推进智能算力发展和应用的通知（厦府办规〔2024〕6号），据厦门市财政局复函',
      en: 'Notice of Xiamen on speeding up AI compute (Xiafubangui [2024] No. 6), as quoted by the finance bureau',
    },
    url: 'https://cz.xm.gov.cn/zwxx/zfxxgk/zfxxgkml/qtxx/rdjyhfh/202507/t20250715_2945093.htm',
    grade: 'o',
    effectiveFrom: '2024-01-01',
  },
  assumed: [
    {
      'zh-CN': '起点与补助均按申报年度实际支出的算力费用合计计。',
      en: 'Both the threshold and the subsidy go by all that was spent on compute in the year applied for.',
    },
    cutOff,
    notSeen(
      '条款号，施行日期（按年度首日计）',
      'article numbers; the first day (that of the year)',
    ),
    termsNotSeen,
    partlyWhenShort,
    roundsSet,
  ],
};

/** Xiamen 2024 (row 22): up to 50 % of the spending of the year, from ¥50,000, at most ¥1,000,000. */
export const xiamen2024: ProgrammeData = {
  slug: 'xiamen-compute-2024',
  citySlug: 'xiamen',
  publishedOn: '2024-12-20',
  budgetYuan: '50000000',
  rounds: [
    { number: 1, opensOn: '2025-02-17', closesOn: '2025-04-30', closesAt: '17:30' },
    { number: 2, opensOn: '2026-10-12', closesOn: '2027-02-26', closesAt: '17:30' },
  ],
  rules,
  guide: {
    title: { 'zh-CN': '厦门市智能算力补贴（2024）', en: 'Xiamen compute subsidy (2024)' },
    summary: {
      'zh-CN': '企业购买或租用智能算力服务，年度实际支出达到起点的，给予补助。',
      en: 'Firms that buy or rent enough AI compute in a year get back part of what they spent.',
    },
    basis: basisOf(
      '厦门市关于加快推进智能算力发展和应用的通知（2024 年）',
      'Notice of Xiamen on speeding up AI compute (2024)',
    ),
    process: payFirstProcess,
    questions: [
      {
        question: {
          'zh-CN': '多份合同可以合并计算吗？',
          en: 'May I add up several contracts?',
        },
        answer: {
          'zh-CN': '可以，按年度实际支出合计。',
          en: 'Yes. All that you spent in the year counts together.',
        },
      },
      ceiling,
      paidFirst,
    ],
    ...officesOf('xiamen'),
  },
  form: applicationForm(rules),
  examples: [
    {
      // 800,000 × 50 % = 400,000.
      title: { 'zh-CN': '一般情形', en: 'An ordinary year' },
      facts: { paidAmount: '800000.00' },
      expected: { amount: '400000.00' },
    },
    {
      // 2,400,000 × 50 % = 1,200,000, above the cap of 1,000,000.
      title: { 'zh-CN': '达到上限', en: 'At the cap' },
      facts: { paidAmount: '2400000.00' },
      expected: { amount: '1000000.00' },
    },
    {
      // Exactly 50,000: 50 % = 25,000.
      title: { 'zh-CN': '刚好达到起点', en: 'Just at the threshold' },
      facts: { paidAmount: '50000.00' },
      expected: { amount: '25000.00' },
    },
    {
      title: { 'zh-CN': '比起点少一分', en: 'One fen below it' },
      facts: { paidAmount: '49999.99' },
      expected: { refusals: ['below_threshold'] },
    },
    {
      title: { 'zh-CN': '本年度上限已用完', en: 'The cap of the year is used up' },
      facts: { paidAmount: '800000.00', usedAmount: '1000000.00' },
      expected: { refusals: ['cap_used_up'] },
    },
  ],
};
