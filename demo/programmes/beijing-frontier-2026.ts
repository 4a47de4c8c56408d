import { applicationForm } from '@/features/rules/application-form';
import type { Rules } from '@/features/rules/domain/rules';
import {
  faq,
  assumedPool,
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
  applicants: { clause: '3', types: ['enterprise', 'institute'] },
  requirements: [{ clause: '3', sectors: ['software', 'manufacturing', 'science_services'] }],
  directions: [
    { id: 'application', title: text('行业应用', 'Applications in an industry') },
    { id: 'vertical', title: text('垂类模型', 'Models for a field') },
    { id: 'industry', title: text('行业大模型', 'Large models for an industry') },
    { id: 'base', title: text('基础大模型', 'Base models') },
  ],
  beneficiary: { clause: '3', side: 'demand', payee: 'buyer', exclusive: false },
  claim: { clause: '6', basis: 'settled_use', voucher: false, oncePerContract: true },
  base: { clause: '5', of: 'paid' },
  rates: [
    { clause: '5.1', percent: '10', direction: 'application' },
    { clause: '5.2', percent: '20', direction: 'vertical' },
    { clause: '5.3', percent: '30', direction: 'industry' },
    { clause: '5.4', percent: '50', direction: 'base' },
  ],
  rateKind: 'ceiling',
  rounding: wholeFen,
  caps: [
    { clause: '5.1', per: 'direction', yuan: '300000', direction: 'application' },
    { clause: '5.2', per: 'direction', yuan: '1000000', direction: 'vertical' },
    { clause: '5.3', per: 'direction', yuan: '5000000', direction: 'industry' },
    { clause: '5.4', per: 'direction', yuan: '30000000', direction: 'base' },
  ],
  stacking: { clause: '9', otherSupportAllowed: false, scope: 'contract' },
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
      '北京市高精尖产业发展资金算力方向申报指南（2026 年，t20260214_4516700），第三方转述',
      'Guide of Beijing to support for compute in frontier industries (2026, t20260214_4516700), restated by a third party',
    ),
    url: 'https://jxj.beijing.gov.cn/',
    grade: 'r',
    effectiveFrom: '2026-02-14',
  },
  assumed: [
    text(
      '转述只列出比例的范围和四档上限，未列对应关系：四个方向的名称、中间两档比例以及与上限的对应均为演示设定。',
      'The restatement gives the range of rates and four caps, not which belongs to which: the names of the four directions, the two rates in between and their caps are set for the demonstration.',
    ),
    text(
      '上限按单位每个方向计；科研机构归入科学技术服务；同一内容不重复支持按同一合同判断；按已支付金额计算；原文未见服务商名单要求。',
      'Caps are per applicant and direction; research bodies count as science services; “the same content is not funded twice” is read as once per contract; the amount paid counts; no list of vendors was seen.',
    ),
    text(
      '未见全文；网址为主管部门门户。下一批次的日期为演示设定。',
      'The full text was not seen; the address is the department’s portal. The dates of the next round are set for the demonstration.',
    ),
    assumedPool,
    assumedUsual,
  ],
};

/**
 * Beijing, frontier industries 2026 (row 2): up to 10–50 % by direction, at most ¥300,000,
 * ¥1,000,000, ¥5,000,000 or ¥30,000,000 by direction, after payment, in batches.
 */
