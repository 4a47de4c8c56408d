import { applicationForm } from '@/features/rules/application-form';
import type { Rules } from '@/features/rules/domain/rules';
import {
  faq,
  assumedApplicants,
  assumedDates,
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
  kind: 'corpus',
  applicants: { clause: '3', types: ['enterprise', 'institute', 'university'] },
  requirements: [{ clause: '4.2', flags: ['exchange'] }],
  questions: [
    {
      id: 'exchange',
      text: text(
        '语料是否通过数据交易所购买？',
        'Was the corpus bought through the data exchange?',
      ),
    },
  ],
  beneficiary: { clause: '3', side: 'demand', payee: 'buyer', exclusive: false },
  costs: { clause: '4', items: ['dataService'], excluded: [], taxIncluded: true },
  base: { clause: '5', of: 'paid' },
  rates: [{ clause: '5', percent: '30' }],
  rateKind: 'ceiling',
  rounding: wholeFen,
  pool: { clause: '2', exhaustion: 'reject' },
  intake: { clause: '7', kind: 'batch' },
  vendors: { clause: '4', scope: 'any' },
  affiliates: { clause: '4', allowed: false },
  voucher: usualVoucher,
  service: usualService,
  evidence: papersAfterPayment,
  settlement: { clause: '8', cycle: 'batch' },
  source: {
    title: text(
      '深圳市打造人工智能先锋城市的若干措施（语料券），转载文本',
      'Measures of Shenzhen to become a pioneer city of AI (corpus vouchers), mirrored text',
    ),
    url: 'https://bg3.co/a/shen-zhen-shi-da-zao-ren-gong-zhi-neng-xian-feng-cheng-shi-de-ruo-gan-cuo-shi-yin-fa.html',
    grade: 'o',
    effectiveFrom: '2025-03-01',
  },
  assumed: [
    text(
      '原文未见单个单位的上限，不设上限；按已支付金额计算；施行日期为演示设定。',
      'No cap for one applicant was seen, and none is set; the amount paid counts; the day of coming into force is set for the demonstration.',
    ),
    assumedApplicants,
    assumedUsual,
    assumedDates,
  ],
};

const ordinary = { flags: { exchange: true } };

/**
 * Shenzhen corpus voucher 2025 (row 9): up to 30 % of the payments for corpora bought through the exchange, not from
 * affiliates; the money goes to the demand side.
 */
export const shenzhenCorpus2025: ProgrammeData = {
  slug: 'shenzhen-corpus-2025',
  citySlug: 'shenzhen',
  publishedOn: '2025-03-10',
  budgetYuan: '50000000',
  rounds: [
    { number: 1, opensOn: '2025-06-03', closesOn: '2025-07-31', closesAt: '17:00' },
    { number: 2, opensOn: '2026-12-07', closesOn: '2027-01-22', closesAt: '17:00' },
  ],
  rules,
  guide: {
    title: text('深圳市语料券（2025）', 'Shenzhen corpus voucher (2025)'),
    summary: text(
      '通过数据交易所购买训练语料，按已支付费用给予补助，资金拨付至购买单位。',
      'Pays back part of what corpora bought through the data exchange cost, to the buyer.',
    ),
    process: processAfterPayment,
    questions: [
      faq(
        '不经交易所直接购买的可以申请吗？',
        'I bought without the exchange. May I apply?',
        '不可以。',
        'No.',
      ),
      faq(
        '向关联方购买的可以申请吗？',
        'I bought from an affiliate. May I apply?',
        '不可以。',
        'No.',
      ),
      faq('钱付给谁？', 'Who is paid?', '付给购买语料的单位。', 'Whoever bought the corpus.'),
    ],
    ...notesOf(
      text(
        '深圳市打造人工智能先锋城市的若干措施（2025）',
        'Measures of Shenzhen to become a pioneer city of AI (2025)',
      ),
      text('深圳市政务服务和数据管理局', 'Shenzhen Government Services and Data Administration'),
      '0755',
      '88100002',
    ),
  },
  form: applicationForm(rules),
  examples: [
    // 1,000,000 × 30 % = 300,000.
    gives(
      '一般情形',
      'An ordinary purchase',
      { ...ordinary, paidAmount: '1000000.00' },
      '300000.00',
    ),
    // 40,000,000 × 30 % = 12,000,000: only the pool limits it.
    gives(
      '金额很大，无上限',
      'A large one: there is no cap',
      { ...ordinary, paidAmount: '40000000.00' },
      '12000000.00',
    ),
    // 12,000,000 is exactly what is left in the pool.
    gives(
      '刚好用完资金',
      'Just what the pool still holds',
      { ...ordinary, paidAmount: '40000000.00', poolAmount: '12000000.00' },
      '12000000.00',
    ),
    refuses(
      '资金差一分',
      'The pool is one fen short',
      { ...ordinary, paidAmount: '40000000.00', poolAmount: '11999999.99' },
      'pool_exhausted',
    ),
    refuses(
      '未通过交易所购买',
      'Not bought through the exchange',
      { flags: { exchange: false }, paidAmount: '1000000.00' },
      'condition_unmet',
    ),
    refuses(
      '向关联方购买',
      'Bought from an affiliate',
      { ...ordinary, paidAmount: '1000000.00', affiliated: true },
      'affiliated_vendor',
    ),
  ],
};
