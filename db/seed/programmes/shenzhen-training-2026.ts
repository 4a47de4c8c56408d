import type { ProgrammeData } from './types';
import { applicationForm } from './form';

/**
 * Shenzhen training voucher (row 8): up to 50 % of the contract, start-ups younger than one year
 * up to 60 %, at most ¥10,000,000 a year, for rents of at least ¥500,000 a year; the money goes to
 * the demand side after payment.
 */
export const shenzhenTraining2026: ProgrammeData = {
  slug: 'shenzhen-training-2026',
  citySlug: 'shenzhen',
  budgetYuan: '500000000',
  rounds: [{ number: 1, opensOn: '2026-05-06', closesOn: '2027-06-05', closesAt: '17:00' }],
  rules: {
    mode: 'deferred',
    kind: 'training',
    applicants: { clause: '第四条', types: ['enterprise', 'institute', 'university'] },
    base: { clause: '第六条', of: 'contract' },
    rates: [
      { clause: '第六条', percent: '50' },
      { clause: '第六条', percent: '60', firmYoungerThanMonths: 12 },
    ],
    rounding: { unitFen: 1, mode: 'truncate' },
    threshold: { clause: '第五条', yuan: '500000', perYear: true },
    capPerYear: { clause: '第六条', yuan: '10000000' },
    exhaustion: 'reject',
    vendors: { clause: '第三条', scope: 'listed' },
    voucher: {
      clause: '第八条',
      validMonths: 12,
      transferable: false,
      partialUse: true,
      percentOfOrder: '100',
      holdDays: 90,
    },
    service: {
      clause: '第九条',
      reviewWorkingDays: 30,
      correctionWorkingDays: 10,
      noticeWorkingDays: 5,
    },
    settlement: { clause: '第十条', cycle: 'yearly' },
    source: {
      title: '深圳市训力券项目申报指南',
      url: 'https://stic.sz.gov.cn/ (post_12764271)',
      grade: 'r',
      effectiveFrom: '2026-05-06',
    },
    assumed: [
      {
        'zh-CN': '60% 与“财政支持合计不超过合同 50%”的关系原文未明，按 60% 计；截止日为演示延长。',
        en: 'The text leaves open how 60 % agrees with the ceiling of 50 % on all public support; 60 % is applied. The closing date is extended for the demonstration.',
      },
    ],
  },
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
    questions: [],
    contact: {
      'zh-CN': '深圳市科技创新局　0755-88100000（演示）',
      en: 'Shenzhen Science and Technology Innovation Bureau, 0755-88100000 (demonstration)',
    },
    supervision: {
      'zh-CN': '监督投诉：0755-12345（演示）',
      en: 'Complaints: 0755-12345 (demonstration)',
    },
  },
  form: applicationForm(false),
};
