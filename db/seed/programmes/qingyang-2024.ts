import type { ProgrammeData } from './types';
import { applicationForm } from './form';

/**
 * Qingyang 2024 (row 14 of the programme table): 30 % of the contract, at most ¥2,000,000, nothing
 * under ¥5,000, deducted at the vendor, valid twelve months, settled quarterly, not transferable.
 */
export const qingyang2024: ProgrammeData = {
  slug: 'qingyang-compute-2024',
  citySlug: 'qingyang',
  budgetYuan: '100000000',
  rounds: [{ number: 1, opensOn: '2026-01-05', closesOn: '2027-06-30', closesAt: '17:30' }],
  rules: {
    mode: 'deduct',
    kind: 'compute',
    applicants: { clause: '第三条', types: ['enterprise', 'institute', 'university'] },
    base: { clause: '第五条', of: 'contract' },
    rates: [{ clause: '第五条', percent: '30' }],
    rounding: { unitFen: 1, mode: 'truncate' },
    minimumAward: { clause: '第五条', yuan: '5000' },
    capPerContract: { clause: '第五条', yuan: '2000000' },
    capPerYear: { clause: '第五条', yuan: '2000000' },
    exhaustion: 'reject',
    vendors: { clause: '第四条', scope: 'listed' },
    affiliates: { clause: '第四条', allowed: false },
    stacking: { clause: '第九条', otherSupportAllowed: false },
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
      correctionWorkingDays: 10,
      noticeWorkingDays: 5,
    },
    settlement: { clause: '第八条', cycle: 'quarterly' },
    source: {
      title: '庆阳市算力券管理办法（2024）',
      url: 'https://gansu.gansudaily.com.cn/system/2024/03/19/030971885.shtml',
      grade: 'n',
      effectiveFrom: '2024-03-19',
    },
    assumed: [
      {
        'zh-CN':
          '最低金额按券面额计；年度上限与单笔上限相同；公示 5 个工作日；锁定 90 天。原文未见，为演示设定。',
        en: 'The minimum is read as one on the voucher; the yearly cap equals the cap per contract; public notice of 5 working days; holds of 90 days. The text seen is silent; set for the demonstration.',
      },
      {
        'zh-CN': '条款号、关联关系和重复支持限制为演示设定。',
        en: 'Clause numbers, the affiliate rule and the rule against double support are set for the demonstration.',
      },
    ],
  },
  guide: {
    title: { 'zh-CN': '庆阳市算力券（2024）', en: 'Qingyang computing voucher (2024)' },
    summary: {
      'zh-CN': '支持企业、科研院所和高校在庆阳数据中心集群购买算力，抵扣合同金额的一部分。',
      en: 'Helps firms, institutes and universities buy compute in the Qingyang data-centre cluster: part of the contract is deducted at the vendor.',
    },
    basis: {
      'zh-CN': '庆阳市“东数西算”算力券政策（2024 年）。本页为演示，以官方文本为准。',
      en: 'Qingyang policy on computing vouchers under East Data West Computing (2024). A demonstration: the official text decides.',
    },
    process: [
      {
        'zh-CN': '在线填写申请，上传合同，由单位负责人声明并提交。',
        en: 'Fill in the application, attach the contract; an owner declares and submits.',
      },
      {
        'zh-CN': '受理；如需补正，一次性告知全部问题。',
        en: 'Acceptance; if anything is missing you are told once, completely.',
      },
      {
        'zh-CN': '初审、复审由不同人员办理。',
        en: 'First review and final review, by different people.',
      },
      { 'zh-CN': '公示；无异议的核准。', en: 'Public notice; approval if nobody objects.' },
      {
        'zh-CN': '发放算力券，在入库服务商处下单抵扣。',
        en: 'The voucher is issued; order at an accredited vendor and pay the rest.',
      },
      {
        'zh-CN': '核销经用券单位确认、市级核验后，按季度与服务商结算。',
        en: 'Redemptions, confirmed by you and verified by the city, are settled with the vendor every quarter.',
      },
    ],
    questions: [
      {
        question: { 'zh-CN': '算力券可以转让吗？', en: 'May I pass the voucher on?' },
        answer: {
          'zh-CN': '不可以。不得转让、赠送、买卖或出借。',
          en: 'No. It may not be passed on, given away, sold or lent.',
        },
      },
      {
        question: { 'zh-CN': '可以分几次用吗？', en: 'May I spend it in parts?' },
        answer: { 'zh-CN': '可以，有效期内余额可多次使用。', en: 'Yes, until it expires.' },
      },
    ],
    contact: {
      'zh-CN': '庆阳市数据局　0934-8880000（演示）',
      en: 'Qingyang Data Bureau, 0934-8880000 (demonstration)',
    },
    supervision: {
      'zh-CN': '监督投诉：0934-12345（演示）',
      en: 'Complaints: 0934-12345 (demonstration)',
    },
  },
  form: applicationForm(false),
};
