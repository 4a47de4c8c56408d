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
  costs: { clause: '4', items: ['compute', 'modelApi'], excluded: [], taxIncluded: true },
  base: { clause: '5', of: 'contract' },
  rates: [
    { clause: '5.1', percent: '20' },
    { clause: '5.2', percent: '30', chipOrigin: 'domestic' },
    { clause: '5.2', percent: '30', models: ['multimodal'] },
  ],
  rateKind: 'ceiling',
  pick: 'max',
  rounding: wholeFen,
  caps: [{ clause: '5.3', per: 'year', yuan: '8000000', raisedByDecision: true }],
  pool: { clause: '2', exhaustion: 'reject' },
  intake: { clause: '7', kind: 'rolling' },
  vendors: { clause: '4', scope: 'listed' },
  voucher: usualVoucher,
  service: usualService,
  evidence: papersForDeduction,
  settlement: { clause: '8', cycle: 'quarterly' },
  source: {
    title: text(
      '杭州市算力券政策（2024 年），转载文本',
      'Policy of Hangzhou on computing vouchers (2024), mirrored text',
    ),
    url: 'https://bobomg.com/a/hang-zhou-kuo-rong-suan-li-quan-fa-fang-mei-nian-suan-li-quan-zong-e-ti-sheng-zhi-2-5yi-yuan.html',
    grade: 'o',
    effectiveFrom: '2024-07-01',
  },
  assumed: [
    text(
      '上限可放宽的，只对基础模型企业作出决定；一份合同兼用国产和进口芯片的，按申请时填报的一种计；由列入名单的智算中心或合作方抵扣，按合同金额计算。',
      'The cap is raised by decision for base-model firms alone; a contract with both domestic and imported chips counts as the one that is stated. Listed centres and partners deduct the voucher; the contract amount counts.',
    ),
    text(
      '后一年度版本各来源互相矛盾，未采用；施行日期为演示设定。',
      'Sources on the version of the year after contradict each other, and it is not used; the day of coming into force is set for the demonstration.',
    ),
    assumedYearCap,
    assumedApplicants,
    assumedUsual,
    assumedDates,
  ],
};

/**
 * Hangzhou 2024 (row 11): up to 30 % of the contract for domestic chips or a registered multimodal
 * base model, otherwise up to 20 %; at most ¥8,000,000, which the city may raise for firms that
 * make base models.
 */
export const hangzhouCompute2024: ProgrammeData = {
  slug: 'hangzhou-compute-2024',
  citySlug: 'hangzhou',
  publishedOn: '2024-07-01',
  budgetYuan: '250000000',
  rounds: [{ number: 1, opensOn: '2024-09-02', closesOn: '2026-12-31', closesAt: '17:30' }],
  rules,
  guide: {
    title: text('杭州市算力券（2024）', 'Hangzhou computing voucher (2024)'),
    summary: text(
      '在名单内的智算中心和合作方购买算力或模型服务，抵扣合同金额的一部分。',
      'Part of what you spend on compute or model services at listed centres and partners is deducted.',
    ),
    process: processOfDeduction,
    questions: [
      faq(
        '用进口芯片可以申请吗？',
        'May I use imported chips?',
        '可以，按一般比例；使用国产芯片，或训练已备案的多模态基础模型的，比例较高。',
        'Yes, at the ordinary rate. Domestic chips, or a registered multimodal base model, have a higher one.',
      ),
      faq(
        '两个较高比例的条件都满足，可以相加吗？',
        'I meet both conditions for the higher rate. Do they add up?',
        '不可以，只取一个比例。',
        'No. Only one rate is taken.',
      ),
      faq(
        '上限可以放宽吗？',
        'Can the cap be raised?',
        '基础模型企业可由主管部门决定放宽。',
        'For firms that make base models, by a decision of the bureau.',
      ),
    ],
    ...notesOf(
      text('杭州市算力券政策（2024）', 'Policy of Hangzhou on computing vouchers (2024)'),
      text('杭州市经济和信息化局', 'Hangzhou Economy and Information Technology Bureau'),
      '0571',
      '85200000',
    ),
  },
  form: applicationForm(rules),
  examples: [
    // 5,000,000 × 20 % = 1,000,000: imported chips, a model that is registered but not multimodal.
    gives(
      '进口芯片，一般比例',
      'Imported chips',
      { chipOrigin: 'foreign', model: 'registered', contractAmount: '5000000.00' },
      '1000000.00',
    ),
    // 5,000,000 × 30 % = 1,500,000.
    gives(
      '国产芯片',
      'Domestic chips',
      { chipOrigin: 'domestic', model: 'none', contractAmount: '5000000.00' },
      '1500000.00',
    ),
    // 5,000,000 × 30 % = 1,500,000, on imported chips.
    gives(
      '已备案的多模态基础模型',
      'A registered multimodal base model',
      { chipOrigin: 'foreign', model: 'multimodal', contractAmount: '5000000.00' },
      '1500000.00',
    ),
    // Both conditions: still 30 %, 1,500,000.
    gives(
      '两个条件都满足',
      'Both conditions at once',
      { chipOrigin: 'domestic', model: 'multimodal', contractAmount: '5000000.00' },
      '1500000.00',
    ),
    // 40,000,000 × 30 % = 12,000,000, above the cap of 8,000,000.
    gives(
      '达到上限',
      'At the cap',
      { chipOrigin: 'domestic', model: 'none', contractAmount: '40000000.00' },
      '8000000.00',
    ),
    // The cap raised to 10,000,000 by a decision.
    gives(
      '基础模型企业放宽上限',
      'The cap raised for a base-model firm',
      {
        chipOrigin: 'domestic',
        model: 'multimodal',
        contractAmount: '40000000.00',
        decidedCapAmount: '10000000.00',
      },
      '10000000.00',
    ),
    // 39,999,999.99 × 20 % = 7,999,999.998, cut off: one fen below the cap.
    gives(
      '比上限少一分',
      'One fen below the cap',
      { chipOrigin: 'foreign', model: 'none', contractAmount: '39999999.99' },
      '7999999.99',
    ),
    refuses(
      '服务商不在名单内',
      'The vendor is not listed',
      {
        chipOrigin: 'domestic',
        model: 'none',
        contractAmount: '5000000.00',
        vendorListed: false,
      },
      'vendor_not_listed',
    ),
  ],
};
