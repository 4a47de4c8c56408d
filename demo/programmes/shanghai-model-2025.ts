import { applicationForm } from '@/features/rules/application-form';
import type { Rules } from '@/features/rules/domain/rules';
import {
  faq,
  assumedApplicants,
  assumedDates,
  assumedUsual,
  assumedYearCap,
  gives,
  notesOf,
  papersAfterPayment,
  processAfterPayment,
  refuses,
  text,
  usualService,
  usualVoucher,
  wholeFen,
} from './common';
import type { ProgrammeData } from './types';

const rules: Rules = {
  mode: 'deferred',
  kind: 'model',
  applicants: { clause: '3', types: ['enterprise', 'institute', 'university'] },
  beneficiary: { clause: '3', side: 'demand', payee: 'buyer', exclusive: false },
  costs: { clause: '4', items: ['modelApi'], excluded: [], taxIncluded: true },
  base: { clause: '5', of: 'paid' },
  rates: [{ clause: '5', percent: '50' }],
  rateKind: 'ceiling',
  rounding: wholeFen,
  capPerYear: { clause: '5.2', yuan: '5000000' },
  stacking: { clause: '9', otherSupportAllowed: true },
  pool: { clause: '2', exhaustion: 'reject' },
  intake: { clause: '7', kind: 'batch' },
  vendors: { clause: '4', scope: 'listed' },
  voucher: usualVoucher,
  service: usualService,
  evidence: papersAfterPayment,
  settlement: { clause: '8', cycle: 'batch' },
  source: {
    title: text(
      '上海市算力券、模型券、语料券政策（2025 年），转载文本',
      'Policy of Shanghai on vouchers for compute, models and corpora (2025), mirrored text',
    ),
    url: 'https://henan.baitongwang.com/jinrong/2025/0729/45568.html',
    grade: 'o',
    effectiveFrom: '2025-07-29',
  },
  assumed: [
    text(
      '按已支付的模型服务费用后补助；国家智能券可叠加，且不扣减本券金额；服务商须入库。',
      'Paid back on what was paid for calls of models; the national voucher may be combined and takes nothing off; the vendor has to be accredited.',
    ),
    assumedYearCap,
    assumedApplicants,
    assumedUsual,
    assumedDates,
  ],
};

/** Shanghai model voucher 2025 (row 7): up to 50 % of the cost of models, at most ¥5,000,000. */
export const shanghaiModel2025: ProgrammeData = {
  slug: 'shanghai-model-2025',
  citySlug: 'shanghai',
  publishedOn: '2025-07-29',
  budgetYuan: '300000000',
  rounds: [
    { number: 1, opensOn: '2025-09-01', closesOn: '2025-10-31', closesAt: '17:30' },
    { number: 2, opensOn: '2026-09-01', closesOn: '2026-12-31', closesAt: '17:30' },
  ],
  rules,
  guide: {
    title: text('上海市模型券（2025）', 'Shanghai model voucher (2025)'),
    summary: text(
      '支持购买大模型服务，按已支付费用给予补助。',
      'Supports the use of large models: part of what you paid comes back.',
    ),
    process: processAfterPayment,
    questions: [
      faq(
        '国家智能券可以叠加吗？',
        'May I combine it with the national voucher?',
        '可以。',
        'Yes.',
      ),
      faq(
        '算力费用可以用模型券吗？',
        'Does compute count?',
        '不可以，算力费用请申请算力券。',
        'No. For compute there is the computing voucher.',
      ),
    ],
    ...notesOf(
      text(
        '上海市算力券、模型券、语料券政策（2025）',
        'Policy of Shanghai on vouchers for compute, models and corpora (2025)',
      ),
      text('上海市经济和信息化委员会', 'Shanghai Commission of Economy and Informatization'),
      '021',
      '23100000',
    ),
  },
  form: applicationForm(rules),
  examples: [
    // 2,000,000 × 50 % = 1,000,000.
    gives('一般情形', 'An ordinary spend', { paidAmount: '2000000.00' }, '1000000.00'),
    // 10,000,000 × 50 % = 5,000,000, exactly the cap; 12,000,000 would give 6,000,000.
    gives('刚好达到上限', 'Just at the cap', { paidAmount: '10000000.00' }, '5000000.00'),
    gives('超过上限', 'Above the cap', { paidAmount: '12000000.00' }, '5000000.00'),
    // 9,999,999.99 × 50 % = 4,999,999.995, cut off: one fen below the cap.
    gives('比上限少一分', 'One fen below the cap', { paidAmount: '9999999.99' }, '4999999.99'),
    // 2,000,000 × 50 % = 1,000,000; the national voucher reduces nothing.
    gives(
      '已获国家智能券',
      'With a national voucher',
      { paidAmount: '2000000.00', otherSupport: true, otherSupportAmount: '600000.00' },
      '1000000.00',
    ),
    refuses(
      '当年上限已用完',
      'The year’s cap is used up',
      { paidAmount: '2000000.00', usedAmount: '5000000.00' },
      'cap_used_up',
    ),
    refuses(
      '服务商未入库',
      'The vendor is not listed',
      { paidAmount: '2000000.00', vendorListed: false },
      'vendor_not_listed',
    ),
  ],
};
