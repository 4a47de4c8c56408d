import type { Rules } from '@/features/rules/domain/rules';
import { applicationForm } from '@/features/rules/application-form';
import {
  basisOf,
  ceiling,
  cutOff,
  notSeen,
  officesOf,
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
  questions: [
    {
      id: 'benefit',
      text: {
        'zh-CN': '能否证明算力赋能效益显著？',
        en: 'Can you show that the compute has brought a clear benefit?',
      },
    },
  ],
  requirements: [{ clause: '2', flags: ['benefit'] }],
  claim: { clause: '1', basis: 'contract', voucher: false },
  base: { clause: '3', of: 'contract' },
  rates: [{ clause: '3', percent: '5' }],
  rateKind: 'ceiling',
  rounding: toTheFen,
  caps: [{ clause: '3.2', per: 'life', yuan: '5000000' }],
  pool: { clause: '4', exhaustion: 'partial' },
  intake: { clause: '5', kind: 'batch' },
  vendors: { clause: '1', scope: 'any', regions: ['37'] },
  voucher: voucherTerms('5'),
  service: serviceTerms('5'),
  evidence: {
    clause: '5',
    application: ['licence', 'contract', 'payment', 'report'],
    redemption: [],
  },
  settlement: { clause: '5', cycle: 'yearly' },
  source: {
    title: {
      'zh-CN': '山东省省级财政支持数据基础设施建设奖补资金实施细则（2025 年），据报载',
      en: 'Detailed rules of Shandong on awards for data infrastructure (2025), as reported',
    },
    url: 'http://yp57.com/laidao/DPKO.html',
    grade: 'n',
    effectiveFrom: '2025-01-03',
  },
  assumed: [
    {
      'zh-CN': '“省内算力”按服务商在山东省内登记认定，不限申请单位所在地。',
      en: 'Compute counts as bought in the province where the vendor is registered in Shandong; applicants may be from elsewhere.',
    },
    {
      'zh-CN': '效益由申请单位声明，并附第三方报告佐证。',
      en: 'Applicants declare the benefit and attach a third-party report that shows it.',
    },
    cutOff,
    notSeen(
      '条款号，施行日期（以报道日期计）',
      'article numbers; the first day (that of the report)',
    ),
    termsNotSeen,
    partlyWhenShort,
    roundsSet,
  ],
};

const vendorRegion = '370100';

/**
 * Shandong 2025 (row 25): up to 5 % of a contract for compute bought in the province, at most ¥5,000,000 over the life of
 * the programme; the benefit must be proven.
 */
export const shandong2025: ProgrammeData = {
  slug: 'shandong-compute-2025',
  citySlug: 'shandong',
  publishedOn: '2025-02-10',
  budgetYuan: '30000000',
  rounds: [{ number: 1, opensOn: '2026-09-01', closesOn: '2027-03-31', closesAt: '17:30' }],
  rules,
  guide: {
    title: {
      'zh-CN': '山东省人工智能算力券（2025）',
      en: 'Shandong AI computing voucher (2025)',
    },
    summary: {
      'zh-CN':
        '采购省内人工智能算力且赋能效益显著的企业，按算力交易合同给予奖补，省外企业也可申请。',
      en: 'Awards for firms, also from outside, that buy AI compute in the province and can show its benefit.',
    },
    basis: basisOf(
      '山东省省级财政支持数据基础设施建设奖补资金实施细则（2025 年）',
      'Detailed rules of Shandong on awards for data infrastructure (2025)',
    ),
    process: payFirstProcess,
    questions: [
      {
        question: {
          'zh-CN': '企业不在山东，可以申请吗？',
          en: 'We are not in Shandong. May we apply?',
        },
        answer: {
          'zh-CN': '可以，只要算力购自省内服务商。',
          en: 'Yes, as long as the compute is bought from a vendor in the province.',
        },
      },
      {
        question: {
          'zh-CN': '上限每年重新计算吗？',
          en: 'Does the cap start anew each year?',
        },
        answer: {
          'zh-CN': '不重新计算，单个企业累计不超过上限。',
          en: 'No. It is the most that one firm may have in total.',
        },
      },
      {
        question: { 'zh-CN': '怎样证明效益？', en: 'How do I show the benefit?' },
        answer: {
          'zh-CN': '附第三方报告，说明应用场景和使用算力取得的成效。',
          en: 'Attach a third-party report on the application and on what the compute has brought.',
        },
      },
      ceiling,
    ],
    ...officesOf('shandong'),
  },
  form: applicationForm(rules),
  examples: [
    {
      // 12,345,678.90 × 5 % = 617,283.945, cut off to 617,283.94.
      title: { 'zh-CN': '一般情形', en: 'An ordinary contract' },
      facts: { contractAmount: '12345678.90', vendorRegion, flags: { benefit: true } },
      expected: { amount: '617283.94' },
    },
    {
      // 120,000,000 × 5 % = 6,000,000, above the cap of 5,000,000.
      title: { 'zh-CN': '达到上限', en: 'At the cap' },
      facts: { contractAmount: '120000000.00', vendorRegion, flags: { benefit: true } },
      expected: { amount: '5000000.00' },
    },
    {
      // 10,000,000 × 5 % = 500,000; 4,800,000 received in total: 5,000,000 − 4,800,000 = 200,000.
      title: { 'zh-CN': '累计已获部分奖补', en: 'Part of the cap is used' },
      facts: {
        contractAmount: '10000000.00',
        vendorRegion,
        flags: { benefit: true },
        used: { lifeClaimed: '4800000.00' },
      },
      expected: { amount: '200000.00' },
    },
    {
      // Awards of last year count too: 5,000,000 − 4,999,999.99 = 0.01.
      title: { 'zh-CN': '累计上限只余一分', en: 'One fen below the cap' },
      facts: {
        contractAmount: '10000000.00',
        vendorRegion,
        flags: { benefit: true },
        used: { lifeClaimed: '4999999.99' },
      },
      expected: { amount: '0.01' },
    },
    {
      title: { 'zh-CN': '算力购自省外', en: 'Compute bought elsewhere' },
      facts: {
        contractAmount: '10000000.00',
        vendorRegion: '110000',
        flags: { benefit: true },
      },
      expected: { refusals: ['vendor_region'] },
    },
    {
      title: { 'zh-CN': '未能证明效益', en: 'No benefit shown' },
      facts: { contractAmount: '10000000.00', vendorRegion, flags: { benefit: false } },
      expected: { refusals: ['condition_unmet'] },
    },
  ],
};
