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
  kind: 'model',
  applicants: { clause: '3', types: ['enterprise', 'institute', 'university'] },
  requirements: [
    { clause: '4.1', flags: ['daily_tokens'] },
    { clause: '4.2', flags: ['clients'] },
    { clause: '4.3', flags: ['local_clients'] },
  ],
  questions: [
    {
      id: 'daily_tokens',
      text: text(
        '基础模型服务商日均处理词元是否不少于 10000 亿？（申请方是服务商的，指本单位）',
        'Does the base-model vendor process at least one trillion tokens a day? (Your own firm, where you are the vendor.)',
      ),
    },
    {
      id: 'clients',
      text: text(
        '该服务商的客户是否不少于 10000 家？',
        'Does that vendor have at least 10,000 clients?',
      ),
    },
    {
      id: 'local_clients',
      text: text(
        '其中海淀区客户是否不少于 500 家？',
        'Are at least 500 of these clients in Haidian?',
      ),
    },
  ],
  beneficiary: { clause: '3', side: 'either', payee: 'buyer', exclusive: true },
  claim: { clause: '6', basis: 'settled_use', voucher: false },
  costs: { clause: '5', items: ['modelApi'], excluded: [], taxIncluded: true },
  base: { clause: '5', of: 'settled' },
  rates: [{ clause: '5', percent: '50' }],
  rateKind: 'ceiling',
  rounding: wholeFen,
  caps: [
    { clause: '5.2', per: 'year', yuan: '2000000', side: 'demand' },
    { clause: '5.3', per: 'period', periodMonths: 6, yuan: '50000000', side: 'supply' },
  ],
  pool: { clause: '2', exhaustion: 'reject' },
  intake: { clause: '7', kind: 'batch' },
  vendors: { clause: '4', scope: 'listed' },
  voucher: usualVoucher,
  service: {
    ...usualService,
    stages: [
      { title: text('形式审查', 'Formal check'), workingDays: 5 },
      { title: text('专项审计', 'Special audit'), workingDays: 15 },
    ],
  },
  evidence: {
    clause: '7',
    application: ['licence', 'contract', 'invoice', 'payment', 'usage'],
    redemption: [],
  },
  settlement: { clause: '8', cycle: 'batch' },
  source: {
    title: text(
      '海淀区模型券申报通知（2026 年，t20260330_4810202），第三方转述',
      'Notice of Haidian on model vouchers (2026, t20260330_4810202), restated by a third party',
    ),
    url: 'https://zyk.bjhd.gov.cn/',
    grade: 'r',
    effectiveFrom: '2026-03-30',
  },
  assumed: [
    text(
      '用户和服务商都可申请，资金付给申请方；同一笔调用费用只支持一方。服务商上限按每六个月计。',
      'Users and vendors may both apply, and whoever applies is paid; the same spend is supported on one side only. The vendor’s cap is for six months at a time.',
    ),
    text(
      '服务商的三项条件（日均词元、客户数、海淀区客户数）由用户申请时一并核对，以名单为准；名单由区里公布，不超过两家。',
      'The three conditions on vendors (daily tokens, clients, clients in Haidian) are checked for users too, against the district’s list, which names two vendors at most.',
    ),
    text(
      '原文未见用户的主体类型和注册地限制，不作限制；未见全文，网址为主管部门门户。',
      'No limit on the kind and place of users was seen, and none is set; the full text was not seen, and the address is the department’s portal.',
    ),
    assumedPool,
    assumedUsual,
    assumedDates,
  ],
};

const ordinary = {
  side: 'demand' as const,
  flags: { daily_tokens: true, clients: true, local_clients: true },
};
const vendor = { ...ordinary, side: 'supply' as const };

/**
 * Haidian model voucher 2026 (row 5): up to 50 % of the cost of calls of at most two base models; users at most ¥2,000,000 a
 * year, vendors at most ¥50,000,000 in six months; batches of seven days.
 */
