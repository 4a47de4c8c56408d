import { beijingForm } from './own-questions';
import type { Rules } from '@/features/rules/domain/rules';
import {
  faq,
  assumedDates,
  assumedPool,
  assumedUsual,
  assumedYearCap,
  gives,
  notesOf,
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
  applicants: { clause: '3', types: ['enterprise'] },
  requirements: [
    { clause: '3', sizes: ['micro', 'small', 'medium'] },
    { clause: '3', flags: ['technology_firm'] },
  ],
  questions: [
    {
      id: 'technology_firm',
      text: text(
        '贵单位是否为科技型中小企业？',
        'Are you on the register of small and medium technology firms?',
      ),
    },
    {
      id: 'incubated',
      text: text('贵单位是否为在孵企业？', 'Are you a tenant of an incubator?'),
    },
  ],
  claim: { clause: '6', basis: 'quota', voucher: true },
  base: { clause: '5', of: 'quota' },
  rates: [{ clause: '5', percent: '25' }],
  rateKind: 'ceiling',
  rounding: wholeFen,
  caps: [
    { clause: '5.2', per: 'year', yuan: '500000' },
    { clause: '5.3', per: 'year', yuan: '200000', notFlags: ['incubated'] },
  ],
  pool: { clause: '2', exhaustion: 'reject' },
  intake: { clause: '7', kind: 'batch' },
  vendors: { clause: '4', scope: 'listed' },
  voucher: { ...usualVoucher, percentOfOrder: '25' },
  service: {
    ...usualService,
    stages: [
      { title: text('用券登记审核', 'Check of the registered use'), workingDays: 10 },
      { title: text('专家评审', 'Expert review'), workingDays: 10 },
    ],
  },
  evidence: {
    clause: '7',
    application: ['licence', 'plan'],
    redemption: ['contract', 'invoice', 'usage'],
  },
  settlement: { clause: '8', cycle: 'quarterly' },
  source: {
    title: text(
      '北京市科技创新券（算力）通知（2026 年，t20260623_4711352），第三方转述',
      'Notice of Beijing on innovation vouchers for compute (2026, t20260623_4711352), restated by a third party',
    ),
    url: 'https://kw.beijing.gov.cn/',
    grade: 'r',
    effectiveFrom: '2026-06-23',
  },
  assumed: [
    text(
      '券面额按申领时计划使用的金额乘以比例计，每单抵扣同样不超过实际费用的该比例；由服务商抵扣。',
      'The face value is the rate times the spend planned at the claim; of each order no larger share of the actual cost may be paid. The vendor deducts it.',
    ),
    text(
      '服务商的计量日志在核销时提供；用券登记和专家评审的期限为演示设定；未见全文，网址为主管部门门户。',
      'The vendor’s metering logs are handed in with the redemption; the terms of registering the use and of the expert review are set for the demonstration. The full text was not seen; the address is the department’s portal.',
    ),
    assumedYearCap,
    assumedPool,
    assumedUsual,
    assumedDates,
  ],
};

const ordinary = {
  size: 'small' as const,
  flags: { technology_firm: true, incubated: false },
};
const tenant = { ...ordinary, flags: { technology_firm: true, incubated: true } };

/**
 * Beijing innovation voucher 2026 (row 3): up to 25 % of the actual cost, ¥500,000 for tenants of incubators and ¥200,000
 * for others; claimed first and used later, until the money runs out.
 */
