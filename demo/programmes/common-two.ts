import type { Rules } from '@/features/rules/domain/rules';
import type { Bilingual } from '@/lib/bilingual';
import type { Guide } from '@/features/rules/schema';
import { citiesData } from '../names';

/** Awards are never rounded up: fractions of a fen are cut off. */
export const toTheFen: Rules['rounding'] = { unitFen: 1, mode: 'truncate' };

/** Returns the voucher rules that the sources leave open. */
export const voucherTerms = (clause: string): Rules['voucher'] => ({
  clause,
  validMonths: 12,
  transferable: false,
  partialUse: true,
  percentOfOrder: '100',
  holdDays: 90,
});

/** Returns the service times that the sources leave open. */
export const serviceTerms = (clause: string): Rules['service'] => ({
  clause,
  reviewWorkingDays: 20,
  correctionWorkingDays: 5,
  noticeWorkingDays: 5,
});

/** How an amount is rounded to fen, if the source does not say. */
export const cutOff: Bilingual = {
  'zh-CN': '不足一分的部分舍去。',
  en: 'Fractions of a fen are cut off.',
};

/** Returns a note with what was not found in the source. Each language has its list in its own grammar. */
export const notSeen = (zh: string, en: string): Bilingual => ({
  'zh-CN': `原文未见：${zh}。均为演示设定。`,
  en: `Not seen in the source and set for the demonstration: ${en}.`,
});

/** What no source of this half contains. */
export const termsNotSeen = notSeen(
  '办理、补正、公示的期限，结算周期，所附材料的清单',
  'the terms of review, correction and public notice; the settlement cycle; the list of papers',
);

/** Note on the size of the pool, if the source names none. */
export const poolNotSeen: Bilingual = {
  'zh-CN': '原文未列年度规模，资金规模为演示设定。',
  en: 'The source names no yearly pool; its size is set for the demonstration.',
};

/** Note on a pool that is too small, if the source does not say what happens then. */
export const rejectedWhenShort: Bilingual = {
  'zh-CN': '原文未见额度不足时的处理办法，按不予补助设定。',
  en: 'The source does not say what happens when the pool falls short: nothing is given then.',
};

export const partlyWhenShort: Bilingual = {
  'zh-CN': '原文未见额度不足时的处理办法，按剩余额度补助设定。',
  en: 'The source does not say what happens when the pool falls short: what is left is given.',
};

/** Note on dates of rounds that differ from the real programme. */
export const roundsSet: Bilingual = {
  'zh-CN': '申报时间为演示设定，截止日已延长。',
  en: 'The dates of the rounds are set for the demonstration; the closing date is extended.',
};

/** Returns the policy that a guide is based on, with a note that it is a demonstration. */
export const basisOf = (zh: string, en: string): Bilingual => ({
  'zh-CN': `${zh}。本页为演示，以官方文本为准。`,
  en: `${en}. A demonstration: the official text decides.`,
});

function cityOf(slug: string) {
  const city = citiesData.find((each) => each.slug === slug);
  if (!city) throw new Error(`No such city: ${slug}`);
  return city;
}

/** Returns the contact and the office for complaints: the bureau of the city, with invented numbers. */
export function officesOf(citySlug: string): Pick<Guide, 'contact' | 'supervision'> {
  const { bureau_zh: zh, bureau_en: en, phone } = cityOf(citySlug);
  const complaints = `${phone.split('-')[0] ?? ''}-12345`;
  return {
    contact: { 'zh-CN': `${zh}　${phone}（演示）`, en: `${en}, ${phone} (demonstration)` },
    supervision: {
      'zh-CN': `监督投诉：${complaints}（演示）`,
      en: `Complaints: ${complaints} (demonstration)`,
    },
  };
}

/** The process if the voucher pays its part at the vendor. */
export const deductProcess: Guide['process'] = [
  {
    'zh-CN': '在线填写申请，上传合同，由单位负责人声明并提交。',
    en: 'Fill in the application, attach the contract; an owner declares and submits.',
  },
  {
    'zh-CN': '受理；材料不全的，一次性告知补正。',
    en: 'Acceptance; if anything is missing you are told once, completely.',
  },
  {
    'zh-CN': '初审、复审由不同人员办理，结果公示。',
    en: 'First and final review by different people, then public notice.',
  },
  {
    'zh-CN': '发放算力券，在入库服务商处下单抵扣。',
    en: 'The voucher is issued; order at an accredited vendor and pay the rest.',
  },
  {
    'zh-CN': '核销核验后，券的部分由财政付给服务商。',
    en: 'Redemptions are verified and the vendor is paid the voucher’s part.',
  },
];

/** The process without a voucher to spend: use first, pay, then get the money back. */
export const payFirstProcess: Guide['process'] = [
  {
    'zh-CN': '签订合同，使用算力并付清费用。',
    en: 'Sign a contract, use the compute and pay for it.',
  },
  {
    'zh-CN': '在线填写申请，上传合同、发票和付款凭证。',
    en: 'Apply online with the contract, the invoices and the proof of payment.',
  },
  {
    'zh-CN': '受理、初审、复审；材料不全的，一次性告知补正。',
    en: 'Acceptance, first review, final review; if anything is missing you are told once, completely.',
  },
  {
    'zh-CN': '公示无异议的，补助资金拨付至申请单位。',
    en: 'After public notice without objection the money is paid to you.',
  },
];

type Question = Guide['questions'][number];

export const notPassedOn: Question = {
  question: { 'zh-CN': '算力券可以转让吗？', en: 'May I pass the voucher on?' },
  answer: {
    'zh-CN': '不可以，限申领单位自己使用。',
    en: 'No. Only whoever was awarded it may use it.',
  },
};

export const paidFirst: Question = {
  question: { 'zh-CN': '没付款可以先申请吗？', en: 'May I apply before I have paid?' },
  answer: {
    'zh-CN': '不可以。补助按实际支付的费用计算，须先付款。',
    en: 'No. The subsidy is worked out from what you have actually paid.',
  },
};

export const ceiling: Question = {
  question: {
    'zh-CN': '会按最高比例补助吗？',
    en: 'Will I be given the full rate?',
  },
  answer: {
    'zh-CN': '不一定。比例为上限，最终金额由主管部门核定。',
    en: 'Not necessarily. The rate is a ceiling; the bureau decides on the amount.',
  },
};
