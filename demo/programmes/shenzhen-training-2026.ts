import type { Rules } from '@/features/rules/domain/rules';
import { applicationForm } from '@/features/rules/application-form';
import type { ProgrammeData } from './types';

const rules: Rules = {
  mode: 'deferred',
  kind: 'training',
  applicants: { clause: '4', types: ['enterprise', 'institute', 'university'] },
  purposes: { clause: '4', allowed: ['training', 'tuning'] },
  base: { clause: '6', of: 'contract' },
  rates: [
    { clause: '6', percent: '50' },
    { clause: '6', percent: '60', firmYoungerThanMonths: 12 },
  ],
  rounding: { unitFen: 1, mode: 'truncate' },
  threshold: { clause: '5', yuan: '500000', perYear: true },
  capPerYear: { clause: '6', yuan: '10000000' },
  pool: { clause: '2', exhaustion: 'reject' },
  stacking: { clause: '7', otherSupportAllowed: true, totalPercent: '50' },
  vendors: { clause: '3', scope: 'listed' },
  voucher: {
    clause: '8',
    validMonths: 12,
    transferable: false,
    partialUse: true,
    percentOfOrder: '100',
    holdDays: 90,
  },
  service: {
    clause: '9',
    reviewWorkingDays: 30,
    correctionWorkingDays: 10,
    noticeWorkingDays: 5,
  },
  evidence: {
    clause: '9',
    application: ['licence', 'contract'],
    redemption: ['invoice', 'payment'],
  },
  settlement: { clause: '10', cycle: 'monthly' },
  source: {
    title: {
      'zh-CN': '深圳市训力券项目申报指南（深圳市科技创新局，post_12764271）',
      en: 'Guide to applying for Shenzhen training vouchers (Shenzhen Science and Technology Innovation Bureau, post_12764271)',
    },
    url: 'https://stic.sz.gov.cn/',
    grade: 'r',
    effectiveFrom: '2026-05-06',
  },
  assumed: [
    {
      'zh-CN':
        '初创企业的较高比例与“财政支持合计不超过合同一定比例”的关系原文未明：合计上限只在另有财政支持时适用。',
      en: 'The text leaves open how the higher rate for start-ups agrees with the ceiling on all public support: the ceiling is applied only where there is other support.',
    },
    {
      'zh-CN':
        '年租用金额按合同金额除以合同年数计（首日不计），不足一年的按合同金额计；模型微调按训练计；不足一分的部分舍去。',
      en: 'The rent a year is the contract divided by its years (the first day not counted), and the whole contract where it runs for less than one; fine-tuning counts as training; fractions of a fen are cut off.',
    },
    {
      'zh-CN':
        '原文未见：条款号，办理、补正、公示的期限，券的有效期，额度不足时不予发放。均为演示设定；按月结算、申报截止日延长亦为演示设定。',
      en: 'Not seen in the source and set for the demonstration: article numbers; the terms of review, correction, public notice and validity; no award where the pool falls short. Settlement every month and the later closing date are set for the demonstration too.',
    },
  ],
};

/**
 * Shenzhen training voucher (row 8): up to 50 % of the contract, start-ups younger than one year
 * up to 60 %, at most ¥10,000,000 a year, for rents of at least ¥500,000 a year; the money goes to
 * the demand side after payment.
 */
export const shenzhenTraining2026: ProgrammeData = {
  slug: 'shenzhen-training-2026',
  citySlug: 'shenzhen',
  publishedOn: '2026-05-06',
  budgetYuan: '500000000',
  rounds: [{ number: 1, opensOn: '2026-05-06', closesOn: '2027-06-05', closesAt: '17:00' }],
  rules,
  guide: {
    title: { 'zh-CN': '深圳市训力券（2026）', en: 'Shenzhen training voucher (2026)' },
    summary: {
      'zh-CN': '支持企业、高校和科研机构租用算力训练模型，资助直接拨付至用算力的单位。',
      en: 'Helps firms, universities and institutes rent compute for training; the money goes to whoever uses it.',
    },
    basis: {
      'zh-CN': '深圳市打造人工智能先锋城市若干措施。本页为演示，以官方文本为准。',
      en: 'Measures of Shenzhen to become a pioneer city of AI. A demonstration: the official text decides.',
    },
    process: [
      {
        'zh-CN': '与入库服务商签订合同后在线申请。',
        en: 'Sign with an accredited vendor, then apply.',
      },
      { 'zh-CN': '审核、公示。', en: 'Review and public notice.' },
      {
        'zh-CN': '核准后拨付至申请单位。',
        en: 'After approval the money is paid to the applicant.',
      },
    ],
    questions: [
      {
        question: {
          'zh-CN': '钱付给谁？',
          en: 'Who is paid?',
        },
        answer: {
          'zh-CN': '付给租用算力的单位，不付给服务商；服务商不得就同一合同申报。',
          en: 'Whoever rents the compute, not the vendor; the vendor may not claim for the same contract.',
        },
      },
      {
        question: {
          'zh-CN': '成立时间以哪一天为准？',
          en: 'Which day decides how old a firm is?',
        },
        answer: {
          'zh-CN': '以营业执照的成立日期和提交申请的日期计算。',
          en: 'The date of establishment on the business licence, against the day of submission.',
        },
      },
    ],
    contact: {
      'zh-CN': '深圳市科技创新局　0755-88100000（演示）',
      en: 'Shenzhen Science and Technology Innovation Bureau, 0755-88100000 (demonstration)',
    },
    supervision: {
      'zh-CN': '监督投诉：0755-12345（演示）',
      en: 'Complaints: 0755-12345 (demonstration)',
    },
  },
  form: applicationForm(rules),
  examples: [
    {
      // 3,000,000 × 50 % = 1,500,000 for a firm that is three years old.
      title: { 'zh-CN': '一般情形', en: 'An ordinary contract' },
      facts: {
        registeredOn: '2023-05-06',
        contractAmount: '3000000.00',
        startsOn: '2026-05-06',
        endsOn: '2027-05-05',
      },
      expected: { amount: '1500000.00' },
    },
    {
      // 24,000,000 × 50 % = 12,000,000, above the cap of 10,000,000.
      title: { 'zh-CN': '达到上限', en: 'At the cap' },
      facts: {
        registeredOn: '2023-05-06',
        contractAmount: '24000000.00',
        startsOn: '2026-05-06',
        endsOn: '2027-05-05',
      },
      expected: { amount: '10000000.00' },
    },
    {
      // A firm that is eight months old: 3,000,000 × 60 % = 1,800,000.
      title: { 'zh-CN': '成立不满一年的初创企业', en: 'A start-up younger than a year' },
      facts: {
        registeredOn: '2025-09-06',
        contractAmount: '3000000.00',
        startsOn: '2026-05-06',
        endsOn: '2027-05-05',
      },
      expected: { amount: '1800000.00' },
    },
    {
      // A rent of exactly 500,000 a year: 50 % = 250,000.
      title: { 'zh-CN': '年租用金额刚好达标', en: 'Just at the least rent a year' },
      facts: {
        registeredOn: '2023-05-06',
        contractAmount: '500000.00',
        startsOn: '2026-05-06',
        endsOn: '2027-05-05',
      },
      expected: { amount: '250000.00' },
    },
    {
      title: { 'zh-CN': '年租用金额不足', en: 'One fen below it' },
      facts: {
        registeredOn: '2023-05-06',
        contractAmount: '499999.99',
        startsOn: '2026-05-06',
        endsOn: '2027-05-05',
      },
      expected: { refusals: ['below_threshold'] },
    },
  ],
};
