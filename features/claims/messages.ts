import { documentRefusals } from '@/features/documents/messages';
import { ledgerRefusals } from '@/features/ledger/messages';
import { redemptionFieldErrors } from '@/features/redemptions/messages';
import type { Locale } from '@/lib/locale';
import { doneMessages, messages, type ValuesOf } from '@/lib/messages';
import { invoiceTaken, stateChanged, voucherUnknown } from '@/lib/refusal-messages';

type On = { on: string };
type N = { n: number };
type Amount = { amount: string };

const ownRefusals = messages({
  voucher_unknown: voucherUnknown,
  voucher_not_claimed: {
    'zh-CN': '此券不需要申请兑付。',
    en: 'Nothing has to be claimed on this voucher.',
  },
  voucher_frozen: {
    'zh-CN': '此券已冻结，暂不能申请兑付。',
    en: 'This voucher is frozen, so nothing can be claimed for now.',
  },
  voucher_revoked: {
    'zh-CN': '此券已撤销，不能申请兑付。',
    en: 'This voucher was revoked, so nothing can be claimed.',
  },
  claim_too_late: {
    'zh-CN': ({ on }: On) => `有效期已于 ${on} 届满，不能再申请兑付。`,
    en: ({ on }: On) => `It was valid until ${on}. Nothing can be claimed any more.`,
  },
  award_used_up: {
    'zh-CN': '核准金额已全部申请或兑付，没有余额可申请。',
    en: 'All of the award has been claimed already.',
  },
  claim_once_only: {
    'zh-CN': '按政策，此券只能申请兑付一次，已有一笔申请。',
    en: 'By the rules this voucher can be claimed once, and there is a claim already.',
  },
  claim_unknown: { 'zh-CN': '没有这笔兑付申请。', en: 'There is no such claim.' },
  claim_not_open: {
    'zh-CN': '这笔兑付申请现在不能修改。',
    en: 'This claim cannot be changed now.',
  },
  correction_over: {
    'zh-CN': ({ on }: On) => `补正期限已于 ${on} 届满，不能再修改或提交。`,
    en: ({ on }: On) => `The time for the correction ended on ${on}.`,
  },
  invoiced_in_future: {
    'zh-CN': ({ on }: On) => `开票日期不能晚于今天（${on}）。`,
    en: ({ on }: On) => `The invoice cannot be dated after today (${on}).`,
  },
  payment_in_future: {
    'zh-CN': ({ on }: On) => `付款日期不能晚于今天（${on}）。`,
    en: ({ on }: On) => `The payment cannot be dated after today (${on}).`,
  },
  paid_after_last_day: {
    'zh-CN': ({ on }: On) => `付款日期不能晚于有效期届满日 ${on}。`,
    en: ({ on }: On) => `The payment must not be later than ${on}, the last day of the voucher.`,
  },
  invoice_taken: invoiceTaken,
  invoice_taken_named: {
    'zh-CN': ({ number }: { number: string }) =>
      `发票 ${number} 已用于其他核销或兑付申请，请删除后再提交。`,
    en: ({ number }: { number: string }) =>
      `Invoice ${number} was used for another redemption or claim meanwhile. Take it out, then submit.`,
  },
  invoice_in_claim: {
    'zh-CN': '本次申请中已有这张发票。',
    en: 'This claim already has this invoice.',
  },
  costs_too_many: {
    'zh-CN': ({ maximum }: { maximum: number }) =>
      `一笔申请最多 ${maximum} 张发票，其余请另行申请。`,
    en: ({ maximum }: { maximum: number }) =>
      `A claim takes at most ${maximum} invoices. Put the others into a further claim.`,
  },
  cost_unknown: {
    'zh-CN': '本次申请中没有这张发票，可能已删除。',
    en: 'This claim has no such invoice; it may have been taken out already.',
  },
  evidence_unknown: {
    'zh-CN': '此政策的兑付申请不需要这种材料。',
    en: 'The programme does not ask for this document.',
  },
  file_unknown: {
    'zh-CN': '没有这个文件，可能已删除。',
    en: 'There is no such file; it may have been removed already.',
  },
  costs_missing: {
    'zh-CN': '请至少添加一张发票。',
    en: 'Add at least one invoice.',
  },
  claim_evidence_missing: {
    'zh-CN': ({ n }: N) => `还缺 ${n} 种材料，请在“证明材料”中上传。`,
    en: ({ n }: N) =>
      n === 1
        ? 'One required document is missing. Upload it under Evidence.'
        : `${n} required documents are missing. Upload them under Evidence.`,
  },
  claim_worth_nothing: {
    'zh-CN': '按政策计算，现有费用的可兑付金额为零，原因见“金额计算”。',
    en: 'By the rules these costs give nothing; the reasons stand under “How the amount is worked out”.',
  },
  correction_spent: {
    'zh-CN': '已通知补正一次，不能再次退回；请核验或不予通过。',
    en: 'A correction was already asked for once. Verify or refuse the claim.',
  },
  earlier_undecided: {
    'zh-CN': ({ reference }: { reference: string }) =>
      `此前的兑付申请 ${reference} 尚未办结，其费用影响本次金额，请先办理。`,
    en: ({ reference }: { reference: string }) =>
      `The earlier claim ${reference} is not decided yet, and this amount depends on its costs. Decide on it first.`,
  },
  accepted_above: {
    'zh-CN': ({ most }: { most: string }) => `核定费用不能超过申请的费用 ${most}。`,
    en: ({ most }: { most: string }) => `You cannot accept more than the claimed costs of ${most}.`,
  },
  accepted_nothing: {
    'zh-CN': '按核定费用计算，可兑付金额为零；如不应兑付，请选择“不予通过”。',
    en: 'The accepted costs give nothing by the rules. If nothing is to be paid, refuse the claim.',
  },
  reduction_reason_missing: {
    'zh-CN': '核减费用须说明理由。',
    en: 'Say why less is accepted.',
  },
  state_changed: stateChanged,
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof ownRefusals> {}
}

/** Returns the texts of all reasons for refusing a command on claims. */
export const claimRefusals = (locale: Locale) => ({
  ...ledgerRefusals(locale),
  ...documentRefusals(locale),
  ...ownRefusals(locale),
});

const ownFieldErrors = messages({
  countedFen_above_invoice: {
    'zh-CN': '计入补助的费用不能超过发票金额。',
    en: 'What counts cannot be more than the invoice comes to.',
  },
  paidFen_above_invoice: {
    'zh-CN': '已付金额不能超过发票金额。',
    en: 'What was paid cannot be more than the invoice comes to.',
  },
});

export const claimFieldErrors = (locale: Locale) => ({
  ...redemptionFieldErrors(locale),
  ...ownFieldErrors(locale),
});

export const claimStates = messages({
  draft: { 'zh-CN': '未提交', en: 'Not submitted' },
  submitted: { 'zh-CN': '待核验', en: 'To be verified' },
  returned: { 'zh-CN': '待补正', en: 'To be corrected' },
  verified: { 'zh-CN': '待结算', en: 'Verified' },
  refused: { 'zh-CN': '未通过', en: 'Refused' },
  withdrawn: { 'zh-CN': '已撤回', en: 'Withdrawn' },
  lapsed: { 'zh-CN': '已终止', en: 'Ended' },
  batched: { 'zh-CN': '结算中', en: 'Being settled' },
  paid: { 'zh-CN': '已拨付', en: 'Paid' },
  reversed: { 'zh-CN': '已追回', en: 'Reversed' },
});

/** Returns what the last action did, for the page that is shown after it. */
export const claimDoneText = doneMessages({
  costAdded: { 'zh-CN': '发票已添加。', en: 'The invoice was added.' },
  costRemoved: { 'zh-CN': '发票已删除。', en: 'The invoice was taken out.' },
  fileAdded: { 'zh-CN': '文件已上传。', en: 'The file was uploaded.' },
  fileRemoved: { 'zh-CN': '文件已删除。', en: 'The file was removed.' },
  submitted: {
    'zh-CN': '兑付申请已提交，等待主管部门核验。',
    en: 'Submitted; the city verifies it next.',
  },
  claimWithdrawn: {
    'zh-CN': '兑付申请已撤回，金额可以重新申请。',
    en: 'The claim was withdrawn; its amount can be claimed again.',
  },
  returned: {
    'zh-CN': '已通知申请单位补正。',
    en: 'The start-up was asked for a correction.',
  },
  verified: {
    'zh-CN': '已核验，列入下一批结算。',
    en: 'Verified; it goes into the next settlement.',
  },
  refused: {
    'zh-CN': '已不予通过，申请单位将收到理由。',
    en: 'Refused; the start-up is told the reason.',
  },
});

export const claimMessages = messages({
  claims: { 'zh-CN': '兑付申请', en: 'Claims' },
  claim: { 'zh-CN': '兑付申请', en: 'Claim for payment' },
  newTitle: { 'zh-CN': '申请兑付', en: 'Claim a payment' },
  start: { 'zh-CN': '申请兑付', en: 'Claim a payment' },
  startLead: {
    'zh-CN': '向服务商付清费用后，凭发票和付款凭证申请兑付，可分次申请。',
    en: 'Once you have paid the vendor, claim with the invoices and proof of payment, in one or more parts.',
  },
  startLeadOnce: {
    'zh-CN': '向服务商付清费用后，凭发票和付款凭证申请兑付，只能申请一次。',
    en: 'Once you have paid the vendor, claim with the invoices and proof of payment. You can claim once.',
  },
  goOn: { 'zh-CN': '继续填写', en: 'Go on' },
  none: { 'zh-CN': '还没有兑付申请', en: 'Nothing claimed yet' },
  noneBody: {
    'zh-CN': ({ on }: On) => `请在 ${on} 前申请；到期未申请的金额将收回。`,
    en: ({ on }: On) => `Claim until ${on}. What is not claimed by then goes back to the city.`,
  },
  noneCity: {
    'zh-CN': '申请单位提交的兑付申请会出现在这里。',
    en: 'Claims appear here when start-ups submit them.',
  },
  noneFits: { 'zh-CN': '没有符合条件的兑付申请', en: 'No claim fits' },
  reference: { 'zh-CN': '申请编号', en: 'Reference' },
  noReference: { 'zh-CN': '提交后编号', en: 'Numbered when submitted' },
  holder: { 'zh-CN': '申请单位', en: 'Start-up' },
  city: { 'zh-CN': '城市', en: 'City' },
  programme: { 'zh-CN': '政策', en: 'Programme' },
  costs: { 'zh-CN': '计入补助的费用', en: 'Costs that count' },
  claimed: { 'zh-CN': '申请兑付', en: 'Claimed' },
  accepted: { 'zh-CN': '核定费用', en: 'Accepted costs' },
  approved: { 'zh-CN': '核定兑付', en: 'To be paid' },
  reversedAmount: { 'zh-CN': '已追回', en: 'Reversed' },
  award: { 'zh-CN': '核准金额', en: 'Award' },
  left: { 'zh-CN': '尚可申请', en: 'Left to claim' },
  validTo: { 'zh-CN': '申请截止', en: 'Claim until' },
  state: { 'zh-CN': '状态', en: 'State' },
  all: { 'zh-CN': '全部', en: 'All' },
  filter: { 'zh-CN': '筛选', en: 'Filter' },
  submittedAt: { 'zh-CN': '提交时间', en: 'Submitted' },
  submittedBy: { 'zh-CN': '声明人', en: 'Declared by' },
  seeVoucher: { 'zh-CN': '查看算力券', en: 'See the voucher' },

  invoices: { 'zh-CN': '发票与付款', en: 'Invoices and payments' },
  invoicesLead: {
    'zh-CN': '每张发票填写一次。只计已付清、且属于支持范围的费用。',
    en: 'Enter each invoice once. Only costs that are paid and supported by the programme count.',
  },
  noInvoices: { 'zh-CN': '还没有添加发票', en: 'No invoice yet' },
  addInvoice: { 'zh-CN': '添加发票', en: 'Add an invoice' },
  invoiceNumber: { 'zh-CN': '发票号码', en: 'Invoice number' },
  invoiceNumberHint: {
    'zh-CN': '数电发票 20 位，旧式发票 8 位。',
    en: '20 digits on a digital invoice, 8 on an older one.',
  },
  invoiceCode: { 'zh-CN': '发票代码', en: 'Invoice code' },
  invoiceCodeHint: {
    'zh-CN': '数电发票没有代码，请留空。',
    en: 'Digital invoices have none; leave it empty.',
  },
  invoiceShort: { 'zh-CN': '发票', en: 'Invoice' },
  payment: { 'zh-CN': '付款', en: 'Payment' },
  invoicedOn: { 'zh-CN': '开票日期', en: 'Invoice date' },
  invoice: { 'zh-CN': '发票金额（价税合计）', en: 'Invoice amount, with tax' },
  counted: { 'zh-CN': '其中计入补助的费用', en: 'Part that counts' },
  countedHint: {
    'zh-CN': '扣除不在支持范围内的项目后的金额。',
    en: 'The amount without items that the programme does not support.',
  },
  countedHintNet: {
    'zh-CN': '扣除不在支持范围内的项目和增值税后的金额。',
    en: 'The amount without value-added tax and without items that the programme does not support.',
  },
  paid: { 'zh-CN': '已付金额', en: 'Amount paid' },
  paidOn: { 'zh-CN': '付款日期', en: 'Paid on' },
  paymentReference: { 'zh-CN': '银行回单号', en: 'Number of the bank’s receipt' },
  remove: { 'zh-CN': '删除', en: 'Remove' },
  action: { 'zh-CN': '操作', en: 'Action' },

  evidence: { 'zh-CN': '证明材料', en: 'Evidence' },
  evidenceLead: {
    'zh-CN': '每种材料至少上传一个文件，可上传多个。',
    en: 'Upload at least one file for each; more are welcome.',
  },
  noFile: { 'zh-CN': '未上传', en: 'Missing' },
  uploaded: { 'zh-CN': '已上传', en: 'Uploaded' },
  file: { 'zh-CN': '选择文件', en: 'Choose a file' },
  upload: { 'zh-CN': '上传', en: 'Upload' },

  worth: { 'zh-CN': '金额计算', en: 'How the amount is worked out' },
  worthLead: {
    'zh-CN':
      '按核准时的政策条款，以累计实际支付的费用重新计算，不超过核准金额，并扣除此前已申请的金额。',
    en: 'By the rules of the award, from all costs paid so far: at most the award, less what was claimed before.',
  },
  ownCosts: { 'zh-CN': '本次费用', en: 'Costs of this claim' },
  earlierCosts: { 'zh-CN': '此前申请的费用', en: 'Costs of earlier claims' },
  allCosts: { 'zh-CN': '累计实际支付的费用', en: 'All costs paid so far' },
  entitled: { 'zh-CN': '按政策计算', en: 'By the rules' },
  byAward: {
    'zh-CN': ({ amount }: Amount) => `已达到核准金额 ${amount}，超出部分不予兑付。`,
    en: ({ amount }: Amount) => `The award of ${amount} is the limit; nothing beyond it is paid.`,
  },
  before: { 'zh-CN': '此前已申请', en: 'Claimed before' },
  thisClaim: { 'zh-CN': '本次可兑付', en: 'This claim' },
  nothing: { 'zh-CN': '现有费用还不能兑付', en: 'Nothing can be paid for these costs yet' },

  declare: { 'zh-CN': '声明并提交', en: 'Declare and submit' },
  declaration: {
    'zh-CN':
      '本单位声明：所填费用真实发生并已付清，发票和凭证真实有效，未就相同费用重复申请财政资金；如有不实，愿退回已兑付的资金并承担相应责任。',
    en: 'We declare that these costs were incurred and paid, that invoices and documents are genuine, and that no other public money was claimed for the same costs. We will return what was paid on a false statement.',
  },
  submit: { 'zh-CN': '提交兑付申请', en: 'Submit the claim' },
  resubmit: { 'zh-CN': '重新提交', en: 'Submit the correction' },
  ownerOnly: {
    'zh-CN': '填写完成后，由单位负责人声明并提交。',
    en: 'When it is filled in, the owner of your organisation declares and submits it.',
  },
  withdraw: { 'zh-CN': '撤回申请', en: 'Withdraw the claim' },
  withdrawLead: {
    'zh-CN': '撤回后，金额可以重新申请，发票可以重新使用。',
    en: 'Its amount can then be claimed again, and its invoices be used again.',
  },
  discard: { 'zh-CN': '删除草稿', en: 'Discard the draft' },

  correctionTitle: {
    'zh-CN': ({ on }: On) => `请在 ${on} 前补正`,
    en: ({ on }: On) => `Correct this by ${on}`,
  },
  correctionPast: { 'zh-CN': '补正通知', en: 'Correction asked for' },
  reductionReason: { 'zh-CN': '核减理由', en: 'Why less was accepted' },
  refusalReason: { 'zh-CN': '不予通过的理由', en: 'Why it was refused' },
  course: { 'zh-CN': '办理过程', en: 'History' },
  step_submitted: { 'zh-CN': '提交申请', en: 'Submitted' },
  step_returned: { 'zh-CN': '通知补正', en: 'Sent back for a correction' },
  step_corrected: { 'zh-CN': '提交补正', en: 'Corrected' },
  step_verified: { 'zh-CN': '核验通过', en: 'Verified' },
  step_refused: { 'zh-CN': '不予通过', en: 'Refused' },

  decide: { 'zh-CN': '核验', en: 'Decide' },
  verify: { 'zh-CN': '核验通过', en: 'Verify' },
  verifyLead: {
    'zh-CN': '核定计入补助的费用，兑付金额由系统按政策条款重新计算。通过后列入下一批结算。',
    en: 'Say which costs you accept; the amount follows from them by the rules. It goes into the next settlement.',
  },
  tryCosts: { 'zh-CN': '试算', en: 'Work it out' },
  tryHint: {
    'zh-CN': ({ amount }: Amount) => `申请的费用为 ${amount}。核减时先试算，再确认。`,
    en: ({ amount }: Amount) => `${amount} was claimed. To accept less, work it out first.`,
  },
  verifyAmount: {
    'zh-CN': ({ amount }: Amount) => `核验通过，兑付 ${amount}`,
    en: ({ amount }: Amount) => `Verify and pay ${amount}`,
  },
  reason: { 'zh-CN': '理由', en: 'Reason' },
  sendBack: { 'zh-CN': '通知补正', en: 'Ask for a correction' },
  sendBackLead: {
    'zh-CN': '一次性告知全部需要补正的内容。补正期间金额保留；逾期未补正，申请终止。',
    en: 'Name everything at once: a correction is asked for once. The amount stays set aside; a claim not corrected in time ends.',
  },
  correction: { 'zh-CN': '需要补正的内容', en: 'What is to be corrected' },
  refuse: { 'zh-CN': '不予通过', en: 'Refuse' },
  refuseLead: {
    'zh-CN': '申请单位将收到理由。金额退回算力券，发票可以重新使用，有效期内可以重新申请。',
    en: 'The start-up is told the reason. The amount goes back to the voucher and the invoices are free; while it is valid, the start-up can claim again.',
  },
  back: { 'zh-CN': '返回算力券', en: 'Back to the voucher' },
  noAccount: {
    'zh-CN': '兑付款拨付至贵单位登记的收款账户，请在“单位信息”中核对。',
    en: 'The money is paid to the bank account that your organisation has entered. Check it under Organisation.',
  },
});
