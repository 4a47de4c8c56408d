import { applicationForm } from '@/features/rules/application-form';
import type { Rules } from '@/features/rules/domain/rules';
import {
  faq,
  assumedApplicants,
  assumedDates,
  assumedUsual,
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
  kind: 'compute',
  applicants: { clause: '3', types: ['enterprise', 'institute', 'university'] },
  beneficiary: { clause: '3', side: 'demand', payee: 'vendor', exclusive: false },
  base: { clause: '5', of: 'contract' },
  rates: [{ clause: '5', percent: '60' }],
  rateKind: 'ceiling',
  rounding: wholeFen,
  capPerYear: { clause: '5.2', yuan: '5000000' },
  pool: { clause: '2', exhaustion: 'reject' },
  intake: { clause: '7', kind: 'rolling' },
  vendors: { clause: '4', scope: 'listed' },
  voucher: { ...usualVoucher, percentOfOrder: '60' },
  service: usualService,
  evidence: papersForDeduction,
  settlement: { clause: '8', cycle: 'quarterly' },
  source: {
    title: text(
      '成都市算力券、模型券政策（2025 年），转载文本',
      'Policy of Chengdu on vouchers for compute and models (2025), mirrored text',
    ),
    url: 'https://cnlxxl.com/news/202509021021256706.html',
    grade: 'o',
    effectiveFrom: '2025-09-02',
  },
  assumed: [
    text(
      '抵扣比例既用于按采购合同计算券面额，也用于限制每一单的抵扣；年度上限按申领额计，与是否用完无关；施行日期按转载日期。',
      'The share that may be deducted gives the face value on the purchase contract and also limits each order; the yearly cap counts what was claimed, used or not; the day of coming into force is that of the mirrored text.',
    ),
    assumedApplicants,
    assumedUsual,
    assumedDates,
  ],
};

/**
 * Chengdu computing voucher 2025 (row 12): deducts up to 60 % of a purchase and of each order, at most ¥5,000,000 claimed
 * per year. The demand side claims; the vendor delivers and is paid by the city.
 */
export const chengduCompute2025: ProgrammeData = {
  slug: 'chengdu-compute-2025',
  citySlug: 'chengdu',
  publishedOn: '2025-09-02',
  budgetYuan: '100000000',
  rounds: [{ number: 1, opensOn: '2025-10-09', closesOn: '2027-06-30', closesAt: '17:30' }],
  rules,
  guide: {
    title: text('成都市算力券（2025）', 'Chengdu computing voucher (2025)'),
    summary: text(
      '需求方申领算力券，在服务商处购买算力时抵扣一部分费用。',
      'The demand side claims a voucher; part of what compute costs is deducted at the vendor.',
    ),
    process: processOfDeduction,
    questions: [
      faq(
        '一单可以全部用券付吗？',
        'May the voucher pay for a whole order?',
        '不可以，每单抵扣不超过规定比例，其余自付。',
        'No. Of each order it pays a set share at most; you pay the rest.',
      ),
      faq(
        '没用完的券算在年度上限里吗？',
        'Does an unspent voucher count towards the yearly cap?',
        '算。年度上限按申领额计。',
        'Yes. The cap counts what was claimed.',
      ),
      faq(
        '服务商可以申领吗？',
        'May the vendor claim?',
        '不可以。需求方申领，服务商提供服务并参与结算。',
        'No. The demand side claims; the vendor serves and is settled with.',
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
    // 700,000 × 60 % = 420,000; the buyer pays the other 280,000.
    gives('一般情形', 'An ordinary purchase', { contractAmount: '700000.00' }, '420000.00'),
    // 10,000,000 × 60 % = 6,000,000, above the cap of 5,000,000.
    gives('达到上限', 'At the cap', { contractAmount: '10000000.00' }, '5000000.00'),
    // 8,333,333.33 × 60 % = 4,999,999.998, cut off: one fen below the cap.
    gives('比上限少一分', 'One fen below the cap', { contractAmount: '8333333.33' }, '4999999.99'),
    // 420,000; 5,000,000 − 4,700,000 claimed this year = 300,000, however much of it was redeemed.
    gives(
      '当年已申领一部分',
      'Part of the year’s cap is claimed',
      {
        contractAmount: '700000.00',
        usedAmount: '4700000.00',
        used: { yearRedeemed: '100000.00' },
      },
      '300000.00',
    ),
    refuses(
      '当年上限已用完',
      'The year’s cap is used up',
      { contractAmount: '700000.00', usedAmount: '5000000.00' },
      'cap_used_up',
    ),
    refuses(
      '由服务商申领',
      'The vendor claims',
      { contractAmount: '700000.00', side: 'supply' },
      'side_not_supported',
    ),
    refuses(
      '服务商未入库',
      'The vendor is not listed',
      { contractAmount: '700000.00', vendorListed: false },
      'vendor_not_listed',
    ),
  ],
};