export const beijingInnovation2026: ProgrammeData = {
  slug: 'beijing-innovation-2026',
  citySlug: 'beijing',
  publishedOn: '2026-06-23',
  budgetYuan: '50000000',
  rounds: [
    { number: 1, opensOn: '2026-07-01', closesOn: '2026-09-30', closesAt: '17:00' },
    { number: 2, opensOn: '2026-10-12', closesOn: '2027-01-29', closesAt: '17:00' },
  ],
  rules,
  guide: {
    title: text('北京市科技创新券·算力（2026）', 'Beijing innovation voucher: compute (2026)'),
    summary: text(
      '科技型中小企业先申领电子券，再购买算力抵扣，额度用完即止。',
      'Small and medium technology firms claim an electronic voucher first and spend it on compute later, until the money is gone.',
    ),
    process: [
      text(
        '在线申领，填写计划使用的算力和金额。',
        'Claim online; state the compute you plan to use and what it costs.',
      ),
      ...processOfDeduction.slice(1, 2),
      text('用券登记，专家评审。', 'Registration of the use and expert review.'),
      ...processOfDeduction.slice(3),
    ],
    questions: [
      faq(
        '申领时要先签合同吗？',
        'Do I need a contract to claim?',
        '不需要。先申领，用券时再签合同。',
        'No. Claim first, sign when you use it.',
      ),
      faq(
        '券到期没用完怎么办？',
        'What becomes of the rest when it expires?',
        '余额失效，退回资金池。',
        'It lapses and returns to the pool.',
      ),
      faq(
        '服务商须提供什么？',
        'What does the vendor have to provide?',
        '按实际用量的计量日志；没有计量日志的不予核销。',
        'Metering logs of the actual use; nothing is redeemed without them.',
      ),
    ],
    ...notesOf(
      text('北京市科技创新券政策（2026）', 'Policy of Beijing on innovation vouchers (2026)'),
      text('北京市科学技术委员会', 'Beijing Municipal Science and Technology Commission'),
      '010',
      '55500001',
    ),
  },
  form: beijingForm(rules),
  examples: [
    // 400,000 × 25 % = 100,000.
    gives(
      '一般情形',
      'An ordinary claim',
      { ...ordinary, requestedAmount: '400000.00' },
      '100000.00',
    ),
    // 1,200,000 × 25 % = 300,000: above 200,000 for others, within 500,000 for tenants.
    gives(
      '非在孵企业达到上限',
      'Not a tenant: held to the lower cap',
      { ...ordinary, requestedAmount: '1200000.00' },
      '200000.00',
    ),
    gives(
      '在孵企业适用较高上限',
      'A tenant of an incubator',
      { ...tenant, requestedAmount: '1200000.00' },
      '300000.00',
    ),
    // 3,000,000 × 25 % = 750,000, above the cap of 500,000.
    gives(
      '在孵企业达到上限',
      'A tenant at the cap',
      { ...tenant, requestedAmount: '3000000.00' },
      '500000.00',
    ),
    // 799,999.99 × 25 % = 199,999.9975, cut off: one fen below the lower cap.
    gives(
      '比上限少一分',
      'One fen below the cap',
      { ...ordinary, requestedAmount: '799999.99' },
      '199999.99',
    ),
    // It is not known which of the two caps applies, and the higher one must not be guessed.
    refuses(
      '未说明是否在孵',
      'Whether an incubator houses the firm is not told',
      { size: 'small', flags: { technology_firm: true }, requestedAmount: '400000.00' },
      'fact_missing',
    ),
    refuses(
      '大型企业',
      'A large firm',
      { ...ordinary, size: 'large', requestedAmount: '400000.00' },
      'firm_size',
    ),
    refuses(
      '额度已用完',
      'The money is gone',
      { ...ordinary, requestedAmount: '400000.00', poolAmount: '0.00' },
      'pool_exhausted',
    ),
    refuses(
      '服务商未入库',
      'The vendor is not listed',
      { ...ordinary, requestedAmount: '400000.00', vendorListed: false },
      'vendor_not_listed',
    ),
    refuses(
      '不是科技型中小企业',
      'Not a technology firm',
      {
        ...ordinary,
        flags: { technology_firm: false, incubated: false },
        requestedAmount: '400000.00',
      },
      'condition_unmet',
    ),
    // 40,000 × 25 % = 10,000, the same for the smallest and for medium-sized firms.
    gives(
      '微型企业',
      'A micro enterprise',
      { ...ordinary, size: 'micro', requestedAmount: '40000.00' },
      '10000.00',
    ),
    gives(
      '中型企业',
      'A medium-sized enterprise',
      { ...ordinary, size: 'medium', requestedAmount: '40000.00' },
      '10000.00',
    ),
  ],
};