export const beijingFrontier2026: ProgrammeData = {
  slug: 'beijing-frontier-2026',
  citySlug: 'beijing',
  publishedOn: '2026-02-14',
  budgetYuan: '200000000',
  rounds: [
    { number: 1, opensOn: '2026-03-04', closesOn: '2026-04-15', closesAt: '17:30' },
    { number: 2, opensOn: '2027-03-04', closesOn: '2027-04-15', closesAt: '17:30' },
  ],
  rules,
  guide: {
    title: text(
      '北京市高精尖产业算力支持（2026）',
      'Beijing compute support for frontier industries (2026)',
    ),
    summary: text(
      '对研发机构、软件、制造和科技服务单位已支付的算力费用，按申报方向给予后补助。',
      'Pays back part of the compute bought by research bodies and by software, manufacturing and science-service firms, by direction.',
    ),
    process: processAfterPayment,
    questions: [
      faq(
        '可以同时申报几个方向吗？',
        'May I apply in several directions?',
        '不同内容可以分别申报；同一内容不重复支持。',
        'With different work, yes. The same work is not funded twice.',
      ),
      faq(
        '向关联方购买的算力算吗？',
        'Does compute bought from an affiliate count?',
        '不算。',
        'No.',
      ),
      faq(
        '错过本批次怎么办？',
        'I missed this round. What now?',
        '请等下一批次；批次外不受理。',
        'Wait for the next one; nothing is accepted between rounds.',
      ),
    ],
    ...notesOf(
      text(
        '北京市高精尖产业发展资金算力方向申报指南（2026）',
        'Guide of Beijing to compute support for frontier industries (2026)',
      ),
      text('北京市经济和信息化局', 'Beijing Economy and Information Technology Bureau'),
      '010',
      '55500000',
    ),
  },
  form: applicationForm(rules),
  examples: [
    // 8,000,000 × 30 % = 2,400,000.
    gives(
      '行业大模型，一般情形',
      'A large model for an industry',
      { sector: 'software', direction: 'industry', paidAmount: '8000000.00' },
      '2400000.00',
    ),
    // 3,000,000 × 10 % = 300,000, exactly the cap of the direction; 4,000,000 would give 400,000.
    gives(
      '行业应用，刚好达到上限',
      'An application, just at its cap',
      { sector: 'manufacturing', direction: 'application', paidAmount: '3000000.00' },
      '300000.00',
    ),
    gives(
      '行业应用，超过上限',
      'An application, above its cap',
      { sector: 'manufacturing', direction: 'application', paidAmount: '4000000.00' },
      '300000.00',
    ),
    // 4,999,999.99 × 20 % = 999,999.998, cut off: one fen below the cap of 1,000,000.
    gives(
      '垂类模型，比上限少一分',
      'A model for a field, one fen below its cap',
      { sector: 'software', direction: 'vertical', paidAmount: '4999999.99' },
      '999999.99',
    ),
    // 80,000,000 × 50 % = 40,000,000, above the cap of 30,000,000.
    gives(
      '基础大模型，达到上限',
      'A base model, at the cap',
      {
        applicantType: 'institute',
        sector: 'science_services',
        direction: 'base',
        paidAmount: '80000000.00',
      },
      '30000000.00',
    ),
    // 8,000,000 × 30 % = 2,400,000; 5,000,000 − 4,000,000 received in this direction = 1,000,000.
    gives(
      '本方向已获支持',
      'The direction’s cap is partly used',
      {
        sector: 'software',
        direction: 'industry',
        paidAmount: '8000000.00',
        used: { directionClaimed: '4000000.00' },
      },
      '1000000.00',
    ),
    refuses(
      '不属于支持的行业',
      'Another sector',
      { sector: 'other', direction: 'industry', paidAmount: '8000000.00' },
      'sector',
    ),
    refuses(
      '未选方向',
      'No direction chosen',
      { sector: 'software', paidAmount: '8000000.00' },
      'fact_missing',
      'rate_none',
    ),
    refuses(
      '同一内容已获支持',
      'The same work was funded before',
      { sector: 'software', direction: 'industry', paidAmount: '8000000.00', otherSupport: true },
      'other_support',
    ),
    refuses(
      '与服务商有关联关系',
      'Affiliated with the vendor',
      { sector: 'software', direction: 'base', paidAmount: '8000000.00', affiliated: true },
      'affiliated_vendor',
    ),
    // 1,000,000 × 10 % = 100,000.
    gives(
      '行业应用，一般情形',
      'An application',
      { sector: 'software', direction: 'application', paidAmount: '1000000.00' },
      '100000.00',
    ),
    // 10,000,000 × 50 % = 5,000,000.
    gives(
      '基础大模型，一般情形',
      'A base model',
      { sector: 'software', direction: 'base', paidAmount: '10000000.00' },
      '5000000.00',
    ),
    // 8,000,000 × 20 % = 1,600,000, above the cap of 1,000,000.
    gives(
      '垂类模型，超过上限',
      'A model for a field, above its cap',
      { sector: 'software', direction: 'vertical', paidAmount: '8000000.00' },
      '1000000.00',
    ),
    // 20,000,000 × 30 % = 6,000,000, above the cap of 5,000,000.
    gives(
      '行业大模型，超过上限',
      'A large model for an industry, above its cap',
      { sector: 'software', direction: 'industry', paidAmount: '20000000.00' },
      '5000000.00',
    ),
    refuses(
      '同一合同再次申报',
      'A second claim for one contract',
      { sector: 'software', direction: 'base', paidAmount: '8000000.00', contractClaimed: true },
      'contract_claimed',
    ),
  ],
};
