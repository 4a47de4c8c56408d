import type { Rules } from '@/features/rules/domain/rules';
import { applicationForm } from '@/features/rules/application-form';
import {
  basisOf,
  ceiling,
  cutOff,
  notSeen,
  officesOf,
  poolNotSeen,
  serviceTerms,
  termsNotSeen,
  toTheFen,
  voucherTerms,
} from './common-two';
import type { ProgrammeData } from './types';

const rules: Rules = {
  mode: 'deferred',
  kind: 'compute',
  applicants: { clause: '2', types: ['enterprise', 'institute', 'university'] },
  questions: [
    {
      id: 'self_built',
      text: {
        'zh-CN': '算力是否由本单位自建自用？',
        en: 'Do you use compute that you built yourselves?',
      },
    },
  ],
  requirements: [
    { clause: '2', regions: ['34'] },
    { clause: '2', notFlags: ['self_built'] },
  ],
  claim: { clause: '2', basis: 'settled_use', voucher: false },
  base: { clause: '2', of: 'metered' },
  rates: [{ clause: '2', percent: '20' }],
  rateKind: 'ceiling',
  rounding: toTheFen,
  pool: { clause: '3', exhaustion: 'pro_rata' },
  intake: { clause: '3', kind: 'batch' },
  vendors: { clause: '2', scope: 'listed' },
  voucher: voucherTerms('3'),
  service: serviceTerms('3'),
  evidence: { clause: '3', application: ['licence', 'usage', 'payment'], redemption: [] },
  settlement: { clause: '3', cycle: 'yearly' },
  source: {
    title: {
      'zh-CN': '安徽省打造通用人工智能产业创新和应用高地若干政策（2023 年）',
      en: 'Policies of Anhui on general AI, its industry and its use (2023)',
    },
    url: 'http://whida.dlf1890.com/index.php?c=news&id=669&m=show',
    grade: 'o',
    effectiveFrom: '2023-11-08',
  },
  assumed: [
    {
      'zh-CN': '原文未列上限，不设上限；各批次合计超过年度规模的，按比例分配。',
      en: 'The source states no cap, and none is set; where a round asks for more than the pool holds, everybody gets a share.',
    },
    {
      'zh-CN': '算力总支出以省级智能算力统筹调度平台计量为准，服务商须接入该平台。',
      en: 'What was spent is what the provincial scheduling platform has metered; vendors must be connected to it.',
    },
    cutOff,
    notSeen(
      '除降低算力使用成本一条外的条款号，施行日期（以转载日期计），申报时间',
      'article numbers other than that on the cost of compute; the first day (that of the reprint); the dates of the rounds',
    ),
    termsNotSeen,
    poolNotSeen,
  ],
};

const region = '340100';
const flags = { self_built: false };

/**
 * Anhui 2023 (row 26): up to 20 % of the usage metered by the provincial platform, without a cap. Self-built compute is
 * excluded.
 */
export const anhui2023: ProgrammeData = {
  slug: 'anhui-compute-2023',
  citySlug: 'anhui',
  publishedOn: '2023-12-15',
  budgetYuan: '50000000',
  rounds: [
    { number: 1, opensOn: '2026-03-02', closesOn: '2026-04-30', closesAt: '17:30' },
    { number: 2, opensOn: '2026-12-14', closesOn: '2027-03-31', closesAt: '17:30' },
  ],
  rules,
  guide: {
    title: { 'zh-CN': '安徽省智能算力补助（2023）', en: 'Anhui compute subsidy (2023)' },
    summary: {
      'zh-CN': '在皖企业、高校院所通过省级调度平台使用算力的，按平台计量的支出给予补助。',
      en: 'Firms, universities and institutes in Anhui get back part of what the provincial platform has metered.',
    },
    basis: basisOf(
      '安徽省打造通用人工智能产业创新和应用高地若干政策（2023 年）',
      'Policies of Anhui on general AI, its industry and its use (2023)',
    ),
    process: [
      {
        'zh-CN': '通过省级智能算力统筹调度平台使用算力并付费。',
        en: 'Use compute through the provincial scheduling platform and pay for it.',
      },
      {
        'zh-CN': '在申报期内在线申请，金额以平台计量为准。',
        en: 'Apply online in the round; the amount is what the platform has metered.',
      },
      {
        'zh-CN': '审核；本批次超出规模的，按比例分配。',
        en: 'Review; where the round asks for more than there is, everybody gets a share.',
      },
      {
        'zh-CN': '公示无异议的，拨付补助。',
        en: 'After public notice without objection the money is paid.',
      },
    ],
    questions: [
      {
        question: { 'zh-CN': '自建的算力能补助吗？', en: 'Does compute of our own count?' },
        answer: {
          'zh-CN': '不能。自建自用的算力除外。',
          en: 'No. Compute built for one’s own use is excluded.',
        },
      },
      {
        question: {
          'zh-CN': '不通过平台使用的算力算吗？',
          en: 'Does compute outside the platform count?',
        },
        answer: {
          'zh-CN': '不算。只计平台上的实际使用量。',
          en: 'No. Only what the platform has metered counts.',
        },
      },
      ceiling,
    ],
    ...officesOf('anhui'),
  },
  form: applicationForm(rules),
  examples: [
    {
      // 1,234,567.89 × 20 % = 246,913.578, cut off to 246,913.57.
      title: { 'zh-CN': '一般情形', en: 'An ordinary year' },
      facts: { meteredAmount: '1234567.89', region, flags },
      expected: { amount: '246913.57' },
    },
    {
      // No cap: 100,000,000 × 20 % = 20,000,000.
      title: { 'zh-CN': '大额支出，不设上限', en: 'A large sum, and no cap' },
      facts: { meteredAmount: '100000000.00', region, flags },
      expected: { amount: '20000000.00' },
    },
    {
      // 20,000,000; all applicants are entitled to 100,000,000 from a pool of 50,000,000: half, 10,000,000.
      title: { 'zh-CN': '超出规模，按比例分配', en: 'More is asked for than there is' },
      facts: {
        meteredAmount: '100000000.00',
        region,
        flags,
        poolAmount: '50000000.00',
        demandAmount: '100000000.00',
      },
      expected: { amount: '10000000.00' },
    },
    {
      // 0.05 × 20 % = 0.01: the least possible award.
      title: { 'zh-CN': '最小金额', en: 'The least amount' },
      facts: { meteredAmount: '0.05', region, flags },
      expected: { amount: '0.01' },
    },
    {
      // 0.04 × 20 % = 0.008, cut off to zero.
      title: { 'zh-CN': '不足一分', en: 'Less than a fen' },
      facts: { meteredAmount: '0.04', region, flags },
      expected: { refusals: ['amount_zero'] },
    },
    {
      title: { 'zh-CN': '自建自用', en: 'Compute of one’s own' },
      facts: { meteredAmount: '1000000.00', region, flags: { self_built: true } },
      expected: { refusals: ['condition_unmet'] },
    },
    {
      title: { 'zh-CN': '不在安徽', en: 'Registered elsewhere' },
      facts: { meteredAmount: '1000000.00', region: '310000', flags },
      expected: { refusals: ['region_outside'] },
    },
  ],
};
