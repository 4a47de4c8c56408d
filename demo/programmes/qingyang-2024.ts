import type { Rules } from '@/features/rules/domain/rules';
import { qingyangForm } from './own-questions';
import type { ProgrammeData } from './types';

const rules: Rules = {
  mode: 'deduct',
  kind: 'compute',
  applicants: { clause: '3', types: ['enterprise', 'institute', 'university'] },
  base: { clause: '5', of: 'contract' },
  rates: [{ clause: '5', percent: '30' }],
  rounding: { unitFen: 1, mode: 'truncate' },
  minimumAward: { clause: '5', yuan: '5000', of: 'voucher' },
  capPerContract: { clause: '5', yuan: '2000000' },
  capPerYear: { clause: '5', yuan: '2000000' },
  pool: { clause: '2', exhaustion: 'reject' },
  vendors: { clause: '4', scope: 'listed' },
  affiliates: { clause: '4', allowed: false },
  stacking: { clause: '9', otherSupportAllowed: false },
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
    correctionWorkingDays: 10,
    noticeWorkingDays: 5,
  },
  evidence: { clause: '7', application: ['licence', 'contract'], redemption: ['invoice'] },
  settlement: { clause: '8', cycle: 'batch' },
  source: {
    title: {
      'zh-CN': '庆阳市算力券政策（2024 年）',
      en: 'Policy of Qingyang on computing vouchers (2024)',
    },
    url: 'https://gansu.gansudaily.com.cn/system/2024/03/19/030971885.shtml',
    grade: 'n',
    effectiveFrom: '2024-03-19',
  },
  assumed: [
    {
      'zh-CN': '最低金额按发放的券面额计；年度上限与单笔合同上限相同；不足一分的部分舍去。',
      en: 'The least amount is read as that of the voucher issued; the yearly cap equals the cap per contract; fractions of a fen are cut off.',
    },
    {
      'zh-CN':
        '原文未见：条款号，关联关系和重复支持的限制，办理、补正、公示和锁定的期限，额度不足时不予发放。均为演示设定。',
      en: 'Not seen in the source and set for the demonstration: article numbers; the rules on affiliates and on double support; the terms of review, correction, public notice and holds; no award where the pool falls short.',
    },
    {
      'zh-CN': '按季度结算在演示中改为按批次结算，以便随时试办付款。',
      en: 'Settlement every quarter is set to batch by batch for the demonstration, so that a payment can be tried on any day.',
    },
  ],
};

/**
 * Qingyang 2024 (row 14 of the programme table): 30 % of the contract, at most ¥2,000,000, nothing
 * under ¥5,000, deducted at the vendor, valid twelve months, settled quarterly (here batch by batch), not transferable.
 */
export const qingyang2024: ProgrammeData = {
  slug: 'qingyang-compute-2024',
  citySlug: 'qingyang',
  publishedOn: '2024-12-30',
  budgetYuan: '100000000',
  rounds: [{ number: 1, opensOn: '2025-01-06', closesOn: '2027-06-30', closesAt: '17:30' }],
  rules,
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
        'zh-CN': '核销经用券单位确认、市级核验后，与服务商结算。',
        en: 'Redemptions, confirmed by you and verified by the city, are settled with the vendor.',
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
        answer: {
          'zh-CN': '可以，有效期内余额可多次使用。',
          en: 'Yes. Until it expires you may order as often as the balance lasts.',
        },
      },
      {
        question: {
          'zh-CN': '服务商如何抵扣？',
          en: 'How does the vendor deduct it?',
        },
        answer: {
          'zh-CN':
            '您先为该服务商锁定金额；服务商按全额开具发票，您只付其余部分，券的部分由市里付给服务商。',
          en: 'You first set an amount aside for the vendor. The vendor invoices in full, you pay the rest, and the city pays the voucher’s part to the vendor.',
        },
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
  form: qingyangForm(rules),
  examples: [
    {
      // 1,000,000 × 30 % = 300,000.
      title: { 'zh-CN': '一般情形', en: 'An ordinary contract' },
      facts: { contractAmount: '1000000.00' },
      expected: { amount: '300000.00' },
    },
    {
      // 9,000,000 × 30 % = 2,700,000, above the cap of 2,000,000.
      title: { 'zh-CN': '达到上限', en: 'At the cap' },
      facts: { contractAmount: '9000000.00' },
      expected: { amount: '2000000.00' },
    },
    {
      // 16,666.67 × 30 % = 5,000.001, cut off to 5,000.00: exactly the minimum.
      title: { 'zh-CN': '刚好达到起点', en: 'Just at the minimum' },
      facts: { contractAmount: '16666.67' },
      expected: { amount: '5000.00' },
    },
    {
      // 16,000 × 30 % = 4,800 < 5,000.
      title: { 'zh-CN': '低于起点', en: 'Below the minimum' },
      facts: { contractAmount: '16000.00' },
      expected: { refusals: ['below_minimum'] },
    },
    {
      title: { 'zh-CN': '与服务商有关联关系', en: 'Affiliated with the vendor' },
      facts: { contractAmount: '1000000.00', affiliated: true },
      expected: { refusals: ['affiliated_vendor'] },
    },
  ],
};
