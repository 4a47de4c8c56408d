import type { Rules } from '@/features/rules/domain/rules';
import { applicationForm } from '@/features/rules/application-form';
import {
  basisOf,
  notPassedOn,
  notSeen,
  officesOf,
  partlyWhenShort,
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
  applicants: { clause: '7', types: ['enterprise', 'institute', 'university', 'maker'] },
  beneficiary: { clause: '7', side: 'demand', payee: 'buyer', exclusive: false },
  claim: { clause: '9', basis: 'contract', voucher: true },
  costs: {
    clause: '8',
    items: ['compute', 'storage', 'adaptation'],
    excluded: [],
    taxIncluded: true,
  },
  base: { clause: '8', of: 'contract' },
  rates: [
    { clause: '8', percent: '50' },
    { clause: '8.2', percent: '60', projects: ['provincial', 'national'] },
  ],
  rateKind: 'fixed',
  pick: 'max',
  rounding: toTheFen,
  fixedAwards: [
    {
      clause: '8.3',
      id: 'settling',
      title: {
        'zh-CN': '新落户单位的落户奖励',
        en: 'Settling award for units new to Langfang',
      },
      yuan: '500000',
      insideCap: true,
    },
  ],
  caps: [{ clause: '8.4', per: 'life', yuan: '1000000' }],
  pool: { clause: '4', exhaustion: 'partial' },
  intake: { clause: '9', kind: 'rolling' },
  vendors: { clause: '6', scope: 'listed', regions: ['1310'] },
  voucher: voucherTerms('10'),
  service: serviceTerms('9'),
  evidence: {
    clause: '9',
    application: ['contract', 'plan', 'pledge'],
    redemption: ['invoice', 'payment', 'usage'],
  },
  settlement: { clause: '11', cycle: 'quarterly' },
  source: {
    title: {
      'zh-CN': '廊坊市人工智能算力券实施细则（试行）（2023 年）',
      en: 'Detailed rules of Langfang on AI computing vouchers (trial, 2023)',
    },
    url: 'https://www3.lf.gov.cn/Item/139657.aspx',
    grade: 'o',
    effectiveFrom: '2023-10-01',
  },
  assumed: [
    {
      'zh-CN': '比例和金额依转述；每个单位的上限按政策期内累计计，落户奖励计入上限。',
      en: 'Rates and amounts follow a paraphrase. The cap of a unit is counted over the programme’s life, and the settling award uses it up.',
    },
    {
      'zh-CN':
        '费用按含税合同金额计，不足一分的部分舍去；电子券供需双方可见，资金付给先行全额付款的需求方。',
      en: 'The contract counts with tax, fractions of a fen are cut off; both sides see the e-voucher, and the money goes to the demand side that has paid in full.',
    },
    notSeen(
      '除资金规模和供给方条件外的条款号，施行日期',
      'article numbers other than those on the pool and on vendors; the first day',
    ),
    termsNotSeen,
    partlyWhenShort,
    roundsSet,
  ],
};

const vendorRegion = '131000';

/**
 * Langfang 2023 (row 19): 50 % of the contract, 60 % for winners of national or provincial projects, only the higher rate;
 * the relocation award (落户奖励) of ¥500,000 counts against the cap of ¥1,000,000 per applicant. Storage and adaptation count;
 * makers that are no legal person may apply; pay in full, then redeem.
 */
