import { applicationForm } from '@/features/rules/application-form';
import type { Rules } from '@/features/rules/domain/rules';
import {
  faq,
  assumedApplicants,
  assumedDates,
  assumedUsual,
  gives,
  notesOf,
  papersForDeduction,
  processOfDeduction,
  refuses,
  text,
  usualService,
  usualVoucher,
  wholeFen,
} from './common';
import type { ProgrammeData } from './types';

const rules: Rules = {
  mode: 'deduct',
  kind: 'compute',
  applicants: { clause: '3', types: ['enterprise', 'institute', 'university'] },
  requirements: [{ clause: '3', flags: ['credit'] }],
  questions: [
    {
      id: 'credit',
      text: text('购买时信用核查是否通过？', 'Did you pass the credit check at the purchase?'),
    },
    {
      id: 'instant',
      text: text('是否在即时抵扣平台购买？', 'Do you buy on the platform that deducts at once?'),
    },
  ],
  directions: [
    { id: 'compute', title: text('算力', 'Compute') },
    { id: 'data', title: text('数据', 'Data') },
    { id: 'token', title: text('模型和词元', 'Models and tokens') },
  ],
  costs: {
    clause: '4',
    items: ['compute', 'dataService', 'modelApi'],
    excluded: [],
    taxIncluded: true,
  },
  base: { clause: '5', of: 'contract' },
  rates: [
    { clause: '5.1', percent: '30', direction: 'compute' },
    { clause: '5.1', percent: '30', direction: 'data' },
    { clause: '5.2', percent: '50', direction: 'token' },
    { clause: '5.3', percent: '65', flags: ['instant'] },
  ],
  rateKind: 'ceiling',
  pick: 'max',
  rounding: wholeFen,
  caps: [
    { clause: '5.4', per: 'direction', yuan: '20000000', direction: 'compute' },
    { clause: '5.4', per: 'direction', yuan: '20000000', direction: 'data' },
    { clause: '5.5', per: 'direction', yuan: '5000000', direction: 'token' },
  ],
  pool: {
    clause: '2',
    exhaustion: 'reject',
    subPools: [
      {
        clause: '2.1',
        id: 'compute',
        title: text('算力券', 'Compute vouchers'),
        yuan: '100000000',
        direction: 'compute',
      },
      {
        clause: '2.2',
        id: 'data',
        title: text('数据券', 'Data vouchers'),
        yuan: '100000000',
        direction: 'data',
      },
      {
        clause: '2.3',
        id: 'token',
        title: text('模型券和词元券', 'Model and token vouchers'),
        yuan: '100000000',
        direction: 'token',
      },
    ],
  },
  intake: { clause: '7', kind: 'batch' },
  vendors: { clause: '4', scope: 'listed' },
  voucher: usualVoucher,
  service: usualService,
  evidence: papersForDeduction,
  settlement: { clause: '8', cycle: 'monthly' },
  source: {
    title: text(
      '北京经济技术开发区算力券、数据券、词元券政策（2026 年，t20260807_252627），第三方转述',
      'Policy of Beijing E-Town on vouchers for compute, data and tokens (2026, t20260807_252627), restated by a third party',
    ),
    url: 'https://www.ncsti.gov.cn/',
    grade: 'r',
    effectiveFrom: '2026-07-15',
  },
  assumed: [
    text(
      '数据方向的比例和上限原文未见，与算力方向相同；即时抵扣平台的比例对三个方向均适用；上限按单位每个方向计。',
      'Rate and cap of the direction for data were not seen and are taken as those for compute; the rate of the instant platform holds in every direction; caps are per applicant and direction.',
    ),
    text(
      '分批申报与即时抵扣并行，演示统一采用由服务商抵扣的方式；三种券合为一项，按算力券列示；按合同金额计算；未见全文，网址为转载门户。',
      'Batches and instant deduction run side by side; the demonstration has the vendor deduct in both. The three vouchers are one programme, listed as computing vouchers. The contract amount counts. The full text was not seen; the address is the portal that carries it.',
    ),
    assumedApplicants,
    assumedUsual,
    assumedDates,
  ],
};

const credit = { flags: { credit: true, instant: false } };
const instant = { flags: { credit: true, instant: true } };

/**
 * Beijing E-Town 2026 (row 6): 30 % for compute (and data), 50 % for tokens, up to 65 % on the
 * instant platform; at most ¥20,000,000, tokens ¥5,000,000; a pool of ¥100,000,000 for each.
 */
