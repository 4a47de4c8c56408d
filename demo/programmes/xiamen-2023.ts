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
  serviceTerms,
  termsNotSeen,
  toTheFen,
  voucherTerms,
} from './common-two';
import type { ProgrammeData } from './types';

const rules: Rules = {
  mode: 'deferred',
  kind: 'compute',
  applicants: { clause: '3', types: ['enterprise'] },
  claim: { clause: '3', basis: 'settled_use', voucher: false },
  base: { clause: '3', of: 'paid' },
  rates: [{ clause: '3', percent: '50' }],
  rateKind: 'ceiling',
  rounding: toTheFen,
  threshold: { clause: '3', yuan: '300000', perYear: false },
  capPerYear: { clause: '3', yuan: '500000' },
  pool: { clause: '3', exhaustion: 'partial' },
  intake: { clause: '4', kind: 'batch' },
  vendors: { clause: '3', scope: 'any' },
  voucher: voucherTerms('4'),
  service: serviceTerms('4'),
  evidence: {
    clause: '4',
    application: ['licence', 'contract', 'invoice', 'payment'],
    redemption: [],
  },
  settlement: { clause: '4', cycle: 'yearly' },
  source: {
    title: {
      'zh-CN': '厦门市促进人工智能产业发展若干措施（厦府办规〔2023〕10号）',
      en: 'Measures of Xiamen to promote the AI industry (Xiafubangui [2023] No. 10)',
    },
    url: 'http://qingdaocf.cn/rgzn/397.html',
    grade: 'o',
    effectiveFrom: '2023-10-13',
  },
  assumed: [
    {
      'zh-CN': '起点与补助均按申报年度实际支出的算力费用合计计。',
      en: 'Both the threshold and the subsidy go by all that was spent on compute in the year applied for.',
    },
    cutOff,
    notSeen(
      '施行日期（以报道日期计），除普惠算力服务一条外的条款号，申报时间',
      'the first day (that of the report); article numbers other than that on compute; the dates of the round',
    ),
    termsNotSeen,
    partlyWhenShort,
  ],
};

/** Xiamen 2023 (row 22): up to 50 % of the spending of the year, from ¥300,000, at most ¥500,000. */
export const xiamen2023: ProgrammeData = {
  slug: 'xiamen-compute-2023',
  citySlug: 'xiamen',
  publishedOn: '2023-12-20',
  budgetYuan: '10000000',
  rounds: [{ number: 1, opensOn: '2024-01-08', closesOn: '2024-02-29', closesAt: '17:30' }],
  rules,
  guide: {
    title: { 'zh-CN': '厦门市算力券（2023）', en: 'Xiamen computing voucher (2023)' },
    summary: {
      'zh-CN': '企业年度购买算力服务达到起点的，按实际支出给予补助。',
      en: 'Firms that buy enough compute in a year get back part of what they spent.',
    },
    basis: basisOf(
      '厦门市促进人工智能产业发展若干措施（2023 年）',
      'Measures of Xiamen to promote the AI industry (2023)',
    ),
    process: payFirstProcess,
    questions: [
      {
        question: {
          'zh-CN': '这一版还能申报吗？',
          en: 'May I still apply under this version?',
        },
        answer: {
          'zh-CN': '申报已截止。新一年度请看“厦门市智能算力补贴（2024）”。',
          en: 'It is closed. See “Xiamen compute subsidy (2024)” for the current one.',
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
      // 600,000 × 50 % = 300,000.
      title: { 'zh-CN': '一般情形', en: 'An ordinary year' },
      facts: { paidAmount: '600000.00' },
      expected: { amount: '300000.00' },
    },
    {
      // 1,200,000 × 50 % = 600,000, above the cap of 500,000.
      title: { 'zh-CN': '达到上限', en: 'At the cap' },
      facts: { paidAmount: '1200000.00' },
      expected: { amount: '500000.00' },
    },
    {
      // Exactly 300,000: 50 % = 150,000.
      title: { 'zh-CN': '刚好达到起点', en: 'Just at the threshold' },
      facts: { paidAmount: '300000.00' },
      expected: { amount: '150000.00' },
    },
    {
      title: { 'zh-CN': '比起点少一分', en: 'One fen below it' },
      facts: { paidAmount: '299999.99' },
      expected: { refusals: ['below_threshold'] },
    },
    {
      title: { 'zh-CN': '高校申报', en: 'A university' },
      facts: { paidAmount: '600000.00', applicantType: 'university' },
      expected: { refusals: ['applicant_type'] },
    },
  ],
};
