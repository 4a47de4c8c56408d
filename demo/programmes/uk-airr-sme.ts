import type { Rules } from '@/features/rules/domain/rules';
import { applicationForm } from '@/features/rules/application-form';
import { notSeen, toTheFen, voucherTerms } from './common-two';
import type { ProgrammeData } from './types';

const rules: Rules = {
  mode: 'deduct',
  kind: 'compute',
  unit: 'gpuHour',
  applicants: { clause: '2', types: ['enterprise', 'institute', 'university'] },
  questions: [
    {
      id: 'subsidy_history',
      text: {
        'zh-CN': '是否已填报既往补贴情况（补贴管控）？',
        en: 'Have you stated your subsidy history (subsidy control)?',
      },
    },
  ],
  requirements: [{ clause: '2', flags: ['subsidy_history'] }],
  claim: { clause: '1', basis: 'quota', voucher: true },
  base: { clause: '1', of: 'quota' },
  rates: [{ clause: '1', percent: '100' }],
  rateKind: 'fixed',
  rounding: toTheFen,
  capPerContract: { clause: '1', yuan: '20000' },
  caps: [
    {
      clause: '1.2',
      per: 'contract',
      yuan: '10000',
      applicantTypes: ['enterprise'],
      sizes: ['large'],
    },
    { clause: '1.2', per: 'contract', yuan: '10000', applicantTypes: ['institute', 'university'] },
  ],
  pool: { clause: '3', exhaustion: 'queue' },
  intake: { clause: '3', kind: 'rolling' },
  vendors: { clause: '3', scope: 'listed' },
  voucher: { ...voucherTerms('1'), validMonths: 3 },
  service: {
    clause: '3',
    reviewWorkingDays: 15,
    correctionWorkingDays: 5,
    noticeWorkingDays: 1,
  },
  evidence: { clause: '3', application: ['plan'], redemption: ['usage'] },
  settlement: { clause: '3', cycle: 'quarterly' },
  source: {
    title: {
      'zh-CN': '英国人工智能研究资源（AIRR）快速通道与入门通道指南',
      en: 'Guidance on the Rapid Access and Gateway routes of the UK AI Research Resource',
    },
    url: 'https://www.gov.uk/government/publications/ai-research-resource/airr-rapid-access-route-ukri-guidance',
    grade: 'o',
    effectiveFrom: '2025-07-17',
  },
  assumed: [
    {
      'zh-CN':
        '中小微企业走快速通道，其他单位走入门通道，均在三个月内用完；更大的通道（六个月及以上）不在本数据内。',
      en: 'Micro, small and medium firms use the Rapid Access route, others the Gateway; both for three months. The larger routes, of six months and more, are not part of these data.',
    },
    {
      'zh-CN': '小时数未满时排队等候；小时数保留两位小数，其余舍去。',
      en: 'Where too few hours are left requests wait; what is less than a hundredth of an hour is cut off.',
    },
    notSeen(
      '条款号，审核、补正、公示和结算的期限，小时总量',
      'article numbers; the terms of review, correction, public notice and settlement; the pool of hours',
    ),
  ],
};

const flags = { subsidy_history: true };

/**
 * UK AIRR (row B): compute in kind, free of charge; up to 20,000 GPU-hours for small and medium firms and 10,000 for others,
 * within three months; the subsidies received before must be stated.
 */
export const ukAirrSme: ProgrammeData = {
  slug: 'uk-airr-sme',
  citySlug: 'ukairr',
  publishedOn: '2025-07-17',
  budgetYuan: '1000000',
  rounds: [{ number: 1, opensOn: '2025-07-17', closesOn: '2027-06-30', closesAt: '16:00' }],
  rules,
  guide: {
    title: { 'zh-CN': '英国 AIRR 算力（2025）', en: 'UK AI Research Resource (2025)' },
    summary: {
      'zh-CN': '免费提供 GPU 小时，用于人工智能产品的早期开发和测试。',
      en: 'GPU-hours free of charge for early development and testing of AI products.',
    },
    basis: {
      'zh-CN': 'UKRI 发布的 AIRR 通道指南（2025 年）。本页为演示，以官方文本为准。',
      en: 'UKRI guidance on the routes of AIRR (2025). A demonstration: the official text decides.',
    },
    process: [
      {
        'zh-CN': '在线申请，说明项目和所需小时数，填报既往补贴情况。',
        en: 'Apply online: the project, the hours you need, your subsidy history.',
      },
      { 'zh-CN': '审核。', en: 'Review.' },
      {
        'zh-CN': '核准后在期限内使用，不涉及付款。',
        en: 'After approval use the hours in time; no money changes hands.',
      },
    ],
    questions: [
      {
        question: { 'zh-CN': '要付费吗？', en: 'Do I pay anything?' },
        answer: {
          'zh-CN': '不用，小时数全部以实物提供。',
          en: 'No. The hours are given in kind.',
        },
      },
      {
        question: {
          'zh-CN': '为什么要填既往补贴？',
          en: 'Why state earlier subsidies?',
        },
        answer: {
          'zh-CN': '免费算力属于补贴，须符合补贴管控规定。',
          en: 'Free compute is a subsidy and has to keep to subsidy control.',
        },
      },
    ],
    contact: { 'zh-CN': 'AIRR 服务台（演示）', en: 'AIRR help desk (demonstration)' },
    supervision: { 'zh-CN': 'AIRR 投诉（演示）', en: 'AIRR complaints (demonstration)' },
  },
  form: applicationForm(rules),
  examples: [
    {
      // In kind, 100 %: 15,000 of 15,000 GPU-hours.
      title: { 'zh-CN': '小型企业，一般情形', en: 'A small firm, an ordinary request' },
      facts: { requestedAmount: '15000.00', size: 'small', flags },
      expected: { amount: '15000.00' },
    },
    {
      // 20,000.01 hours, one hundredth above the cap of small and medium firms.
      title: { 'zh-CN': '中型企业，达到上限', en: 'A medium-sized firm at the cap' },
      facts: { requestedAmount: '20000.01', size: 'medium', flags },
      expected: { amount: '20000.00' },
    },
    {
      // 15,000 hours, above the cap of all others.
      title: { 'zh-CN': '大型企业，达到上限', en: 'A large firm at the cap' },
      facts: { requestedAmount: '15000.00', size: 'large', flags },
      expected: { amount: '10000.00' },
    },
    {
      // 12,000 hours, above the cap of all others.
      title: { 'zh-CN': '高校，达到上限', en: 'A university at the cap' },
      facts: { requestedAmount: '12000.00', applicantType: 'university', flags },
      expected: { amount: '10000.00' },
    },
    {
      title: { 'zh-CN': '未填既往补贴', en: 'No subsidy history' },
      facts: { requestedAmount: '5000.00', size: 'small', flags: { subsidy_history: false } },
      expected: { refusals: ['condition_unmet'] },
    },
  ],
};
