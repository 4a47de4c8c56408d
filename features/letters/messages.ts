import { messages } from '@/lib/messages';

type Verdict = { reference: string };
type Days = { days: number; date: string };

/** The title of each kind of letter. */
export const letterTitles = messages({
  receipt: { 'zh-CN': '申请回执', en: 'Receipt of application' },
  resubmission: { 'zh-CN': '补正回执', en: 'Receipt of corrections' },
  correction: { 'zh-CN': '补正通知书', en: 'Request for corrections' },
  approval: { 'zh-CN': '核准通知书', en: 'Notice of approval' },
  refusal: { 'zh-CN': '不予通过通知书', en: 'Notice of refusal' },
  withdrawal: { 'zh-CN': '撤回确认书', en: 'Confirmation of withdrawal' },
  appeal_receipt: { 'zh-CN': '申诉回执', en: 'Receipt of appeal' },
  appeal_decision: { 'zh-CN': '申诉决定书', en: 'Decision on appeal' },
});

/** The refusal for a letter with characters that cannot be printed: the same for every decision. */
export const letterUnprintable = {
  'zh-CN': ({ characters }: { characters: string }) =>
    `文书的字体没有这些字符：${characters}。它们将印成“〓”，并在文末列出编码。请改写；仍要这样发出的，请再提交一次。`,
  en: ({ characters }: { characters: string }) =>
    `Letters cannot print these characters: ${characters}. A mark (〓) will stand for each, and the letter will name them at its end. Change the text, or send it once more as it is.`,
} as const;

