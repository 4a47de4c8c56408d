import type { Rules } from '@/features/rules/domain/rules';
import { applicationForm } from '@/features/rules/application-form';
import {
  basisOf,
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
  applicants: { clause: '1', types: ['enterprise', 'institute', 'university'] },
  claim: { clause: '4', basis: 'settled_use', voucher: false },
  base: { clause: '3', of: 'settled' },
  rates: [{ clause: '3', percent: '20' }],
  rateKind: 'fixed',
  rounding: toTheFen,
  capPerYear: { clause: '3.2', yuan: '1000000' },
  pool: { clause: '2', exhaustion: 'partial' },
  funding: {
    clause: '3.3',
    shares: [
      { funder: { 'zh-CN': '省级财政', en: 'the province' }, parts: 1 },
      { funder: { 'zh-CN': '市级财政', en: 'the city' }, parts: 1 },
    ],
    oddFenTo: 0,
  },
  intake: { clause: '4', kind: 'rolling' },
  vendors: { clause: '1.2', scope: 'listed', leastPetaflops: 100 },
  voucher: voucherTerms('5'),
  service: serviceTerms('4.2'),
  evidence: {
    clause: '4',
    application: ['licence', 'contract', 'usage', 'invoice', 'payment'],
    redemption: [],
  },
  settlement: { clause: '5', cycle: 'quarterly' },
  source: {
    title: {
      'zh-CN': '河南省支持人工智能产业生态发展若干政策措施（2025 年），据报载',
      en: 'Measures of Henan to support the ecosystem of AI (2025), as reported',
    },
    url: 'https://gmteight.com/latest/detail/464478',
    grade: 'n',
    effectiveFrom: '2025-08-09',
  },
  assumed: [
    {
      'zh-CN':
        '算力使用费按已结算金额计，不足一分的部分舍去；省、市各半，除不尽的一分由省级财政承担。',
      en: 'The fee for compute is what has been settled; fractions of a fen are cut off. Province and city bear half each, the odd fen falls to the province.',
    },
    {
      'zh-CN': '超算中心，以及以标准机架数达标的数据中心，入库时按达到所需算力规模登记。',
      en: 'A supercomputing centre, or a data centre that qualifies by its number of racks, is recorded at accreditation as having the capacity asked for.',
    },
    notSeen(
      '条款号，施行日期（以报道日期计）',
      'article numbers; the first day (that of the report)',
    ),
    termsNotSeen,
    partlyWhenShort,
    roundsSet,
  ],
};

/**
 * Henan (row 17): 20 % of the fee for compute, at most ¥1,000,000 a year, paid half by the province and half by the city,
 * for centres of at least 100 PFLOPS or more than 1,000 racks.
 */
export const henan2025: ProgrammeData = {
  slug: 'henan-compute-2025',
  citySlug: 'henan',
  publishedOn: '2025-09-01',
  budgetYuan: '50000000',
  rounds: [
    { number: 1, opensOn: '2025-10-09', closesOn: '2026-03-31', closesAt: '17:30' },
    { number: 2, opensOn: '2026-07-01', closesOn: '2027-06-30', closesAt: '17:30' },
  ],
  rules,
  guide: {
    title: { 'zh-CN': '河南省算力券（2025）', en: 'Henan computing voucher (2025)' },
    summary: {
      'zh-CN': '使用省内规模化算力中心的企业、科研院所和高校，按算力使用费给予奖补，省市共担。',
      en: 'Firms, institutes and universities that use the large compute centres get back part of the fee; province and city share the cost.',
    },
    basis: basisOf(
      '河南省支持人工智能产业生态发展若干政策措施（2025 年）',
      'Measures of Henan to support the ecosystem of AI (2025)',
    ),
    process: payFirstProcess,
    questions: [
      {
        question: { 'zh-CN': '哪些算力中心算数？', en: 'Which centres count?' },
        answer: {
          'zh-CN': '超算中心，以及算力规模或标准机架数达标并已入库的智算中心、数据中心。',
          en: 'Supercomputing centres, and accredited AI and data centres that are large enough by compute or by racks.',
        },
      },
      {
        question: {
          'zh-CN': '省、市两级要分别申请吗？',
          en: 'Must I apply to the province and to the city?',
        },
        answer: {
          'zh-CN': '不用。只申请一次，资金由省、市财政按比例分担。',
          en: 'No. You apply once; province and city divide the cost between them.',
        },
      },
      paidFirst,
    ],
    ...officesOf('henan'),
  },
  form: applicationForm(rules),
  examples: [
    {
      // 1,234,567.89 × 20 % = 246,913.578, cut off to 246,913.57.
      title: { 'zh-CN': '一般情形', en: 'An ordinary fee' },
      facts: { settledAmount: '1234567.89', vendorPetaflops: 320 },
      expected: { amount: '246913.57' },
    },
    {
      // 3,000,000 × 20 % = 600,000: 300,000 from the province and 300,000 from the city.
      title: { 'zh-CN': '省市各担一半', en: 'Halved between province and city' },
      facts: { settledAmount: '3000000.00', vendorPetaflops: 320 },
      expected: { amount: '600000.00' },
    },
    {
      // 5,000,000.05 × 20 % = 1,000,000.01, one fen above the cap of 1,000,000.
      title: { 'zh-CN': '达到上限', en: 'At the cap' },
      facts: { settledAmount: '5000000.05', vendorPetaflops: 320 },
      expected: { amount: '1000000.00' },
    },
    {
      // 1,000,000 × 20 % = 200,000; 950,000 were awarded this year: 1,000,000 − 950,000 = 50,000.
      title: { 'zh-CN': '本年度已获部分奖补', en: 'Part of the year’s cap is used' },
      facts: { settledAmount: '1000000.00', vendorPetaflops: 320, usedAmount: '950000.00' },
      expected: { amount: '50000.00' },
    },
    {
      // Exactly 100 PFLOPS: 1,000,000 × 20 % = 200,000.
      title: { 'zh-CN': '服务商规模刚好达标', en: 'A vendor just large enough' },
      facts: { settledAmount: '1000000.00', vendorPetaflops: 100 },
      expected: { amount: '200000.00' },
    },
    {
      title: { 'zh-CN': '服务商规模不足', en: 'A vendor that is too small' },
      facts: { settledAmount: '1000000.00', vendorPetaflops: 99.9 },
      expected: { refusals: ['vendor_capacity'] },
    },
    {
      title: { 'zh-CN': '本年度上限已用完', en: 'The cap of the year is used up' },
      facts: { settledAmount: '1000000.00', vendorPetaflops: 320, usedAmount: '1000000.00' },
      expected: { refusals: ['cap_used_up'] },
    },
  ],
};