export const haidianModel2026: ProgrammeData = {
  slug: 'haidian-model-2026',
  citySlug: 'haidian',
  publishedOn: '2026-03-30',
  budgetYuan: '200000000',
  rounds: [
    { number: 1, opensOn: '2026-03-31', closesOn: '2026-04-06', closesAt: '17:00' },
    { number: 2, opensOn: '2026-11-23', closesOn: '2026-11-29', closesAt: '17:00' },
    { number: 3, opensOn: '2027-03-29', closesOn: '2027-04-04', closesAt: '17:00' },
  ],
  rules,
  guide: {
    title: text('海淀区模型券（2026）', 'Haidian model voucher (2026)'),
    summary: text(
      '支持调用入选基础模型的用户和提供服务的模型企业，按调用费用给予补助。',
      'Supports those who call the selected base models, and the firms that serve them, by what the calls cost.',
    ),
    process: [
      text(
        '调用入选的基础模型，按期结算并付清费用。',
        'Call a selected base model; settle and pay.',
      ),
      text(
        '在批次开放的一周内在线申报，上传结算、付款和用量材料。',
        'Apply in the week in which the round is open, with settlement, payment and usage.',
      ),
      text(
        '形式审查；如需补正，一次性告知全部问题。',
        'Formal check; if anything is missing you are told once, completely.',
      ),
      text('专项审计，复审。', 'Special audit and final review.'),
      text(
        '公示；无异议的拨付至申请方。',
        'Public notice; if nobody objects whoever applied is paid.',
      ),
    ],
    questions: [
      faq(
        '用户和服务商可以同时申请吗？',
        'May user and vendor both apply?',
        '可以各自申请，但同一笔调用费用只支持一方。',
        'Yes, but not for the same spend.',
      ),
      faq(
        '哪些模型可以用？',
        'Which models count?',
        '区里公布的入选基础模型服务商提供的模型。',
        'Those of the base-model vendors on the district’s list.',
      ),
      faq(
        '两类申请方的上限一样吗？',
        'Is the cap the same for both?',
        '不一样，用户按自然年度计，服务商按半年计，见上文限额。',
        'No. The user’s is for a calendar year, the vendor’s for half a year; see the limits above.',
      ),
    ],
    ...notesOf(
      text('海淀区模型券政策（2026）', 'Policy of Haidian on model vouchers (2026)'),
      text(
        '海淀区科技和经济信息化局',
        'Haidian Science, Technology and Economic Information Bureau',
      ),
      '010',
      '82600000',
    ),
  },
  form: applicationForm(rules),
  examples: [
    // 1,000,000 × 50 % = 500,000.
    gives('用户，一般情形', 'A user', { ...ordinary, settledAmount: '1000000.00' }, '500000.00'),
    // 6,000,000 × 50 % = 3,000,000, above the user's cap of 2,000,000.
    gives(
      '用户达到上限',
      'A user at the cap',
      { ...ordinary, settledAmount: '6000000.00' },
      '2000000.00',
    ),
    // 3,999,999.99 × 50 % = 1,999,999.995, cut off: one fen below the cap.
    gives(
      '比上限少一分',
      'One fen below the cap',
      { ...ordinary, settledAmount: '3999999.99' },
      '1999999.99',
    ),
    // 80,000,000 × 50 % = 40,000,000: vendors have another cap than users.
    gives(
      '服务商，一般情形',
      'A vendor',
      { ...vendor, settledAmount: '80000000.00' },
      '40000000.00',
    ),
    // 120,000,000 × 50 % = 60,000,000, above the vendor's cap of 50,000,000.
    gives(
      '服务商达到上限',
      'A vendor at the cap',
      { ...vendor, settledAmount: '120000000.00' },
      '50000000.00',
    ),
    // 40,000,000; 50,000,000 − 45,000,000 received in these six months = 5,000,000.
    gives(
      '服务商半年内已获支持',
      'A vendor who had support in these six months',
      {
        ...vendor,
        settledAmount: '80000000.00',
        used: { periodClaimed: '45000000.00' },
      },
      '5000000.00',
    ),
    refuses(
      '服务商海淀客户不足',
      'Too few clients in Haidian',
      {
        ...vendor,
        flags: { ...vendor.flags, local_clients: false },
        settledAmount: '80000000.00',
      },
      'condition_unmet',
    ),
    refuses(
      '对方已就同一费用申请',
      'The other side has claimed',
      { ...ordinary, settledAmount: '1000000.00', otherSideClaims: true },
      'other_side_claims',
    ),
    refuses(
      '模型不在名单内',
      'The model is not on the list',
      { ...ordinary, settledAmount: '1000000.00', vendorListed: false },
      'vendor_not_listed',
    ),
    refuses(
      '服务商日均词元不足',
      'Too few tokens a day',
      {
        ...vendor,
        flags: { ...vendor.flags, daily_tokens: false },
        settledAmount: '80000000.00',
      },
      'condition_unmet',
    ),
    refuses(
      '服务商客户不足',
      'Too few clients',
      { ...vendor, flags: { ...vendor.flags, clients: false }, settledAmount: '80000000.00' },
      'condition_unmet',
    ),
  ],
};
