import type { Rules } from '@/features/rules/domain/rules';
import { applicationForm } from '@/features/rules/application-form';
import {
  basisOf,
  ceiling,
  cutOff,
  deductProcess,
  notPassedOn,
  notSeen,
  officesOf,
  poolNotSeen,
  roundsSet,
  serviceTerms,
  termsNotSeen,
  toTheFen,
  voucherTerms,
} from './common-two';
import type { ProgrammeData } from './types';

const rules: Rules = {
  mode: 'deduct',
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
  requirements: [{ clause: '2', notFlags: ['self_built'] }],
  claim: { clause: '2', basis: 'contract', voucher: true },
  base: { clause: '2', of: 'contract' },
  rates: [{ clause: '2', percent: '20' }],
  rateKind: 'ceiling',
  rounding: toTheFen,
  caps: [{ clause: '2', per: 'year', yuan: '1000000', counts: 'both' }],
  pool: { clause: '2', exhaustion: 'queue' },
  intake: { clause: '3', kind: 'rolling' },
  vendors: { clause: '1', scope: 'listed' },
  voucher: voucherTerms('3'),
  service: serviceTerms('3'),
  evidence: {
    clause: '3',
    application: ['licence', 'contract'],
    redemption: ['invoice', 'usage'],
  },
  settlement: { clause: '3', cycle: 'quarterly' },
  source: {
    title: {
      'zh-CN': '郑州市支持人工智能创新发展若干政策措施（郑政文〔2024〕62号）',
      en: 'Measures of Zhengzhou to support innovation in AI (Zhengzhengwen [2024] No. 62)',
    },
    url: 'http://liangyuxing.com/news/detail/150251.html',
    grade: 'o',
    effectiveFrom: '2024-05-22',
  },
  assumed: [
    {
      'zh-CN': '“企业等算力使用方”按企业、科研院所和高校理解。',
      en: '“Firms and others that use compute” is read as firms, institutes and universities.',
    },
    {
      'zh-CN': '年度上限按申领金额与兑付金额中较大的一项计；使用方式按在服务商处抵扣设定。',
      en: 'The yearly cap is held against what was claimed or what was redeemed, whichever is more; the voucher is deducted at the vendor.',
    },
    {
      'zh-CN': '额度不足时按核准先后排队，持有省级算力券的企业优先，由主管部门安排。',
      en: 'Where the pool falls short awards wait in the order of approval; the bureau lets holders of the provincial voucher go first.',
    },
    cutOff,
    notSeen('实施细则的条款', 'articles of detailed rules'),
    termsNotSeen,
    poolNotSeen,
    roundsSet,
  ],
};

/**
 * Zhengzhou 2024 (row 18): up to 20 % of each contract, at most ¥1,000,000 both claimed and redeemed; self-built compute is
 * excluded; holders of the provincial voucher come first.
 */
export const zhengzhou2024: ProgrammeData = {
  slug: 'zhengzhou-compute-2024',
  citySlug: 'zhengzhou',
  publishedOn: '2024-06-20',
  budgetYuan: '30000000',
  rounds: [{ number: 1, opensOn: '2024-07-01', closesOn: '2027-06-30', closesAt: '17:30' }],
  rules,
  guide: {
    title: { 'zh-CN': '郑州市算力券（2024）', en: 'Zhengzhou computing voucher (2024)' },
    summary: {
      'zh-CN': '对租用算力的单位按单个合同发放算力券，自建自用的算力除外。',
      en: 'A voucher for each contract on rented compute; compute you built for yourselves is excluded.',
    },
    basis: basisOf(
      '郑州市支持人工智能创新发展若干政策措施（2024 年）',
      'Measures of Zhengzhou to support innovation in AI (2024)',
    ),
    process: deductProcess,
    questions: [
      {
        question: {
          'zh-CN': '已获省级算力券，还能申领吗？',
          en: 'We hold the provincial voucher. May we still apply?',
        },
        answer: {
          'zh-CN': '可以，并且优先支持。',
          en: 'Yes, and you go first.',
        },
      },
      {
        question: { 'zh-CN': '上限怎么计算？', en: 'How is the cap counted?' },
        answer: {
          'zh-CN': '同一单位每年申领的金额和兑付的金额都不超过上限。',
          en: 'Neither what you claim in a year nor what is redeemed in it may exceed the cap.',
        },
      },
      ceiling,
      notPassedOn,
    ],
    ...officesOf('zhengzhou'),
  },
  form: applicationForm(rules),
  examples: [
    {
      // 1,000,000 × 20 % = 200,000.
      title: { 'zh-CN': '一般情形', en: 'An ordinary contract' },
      facts: { contractAmount: '1000000.00', flags: { self_built: false } },
      expected: { amount: '200000.00' },
    },
    {
      // 7,500,000 × 20 % = 1,500,000, above the cap of 1,000,000.
      title: { 'zh-CN': '达到上限', en: 'At the cap' },
      facts: { contractAmount: '7500000.00', flags: { self_built: false } },
      expected: { amount: '1000000.00' },
    },
    {
      // 200,000; claimed 600,000, redeemed 900,000 this year: 1,000,000 − 900,000 = 100,000.
      title: { 'zh-CN': '兑付多于申领', en: 'More was redeemed than claimed this year' },
      facts: {
        contractAmount: '1000000.00',
        flags: { self_built: false },
        usedAmount: '600000.00',
        used: { yearRedeemed: '900000.00' },
      },
      expected: { amount: '100000.00' },
    },
    {
      // 200,000; claimed 999,999.99, nothing redeemed: one fen is left.
      title: { 'zh-CN': '上限只余一分', en: 'One fen below the cap' },
      facts: {
        contractAmount: '1000000.00',
        flags: { self_built: false },
        usedAmount: '999999.99',
      },
      expected: { amount: '0.01' },
    },
    {
      title: { 'zh-CN': '上限已用完', en: 'The cap is used up' },
      facts: {
        contractAmount: '1000000.00',
        flags: { self_built: false },
        used: { yearRedeemed: '1000000.00' },
      },
      expected: { refusals: ['cap_used_up'] },
    },
    {
      title: { 'zh-CN': '自建自用', en: 'Compute of one’s own' },
      facts: { contractAmount: '1000000.00', flags: { self_built: true } },
      expected: { refusals: ['condition_unmet'] },
    },
  ],
};
