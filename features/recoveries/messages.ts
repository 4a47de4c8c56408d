import { ledgerRefusals } from '@/features/ledger/messages';
import type { Locale } from '@/lib/locale';
import { doneMessages, messages, type ValuesOf } from '@/lib/messages';

type Most = { most: string };
type On = { on: string };

const ownRefusals = messages({
  capture_unknown: {
    'zh-CN': '没有这笔核销或拨付，请重新选择。',
    en: 'There is no such redemption or payment. Choose another one.',
  },
  recovery_above: {
    'zh-CN': ({ most }: Most) => `这笔最多还可追回 ${most}。`,
    en: ({ most }: Most) => `At most ${most} of it can still be recovered.`,
  },
  recovery_waiting: {
    'zh-CN': '这笔已有一项追回待复核，请先复核或退回。',
    en: 'A recovery of this amount waits for its release already. Release it or send it back first.',
  },
  voucher_over: {
    'zh-CN': '该券已到期或终止，金额不能恢复使用，请选择“收回预算”。',
    en: 'The voucher has ended, so the amount cannot be used again. Choose that it returns to the budget.',
  },
  voucher_paid_out: {
    'zh-CN': '该款项已拨付给持券单位，金额不能恢复使用，请选择“收回预算”。',
    en: 'This was paid out to the holder of the voucher, so the amount cannot be used again. Choose that it returns to the budget.',
  },
  redemption_unknown: { 'zh-CN': '没有这笔核销。', en: 'There is no such redemption.' },
  red_invoice_known: {
    'zh-CN': '已登记过红字发票。',
    en: 'A reversing invoice was recorded already.',
  },
  red_invoice_needless: {
    'zh-CN': '这笔核销未通过或已追回，无须登记。',
    en: 'This redemption is rejected or reversed already; there is nothing to stop.',
  },
  red_invoice_same: {
    'zh-CN': '这是原发票号码，请填写红字发票的号码。',
    en: 'This is the number of the original invoice. Enter the one that reverses it.',
  },
  red_invoice_in_future: {
    'zh-CN': ({ on }: On) => `开具日期不能晚于今天（${on}）。`,
    en: ({ on }: On) => `It cannot be dated after today (${on}).`,
  },
  red_invoice_too_early: {
    'zh-CN': ({ on }: On) => `开具日期不能早于服务开始日期 ${on}。`,
    en: ({ on }: On) => `It cannot be dated before the service began on ${on}.`,
  },
  recovery_unknown: { 'zh-CN': '没有这项追回。', en: 'There is no such recovery.' },
  recovery_decided: {
    'zh-CN': '这项追回已由他人复核或退回，请刷新页面。',
    en: 'Somebody else has decided on this recovery meanwhile. Reload the page.',
  },
  same_person: {
    'zh-CN': '提请与复核须为不同人员。',
    en: 'Whoever proposed the recovery cannot decide on it.',
  },
  recovery_not_open: {
    'zh-CN': '这项追回没有未还金额（尚未复核、已抵扣或已结清）。',
    en: 'Nothing is owed on this recovery: it is not released, was netted, or is settled.',
  },
  credit_above: {
    'zh-CN': ({ most }: Most) => `超过未还金额 ${most}。`,
    en: ({ most }: Most) => `That is more than the ${most} still owed.`,
  },
  interest_changed: {
    'zh-CN': ({ most }: Most) => `应收利息现为 ${most}，少于登记的利息，请退回后重新登记。`,
    en: ({ most }: Most) =>
      `Only ${most} of interest is due now, less than was entered. Send it back, and enter it anew.`,
  },
  repaid_in_future: {
    'zh-CN': ({ on }: On) => `到账日期不能晚于今天（${on}）。`,
    en: ({ on }: On) => `The money cannot have arrived after today (${on}).`,
  },
  repaid_before: {
    'zh-CN': ({ on }: On) => `到账日期不能早于核销日期 ${on}。`,
    en: ({ on }: On) => `The money cannot have come back before it was redeemed on ${on}.`,
  },
  bank_taken: {
    'zh-CN': '该银行流水号已登记过，请核对。',
    en: 'This bank reference was entered already. Check it.',
  },
  credit_unknown: { 'zh-CN': '没有这笔还款或核减。', en: 'There is no such entry.' },
  credit_decided: {
    'zh-CN': '这笔已由他人复核或退回，请刷新页面。',
    en: 'Somebody else has decided on this entry meanwhile. Reload the page.',
  },
  credit_own: {
    'zh-CN': '登记与复核须为不同人员。',
    en: 'Whoever made the entry cannot decide on it.',
  },
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof ownRefusals> {}
}

/** Returns the text of every refusal of an act on a recovery. */
export const recoveryRefusals = (locale: Locale) => ({
  ...ledgerRefusals(locale),
  ...ownRefusals(locale),
});

export const recoveryStates = messages({
  proposed: { 'zh-CN': '待复核', en: 'To be released' },
  released: { 'zh-CN': '未结清', en: 'Owed' },
  settled: { 'zh-CN': '已结清', en: 'Settled' },
  declined: { 'zh-CN': '已退回', en: 'Sent back' },
});

export const creditStates = messages({
  proposed: { 'zh-CN': '待复核', en: 'To be released' },
  released: { 'zh-CN': '已入账', en: 'Booked' },
  declined: { 'zh-CN': '已退回', en: 'Sent back' },
});

export const creditKindNames = messages({
  repayment: { 'zh-CN': '还款', en: 'Repayment' },
  write_off: { 'zh-CN': '核减', en: 'Write-off' },
  waiver: { 'zh-CN': '减免利息', en: 'Waiver of interest' },
});

export const settledNames = messages({
  netted: { 'zh-CN': '已在结算中抵扣', en: 'Netted with a payment' },
  repaid: { 'zh-CN': '已还清', en: 'Repaid' },
  written_off: { 'zh-CN': '已核减', en: 'Written off' },
  unpaid: { 'zh-CN': '尚未拨付，直接冲销', en: 'Cancelled before it was paid' },
});

/** What a recovery means for the voucher, for the mail to its holder. */
export const effectTexts = messages({
  restored: {
    'zh-CN': '该金额已恢复到您的算力券，有效期内可继续使用。',
    en: 'The amount is back on your voucher and can be used while it is valid.',
  },
  ended: {
    'zh-CN': '该金额已收回预算，不再可用。',
    en: 'The amount returned to the budget and can no longer be used.',
  },
});

/** The ground of a recovery that follows from a reversed invoice. It is stored in Chinese, like typed grounds. */
export const groundTexts = messages({
  redInvoice: {
    'zh-CN': ({ number }: { number: string }) => `发票已被红冲（红字发票 ${number}）`,
    en: ({ number }: { number: string }) => `The invoice was reversed by invoice ${number}`,
  },
});

export const recoveryDoneText = doneMessages({
  proposed: { 'zh-CN': '已提请，待他人复核。', en: 'Proposed: somebody else has to release it.' },
  released: { 'zh-CN': '已复核通过，收款方已收到通知。', en: 'Released, and the payee was told.' },
  declined: { 'zh-CN': '已退回。', en: 'Sent back.' },
  entered: { 'zh-CN': '已登记，待他人复核。', en: 'Entered: somebody else has to release it.' },
  credited: { 'zh-CN': '已入账，收款方已收到通知。', en: 'Booked, and the payee was told.' },
  credit_declined: { 'zh-CN': '已退回。', en: 'Sent back.' },
});

export const recoveryMessages = messages({
  title: { 'zh-CN': '追回', en: 'Recoveries' },
  lead: {
    'zh-CN':
      '已核销或已拨付资金的追回：提请与复核由不同人员办理，先从后续结算抵扣，也可还款或核减。',
    en: 'Money that was redeemed or paid and is taken back. One person proposes, another releases; it is netted with later payments, repaid or written off.',
  },
  recovery: { 'zh-CN': '追回', en: 'Recovery' },
  owing: { 'zh-CN': '当前欠款的收款方', en: 'Payees who owe now' },
  owingLead: {
    'zh-CN': '与未结算的核销相抵后的净额；后续结算自动抵扣。',
    en: 'Net of what is verified and not settled yet. Later payments are netted by themselves.',
  },
  register: { 'zh-CN': '追回台账', en: 'Register' },
  reference: { 'zh-CN': '编号', en: 'Reference' },
  payee: { 'zh-CN': '收款方', en: 'Payee' },
  city: { 'zh-CN': '城市', en: 'City' },
  amount: { 'zh-CN': '追回金额', en: 'Amount' },
  owed: { 'zh-CN': '未还金额', en: 'Still owed' },
  netOwed: { 'zh-CN': '净欠款', en: 'Net debt' },
  state: { 'zh-CN': '状态', en: 'State' },
  all: { 'zh-CN': '全部', en: 'All' },
  filter: { 'zh-CN': '筛选追回', en: 'Filter recoveries' },
  none: { 'zh-CN': '没有追回记录', en: 'No recoveries' },
  noneFits: { 'zh-CN': '没有这种状态的追回', en: 'No recovery is in this state' },
  ground: { 'zh-CN': '追回依据', en: 'Legal ground' },
  groundHint: {
    'zh-CN': '政策条款、处理决定或审计意见的名称和文号。',
    en: 'The article, decision or audit finding, with its number.',
  },
  reason: { 'zh-CN': '事由', en: 'Reason' },
  voucherAfter: { 'zh-CN': '券面金额', en: 'What becomes of the voucher' },
  restored: {
    'zh-CN': '恢复到券，有效期内可继续使用',
    en: 'Back on the voucher, while it is valid',
  },
  ended: { 'zh-CN': '收回预算', en: 'Back to the budget' },
  voucher: { 'zh-CN': '算力券', en: 'Voucher' },
  redemption: { 'zh-CN': '核销', en: 'Redemption' },
  claim: { 'zh-CN': '兑付申请', en: 'Claim' },
  paidOut: { 'zh-CN': '直接拨付', en: 'Paid out directly' },
  proposedBy: { 'zh-CN': '提请', en: 'Proposed by' },
  decidedBy: { 'zh-CN': '复核', en: 'Decided by' },
  answer: { 'zh-CN': '退回理由', en: 'Why it was sent back' },
  settledBy: { 'zh-CN': '结清方式', en: 'How it was settled' },
  decide: { 'zh-CN': '复核通过或退回', en: 'Release or send back' },
  decideLead: {
    'zh-CN':
      '复核通过即冲正该金额：尚未结算的不再支付，已结算的形成欠款。同时通知收款方和持券单位。',
    en: 'Releasing reverses the amount: what no settlement includes is not paid, anything else becomes a debt. The payee and the holder are told.',
  },
  release: { 'zh-CN': '复核通过', en: 'Release' },
  decline: { 'zh-CN': '退回', en: 'Send back' },
  own: {
    'zh-CN': '由您提请，须由他人复核。',
    en: 'You proposed this: somebody else has to decide on it.',
  },
  financeOnly: { 'zh-CN': '由财务人员复核。', en: 'Finance decides on it.' },
  propose: { 'zh-CN': '提请追回', en: 'Propose a recovery' },
  proposeLead: {
    'zh-CN': '可追回全部或部分金额。须由他人复核后生效。',
    en: 'All of an amount or part of it. It takes effect once somebody else releases it.',
  },
  which: { 'zh-CN': '追回哪一笔', en: 'Which amount' },
  choose: { 'zh-CN': '请选择', en: 'Choose' },
  nothing: {
    'zh-CN': '这张券没有可追回的核销或拨付。',
    en: 'Nothing on this voucher can be recovered.',
  },
  left: {
    'zh-CN': ({ amount }: { amount: string }) => `可追回 ${amount}`,
    en: ({ amount }: { amount: string }) => `${amount} can be recovered`,
  },
  credits: { 'zh-CN': '还款与核减', en: 'Repayments and write-offs' },
  noCredits: { 'zh-CN': '还没有还款或核减', en: 'None yet' },
  kind: { 'zh-CN': '类型', en: 'Kind' },
  creditAmount: { 'zh-CN': '金额', en: 'Amount' },
  detail: { 'zh-CN': '凭据', en: 'Evidence' },
  paidOn: { 'zh-CN': '到账日期', en: 'Received on' },
  bankReference: { 'zh-CN': '银行流水号', en: 'Bank reference' },
  enterRepayment: { 'zh-CN': '登记还款', en: 'Enter a repayment' },
  repaymentLead: {
    'zh-CN': '收款方转账退还的款项，按银行流水登记，由他人复核后入账。',
    en: 'Money that the payee sent back. Enter it as the bank shows it; somebody else confirms it.',
  },
  writeOff: { 'zh-CN': '提请核减', en: 'Propose a write-off' },
  writeOffLead: {
    'zh-CN': '确实无法追回的，写明理由和批准文件。核减金额计入该政策的预算支出。',
    en: 'For what cannot be got back: give the reason and the decision it rests on. The programme’s budget bears it.',
  },
  writeOffReason: { 'zh-CN': '核减理由和批准文件', en: 'Reason, and the decision' },
  confirm: { 'zh-CN': '复核入账', en: 'Confirm' },
  interest: { 'zh-CN': '利息', en: 'Interest' },
  interestDue: { 'zh-CN': '应收利息', en: 'Interest due' },
  interestLead: {
    'zh-CN': ({ percent, order }: { percent: string; order: 'principal' | 'interest' }) =>
      `年利率 ${percent}%。利息 = 未还本金 × 天数 × 年利率 ÷ 365，起日不计，止日计入；每段本金分别舍去不足一分的部分。还款先抵${order === 'interest' ? '利息' : '本金'}；结算抵扣只抵本金。利息缴入国库，不计入预算。`,
    en: ({ percent, order }: { percent: string; order: 'principal' | 'interest' }) =>
      `${percent}% a year. Interest is the principal × days × rate ÷ 365; the first day does not count, the last one does, and fractions of a fen are cut off for each principal. A repayment first pays the ${order}; netting pays principal alone. Interest goes to the treasury, not into the budget.`,
  },
  stepFrom: { 'zh-CN': '起', en: 'From' },
  stepTo: { 'zh-CN': '止', en: 'To' },
  stepDays: { 'zh-CN': '天数', en: 'Days' },
  stepPrincipal: { 'zh-CN': '本金', en: 'Principal' },
  noInterest: { 'zh-CN': '尚未产生利息', en: 'No interest yet' },
  accrued: { 'zh-CN': '累计利息', en: 'Accrued' },
  received: { 'zh-CN': '已收利息', en: 'Received' },
  waived: { 'zh-CN': '已减免', en: 'Waived' },
  waiver: { 'zh-CN': '提请减免利息', en: 'Propose to waive interest' },
  waiverLead: {
    'zh-CN': '写明理由和批准文件，由他人复核。',
    en: 'Give the reason and the decision it rests on. Somebody else releases it.',
  },
  ofItInterest: {
    'zh-CN': ({ amount }: { amount: string }) => `其中利息 ${amount}`,
    en: ({ amount }: { amount: string }) => `of it ${amount} interest`,
  },
  history: { 'zh-CN': '办理记录', en: 'History' },
  yours: { 'zh-CN': '须退还的款项', en: 'What you owe' },
  yoursLead: {
    'zh-CN': '先从后续结算中抵扣。请凭编号联系主管部门办理退还。',
    en: 'It is taken from your next payments. To pay it back yourself, ask the city and give the reference.',
  },
  redInvoice: { 'zh-CN': '发票红冲', en: 'Invoice reversed by the tax side' },
  redInvoiceLead: {
    'zh-CN':
      '经税务平台查验发票已被红冲的，在此登记：未核验的不能再核验；已核验的提请追回，由他人复核。包含它的批次在追回办结前不能复核通过；已复核的批次照常付款，款项由追回抵扣或退还。',
    en: 'Where the tax platform shows that the invoice was reversed: what is not verified can no longer be; for what is verified a recovery is proposed, for somebody else to release. Until then no batch with it can be released; a batch that was released is paid, and the recovery nets it or has it paid back.',
  },
  redInvoiceNumber: { 'zh-CN': '红字发票号码', en: 'Number of the reversing invoice' },
  redInvoiceOn: { 'zh-CN': '开具日期', en: 'Its date' },
  recordRedInvoice: { 'zh-CN': '登记红冲', en: 'Record it' },
  onVoucher: { 'zh-CN': '追回记录', en: 'Recoveries' },
});