/** The sentences of the letters. */
export const letterMessages = messages({
  letters: { 'zh-CN': '文书', en: 'Letters' },
  lettersLead: {
    'zh-CN': '每份文书附验证码，任何人可验真。',
    en: 'Each carries a code with which anybody can verify it.',
  },
  pdfOf: {
    'zh-CN': ({ title }: { title: string }) => `${title}（PDF）`,
    en: ({ title }: { title: string }) => `${title} (PDF)`,
  },
  annulled: { 'zh-CN': '已撤销', en: 'No longer in force' },
  fileOf: {
    'zh-CN': ({ title, reference }: { title: string; reference: string }) =>
      `${title}-${reference}.pdf`,
    en: ({ title, reference }: { title: string; reference: string }) => `${title} ${reference}.pdf`,
  },
  number: {
    'zh-CN': ({ reference }: Verdict) => `申请编号 ${reference}`,
    en: ({ reference }: Verdict) => `Application ${reference}`,
  },
  translation: {
    'zh-CN': '',
    en: 'This is a translation. The Chinese text is authoritative.',
  },
  agency: { 'zh-CN': '经办机构', en: 'Handled by' },
  agencyText: {
    'zh-CN': ({ agency, bureau }: { agency: string; bureau: string }) =>
      `${agency}（受${bureau}委托）`,
    en: ({ agency, bureau }: { agency: string; bureau: string }) =>
      `${agency}, for the ${bureau} under a mandate`,
  },
  to: {
    'zh-CN': ({ name }: { name: string }) => `${name}：`,
    en: ({ name }: { name: string }) => `To ${name}`,
  },
  received: {
    'zh-CN': '贵单位提交的申请已收到，现予回执。',
    en: 'Your application was received.',
  },
  corrected: {
    'zh-CN': '贵单位提交的补正内容已收到，审核计时继续。',
    en: 'Your corrections were received; the service clock runs on.',
  },
  asked: {
    'zh-CN':
      '经审核，贵单位的申请需要补正。现将需补正的全部内容一次性告知如下，请在期限内提交；补正期间审核计时暂停，逾期未提交的，申请关闭。',
    en: 'Your application needs corrections. Everything that needs them is listed below, once and completely. The service clock has stopped; an application that is not corrected in time is closed.',
  },
  noticeEnded: {
    'zh-CN': '公示期满无异议',
    en: 'its public notice ended without an objection',
  },
  noticeNone: {
    'zh-CN': '本政策不需公示',
    en: 'this programme asks for no public notice',
  },
  approvedText_claims: {
    'zh-CN': ({ notice }: { notice: string }) =>
      `贵单位的申请经审核通过，${notice}，现予核准。财政发放后，请先向服务商付清费用，再凭发票和付款凭证在有效期内申请兑付；兑付金额按实际支付并经核定的费用计算，不超过核准金额。`,
    en: ({ notice }: { notice: string }) =>
      `Your application passed its review and ${notice}: it is approved. Once finance has issued the award, pay the vendor, then claim with the invoices and proof of payment while it is valid. What is paid follows from the costs that were really paid and accepted, and is never more than the amount approved.`,
  },
  approvedText_at_once: {
    'zh-CN': ({ notice }: { notice: string }) =>
      `贵单位的申请经审核通过，${notice}，现予核准。财政发放后，直接拨付至贵单位登记的收款账户。`,
    en: ({ notice }: { notice: string }) =>
      `Your application passed its review and ${notice}: it is approved. Once finance has issued the award, it is paid to the bank account that you have entered.`,
  },
  approvedText_vendor: {
    'zh-CN': ({ notice }: { notice: string }) =>
      `贵单位的申请经审核通过，${notice}，现予核准。算力券由财政发放后，可在“算力券”中使用。`,
    en: ({ notice }: { notice: string }) =>
      `Your application passed its review and ${notice}: it is approved. The voucher can be used once finance has issued it.`,
  },
  refusedText: {
    'zh-CN': '经审核，贵单位的申请不予通过。理由如下：',
    en: 'Your application was reviewed and is refused, for this reason:',
  },
  remedy: { 'zh-CN': '救济途径', en: 'If you disagree' },
  remedyText: {
    'zh-CN': ({ bureau, days, date }: Days & { bureau: string }) =>
      `贵单位如不服本决定，可自作出之日起 ${days} 个工作日内（${date} 24:00 前）登录本平台向${bureau}提出申诉，由未参与本案审核的人员决定。`,
    en: ({ bureau, days, date }: Days & { bureau: string }) =>
      `You may appeal to ${bureau} within ${days} working days, until the end of ${date}, by signing in to this portal. Somebody who had no part in the review decides.`,
  },
  withdrawn: {
    'zh-CN': '贵单位的申请已按贵单位的意愿撤回，不再办理。',
    en: 'Your application was withdrawn at your wish; nothing more happens to it.',
  },
  appealReceived: {
    'zh-CN': ({ date }: { date: string }) =>
      `贵单位对 ${date} 不予通过决定提出的申诉已收到，由未参与本案审核的人员办理。`,
    en: ({ date }: { date: string }) =>
      `Your appeal against the refusal of ${date} was received. Somebody who had no part in the review decides on it.`,
  },
  appealDismissed: {
    'zh-CN': ({ date }: { date: string }) =>
      `经审理，贵单位的申诉不成立，维持 ${date} 作出的不予通过决定。理由如下：`,
    en: ({ date }: { date: string }) =>
      `Your appeal was looked into and is dismissed: the refusal of ${date} stands, for this reason:`,
  },
  appealGranted: {
    'zh-CN': ({ date }: { date: string }) =>
      `经审理，贵单位的申诉成立，撤销 ${date} 作出的不予通过决定，申请由其他人员重新审核。理由如下：`,
    en: ({ date }: { date: string }) =>
      `Your appeal was looked into and is granted: the refusal of ${date} is set aside, and others review the application anew. The reason:`,
  },
  finalText: {
    'zh-CN': '同一决定只能申诉一次。贵单位仍不服的，可依法申请行政复议或者提起行政诉讼。',
    en: 'There is one appeal for each decision. Administrative reconsideration and the courts remain open to you as the law provides.',
  },
  applicant: { 'zh-CN': '申请单位', en: 'Applicant' },
  creditCode: { 'zh-CN': '统一社会信用代码', en: 'Credit code' },
  programme: { 'zh-CN': '政策', en: 'Programme' },
  rules: {
    'zh-CN': ({ title, number }: { title: string; number: number }) =>
      `${title}（规则第 ${number} 版）`,
    en: ({ title, number }: { title: string; number: number }) =>
      `${title} (rules version ${number})`,
  },
  submittedAt: { 'zh-CN': '提交时间', en: 'Submitted' },
  filedAt: { 'zh-CN': '提出时间', en: 'Filed' },
  withdrawnAt: { 'zh-CN': '撤回时间', en: 'Withdrawn' },
  decidedAt: { 'zh-CN': '决定时间', en: 'Decided' },
  approvedAt: { 'zh-CN': '核准时间', en: 'Approved' },
  by: { 'zh-CN': '提交人', en: 'By' },
  amount: { 'zh-CN': '申请金额', en: 'Amount' },
  approved: { 'zh-CN': '核准金额', en: 'Amount approved' },
  decidedCap: { 'zh-CN': '经决定提高的上限', en: 'Cap raised by decision to' },
  capBasis: { 'zh-CN': '决定依据', en: 'Decision' },
  inWords: { 'zh-CN': '大写', en: 'In Chinese capitals' },
  appeal: { 'zh-CN': '申诉编号', en: 'Appeal' },
  due: { 'zh-CN': '办结期限', en: 'Decision by' },
  dueText: {
    'zh-CN': ({ days, date }: Days) => `${date}（${days} 个工作日内）`,
    en: ({ days, date }: Days) => `${date} (within ${days} working days)`,
  },
  correctBy: { 'zh-CN': '补正期限', en: 'Correct by' },
  reason: { 'zh-CN': '理由', en: 'Reason' },
  grounds: { 'zh-CN': '申诉理由', en: 'Grounds' },
  faults: { 'zh-CN': '需补正的内容', en: 'What needs correcting' },
  message: { 'zh-CN': '总体说明', en: 'In general' },
  contact: {
    'zh-CN': ({ phone, address }: { phone: string; address: string }) =>
      `咨询电话 ${phone}，地址 ${address}。`,
    en: ({ phone, address }: { phone: string; address: string }) =>
      `Questions: ${phone}. Address: ${address}.`,
  },
  verifyLead: {
    'zh-CN': '扫码，或在下列网址输入验证码，为本文书验真',
    en: 'Scan, or enter the code at this address, to verify this letter',
  },
  sealMark: { 'zh-CN': '印', en: 'Seal' },
  sealAlt: {
    'zh-CN': ({ name }: { name: string }) => `印章图样：${name}`,
    en: ({ name }: { name: string }) => `Drawing of a seal: ${name}`,
  },
  sealNote: {
    'zh-CN': '印章为图样，不是电子签名；真伪请以验证码验真。',
    en: 'The seal is a drawing and no electronic signature; the code tells whether the letter is genuine.',
  },
  verifyAlt: {
    'zh-CN': ({ code }: { code: string }) => `二维码：文书 ${code} 验真`,
    en: ({ code }: { code: string }) => `QR code that verifies letter ${code}`,
  },
  missing: {
    'zh-CN': ({ codes }: { codes: string }) =>
      `文中以“〓”代替的字符，依次为（Unicode 编码）：${codes}。`,
    en: ({ codes }: { codes: string }) =>
      `The mark 〓 stands for characters that cannot be printed, in this order (Unicode): ${codes}.`,
  },
  listed: { 'zh-CN': '、', en: ', ' },
  page: {
    'zh-CN': ({ page, pages, code }: { page: number; pages: number; code: string }) =>
      `第 ${page} 页，共 ${pages} 页 · 验证码 ${code}`,
    en: ({ page, pages, code }: { page: number; pages: number; code: string }) =>
      `Page ${page} of ${pages} · code ${code}`,
  },
  genuine: { 'zh-CN': '真实文书，现行有效', en: 'Genuine, and in force' },
  genuineAnnulled: { 'zh-CN': '真实文书，已被后续决定撤销', en: 'Genuine, but set aside since' },
  kind: { 'zh-CN': '文书', en: 'Letter' },
  reference: { 'zh-CN': '申请编号', en: 'Application' },
  bureau: { 'zh-CN': '出具单位', en: 'Issued by' },
  organisation: { 'zh-CN': '单位', en: 'Addressed to' },
  issuedAt: { 'zh-CN': '出具日期', en: 'Issued' },
  masked: {
    'zh-CN': '单位名称只显示一部分。文书的内容只有当事单位和出具单位可见。',
    en: 'Only part of the name is shown. What the letter says is for its addressee and the bureau.',
  },
  unknown: { 'zh-CN': '查无此文书', en: 'There is no such letter' },
  unknownBody: {
    'zh-CN': '本平台没有出具过这个验证码的文书。请逐位核对。',
    en: 'No letter with this code was ever issued here. Check each character.',
  },
});
