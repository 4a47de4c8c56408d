import { applicationForm } from '@/features/rules/application-form';
import type { Rules } from '@/features/rules/domain/rules';
import {
  faq,
  assumedApplicants,
  assumedDates,
  assumedRestated,
  assumedUsual,
  gives,
  notesOf,
  refuses,
  text,
  usualService,
  usualVoucher,
  wholeFen,
} from './common';
import type { ProgrammeData } from './types';

const rules: Rules = {
  mode: 'automatic',
  kind: 'compute',
  applicants: { clause: '3', types: ['enterprise', 'institute', 'university'] },
  beneficiary: { clause: '3', side: 'demand', payee: 'buyer', exclusive: false },
  claim: { clause: '6', basis: 'settled_use', voucher: false },
  base: { clause: '5', of: 'settled' },
  rates: [{ clause: '5', percent: '30' }],
  rateKind: 'ceiling',
  rounding: wholeFen,
  stacking: { clause: '9', otherSupportAllowed: true, totalPercent: '100' },
  pool: { clause: '2', exhaustion: 'reject' },
  intake: { clause: '7', kind: 'rolling' },
  vendors: { clause: '4', scope: 'listed' },
  voucher: usualVoucher,
  service: usualService,
  evidence: { clause: '7', application: ['contract', 'invoice', 'usage'], redemption: [] },
  settlement: { clause: '8', cycle: 'quarterly' },
  source: {
    title: text(
      '上海市算力券政策（2026 年），第三方转述',
      'Policy of Shanghai on computing vouchers (2026), restated by a third party',
    ),
    url: 'https://sheitc.sh.gov.cn/',
    grade: 'r',
    effectiveFrom: '2026-01-01',
  },
  assumed: [
    text(
      '市级比例沿用上一年度文本；原文未见上限，不设上限；市、区支持合计不超过合同金额，区级叠加的一年期限由区里核定，国家智能券可叠加。',
      'The city’s rate is carried on from the text of the year before; no cap was seen, and none is set. City and district together stay within the contract; the year for which the district adds its part is for the district to check; the national voucher may be combined.',
    ),
    text(
      '先用后付按已结算金额计算；免申即享的结算材料由服务商归集；服务商须入库。',
      'Used first and paid later: the settled amount counts. As nobody applies, the vendor gathers the papers; the vendor has to be accredited.',
    ),
    assumedApplicants,
    assumedRestated,
    assumedUsual,
    assumedDates,
  ],
};

/**
 * Shanghai computing voucher 2026 (row 7): up to 30 % of the settled cost from the city, and together with the district up
 * to all of it; used first and paid later, without an application.
 */
export const shanghaiCompute2026: ProgrammeData = {
  slug: 'shanghai-compute-2026',
  citySlug: 'shanghai',
  publishedOn: '2026-01-05',
  budgetYuan: '1000000000',
  rounds: [{ number: 1, opensOn: '2026-01-12', closesOn: '2026-12-31', closesAt: '17:30' }],
  rules,
  guide: {
    title: text('上海市算力券（2026）', 'Shanghai computing voucher (2026)'),
    summary: text(
      '先使用算力、后付补助；按结算记录核定，免申即享。',
      'Use the compute first; your support follows from what was settled, without an application.',
    ),
    process: [
      text(
        '与入库服务商签约，使用算力并结算。',
        'Sign with an accredited vendor, use the compute and settle.',
      ),
      text(
        '平台归集合同、发票和用量，核定金额，您无需申报。',
        'The platform gathers contract, invoices and usage and works out the amount; you need not apply.',
      ),
      text('复核，公示；如有异议可提出。', 'Review and public notice; you may object.'),
      text('资金拨付至用算力的单位。', 'The money is paid to whoever used the compute.'),
    ],
    questions: [
      faq(
        '要提交申请吗？',
        'Do I have to apply?',
        '不需要。核定后会通知您，收款账户须事先登记。',
        'No. You are told the result; only register your bank account beforehand.',
      ),
      faq(
        '区里已有支持，还能享受吗？',
        'My district supports me already. Am I still supported?',
        '可以。市、区支持合计不超过合同金额。',
        'Yes. City and district together may reach the amount of the contract, no more.',
      ),
      faq(
        '国家智能券可以叠加吗？',
        'May I combine it with the national voucher?',
        '可以。',
        'Yes.',
      ),
    ],
    ...notesOf(
      text('上海市算力券政策（2026）', 'Policy of Shanghai on computing vouchers (2026)'),
      text('上海市经济和信息化委员会', 'Shanghai Commission of Economy and Informatization'),
      '021',
      '23100000',
    ),
  },
  form: applicationForm(rules),
  examples: [
    // 10,000,000 × 30 % = 3,000,000.
    gives('一般情形', 'An ordinary settlement', { settledAmount: '10000000.00' }, '3000000.00'),
    // 500,000,000 × 30 % = 150,000,000: there is no cap.
    gives(
      '金额很大，无上限',
      'A large one: there is no cap',
      { settledAmount: '500000000.00' },
      '150000000.00',
    ),
    // 10,000,000 × 30 % = 3,000,000, which fits completely beside 7,000,000 from the district.
    gives(
      '区级支持后刚好达到合同金额',
      'With the district, just all of the contract',
      {
        contractAmount: '10000000.00',
        settledAmount: '10000000.00',
        otherSupport: true,
        otherSupportAmount: '7000000.00',
      },
      '3000000.00',
    ),
    // 3,000,000; the contract of 10,000,000 less 8,000,000 from the district leaves 2,000,000.
    gives(
      '合计受合同金额限制',
      'Held to what the district leaves of the contract',
      {
        contractAmount: '10000000.00',
        settledAmount: '10000000.00',
        otherSupport: true,
        otherSupportAmount: '8000000.00',
      },
      '2000000.00',
    ),
    // 33.33 × 30 % = 9.999, cut off to 9.99.
    gives('不足一分舍去', 'Fractions of a fen', { settledAmount: '33.33' }, '9.99'),
    refuses(
      '其他支持已达合同金额',
      'Other support covers the whole contract',
      {
        contractAmount: '10000000.00',
        settledAmount: '10000000.00',
        otherSupport: true,
        otherSupportAmount: '10000000.00',
      },
      'support_used_up',
    ),
    refuses(
      '服务商未入库',
      'The vendor is not listed',
      { settledAmount: '10000000.00', vendorListed: false },
      'vendor_not_listed',
    ),
    refuses('尚未结算', 'Nothing settled yet', { contractAmount: '10000000.00' }, 'base_missing'),
  ],
};
