import { applicationForm } from '@/features/rules/application-form';
import type { Rules } from '@/features/rules/domain/rules';
import {
  faq,
  assumedApplicants,
  assumedDates,
  assumedPool,
  assumedRestated,
  assumedUsual,
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
  kind: 'compute',
  applicants: { clause: '3', types: ['enterprise', 'institute', 'university'] },
  claim: { clause: '6', basis: 'settled_use', voucher: false },
  base: { clause: '5', of: 'paid' },
  rates: [{ clause: '5', percent: '30' }],
  rateKind: 'fixed',
  rounding: wholeFen,
  capPerYear: { clause: '5.2', yuan: '6000000' },
  pool: { clause: '2', exhaustion: 'reject' },
  intake: { clause: '7', kind: 'batch' },
  vendors: { clause: '4', scope: 'any' },
  consecutiveYears: { clause: '5.3', most: 3 },
  voucher: usualVoucher,
  service: usualService,
  evidence: papersAfterPayment,
  settlement: { clause: '8', cycle: 'yearly' },
  source: {
    title: text(
      '光明区算力支持政策（2025 年），第三方转述',
      'Policy of Guangming on compute (2025), restated by a third party',
    ),
    url: 'https://www.szgm.gov.cn/',
    grade: 'r',
    effectiveFrom: '2025-01-01',
  },
  assumed: [
    text(
      '上限按每个自然年度计，连续支持年数按已获支持的年度计；后补助按已支付金额计算；不要求服务商入库。',
      'The cap is for each calendar year, and the years in a row are those in which support was had; the amount paid counts; vendors need not be accredited.',
    ),
    assumedApplicants,
    assumedRestated,
    assumedPool,
    assumedUsual,
    assumedDates,
  ],
};

/**
 * Guangming 2025 (row 10): 30 % of the cost, at most ¥6,000,000 a year for at most three years in
 * a row, after payment.
 */
export const guangmingCompute2025: ProgrammeData = {
  slug: 'guangming-compute-2025',
  citySlug: 'guangming',
  publishedOn: '2025-01-06',
  budgetYuan: '50000000',
  rounds: [
    { number: 1, opensOn: '2025-03-03', closesOn: '2025-04-30', closesAt: '17:30' },
    { number: 2, opensOn: '2026-10-12', closesOn: '2027-01-15', closesAt: '17:30' },
  ],
  rules,
  guide: {
    title: text('光明区算力券（2025）', 'Guangming computing voucher (2025)'),
    summary: text(
      '对租用算力的费用给予后补助，可连续几年支持。',
      'Pays back part of what compute cost, for several years in a row.',
    ),
    process: processAfterPayment,
    questions: [
      faq(
        '可以连续申请几年？',
        'For how many years in a row may I apply?',
        '有连续年数的限制，见上文限额；间断后重新计算。',
        'There is a limit; see the limits above. After a year without support the count starts anew.',
      ),
      faq(
        '付款前可以申请吗？',
        'May I apply before I pay?',
        '不可以，付清后凭发票和付款凭证申请。',
        'No. Pay first, then apply with invoices and proof of payment.',
      ),
    ],
    ...notesOf(
      text('光明区算力支持政策（2025）', 'Policy of Guangming on compute (2025)'),
      text('光明区科技创新局', 'Guangming Science and Technology Innovation Bureau'),
      '0755',
      '88200000',
    ),
  },
  form: applicationForm(rules),
  examples: [
    // 5,000,000 × 30 % = 1,500,000.
    gives('一般情形', 'An ordinary spend', { paidAmount: '5000000.00' }, '1500000.00'),
    // 20,000,000 × 30 % = 6,000,000, exactly the cap; 24,000,000 would give 7,200,000.
    gives('刚好达到上限', 'Just at the cap', { paidAmount: '20000000.00' }, '6000000.00'),
    gives('超过上限', 'Above the cap', { paidAmount: '24000000.00' }, '6000000.00'),
    // 19,999,999.99 × 30 % = 5,999,999.997, cut off: one fen below the cap.
    gives('比上限少一分', 'One fen below the cap', { paidAmount: '19999999.99' }, '5999999.99'),
    // The third year in a row is still supported.
    gives(
      '连续第三年',
      'The third year in a row',
      { paidAmount: '5000000.00', yearsBefore: 2 },
      '1500000.00',
    ),
    refuses(
      '连续第四年',
      'The fourth year in a row',
      { paidAmount: '5000000.00', yearsBefore: 3 },
      'years_used_up',
    ),
  ],
};