export const langfang2023: ProgrammeData = {
  slug: 'langfang-compute-2023',
  citySlug: 'langfang',
  publishedOn: '2023-11-01',
  budgetYuan: '10000000',
  rounds: [{ number: 1, opensOn: '2023-12-01', closesOn: '2027-03-31', closesAt: '17:00' }],
  rules,
  guide: {
    title: { 'zh-CN': '廊坊市算力券（2023）', en: 'Langfang computing voucher (2023)' },
    summary: {
      'zh-CN': '支持单位和创客在本地服务商处购买算力、存储和适配服务，先全额付款，后凭券兑付。',
      en: 'Helps units and makers buy compute, storage and adaptation from local vendors: pay in full, then redeem the voucher.',
    },
    basis: basisOf(
      '廊坊市人工智能算力券实施细则（2023 年）',
      'Detailed rules of Langfang on AI computing vouchers (2023)',
    ),
    process: [
      {
        'zh-CN': '与本地入库服务商签订合同后在线申领。',
        en: 'Sign with an accredited local vendor, then apply.',
      },
      {
        'zh-CN': '审核、公示后发放电子券，供需双方均可查看。',
        en: 'After review and public notice the e-voucher is issued; both sides see it.',
      },
      {
        'zh-CN': '使用算力并全额付款。',
        en: 'Use the compute and pay in full.',
      },
      {
        'zh-CN': '凭发票、付款凭证和用量日志兑付，资金拨付至申领方。',
        en: 'Redeem with invoices, proof of payment and usage logs; the money is paid to you.',
      },
    ],
    questions: [
      {
        question: {
          'zh-CN': '还没注册公司，能申领吗？',
          en: 'We have no company yet. May we apply?',
        },
        answer: {
          'zh-CN': '可以。创客不具备法人资格也可申领，须说明研发项目。',
          en: 'Yes. Makers without a legal person may apply; describe the project you work on.',
        },
      },
      {
        question: {
          'zh-CN': '同时符合两档比例，能叠加吗？',
          en: 'Both rates fit us. Do they add up?',
        },
        answer: {
          'zh-CN': '不能，就高不重复。',
          en: 'No. The higher one counts, once.',
        },
      },
      {
        question: {
          'zh-CN': '落户奖励占用上限吗？',
          en: 'Does the settling award use up the cap?',
        },
        answer: {
          'zh-CN': '占用。落户奖励与算力券合计不超过上限。',
          en: 'Yes. Award and voucher together stay within it.',
        },
      },
      notPassedOn,
    ],
    ...officesOf('langfang'),
  },
  form: applicationForm(rules),
  examples: [
    {
      // 500,000 × 50 % = 250,000.
      title: { 'zh-CN': '一般情形', en: 'An ordinary contract' },
      facts: { contractAmount: '500000.00', project: 'none', vendorRegion },
      expected: { amount: '250000.00' },
    },
    {
      // Both rates apply, and only the higher one counts: 1,500,000 × 60 % = 900,000.
      title: { 'zh-CN': '两档都符合，就高', en: 'Both rates fit, the higher is taken' },
      facts: { contractAmount: '1500000.00', project: 'national', vendorRegion },
      expected: { amount: '900000.00' },
    },
    {
      // 900,000 again, but 500,000 of the cap are used: 1,000,000 − 500,000 = 500,000.
      title: { 'zh-CN': '已领取落户奖励', en: 'The settling award was had before' },
      facts: {
        contractAmount: '1500000.00',
        project: 'national',
        vendorRegion,
        fixedAwards: { settling: 'taken' },
      },
      expected: { amount: '500000.00' },
    },
    {
      // 900,000 × 50 % + 500,000 = 950,000, within the cap of 1,000,000.
      title: { 'zh-CN': '同时申请落户奖励', en: 'With the settling award' },
      facts: {
        contractAmount: '900000.00',
        project: 'none',
        vendorRegion,
        fixedAwards: { settling: 'claimed' },
      },
      expected: { amount: '950000.00' },
    },
    {
      // 2,000,000 × 60 % = 1,200,000, above the cap of 1,000,000.
      title: { 'zh-CN': '达到上限', en: 'At the cap' },
      facts: { contractAmount: '2000000.00', project: 'provincial', vendorRegion },
      expected: { amount: '1000000.00' },
    },
    {
      // A maker: 80,000 × 50 % = 40,000.
      title: { 'zh-CN': '不具备法人资格的创客', en: 'A maker without a legal person' },
      facts: {
        applicantType: 'maker',
        contractAmount: '80000.00',
        project: 'none',
        vendorRegion,
      },
      expected: { amount: '40000.00' },
    },
    {
      title: { 'zh-CN': '服务商不在本地注册', en: 'A vendor from elsewhere' },
      facts: { contractAmount: '500000.00', project: 'none', vendorRegion: '110000' },
      expected: { refusals: ['vendor_region'] },
    },
    {
      title: { 'zh-CN': '累计上限已用完', en: 'The cap is used up' },
      facts: {
        contractAmount: '500000.00',
        project: 'none',
        vendorRegion,
        used: { lifeClaimed: '1000000.00' },
      },
      expected: { refusals: ['cap_used_up'] },
    },
  ],
};
