import type { Rules } from '@/features/rules/domain/rules';
import { applicationForm } from '@/features/rules/application-form';
import type { ProgrammeData } from './types';

const rules: Rules = {
  mode: 'deferred',
  kind: 'compute',
  applicants: { clause: '3', types: ['enterprise', 'institute', 'university'] },
  base: {
    clause: '5',
    of: 'settled',
    proration: {
      clause: '5',
      from: '2025-03-01',
      to: '2025-12-31',
      dayCount: 'exclusive',
      rounding: { unitFen: 100, mode: 'truncate' },
    },
  },
  claim: { clause: '7', basis: 'settled_use', voucher: false },
  rates: [{ clause: '5', percent: '30' }],
  rounding: { unitFen: 100, mode: 'truncate' },
  capPerYear: { clause: '5', yuan: '2000000' },
  pool: { clause: '2', exhaustion: 'reject' },
  vendors: { clause: '4', scope: 'listed' },
  affiliates: { clause: '4', allowed: false },
  voucher: {
    clause: '6',
    validMonths: 12,
    transferable: false,
    partialUse: true,
    percentOfOrder: '100',
    holdDays: 90,
  },
  service: {
    clause: '7',
    reviewWorkingDays: 20,
    correctionWorkingDays: 5,
    noticeWorkingDays: 5,
  },
  evidence: {
    clause: '7',
    application: ['licence', 'contract', 'invoice', 'payment'],
    redemption: [],
  },
  settlement: { clause: '8', cycle: 'quarterly' },
  source: {
    title: {
      'zh-CN': '南宁市算力券申领通知（2025），据报载',
      en: 'Notice of Nanning on claiming computing vouchers (2025), as reported',
    },
    url: 'https://jfxmm.com.shayuweb.com/news/729625.html',
    grade: 'n',
    effectiveFrom: '2025-03-01',
  },
  assumed: [
    {
      'zh-CN':
        '按天折算时首日不计，折算后的金额和补助金额均舍去不足一元的部分，与主管部门的计算示例一致。',
      en: 'In counting days the first is left out; the counted cost and the award are both cut off to whole yuan, as in the bureau’s own example.',
    },
    {
      'zh-CN':
        '原文未见：条款号，办理、补正、公示的期限，额度不足时不予补助。均为演示设定；按季度结算、申报截止日延长亦为演示设定。',
      en: 'Not seen in the source and set for the demonstration: article numbers; the terms of review, correction and public notice; no award where the pool falls short. Settlement every quarter and the later closing date are set for the demonstration too.',
    },
  ],
};

/**
 * Nanning 2025 (row 16): 30 % of the settled cost, at most ¥2,000,000, without a voucher to spend: pay first and get the
 * money back. The part of the contract inside the period counts by days, cut off to whole yuan, as in the bureau's own
 * example.
 */
export const nanning2025: ProgrammeData = {
  slug: 'nanning-compute-2025',
  citySlug: 'nanning',
  publishedOn: '2025-12-30',
  budgetYuan: '50000000',
  rounds: [{ number: 1, opensOn: '2026-01-04', closesOn: '2027-01-23', closesAt: '17:30' }],
  rules,
  guide: {
    title: { 'zh-CN': '南宁市算力券（2025）', en: 'Nanning computing voucher (2025)' },
    summary: {
      'zh-CN': '先使用、先付款，按已结算的算力费用直接补助。',
      en: 'Use and pay first; part of the settled cost is paid back to you.',
    },
    basis: {
      'zh-CN': '南宁市算力券政策（2025 年）。本页为演示，以官方文本为准。',
      en: 'Nanning policy on computing vouchers (2025). A demonstration: the official text decides.',
    },
    process: [
      {
        'zh-CN': '在入库服务商处使用算力并付清费用。',
        en: 'Use compute at an accredited vendor and pay for it.',
      },
      {
        'zh-CN': '凭合同、发票和付款凭证在线申请。',
        en: 'Apply with contract, invoices and proof of payment.',
      },
      {
        'zh-CN': '审核、公示后直接拨付。',
        en: 'After review and public notice the money is paid to you.',
      },
    ],
    questions: [
      {
        question: {
          'zh-CN': '合同跨年，怎么算？',
          en: 'My contract runs beyond the period. What counts?',
        },
        answer: {
          'zh-CN': '按合同期内落在政策期内的天数折算已结算费用。',
          en: 'The settled cost, in the proportion of the contract’s days that fall into the period.',
        },
      },
      {
        question: {
          'zh-CN': '存储和网络费用算吗？',
          en: 'Do storage and network count?',
        },
        answer: {
          'zh-CN': '不算。存储、网络和安全服务费用须从合同金额和已结算金额中扣除。',
          en: 'No. Leave the cost of storage, network and security out of both the contract and the settled amount.',
        },
      },
    ],
    contact: {
      'zh-CN': '南宁市大数据发展局　0771-5500000（演示）',
      en: 'Nanning Big Data Bureau, 0771-5500000 (demonstration)',
    },
    supervision: {
      'zh-CN': '监督投诉：0771-12345（演示）',
      en: 'Complaints: 0771-12345 (demonstration)',
    },
  },
  form: applicationForm(rules),
  examples: [
    {
      // The bureau's own: 200,000 × 305 ÷ 729 = 83,676.26, cut off to 83,676; × 30 % = 25,102.8 → 25,102.
      title: { 'zh-CN': '主管部门的计算示例', en: 'The bureau’s own example' },
      facts: { settledAmount: '200000.00', startsOn: '2025-01-01', endsOn: '2026-12-31' },
      expected: { amount: '25102.00' },
    },
    {
      // Wholly inside the period: 100,000 × 30 % = 30,000.
      title: { 'zh-CN': '合同全在政策期内', en: 'A contract wholly inside the period' },
      facts: { settledAmount: '100000.00', startsOn: '2025-03-01', endsOn: '2025-12-31' },
      expected: { amount: '30000.00' },
    },
    {
      // 8,000,000 × 30 % = 2,400,000, above the cap of 2,000,000.
      title: { 'zh-CN': '达到上限', en: 'At the cap' },
      facts: { settledAmount: '8000000.00', startsOn: '2025-03-01', endsOn: '2025-12-31' },
      expected: { amount: '2000000.00' },
    },
    {
      title: { 'zh-CN': '合同期在政策期之前', en: 'A contract that ended before the period' },
      facts: { settledAmount: '100000.00', startsOn: '2024-03-01', endsOn: '2025-02-28' },
      expected: { refusals: ['outside_period'] },
    },
  ],
};
