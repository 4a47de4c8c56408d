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
  requirements: [{ clause: '4.2', models: ['registered', 'multimodal'] }],
  beneficiary: { clause: '3', side: 'demand', payee: 'buyer', exclusive: false },
  costs: { clause: '4', items: ['modelApi'], excluded: [], taxIncluded: true },
  base: { clause: '5', of: 'paid' },
  rates: [{ clause: '5', percent: '30' }],
  rateKind: 'ceiling',
  rounding: wholeFen,
  caps: [
    { clause: '5.2', per: 'year', yuan: '1000000', raisedByDecision: true },
    { clause: '5.3', per: 'year', yuan: '2000000' },
  ],
  pool: { clause: '2', exhaustion: 'reject' },
  intake: { clause: '7', kind: 'batch' },
  vendors: { clause: '4', scope: 'any' },
  voucher: usualVoucher,
  service: usualService,
  evidence: {
    ...papersAfterPayment,
    application: [...papersAfterPayment.application, 'registration'],
  },
  settlement: { clause: '8', cycle: 'batch' },
  source: {
    title: text(
      '深圳市模型券政策（2025 年），据报道',
      'Policy of Shenzhen on model vouchers (2025), as reported',
    ),
    url: 'https://gba.net.cn/news/2025/18313.html',
    grade: 'n',
    effectiveFrom: '2025-03-01',
  },
  assumed: [
    text(
      '一般上限可由主管部门决定提高，但不超过最高上限；按已支付金额计算；不要求服务商入库；施行日期为演示设定。',
      'The usual cap may be raised by a decision of the bureau, never beyond the highest one; the amount paid counts; vendors need not be accredited; the day of coming into force is set for the demonstration.',
    ),
    assumedYearCap,
    assumedApplicants,
    assumedUsual,
    assumedDates,
  ],
};

/**
 * Shenzhen model voucher 2025 (row 9): up to 30 % of the cost of a registered model, normally at most ¥1,000,000 and never
 * more than ¥2,000,000; the money goes to the demand side.
 */
export const shenzhenModel2025: ProgrammeData = {
  slug: 'shenzhen-model-2025',
  citySlug: 'shenzhen',
  publishedOn: '2025-03-10',
  budgetYuan: '100000000',
  rounds: [
    { number: 1, opensOn: '2025-06-03', closesOn: '2025-07-31', closesAt: '17:00' },
    { number: 2, opensOn: '2026-10-12', closesOn: '2026-12-11', closesAt: '17:00' },
  ],
  rules,
  guide: {
    title: text('深圳市模型券（2025）', 'Shenzhen model voucher (2025)'),
    summary: text(
      '购买已备案大模型的服务，按已支付费用给予补助，资金拨付至使用单位。',
      'Pays back part of what registered large models cost, to whoever uses them.',
    ),
    process: processAfterPayment,
    questions: [
      faq(
        '模型未备案可以申请吗？',
        'The model is not registered. May I apply?',
        '不可以，须为网信部门已备案的模型。',
        'No. It has to be registered with the Cyberspace Administration.',
      ),
      faq(
        '上限可以提高吗？',
        'Can the cap be raised?',
        '一般不提高；确有需要的由主管部门决定，但不超过最高上限。',
        'Not as a rule. The bureau may decide so where there is need, up to the highest cap.',
      ),
      faq('钱付给谁？', 'Who is paid?', '付给购买模型服务的单位。', 'Whoever bought the service.'),
    ],
    ...notesOf(
      text('深圳市模型券政策（2025）', 'Policy of Shenzhen on model vouchers (2025)'),
      text('深圳市工业和信息化局', 'Shenzhen Industry and Information Technology Bureau'),
      '0755',
      '88100001',
    ),
  },
  form: applicationForm(rules),
  examples: [
    // 1,000,000 × 30 % = 300,000.
    gives(
      '一般情形',
      'An ordinary spend',
      { model: 'registered', paidAmount: '1000000.00' },
      '300000.00',
    ),
    // 5,000,000 × 30 % = 1,500,000, above the usual cap of 1,000,000.
    gives(
      '达到一般上限',
      'At the usual cap',
      { model: 'registered', paidAmount: '5000000.00' },
      '1000000.00',
    ),
    // As before, with the cap raised to 1,800,000 by a decision: all of 1,500,000.
    gives(
      '上限经决定提高',
      'The cap raised by a decision',
      { model: 'registered', paidAmount: '5000000.00', decidedCapAmount: '1800000.00' },
      '1500000.00',
    ),
    // 10,000,000 × 30 % = 3,000,000. No decision can raise the cap above 2,000,000.
    gives(
      '不超过最高上限',
      'Never beyond the highest cap',
      { model: 'multimodal', paidAmount: '10000000.00', decidedCapAmount: '3000000.00' },
      '2000000.00',
    ),
    // 3,333,333.33 × 30 % = 999,999.999, cut off: one fen below the usual cap.
    gives(
      '比上限少一分',
      'One fen below the cap',
      { model: 'registered', paidAmount: '3333333.33' },
      '999999.99',
    ),
    refuses(
      '模型未备案',
      'A model that is not registered',
      { model: 'none', paidAmount: '1000000.00' },
      'model_status',
    ),
    refuses(
      '由服务商申请',
      'The vendor applies',
      { model: 'registered', paidAmount: '1000000.00', side: 'supply' },
      'side_not_supported',
    ),
  ],
};
