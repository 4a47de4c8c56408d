import type { Rules } from '@/features/rules/domain/rules';
import { applicationForm } from '@/features/rules/application-form';
import {
  basisOf,
  cutOff,
  notSeen,
  officesOf,
  paidFirst,
  partlyWhenShort,
  payFirstProcess,
  poolNotSeen,
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
  requirements: [{ clause: '1', onePerson: true }],
  claim: { clause: '1', basis: 'settled_use', voucher: false },
  base: { clause: '1', of: 'settled' },
  rates: [{ clause: '1', percent: '50' }],
  rateKind: 'fixed',
  rounding: toTheFen,
  caps: [{ clause: '1', per: 'period', periodMonths: 12, yuan: '200000' }],
  pool: { clause: '2', exhaustion: 'partial' },
  intake: { clause: '2', kind: 'rolling' },
  vendors: { clause: '1', scope: 'listed' },
  consecutiveYears: { clause: '1', most: 3 },
  voucher: voucherTerms('2'),
  inKind: {
    clause: '1.2',
    quantity: '2000',
    unit: 'cardHour',
    by: { 'zh-CN': '所在区', en: 'the district' },
  },
  service: serviceTerms('2'),
  evidence: {
    clause: '2',
    application: ['licence', 'contract', 'usage', 'invoice', 'payment'],
    redemption: [],
  },
  settlement: { clause: '2', cycle: 'quarterly' },
  source: {
    title: {
      'zh-CN': '武汉市支持人工智能 OPC 创新发展若干措施（2026 年）',
      en: 'Measures of Wuhan to support one-person companies in AI (2026)',
    },
    url: 'https://jiweipreview.laoyaoba.com/n/984312',
    grade: 'o',
    effectiveFrom: '2026-02-13',
  },
  assumed: [
    {
      'zh-CN': '支持周期按十二个月计，上限按每个周期计；补助期限按连续年度计。',
      en: 'A support period is read as twelve months, and each has its own cap; the years of support are counted in a row.',
    },
    {
      'zh-CN': '微型团队须已登记为一人公司；各区的卡时支持由区里直接提供，不占补助上限。',
      en: 'A micro team must be registered as a one-person company. The card-hours come from the district itself and do not use up the cap.',
    },
    cutOff,
    notSeen('除算力服务一条外的条款号', 'article numbers other than that on compute'),
    termsNotSeen,
    poolNotSeen,
    partlyWhenShort,
    roundsSet,
  ],
};

/**
 * Wuhan 2026 for one-person companies (row 27): 50 % of the fee, at most ¥200,000 per support period, for up to three years;
 * districts add at least 2,000 card-hours in kind.
 */
export const wuhanOpc2026: ProgrammeData = {
  slug: 'wuhan-opc-2026',
  citySlug: 'wuhan',
  publishedOn: '2026-02-25',
  budgetYuan: '10000000',
  rounds: [{ number: 1, opensOn: '2026-03-02', closesOn: '2027-06-30', closesAt: '17:30' }],
  rules,
  guide: {
    title: {
      'zh-CN': '武汉市 OPC 算力服务券（2026）',
      en: 'Wuhan compute for one-person companies (2026)',
    },
    summary: {
      'zh-CN': '补助人工智能一人公司（OPC）的算力服务费用，各区另外免费提供卡时。',
      en: 'Helps one-person AI companies pay for compute; districts add card-hours free of charge.',
    },
    basis: basisOf(
      '武汉市支持人工智能 OPC 创新发展若干措施（2026 年）',
      'Measures of Wuhan to support one-person companies in AI (2026)',
    ),
    process: payFirstProcess,
    questions: [
      {
        question: { 'zh-CN': '免费卡时怎么领？', en: 'How do I get the free card-hours?' },
        answer: {
          'zh-CN': '由所在区的 OPC 生态社区提供，不占算力券上限。',
          en: 'From the community for one-person companies in your district; they do not use up the cap.',
        },
      },
      {
        question: { 'zh-CN': '可以补助几年？', en: 'For how many years?' },
        answer: {
          'zh-CN': '按支持周期逐年申请，不超过规定年限。',
          en: 'You apply for each support period, up to the number of years in the rules.',
        },
      },
      paidFirst,
    ],
    ...officesOf('wuhan'),
  },
  form: applicationForm(rules),
  examples: [
    {
      // 123,456.79 × 50 % = 61,728.395, cut off to 61,728.39.
      title: { 'zh-CN': '一般情形', en: 'An ordinary period' },
      facts: { settledAmount: '123456.79', onePerson: true, yearsBefore: 0 },
      expected: { amount: '61728.39' },
    },
    {
      // 400,000.02 × 50 % = 200,000.01, one fen above the cap of 200,000.
      title: { 'zh-CN': '达到上限', en: 'At the cap' },
      facts: { settledAmount: '400000.02', onePerson: true, yearsBefore: 0 },
      expected: { amount: '200000.00' },
    },
    {
      // 300,000 × 50 % = 150,000; 150,000 received in this period: 200,000 − 150,000 = 50,000.
      title: { 'zh-CN': '本周期已获部分补助', en: 'Part of the period’s cap is used' },
      facts: {
        settledAmount: '300000.00',
        onePerson: true,
        yearsBefore: 0,
        used: { periodClaimed: '150000.00' },
      },
      expected: { amount: '50000.00' },
    },
    {
      // The third year is still supported: 100,000 × 50 % = 50,000.
      title: { 'zh-CN': '第三年', en: 'The third year' },
      facts: { settledAmount: '100000.00', onePerson: true, yearsBefore: 2 },
      expected: { amount: '50000.00' },
    },
    {
      title: { 'zh-CN': '第四年', en: 'The fourth year' },
      facts: { settledAmount: '100000.00', onePerson: true, yearsBefore: 3 },
      expected: { refusals: ['years_used_up'] },
    },
    {
      title: { 'zh-CN': '不是一人公司', en: 'Not a one-person company' },
      facts: { settledAmount: '100000.00', onePerson: false, yearsBefore: 0 },
      expected: { refusals: ['not_one_person'] },
    },
  ],
};
