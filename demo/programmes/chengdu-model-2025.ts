import { applicationForm } from '@/features/rules/application-form';
import type { Rules } from '@/features/rules/domain/rules';
import { chengduCompute2025 } from './chengdu-compute-2025';
import {
  faq,
  assumedApplicants,
  assumedDates,
  assumedPool,
  assumedUsual,
  assumedYearCap,
  gives,
  notesOf,
  papersForDeduction,
  processOfDeduction,
  refuses,
  text,
  usualService,
  usualVoucher,
  wholeFen,
} from './common';
import type { ProgrammeData } from './types';

const rules: Rules = {
  mode: 'deduct',
  kind: 'model',
  applicants: { clause: '3', types: ['enterprise', 'institute', 'university'] },
  beneficiary: { clause: '3', side: 'demand', payee: 'vendor', exclusive: false },
  costs: { clause: '4', items: ['modelApi'], excluded: [], taxIncluded: true },
  base: { clause: '5', of: 'contract' },
  rates: [{ clause: '5', percent: '30' }],
  rateKind: 'ceiling',
  rounding: wholeFen,
  capPerYear: { clause: '5.2', yuan: '1000000' },
  pool: { clause: '2', exhaustion: 'reject' },
  intake: { clause: '7', kind: 'batch' },
  vendors: { clause: '4', scope: 'listed' },
  voucher: { ...usualVoucher, percentOfOrder: '30' },
  service: usualService,
  evidence: papersForDeduction,
  settlement: { clause: '8', cycle: 'quarterly' },
  source: chengduCompute2025.rules.source,
  assumed: [
    text(
      '抵扣方式与算力券相同：比例既用于计算券面额，也用于限制每一单的抵扣；施行日期按转载日期。',
      'Deducted as computing vouchers are: the share gives the face value and also limits each order; the day of coming into force is that of the mirrored text.',
    ),
    assumedYearCap,
    assumedPool,
    assumedApplicants,
    assumedUsual,
    assumedDates,
  ],
};

/** Chengdu model voucher 2025 (row 12): deducts up to 30 % of the cost of models, at most ¥1,000,000. */
export const chengduModel2025: ProgrammeData = {
  slug: 'chengdu-model-2025',
  citySlug: 'chengdu',
  publishedOn: '2025-09-02',
  budgetYuan: '30000000',
  rounds: [
    { number: 1, opensOn: '2025-10-09', closesOn: '2025-12-31', closesAt: '17:30' },
    { number: 2, opensOn: '2026-10-09', closesOn: '2026-12-31', closesAt: '17:30' },
  ],
  rules,
  guide: {
    title: text('成都市模型券（2025）', 'Chengdu model voucher (2025)'),
    summary: text(
      '购买大模型服务时，用券抵扣一部分费用。',
      'Part of what large models cost is deducted with a voucher.',
    ),
    process: processOfDeduction,
    questions: [
      faq(
        '模型券可以买算力吗？',
        'May I buy compute with it?',
        '不可以，购买算力请申领算力券。',
        'No. For compute there is the computing voucher.',
      ),
      faq(
        '一单可以全部用券付吗？',
        'May the voucher pay for a whole order?',
        '不可以，每单抵扣不超过规定比例，其余自付。',
        'No. Of each order it pays a set share at most; you pay the rest.',
      ),
    ],
    ...notesOf(
      text(
        '成都市算力券、模型券政策（2025）',
        'Policy of Chengdu on vouchers for compute and models (2025)',
      ),
      text('成都市经济和信息化局', 'Chengdu Economy and Information Technology Bureau'),
      '028',
      '61800000',
    ),
  },
  form: applicationForm(rules),
  examples: [
    // 1,000,000 × 30 % = 300,000.
    gives('一般情形', 'An ordinary purchase', { contractAmount: '1000000.00' }, '300000.00'),
    // 4,000,000 × 30 % = 1,200,000, above the cap of 1,000,000.
    gives('达到上限', 'At the cap', { contractAmount: '4000000.00' }, '1000000.00'),
    // 3,333,333.33 × 30 % = 999,999.999, cut off: one fen below the cap.
    gives('比上限少一分', 'One fen below the cap', { contractAmount: '3333333.33' }, '999999.99'),
    refuses(
      '服务商未入库',
      'The vendor is not listed',
      { contractAmount: '1000000.00', vendorListed: false },
      'vendor_not_listed',
    ),
  ],
};