export const yizhuang2026: ProgrammeData = {
  slug: 'yizhuang-2026',
  citySlug: 'yizhuang',
  publishedOn: '2026-07-15',
  budgetYuan: '300000000',
  rounds: [
    { number: 1, opensOn: '2026-08-10', closesOn: '2026-09-10', closesAt: '17:00' },
    { number: 2, opensOn: '2026-11-02', closesOn: '2027-02-26', closesAt: '17:00' },
  ],
  rules,
  guide: {
    title: text(
      '亦庄算力券、数据券、词元券（2026）',
      'E-Town vouchers for compute, data and tokens (2026)',
    ),
    summary: text(
      '购买算力、数据、模型和词元服务，按方向抵扣；在即时抵扣平台购买的比例更高。',
      'Part of what you spend on compute, data, models and tokens is deducted; more of it on the platform that deducts at once.',
    ),
    process: processOfDeduction,
    questions: [
      faq(
        '三个方向可以都申请吗？',
        'May I apply in all three directions?',
        '可以，各方向资金单列，上限分别计算。',
        'Yes. Each direction has its own money and its own cap.',
      ),
      faq(
        '信用核查在什么时候？',
        'When is my credit checked?',
        '购买时。核查未通过的，不予抵扣。',
        'At the purchase. Nothing is deducted for those who do not pass.',
      ),
      faq(
        '在即时抵扣平台购买，还要申报吗？',
        'Do I have to apply if I buy on the instant platform?',
        '购买时直接抵扣，按平台的比例计算，但不超过本方向上限。',
        'It is deducted as you buy, at the platform’s rate, within the cap of the direction.',
      ),
    ],
    ...notesOf(
      text(
        '北京经济技术开发区算力券、数据券、词元券政策（2026）',
        'Policy of Beijing E-Town on vouchers for compute, data and tokens (2026)',
      ),
      text('北京经济技术开发区管理委员会', 'Beijing Economic-Technological Development Area'),
      '010',
      '67800000',
    ),
  },
  form: applicationForm(rules),
  examples: [
    // 10,000,000 × 30 % = 3,000,000.
    gives(
      '算力，一般情形',
      'Compute',
      { ...credit, direction: 'compute', contractAmount: '10000000.00' },
      '3000000.00',
    ),
    // 80,000,000 × 30 % = 24,000,000, above the cap of 20,000,000.
    gives(
      '算力达到上限',
      'Compute, at the cap',
      { ...credit, direction: 'compute', contractAmount: '80000000.00' },
      '20000000.00',
    ),
    // 2,000,000 × 50 % = 1,000,000.
    gives(
      '词元，一般情形',
      'Tokens',
      { ...credit, direction: 'token', contractAmount: '2000000.00' },
      '1000000.00',
    ),
    // 2,000,000 × 65 % = 1,300,000: the higher of two rates, not their sum.
    gives(
      '词元，即时抵扣平台',
      'Tokens on the instant platform',
      { ...instant, direction: 'token', contractAmount: '2000000.00' },
      '1300000.00',
    ),
    // 10,000,000 × 50 % = 5,000,000, exactly the cap; one fen less gives 4,999,999.995.
    gives(
      '词元刚好达到上限',
      'Tokens, just at the cap',
      { ...credit, direction: 'token', contractAmount: '10000000.00' },
      '5000000.00',
    ),
    gives(
      '词元比上限少一分',
      'Tokens, one fen below the cap',
      { ...credit, direction: 'token', contractAmount: '9999999.99' },
      '4999999.99',
    ),
    refuses(
      '信用核查未通过',
      'The credit check failed',
      {
        flags: { credit: false, instant: false },
        direction: 'compute',
        contractAmount: '10000000.00',
      },
      'condition_unmet',
    ),
    // The whole pool has money left, but the sub-pool for data has none.
    refuses(
      '数据方向资金已用完',
      'The money for data is gone',
      {
        ...credit,
        direction: 'data',
        contractAmount: '1000000.00',
        subPoolAmounts: { compute: '50000000.00', data: '299999.99', token: '100000000.00' },
      },
      'pool_exhausted',
    ),
    // 10,000,000 × 30 % = 3,000,000.
    gives(
      '数据，一般情形',
      'Data',
      { ...credit, direction: 'data', contractAmount: '10000000.00' },
      '3000000.00',
    ),
    // 66,666,666.67 × 30 % = 20,000,000.001, cut off to the cap; 70,000,000 would give 21,000,000.
    gives(
      '数据刚好达到上限',
      'Data, just at the cap',
      { ...credit, direction: 'data', contractAmount: '66666666.67' },
      '20000000.00',
    ),
    gives(
      '数据超过上限',
      'Data, above the cap',
      { ...credit, direction: 'data', contractAmount: '70000000.00' },
      '20000000.00',
    ),
    // 10,000,000 × 65 % = 6,500,000: the platform's rate is limited by the direction's cap.
    gives(
      '词元，即时抵扣平台，达到上限',
      'Tokens on the instant platform, at the cap',
      { ...instant, direction: 'token', contractAmount: '10000000.00' },
      '5000000.00',
    ),
    // 10,000,000 × 65 % = 6,500,000, within the cap for compute.
    gives(
      '算力，即时抵扣平台',
      'Compute on the instant platform',
      { ...instant, direction: 'compute', contractAmount: '10000000.00' },
      '6500000.00',
    ),
    refuses(
      '算力方向资金已用完',
      'The money for compute is gone',
      {
        ...credit,
        direction: 'compute',
        contractAmount: '1000000.00',
        subPoolAmounts: { compute: '0.00', data: '100000000.00', token: '100000000.00' },
      },
      'pool_exhausted',
    ),
    refuses(
      '词元方向资金已用完',
      'The money for tokens is gone',
      {
        ...credit,
        direction: 'token',
        contractAmount: '1000000.00',
        subPoolAmounts: { compute: '100000000.00', data: '100000000.00', token: '0.00' },
      },
      'pool_exhausted',
    ),
    refuses(
      '未选方向',
      'No direction chosen',
      { ...credit, contractAmount: '1000000.00' },
      'fact_missing',
      'rate_none',
    ),
  ],
};
