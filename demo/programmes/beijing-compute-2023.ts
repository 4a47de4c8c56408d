import { applicationForm } from '@/features/rules/application-form';
import type { Rules } from '@/features/rules/domain/rules';
import {
  faq,
  assumedDates,
  assumedPool,
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
  mode: 'deferred',
  kind: 'compute',
  applicants: { clause: '3', types: ['enterprise'] },
  requirements: [
    { clause: '3.1', regions: ['11'], sectors: ['software', 'manufacturing'] },
    { clause: '3.2', notFlags: ['dishonest'] },
    { clause: '3.3', flags: ['large_model'] },
  ],
  questions: [
    {
      id: 'dishonest',
      text: text(
        '近三年内是否被列入失信名单？',
        'Have you been listed as dishonest in the past three years?',
      ),
    },
    {
      id: 'large_model',
      text: text(
        '算力是否用于大模型的训练或应用？',
        'Is the compute for training or using a large model?',
      ),
    },
  ],
  beneficiary: { clause: '3', side: 'demand', payee: 'buyer', exclusive: false },
  claim: { clause: '6', basis: 'contract', voucher: true, oncePerContract: true },
  costs: {
    clause: '4.3',
    items: ['compute'],
    excluded: ['storage', 'network', 'security'],
    taxIncluded: true,
  },
  base: { clause: '5', of: 'contract' },
  rates: [{ clause: '5', percent: '20' }],
  rateKind: 'ceiling',
  rounding: wholeFen,
  caps: [{ clause: '5.2', per: 'year', yuan: '2000000', counts: 'both' }],
  stacking: { clause: '9', otherSupportAllowed: false, scope: 'contract' },
  pool: { clause: '2', exhaustion: 'reject' },
  intake: { clause: '7', kind: 'rolling' },
  contract: { clause: '4.2', signedFrom: '2023-09-01', longestMonths: 12 },
  vendors: { clause: '4', scope: 'any' },
  affiliates: { clause: '4', allowed: false },
  voucher: usualVoucher,
  service: usualService,
  evidence: {
    clause: '7',
    application: ['licence', 'contract'],
    redemption: ['invoice', 'payment', 'delivery'],
  },
  settlement: { clause: '8', cycle: 'quarterly' },
  source: {
    title: text(
      '北京市人工智能算力券政策（2023—2025 年），转载文本',
      'Policy of Beijing on AI computing vouchers (2023–2025), mirrored text',
    ),
    url: 'https://m.tzbaoxian.cn/news/cygh/2023/1017/21456.html',
    grade: 'o',
    effectiveFrom: '2023-10-17',
    effectiveTo: '2025-12-31',
  },
  assumed: [
    text(
      '年度上限对申领额和兑付额分别适用，取两者已用额中较大的一个；合同期自服务开始日起算。',
      'The yearly cap holds for what is claimed and for what is redeemed: the larger of both counts as used. The term runs from the first day of service.',
    ),
    text(
      '“未获其他市级算力补贴”按同一合同判断；原文未见服务商名单要求，不作限制。',
      '“No other municipal computing subsidy” is read as none for the same contract; no list of vendors was seen in the source, so any vendor is admitted.',
    ),
    assumedPool,
    assumedUsual,
    assumedDates,
  ],
};

/** The facts that every applicant must meet, apart from the contract. */
const ordinary = {
  region: '110108',
  sector: 'software' as const,
  flags: { dishonest: false, large_model: true },
};

/**
 * Beijing 2023–25 (row 1): up to 20 % of the contract, at most ¥2,000,000 per firm and calendar year, for claims and for
 * redemptions; contracts signed since 2023-09-01 for at most a year, each only once.
 */
