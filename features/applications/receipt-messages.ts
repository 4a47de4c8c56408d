import { messages } from '@/lib/messages';

/** Texts of the page after a submission. */
export const receiptMessages = messages({
  title: { 'zh-CN': '申请已提交', en: 'Your application was submitted' },
  lead: {
    'zh-CN': '请记下编号。回执可下载，随时可在“申请”中再次查看。',
    en: 'Note the reference. Download the receipt now or later, under Applications.',
  },
  reference: { 'zh-CN': '申请编号', en: 'Reference' },
  programme: { 'zh-CN': '政策', en: 'Programme' },
  submittedAt: { 'zh-CN': '提交时间', en: 'Submitted' },
  submittedBy: { 'zh-CN': '提交人', en: 'Submitted by' },
  amount: { 'zh-CN': '申请金额', en: 'Amount applied for' },
  due: { 'zh-CN': '办结期限', en: 'Decision by' },
  within: {
    'zh-CN': ({ days }: { days: number }) => `（${days} 个工作日内）`,
    en: ({ days }: { days: number }) => `(within ${days} working days)`,
  },
  mailed: { 'zh-CN': '邮件已发给', en: 'E-mail sent to' },
  next: { 'zh-CN': '接下来', en: 'What happens next' },
  step1: {
    'zh-CN': '初审员受理并审核。需要补正的，一次告知，期间计时暂停。',
    en: 'A reviewer takes the case. Corrections are asked for once at most; the clock stops meanwhile.',
  },
  step2: { 'zh-CN': '由另一名人员复审。', en: 'Somebody else makes the final review.' },
  step3: {
    'zh-CN': '通过后公示，公示期满无异议即核准。',
    en: 'It goes on public notice and is approved when that ends without an objection.',
  },
  step3_none: {
    'zh-CN': '通过后即核准，不再公示。',
    en: 'Once passed it is approved, without a public notice.',
  },
  step4_vendor: {
    'zh-CN': '财政发放算力券。每一步都会邮件告知。',
    en: 'Finance issues the voucher. You are told of every step by e-mail.',
  },
  step4_claims: {
    'zh-CN': '财政发放后，先向服务商付清费用，再凭发票和付款凭证申请兑付。每一步都会邮件告知。',
    en: 'Once finance has issued it, pay the vendor, then claim with the invoices and proof of payment. You are told of every step by e-mail.',
  },
  step4_at_once: {
    'zh-CN': '财政发放后，直接拨付至贵单位登记的收款账户。每一步都会邮件告知。',
    en: 'Once finance has issued it, the money is paid to the bank account that you have entered. You are told of every step by e-mail.',
  },
  questions: { 'zh-CN': '咨询：', en: 'Questions:' },
  pdf: { 'zh-CN': '下载回执（PDF）', en: 'Download the receipt (PDF)' },
  toStatus: { 'zh-CN': '查看办理进度', en: 'See its status' },
  toList: { 'zh-CN': '申请列表', en: 'Applications' },
});
