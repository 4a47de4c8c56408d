import type { Rules } from '@/features/rules/domain/rules';
import type { ProgrammeExample } from '@/features/rules/examples';
import type { Guide } from '@/features/rules/schema';
import { ceiling, notSeen, paidFirst, toTheFen, voucherTerms } from './common-two';

/** The rules that both editions of Qingdao share (row 24). The `assumed` notes of each say what it takes from the other. */
export const qingdaoRules = {
  mode: 'deferred',
  kind: 'compute',
  applicants: { clause: '1', types: ['enterprise'] },
  questions: [
    {
      id: 'dishonest',
      text: {
        'zh-CN': '是否被列入失信惩戒名单？',
        en: 'Are you on a list of dishonest firms?',
      },
    },
    {
      id: 'funded_before',
      text: {
        'zh-CN': '同一笔算力费用是否已获其他财政专项资金？',
        en: 'Have other public funds been given for the same compute costs?',
      },
    },
    {
      id: 'green_breach',
      text: {
        'zh-CN': '是否有违反财政涉企资金“绿色门槛”制度的情形？',
        en: 'Are you in breach of the “green threshold” for public funds to firms?',
      },
    },
  ],
  requirements: [
    { clause: '1.1', regions: ['3702'] },
    { clause: '3', notFlags: ['dishonest', 'funded_before', 'green_breach'] },
  ],
  claim: { clause: '2', basis: 'settled_use', voucher: false },
  base: { clause: '1.4', of: 'paid' },
  rates: [{ clause: '1.4', percent: '20' }],
  rateKind: 'ceiling',
  rounding: toTheFen,
  threshold: { clause: '1.4', yuan: '100000', perYear: false },
  capPerYear: { clause: '1.4', yuan: '1000000' },
  pool: { clause: '4', exhaustion: 'reject' },
  intake: { clause: '3', kind: 'batch' },
  vendors: { clause: '1', scope: 'any' },
  voucher: voucherTerms('4'),
  service: {
    clause: '3',
    reviewWorkingDays: 40,
    correctionWorkingDays: 5,
    noticeWorkingDays: 5,
    stages: [
      {
        title: { 'zh-CN': '区（市）初审', en: 'First review by the district' },
        workingDays: 15,
      },
      {
        title: { 'zh-CN': '市级专家评审', en: 'Review by experts of the city' },
        workingDays: 25,
      },
    ],
  },
  evidence: {
    clause: '2',
    application: ['licence', 'contract', 'invoice', 'payment', 'pledge'],
    redemption: [],
  },
  settlement: { clause: '4', cycle: 'yearly' },
} satisfies Omit<Rules, 'source' | 'assumed'>;

/** What neither edition contains. */
export const qingdaoNotSeen = notSeen(
  '各阶段办理、补正、公示的期限；“绿色门槛”由申报单位声明、区（市）核实',
  'the terms of each stage of review, of correction and of public notice; firms declare the “green threshold” themselves and districts check it',
);

export const qingdaoProcess: Guide['process'] = [
  {
    'zh-CN': '付清年度算力费用后，按年度申报指南在线申报，并签署真实性承诺书。',
    en: 'After paying the year’s compute apply online as the yearly guide says, with a signed pledge of truth.',
  },
  {
    'zh-CN': '注册地区（市）初审：材料真实完整、项目查重、失信惩戒和“绿色门槛”。',
    en: 'The district where you are registered reviews first: truth and completeness, double funding, dishonest conduct, the “green threshold”.',
  },
  {
    'zh-CN': '市级组织专家评审。',
    en: 'Experts review for the city.',
  },
  {
    'zh-CN': '公示无异议的，拨付奖补资金。',
    en: 'After public notice without objection the money is paid.',
  },
];

export const qingdaoQuestions: Guide['questions'] = [
  {
    question: {
      'zh-CN': '向市里申报还是向区（市）申报？',
      en: 'Do I apply to the city or to the district?',
    },
    answer: {
      'zh-CN': '在线提交后由注册地区（市）初审，不用重复报市里。',
      en: 'Submit online; your district reviews first. You need not apply to the city as well.',
    },
  },
  {
    question: { 'zh-CN': '查重查什么？', en: 'What is checked for double funding?' },
    answer: {
      'zh-CN': '同一笔费用已获其他财政专项资金的，不再支持。',
      en: 'Costs for which other public funds have been given are not supported again.',
    },
  },
  paidFirst,
  ceiling,
];

const clear = { dishonest: false, funded_before: false, green_breach: false };
const region = '370202';

export const qingdaoExamples: readonly ProgrammeExample[] = [
  {
    // 1,234,567.89 × 20 % = 246,913.578, cut off to 246,913.57.
    title: { 'zh-CN': '一般情形', en: 'An ordinary year' },
    facts: { paidAmount: '1234567.89', region, flags: clear },
    expected: { amount: '246913.57' },
  },
  {
    // 6,000,000 × 20 % = 1,200,000, above the cap of 1,000,000.
    title: { 'zh-CN': '达到上限', en: 'At the cap' },
    facts: { paidAmount: '6000000.00', region, flags: clear },
    expected: { amount: '1000000.00' },
  },
  {
    // Exactly 100,000: 20 % = 20,000.
    title: { 'zh-CN': '刚好达到起点', en: 'Just at the threshold' },
    facts: { paidAmount: '100000.00', region, flags: clear },
    expected: { amount: '20000.00' },
  },
  {
    title: { 'zh-CN': '比起点少一分', en: 'One fen below it' },
    facts: { paidAmount: '99999.99', region, flags: clear },
    expected: { refusals: ['below_threshold'] },
  },
  {
    title: { 'zh-CN': '同一费用已获财政资金', en: 'The costs were funded before' },
    facts: { paidAmount: '1000000.00', region, flags: { ...clear, funded_before: true } },
    expected: { refusals: ['condition_unmet'] },
  },
  {
    title: { 'zh-CN': '列入失信名单', en: 'On a list of dishonest firms' },
    facts: { paidAmount: '1000000.00', region, flags: { ...clear, dishonest: true } },
    expected: { refusals: ['condition_unmet'] },
  },
  {
    title: { 'zh-CN': '不在青岛注册', en: 'Registered elsewhere' },
    facts: { paidAmount: '1000000.00', region: '370102', flags: clear },
    expected: { refusals: ['region_outside'] },
  },
];