export const beijingCompute2023: ProgrammeData = {
  slug: 'beijing-compute-2023',
  citySlug: 'beijing',
  publishedOn: '2023-10-17',
  budgetYuan: '100000000',
  rounds: [{ number: 1, opensOn: '2023-10-17', closesOn: '2025-12-31', closesAt: '17:30' }],
  rules,
  guide: {
    title: text('北京市人工智能算力券（2023—2025）', 'Beijing AI computing voucher (2023–2025)'),
    summary: text(
      '支持在京注册的软件和制造业企业购买算力，用于大模型训练和应用。本期已结束。',
      'Helped software and manufacturing firms registered in Beijing buy compute for large models. It has ended.',
    ),
    process: [
      text('签订算力合同，在线申领。', 'Sign a compute contract, then claim online.'),
      text(
        '受理、初审、复审；如需补正，一次性告知全部问题。',
        'Acceptance, first review, final review; if anything is missing you are told once, completely.',
      ),
      text('公示；无异议的发券。', 'Public notice; the voucher is issued if nobody objects.'),
      text(
        '付清费用，取得发票和算力交付凭证。',
        'Pay in full; obtain the invoice and the proof of delivery.',
      ),
      text(
        '申请兑付，核验后资金拨付至申领单位。',
        'Redeem; after verification the money is paid to you.',
      ),
    ],
    questions: [
      faq(
        '同一合同可以申领几次？',
        'How often may a contract be claimed for?',
        '一次。续签的新合同可另行申领。',
        'Once. A new contract may be claimed for again.',
      ),
      faq(
        '存储、网络和安全服务的费用算吗？',
        'Do storage, network and security count?',
        '不算，须从合同金额中扣除。',
        'No. They are taken off the contract amount.',
      ),
      faq(
        '服务商是我司的关联方，可以申领吗？',
        'The vendor is affiliated with us. May we claim?',
        '不可以。',
        'No.',
      ),
    ],
    ...notesOf(
      text(
        '北京市人工智能算力券政策（2023—2025）',
        'Policy of Beijing on AI computing vouchers (2023–2025)',
      ),
      text('北京市经济和信息化局', 'Beijing Economy and Information Technology Bureau'),
      '010',
      '55500000',
    ),
  },
  form: applicationForm(rules),
  examples: [
    // 3,000,000 × 20 % = 600,000.
    gives(
      '一般情形',
      'An ordinary contract',
      { ...ordinary, contractAmount: '3000000.00' },
      '600000.00',
    ),
    // 6,000,000 × 20 % = 1,200,000; 2,000,000 − 1,200,000 used = 800,000 left of the year's cap.
    gives(
      '当年已申领一部分',
      'Part of the year’s cap is used',
      { ...ordinary, contractAmount: '6000000.00', usedAmount: '1200000.00' },
      '800000.00',
    ),
    // As before, but 1,500,000 was redeemed in the year, more than was claimed: 500,000 left.
    gives(
      '当年兑付多于申领',
      'More was redeemed than claimed in the year',
      {
        ...ordinary,
        contractAmount: '6000000.00',
        usedAmount: '1200000.00',
        used: { yearRedeemed: '1500000.00' },
      },
      '500000.00',
    ),
    // 10,000,000 × 20 % = 2,000,000, exactly the cap; one fen less gives 1,999,999.998.
    gives(
      '刚好达到上限',
      'Just at the cap',
      { ...ordinary, contractAmount: '10000000.00' },
      '2000000.00',
    ),
    gives(
      '比上限少一分',
      'One fen below the cap',
      { ...ordinary, contractAmount: '9999999.99' },
      '1999999.99',
    ),
    // 2,000,000 − 500,000 for storage and network = 1,500,000; × 20 % = 300,000.
    gives(
      '合同含存储和网络费用',
      'The contract has storage and network in it',
      { ...ordinary, contractAmount: '2000000.00', excludedAmount: '500000.00' },
      '300000.00',
    ),
    refuses(
      '合同签订过早',
      'Signed a day too early',
      { ...ordinary, contractAmount: '6000000.00', signedOn: '2023-08-31' },
      'contract_signed_early',
    ),
    refuses(
      '合同期十三个月',
      'A term of thirteen months',
      {
        ...ordinary,
        contractAmount: '6000000.00',
        startsOn: '2023-11-01',
        endsOn: '2024-11-30',
      },
      'contract_too_long',
    ),
    refuses(
      '与服务商有关联关系',
      'Affiliated with the vendor',
      { ...ordinary, contractAmount: '6000000.00', affiliated: true },
      'affiliated_vendor',
    ),
    refuses(
      '同一合同再次申领',
      'A second claim for one contract',
      { ...ordinary, contractAmount: '6000000.00', contractClaimed: true },
      'contract_claimed',
    ),
    refuses(
      '已获其他市级算力补贴',
      'Another municipal subsidy',
      { ...ordinary, contractAmount: '6000000.00', otherSupport: true },
      'other_support',
    ),
    refuses(
      '注册地不在北京',
      'Registered outside Beijing',
      { ...ordinary, region: '130100', contractAmount: '6000000.00' },
      'region_outside',
    ),
    refuses(
      '近三年有失信记录',
      'Listed as dishonest',
      {
        ...ordinary,
        flags: { dishonest: true, large_model: true },
        contractAmount: '6000000.00',
      },
      'condition_unmet',
    ),
    refuses(
      '不是软件或制造业企业',
      'Neither software nor manufacturing',
      { ...ordinary, sector: 'science_services', contractAmount: '6000000.00' },
      'sector',
    ),
    refuses(
      '不用于大模型',
      'Not for a large model',
      {
        ...ordinary,
        flags: { dishonest: false, large_model: false },
        contractAmount: '6000000.00',
      },
      'condition_unmet',
    ),
    // 1,000,000 × 20 % = 200,000.
    gives(
      '制造业企业',
      'A manufacturer',
      { ...ordinary, sector: 'manufacturing', contractAmount: '1000000.00' },
      '200000.00',
    ),
  ],
};
