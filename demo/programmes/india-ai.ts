import type { Rules } from '@/features/rules/domain/rules';
import { applicationForm } from '@/features/rules/application-form';
import { notSeen, rejectedWhenShort, toTheFen, voucherTerms } from './common-two';
import type { ProgrammeData } from './types';

const rules: Rules = {
  mode: 'deduct',
  kind: 'compute',
  unit: 'gpuHour',
  applicants: { clause: '1', types: ['enterprise', 'institute', 'university'] },
  questions: [
    {
      id: 'identified',
      text: {
        'zh-CN': '是否已用 DPIIT、Udyam 或 ORCID 身份完成核验？',
        en: 'Have you been identified through DPIIT, Udyam or ORCID?',
      },
    },
    {
      id: 'chosen',
      text: {
        'zh-CN': '是否为入选的基础模型项目？',
        en: 'Is yours one of the chosen foundation models?',
      },
    },
  ],
  requirements: [{ clause: '1', flags: ['identified'] }],
  claim: { clause: '2', basis: 'quota', voucher: true },
  base: { clause: '2', of: 'quota' },
  rates: [
    { clause: '2', percent: '40' },
    { clause: '2.2', percent: '100', flags: ['chosen'] },
  ],
  rateKind: 'ceiling',
  pick: 'max',
  rounding: toTheFen,
  pool: { clause: '3', exhaustion: 'reject' },
  intake: { clause: '4', kind: 'batch' },
  vendors: { clause: '5', scope: 'listed' },
  voucher: voucherTerms('6'),
  service: {
    clause: '4',
    reviewWorkingDays: 10,
    correctionWorkingDays: 5,
    noticeWorkingDays: 1,
    // The award for a request of 5,000 hours at 40 %. Larger requests go to the committee.
    autoApproveYuan: '2000',
  },
  evidence: { clause: '4', application: ['licence', 'plan'], redemption: ['usage'] },
  settlement: { clause: '6', cycle: 'monthly' },
  source: {
    title: {
      'zh-CN': '印度人工智能计划（IndiaAI）算力平台，据报道',
      en: 'IndiaAI compute portal, as reported',
    },
    url: 'https://batasutra.com/indiaai-compute-next-3-8k-gpus',
    grade: 'r',
    effectiveFrom: '2025-09-07',
  },
  assumed: [
    {
      'zh-CN':
        '补贴按申请的 GPU 小时计：比例是其中由公共资金承担的部分，小时数保留两位小数，其余舍去。',
      en: 'The subsidy is counted in the GPU-hours asked for: the rate is the part of them that public money bears; what is less than a hundredth of an hour is cut off.',
    },
    {
      'zh-CN':
        '自动核准按申请小时数折算为获补小时数；以 GPU 张数计的自动核准条件不另设；入选的基础模型项目超过该数的由委员会审定。',
      en: 'The limit of automatic approval is on the hours asked for and is set here in hours awarded; the alternative limit by number of GPUs is left out; chosen foundation models above it go to the committee.',
    },
    notSeen(
      '条款号，施行日期（以报道日期计），补正、公示、结算和有效期限，小时总量',
      'article numbers; the first day (that of the report); the terms of correction, public notice, settlement and validity; the pool of hours',
    ),
    rejectedWhenShort,
  ],
};

const quota = (requestedAmount: string, chosen = false) => ({
  requestedAmount,
  flags: { identified: true, chosen },
});

/**
 * IndiaAI (row A): GPU-hours, up to 40 % paid by the state and 100 % for selected foundation models; requests of up to 5,000
 * hours are approved without a committee; requests from the 1st to the 25th.
 */
export const indiaAi: ProgrammeData = {
  slug: 'india-ai',
  citySlug: 'indiaai',
  publishedOn: '2025-09-07',
  budgetYuan: '10000000',
  rounds: [
    { number: 1, opensOn: '2026-11-01', closesOn: '2026-11-25', closesAt: '17:00' },
    { number: 2, opensOn: '2026-12-01', closesOn: '2026-12-25', closesAt: '17:00' },
  ],
  rules,
  guide: {
    title: { 'zh-CN': '印度 IndiaAI 算力（2025）', en: 'IndiaAI compute (2025)' },
    summary: {
      'zh-CN': '按 GPU 小时补贴初创企业、中小企业、高校和科研院所使用算力。',
      en: 'Subsidised GPU-hours for start-ups, small firms, universities and institutes.',
    },
    basis: {
      'zh-CN': 'IndiaAI 算力平台规则（2025 年），据报道。本页为演示，以官方文本为准。',
      en: 'Rules of the IndiaAI compute portal (2025), as reported. A demonstration: the official text decides.',
    },
    process: [
      {
        'zh-CN': '用 DPIIT、Udyam 或 ORCID 身份注册。',
        en: 'Register with a DPIIT, Udyam or ORCID identity.',
      },
      {
        'zh-CN': '在当月申请期内提交项目方案和所需小时数。',
        en: 'In the month’s window hand in a proposal and the hours you need.',
      },
      {
        'zh-CN': '小额申请自动核准，其余由委员会审定，次月公布结果。',
        en: 'Small requests are approved automatically, others by the committee; results follow in the next month.',
      },
    ],
    questions: [
      {
        question: {
          'zh-CN': '超过自动核准的小时数怎么办？',
          en: 'What if I need more than is approved automatically?',
        },
        answer: {
          'zh-CN': '可以申请，由委员会审定。',
          en: 'Ask for it; the committee decides.',
        },
      },
    ],
    contact: { 'zh-CN': 'IndiaAI 服务台（演示）', en: 'IndiaAI help desk (demonstration)' },
    supervision: { 'zh-CN': 'IndiaAI 投诉（演示）', en: 'IndiaAI complaints (demonstration)' },
  },
  form: applicationForm(rules),
  examples: [
    {
      // 3,333.33 × 40 % = 1,333.332, cut off to 1,333.33 GPU-hours.
      title: { 'zh-CN': '一般情形', en: 'An ordinary request' },
      facts: quota('3333.33'),
      expected: { amount: '1333.33' },
    },
    {
      // 5,000 × 40 % = 2,000: the most that is approved without the committee.
      title: { 'zh-CN': '刚好自动核准', en: 'Just approved automatically' },
      facts: quota('5000.00'),
      expected: { amount: '2000.00' },
    },
    {
      // 200,000 × 100 %: the higher rate alone.
      title: { 'zh-CN': '入选的基础模型', en: 'A chosen foundation model' },
      facts: quota('200000.00', true),
      expected: { amount: '200000.00' },
    },
    {
      title: { 'zh-CN': '身份未核验', en: 'Not identified' },
      facts: { requestedAmount: '3000.00', flags: { identified: false, chosen: false } },
      expected: { refusals: ['condition_unmet'] },
    },
    {
      // 4,000 of 10,000 hours, but 3,999.99 are left.
      title: { 'zh-CN': '小时总量不足', en: 'Too few hours are left' },
      facts: { ...quota('10000.00'), poolAmount: '3999.99' },
      expected: { refusals: ['pool_exhausted'] },
    },
  ],
};
