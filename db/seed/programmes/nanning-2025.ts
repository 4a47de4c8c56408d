import type { ProgrammeData } from './types';
import { applicationForm } from './form';

/**
 * Nanning 2025 (row 16): 30 % of the settled cost, at most ¥2,000,000, no voucher to spend: pay
 * first and be paid back; the part of the contract inside the period counts by days, cut off to
 * whole yuan, as in the bureau's own example.
 */
export const nanning2025: ProgrammeData = {
  slug: 'nanning-compute-2025',
  citySlug: 'nanning',
  budgetYuan: '50000000',
  rounds: [{ number: 1, opensOn: '2026-01-04', closesOn: '2027-01-23', closesAt: '17:30' }],
  rules: {
    mode: 'deferred',
    kind: 'compute',
    applicants: { clause: '第三条', types: ['enterprise', 'institute', 'university'] },
    base: {
      clause: '第五条',
      of: 'settled',
      proration: {
        clause: '第五条',
        from: '2025-03-01',
        to: '2025-12-31',
        dayCount: 'exclusive',
        rounding: { unitFen: 100, mode: 'truncate' },
      },
    },
    rates: [{ clause: '第五条', percent: '30' }],
    rounding: { unitFen: 100, mode: 'truncate' },
    capPerYear: { clause: '第五条', yuan: '2000000' },
    exhaustion: 'reject',
    vendors: { clause: '第四条', scope: 'listed' },
    affiliates: { clause: '第四条', allowed: false },
    voucher: {
      clause: '第六条',
      validMonths: 12,
      transferable: false,
      partialUse: true,
      percentOfOrder: '100',
      holdDays: 90,
    },
    service: {
      clause: '第七条',
      reviewWorkingDays: 20,
      correctionWorkingDays: 5,
      noticeWorkingDays: 5,
    },
    settlement: { clause: '第八条', cycle: 'yearly' },
    source: {
      title: '南宁市算力券申领通知（2025）',
      url: 'https://jfxmm.com.shayuweb.com/news/729625.html',
      grade: 'n',
      effectiveFrom: '2025-03-01',
    },
    assumed: [
      {
        'zh-CN': '公示和补正期限、截止日为演示设定。',
        en: 'The terms of public notice and correction and the closing date are set for the demonstration.',
      },
    ],
  },
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
    questions: [],
    contact: {
      'zh-CN': '南宁市大数据发展局　0771-5500000（演示）',
      en: 'Nanning Big Data Bureau, 0771-5500000 (demonstration)',
    },
    supervision: {
      'zh-CN': '监督投诉：0771-12345（演示）',
      en: 'Complaints: 0771-12345 (demonstration)',
    },
  },
  form: applicationForm(true),
};
