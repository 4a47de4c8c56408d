import type { RoundingRule, Rules } from '@/features/rules/domain/rules';
import type { Bilingual } from '@/lib/bilingual';
import type { ProgrammeExample } from '@/features/rules/examples';
import type { FactsInput } from '@/features/rules/facts-schema';
import type { Guide } from '@/features/rules/schema';

// Several programmes share these parts because their sources do not state them. The article numbers of the sources are unknown,
// so all demonstration programmes use the same numbers: 2 money, 3 applicants, 4 vendors and contracts, 5 amounts, 6 the voucher,
// 7 the procedure, 8 settlement, 9 other support.

/** Writes a text in both languages. */
export const text = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en });

export const wholeFen: RoundingRule = { unitFen: 1, mode: 'truncate' };

export const usualVoucher: Rules['voucher'] = {
  clause: '6',
  validMonths: 12,
  transferable: false,
  partialUse: true,
  percentOfOrder: '100',
  holdDays: 90,
};

export const usualService: Rules['service'] = {
  clause: '7',
  reviewWorkingDays: 20,
  correctionWorkingDays: 10,
  noticeWorkingDays: 5,
};

/**
 * Documents for an application with a signed contract, and for a deduction by the vendor, who sends a bill and the usage.
 */
export const papersForDeduction: Rules['evidence'] = {
  clause: '7',
  application: ['licence', 'contract'],
  redemption: ['invoice', 'usage'],
};

/** Documents for an application after use, with everything that proves the payment. */
export const papersAfterPayment: Rules['evidence'] = {
  clause: '7',
  application: ['licence', 'contract', 'invoice', 'payment'],
  redemption: [],
};

export const assumedUsual = text(
  '原文未见：条款号，办理、补正、公示、锁定的期限，券的有效期，结算周期，附件清单，金额含税，不足一分舍去，额度不足时不予发放。均为演示设定。',
  'Not seen in the source and set for the demonstration: article numbers; the terms of review, correction, public notice and holds; validity; the settlement cycle; the list of documents; amounts with tax; fractions of a fen cut off; no award where the pool falls short.',
);
export const assumedPool = text(
  '原文未列资金总额，本页金额为演示设定。',
  'The source names no pool: the amount shown is set for the demonstration.',
);
export const assumedDates = text(
  '随时申报或分批申报、各批次的起止时间，原文未见的为演示设定，已过的为演示延长。',
  'Rolling or batched intake and the dates of the rounds are set for the demonstration where the source does not give them, and extended where they are past.',
);
export const assumedYearCap = text(
  '原文未写明上限的计算期间，按单位每个自然年度计。',
  'The source does not say what period the cap is for: it is read as per applicant and calendar year.',
);
export const assumedRestated = text(
  '依据第三方转述，未见全文；网址为主管部门门户，施行日期为演示设定。',
  'After a third-party restatement, the full text not seen; the address is the department’s portal, the day of coming into force is set for the demonstration.',
);
export const assumedApplicants = text(
  '原文未见注册地和主体类型的限制：企业、科研院所、高校均可申请，不限注册地。',
  'The source sets no limit on place or kind of applicant: firms, institutes and universities may apply, wherever registered.',
);

export const processOfDeduction: Bilingual[] = [
  text(
    '与入库服务商签订合同，在线填写申请并上传材料，由单位负责人声明并提交。',
    'Sign with an accredited vendor, fill in the application and attach the documents; an owner declares and submits.',
  ),
  text(
    '受理；如需补正，一次性告知全部问题。',
    'Acceptance; if anything is missing you are told once, completely.',
  ),
  text('初审、复审由不同人员办理。', 'First review and final review, by different people.'),
  text('公示；无异议的核准并发券。', 'Public notice; approval and issue if nobody objects.'),
  text(
    '在服务商处下单，券抵扣一部分，其余自付。',
    'Order at the vendor: the voucher pays its part, you pay the rest.',
  ),
  text(
    '核销经用券单位确认、主管部门核验后，与服务商结算。',
    'Redemptions, confirmed by you and verified by the city, are settled with the vendor.',
  ),
];

export const processAfterPayment: Bilingual[] = [
  text('购买服务并付清费用，取得发票。', 'Buy the service, pay for it and have it invoiced.'),
  text(
    '在申报期内凭合同、发票和付款凭证在线申请。',
    'While the round is open, apply with contract, invoices and proof of payment.',
  ),
  text(
    '受理、初审、复审；如需补正，一次性告知全部问题。',
    'Acceptance, first review, final review; if anything is missing you are told once, completely.',
  ),
  text(
    '公示；无异议的核准，资金拨付至申请单位。',
    'Public notice; if nobody objects the money is paid to the applicant.',
  ),
];

/** Returns three notes for the end of every guide. */
export const notesOf = (
  policy: Bilingual,
  bureau: Bilingual,
  areaCode: string,
  number: string,
): Pick<Guide, 'basis' | 'contact' | 'supervision'> => ({
  basis: text(
    `${policy['zh-CN']}。本页为演示，以官方文本为准。`,
    `${policy.en}. A demonstration: the official text decides.`,
  ),
  contact: text(
    `${bureau['zh-CN']}　${areaCode}-${number}（演示）`,
    `${bureau.en}, ${areaCode}-${number} (demonstration)`,
  ),
  supervision: text(
    `监督投诉：${areaCode}-12345（演示）`,
    `Complaints: ${areaCode}-12345 (demonstration)`,
  ),
});

export const faq = (
  zh: string,
  en: string,
  answerZh: string,
  answerEn: string,
): Guide['questions'][number] => ({ question: text(zh, en), answer: text(answerZh, answerEn) });

/** Returns a worked example with an amount as its result, written `300000.00`. */
export const gives = (
  zh: string,
  en: string,
  facts: FactsInput,
  amount: string,
): ProgrammeExample => ({ title: text(zh, en), facts, expected: { amount } });

type Refusals = Extract<ProgrammeExample['expected'], { refusals: unknown }>['refusals'];

/** Returns a worked example that is refused for exactly these reasons. */
export const refuses = (
  zh: string,
  en: string,
  facts: FactsInput,
  ...refusals: Refusals
): ProgrammeExample => ({ title: text(zh, en), facts, expected: { refusals } });
