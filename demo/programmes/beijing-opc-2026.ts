import { applicationForm } from '@/features/rules/application-form';
import type { Rules } from '@/features/rules/domain/rules';
import {
  faq,
  assumedDates,
  assumedPool,
  assumedRestated,
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
  kind: 'token',
  applicants: { clause: '3', types: ['enterprise'] },
  requirements: [
    { clause: '3', onePerson: true },
    { clause: '3.2', flags: ['community'] },
  ],
  questions: [
    {
      id: 'community',
      text: text(
        '是否由经认定的 OPC 社区推荐？',
        'Are you put forward by a certified community of one-person companies?',
      ),
    },
  ],
  beneficiary: { clause: '3', side: 'demand', payee: 'buyer', exclusive: false },
  claim: { clause: '6', basis: 'settled_use', voucher: false },
  costs: {
    clause: '4',
    items: ['modelApi', 'compute', 'dataService'],
    excluded: [],
    taxIncluded: true,
  },
  base: { clause: '5', of: 'paid' },
  rates: [{ clause: '5', percent: '100' }],
  rateKind: 'fixed',
  rounding: wholeFen,
  threshold: { clause: '5', yuan: '1000', perYear: false },
  capPerYear: { clause: '5.2', yuan: '100000' },
  pool: { clause: '2', exhaustion: 'reject' },
  intake: { clause: '7', kind: 'rolling' },
  vendors: { clause: '4', scope: 'any' },
  voucher: usualVoucher,
  service: { ...usualService, reviewWorkingDays: 10 },
  evidence: papersAfterPayment,
  settlement: { clause: '8', cycle: 'quarterly' },
  source: {
    title: text(
      '北京市一人公司（OPC）券（2026 年），第三方转述',
      'Voucher of Beijing for one-person companies (2026), restated by a third party',
    ),
    url: 'https://www.beijing.gov.cn/',
    grade: 'r',
    effectiveFrom: '2026-06-23',
  },
  assumed: [
    text(
      '起付金额按最近三个月已支付的词元、算力和数据费用合计，达到后全额支持；词元、算力和数据合为一种券，按词元券列示；采用后补助，不发电子券；转述未写注册地，不作限制。',
      'The least spend is what was paid for tokens, compute and data in the last three months; once reached, all of it is paid back. One voucher covers all three and is listed as a token voucher. No electronic voucher is issued. The restatement names no place of registration: none is required.',
    ),
    assumedRestated,
    assumedYearCap,
    assumedPool,
    assumedUsual,
    assumedDates,
  ],
};

const ordinary = { onePerson: true, flags: { community: true } };

/**
 * Beijing, one-person companies 2026 (row 4): the whole cost of tokens, compute and data, if three months add up to ¥1,000,
 * at most ¥100,000; applications at any time, through a certified community.
 */
export const beijingOpc2026: ProgrammeData = {
  slug: 'beijing-opc-2026',
  citySlug: 'beijing',
  publishedOn: '2026-06-23',
  budgetYuan: '20000000',
  rounds: [{ number: 1, opensOn: '2026-07-01', closesOn: '2027-06-30', closesAt: '17:30' }],
  rules,
  guide: {
    title: text(
      '北京市一人公司（OPC）券（2026）',
      'Beijing voucher for one-person companies (2026)',
    ),
    summary: text(
      '一人公司购买词元、算力和数据服务，达到起付金额后全额补助。',
      'One-person companies get back what they spend on tokens, compute and data, once it reaches the least amount.',
    ),
    process: [
      text('加入经认定的 OPC 社区。', 'Join a certified community of one-person companies.'),
      ...processAfterPayment,
    ],
    questions: [
      faq(
        '没有加入社区可以申请吗？',
        'May I apply without a community?',
        '不可以，须经认定的社区推荐。',
        'No. A certified community has to put you forward.',
      ),
      faq(
        '哪些费用可以算？',
        'What counts?',
        '词元（模型调用）、算力和数据服务的费用，三项合计。',
        'Tokens (calls of models), compute and data services, taken together.',
      ),
      faq(
        '没到起付金额怎么办？',
        'My spend is below the least amount. What now?',
        '暂不补助，三个月内累计达到后再申请。',
        'Nothing yet. Apply once three months together reach it.',
      ),
    ],
    ...notesOf(
      text('北京市支持一人公司政策（2026）', 'Policy of Beijing on one-person companies (2026)'),
      text('北京市经济和信息化局', 'Beijing Economy and Information Technology Bureau'),
      '010',
      '55500000',
    ),
  },
  form: applicationForm(rules),
  examples: [
    // 36,000 × 100 % = 36,000.
    gives('一般情形', 'An ordinary spend', { ...ordinary, paidAmount: '36000.00' }, '36000.00'),
    // Exactly the least spend: 1,000 × 100 % = 1,000.
    gives(
      '刚好达到起付金额',
      'Just at the least spend',
      { ...ordinary, paidAmount: '1000.00' },
      '1000.00',
    ),
    // 150,000 × 100 % = 150,000, above the cap of 100,000.
    gives('达到上限', 'At the cap', { ...ordinary, paidAmount: '150000.00' }, '100000.00'),
    // 36,000; 100,000 − 80,000 received this year = 20,000.
    gives(
      '当年已获补助',
      'Part of the year’s cap is used',
      { ...ordinary, paidAmount: '36000.00', usedAmount: '80000.00' },
      '20000.00',
    ),
    refuses(
      '比起付金额少一分',
      'One fen below the least spend',
      { ...ordinary, paidAmount: '999.99' },
      'below_threshold',
    ),
    refuses(
      '不是一人公司',
      'Not a one-person company',
      { ...ordinary, onePerson: false, paidAmount: '36000.00' },
      'not_one_person',
    ),
    refuses(
      '没有社区推荐',
      'Without a community',
      { ...ordinary, flags: { community: false }, paidAmount: '36000.00' },
      'condition_unmet',
    ),
  ],
};
