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
import { shanghaiModel2025 } from './shanghai-model-2025';
import type { ProgrammeData } from './types';

const rules: Rules = {
  mode: 'deferred',
  kind: 'corpus',
  applicants: { clause: '3', types: ['enterprise', 'institute', 'university'] },
  beneficiary: { clause: '3', side: 'demand', payee: 'buyer', exclusive: false },
  costs: { clause: '4', items: ['dataService'], excluded: [], taxIncluded: true },
  base: { clause: '5', of: 'paid' },
  rates: [{ clause: '5', percent: '30' }],
  rateKind: 'ceiling',
  rounding: wholeFen,
  capPerYear: { clause: '5.2', yuan: '5000000' },
  stacking: { clause: '9', otherSupportAllowed: true },
  pool: { clause: '2', exhaustion: 'reject' },
  intake: { clause: '7', kind: 'batch' },
  vendors: { clause: '4', scope: 'any' },
  affiliates: { clause: '4', allowed: false },
  voucher: usualVoucher,
  service: usualService,
  evidence: papersAfterPayment,
  settlement: { clause: '8', cycle: 'batch' },
  source: shanghaiModel2025.rules.source,
  assumed: [
    text(
      '按已支付的语料费用后补助；国家智能券可叠加，且不扣减本券金额；不要求服务商入库。',
      'Paid back on what was paid for corpora; the national voucher may be combined and takes nothing off; sellers need not be accredited.',
    ),
    assumedYearCap,
    assumedApplicants,
    assumedUsual,
    assumedDates,
  ],
};

/**
 * Shanghai corpus voucher 2025 (row 7): up to 30 % of the cost of corpora, at most ¥5,000,000, not for purchases from
 * affiliates.
 */
export const shanghaiCorpus2025: ProgrammeData = {
  slug: 'shanghai-corpus-2025',
  citySlug: 'shanghai',
  publishedOn: '2025-07-29',
  budgetYuan: '100000000',
  rounds: [
    { number: 1, opensOn: '2025-09-01', closesOn: '2025-10-31', closesAt: '17:30' },
    { number: 2, opensOn: '2026-12-01', closesOn: '2027-01-29', closesAt: '17:30' },
  ],
  rules,
  guide: {
    title: text('上海市语料券（2025）', 'Shanghai corpus voucher (2025)'),
    summary: text(
      '支持购买训练语料，按已支付费用给予补助。',
      'Supports buying corpora to train on: part of what you paid comes back.',
    ),
    process: processAfterPayment,
    questions: [
      faq(
        '向关联方购买的语料可以申请吗？',
        'May I claim for corpora bought from an affiliate?',
        '不可以。',
        'No.',
      ),
      faq(
        '国家智能券可以叠加吗？',
        'May I combine it with the national voucher?',
        '可以。',
        'Yes.',
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
    // 2,000,000 × 30 % = 600,000.
    gives('一般情形', 'An ordinary purchase', { paidAmount: '2000000.00' }, '600000.00'),
    // 20,000,000 × 30 % = 6,000,000, above the cap of 5,000,000.
    gives('达到上限', 'At the cap', { paidAmount: '20000000.00' }, '5000000.00'),
    // 16,666,666.66 × 30 % = 4,999,999.998, cut off: one fen below the cap.
    gives('比上限少一分', 'One fen below the cap', { paidAmount: '16666666.66' }, '4999999.99'),
    // 16,666,666.67 × 30 % = 5,000,000.001, cut off to the cap itself.
    gives('刚好达到上限', 'Just at the cap', { paidAmount: '16666666.67' }, '5000000.00'),
    refuses(
      '向关联方购买',
      'Bought from an affiliate',
      { paidAmount: '2000000.00', affiliated: true },
      'affiliated_vendor',
    ),
    // 2,000,000 × 30 % = 600,000; the national voucher reduces nothing.
    gives(
      '已获国家智能券',
      'With a national voucher',
      { paidAmount: '2000000.00', otherSupport: true, otherSupportAmount: '600000.00' },
      '600000.00',
    ),
  ],
};
