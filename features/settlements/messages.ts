import { doneMessages, messages, type ValuesOf } from '@/lib/messages';
import { stateChanged } from '@/lib/refusal-messages';

export const settlementRefusals = messages({
  nothing_to_settle: { 'zh-CN': '没有待结算的核销。', en: 'There is nothing to settle.' },
  nothing_through: {
    'zh-CN': ({ on }: { on: string }) => `截至 ${on} 没有可结算的款项。`,
    en: ({ on }: { on: string }) => `Nothing that was verified until ${on} is left to settle.`,
  },
  cycle_not_ended: {
    'zh-CN': ({ on }: { on: string }) => `已核验的款项均在本结算周期内，${on} 起可以结算。`,
    en: ({ on }: { on: string }) =>
      `Everything was verified in a period that has not ended. It can be settled from ${on}.`,
  },
  programme_unknown: { 'zh-CN': '没有这项政策。', en: 'There is no such programme.' },
  bank_account_missing: {
    'zh-CN': '待结算的收款方均未登记收款账户，请先通知其登记。',
    en: 'None of the payees has a bank account on file. Ask them to enter one first.',
  },
  batch_unknown: { 'zh-CN': '没有这个批次。', en: 'There is no such batch.' },
  same_person: {
    'zh-CN': '制单与复核须为不同人员。',
    en: 'Whoever made the batch cannot release it or send it back.',
  },
  batch_reversed: {
    'zh-CN': ({ references }: { references: string }) =>
      `批次中有款项已被追回（${references}），请退回或撤回后重新制作批次，届时自动抵扣。`,
    en: ({ references }: { references: string }) =>
      `What this batch pays was recovered since (${references}). Send it back or take it back, and make it anew: then it is netted.`,
  },
  batch_red_invoice: {
    'zh-CN': ({ references }: { references: string }) =>
      `批次中有发票已被红冲的核销（${references}），不能付款。请先复核其追回，再退回或撤回批次重新制作。`,
    en: ({ references }: { references: string }) =>
      `The tax side has reversed an invoice that this batch pays (${references}), so it cannot be paid. Decide on its recovery, send the batch back or take it back, and make it anew.`,
  },
  state_changed: stateChanged,
  waiting_changed: {
    'zh-CN': '待结算的内容刚有变动。请刷新页面，核对后再制作批次。',
    en: 'What waits to be settled has just changed. Reload the page and check before you make the batch.',
  },
  file_changed: {
    'zh-CN': '付款文件与您看到的不同（格式或付款刚有变动），尚未复核。请刷新页面重新核对。',
    en: 'The payment files are not those that you saw: the format or a payment has changed. Nothing was released; reload the page and check again.',
  },
  file_unwritable: {
    'zh-CN': ({ references }: { references: string }) =>
      `所选编码无法写出以下付款的文字，尚未复核：${references}。请修改付款文件格式，或请收款方更正账户信息。`,
    en: ({ references }: { references: string }) =>
      `The file’s encoding cannot write the texts of these payments, so nothing was released: ${references}. Change the format, or ask the payee to correct the account.`,
  },
  own_batch: {
    'zh-CN': '该批次由您制作，请直接撤回。',
    en: 'You made this batch: take it back instead.',
  },
  not_maker: {
    'zh-CN': '只有制单人可以撤回批次，其他人员请退回。',
    en: 'Only whoever made the batch can take it back; others send it back.',
  },
  payment_unknown: { 'zh-CN': '没有这笔付款。', en: 'There is no such payment.' },
  batch_not_released: { 'zh-CN': '批次尚未复核。', en: 'The batch has not been released yet.' },
  paid_before_release: {
    'zh-CN': ({ on }: { on: string }) => `批次于 ${on} 复核通过，付款日期不能早于这一天。`,
    en: ({ on }: { on: string }) =>
      `The batch was released on ${on}. It cannot have been paid before.`,
  },
  paid_in_future: {
    'zh-CN': '付款日期不能晚于今天。',
    en: 'The date of payment cannot be in the future.',
  },
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof settlementRefusals> {}
}

export const settlementDoneText = doneMessages({
  answer_applied: {
    'zh-CN': '银行回单已登记。',
    en: 'The bank’s answer has been applied.',
  },
  answer_discarded: { 'zh-CN': '回单已作废。', en: 'The answer has been discarded.' },
  saved: { 'zh-CN': '付款文件格式已保存。', en: 'The format of the payment file has been saved.' },
});

type Sum = { n: number; amount: string };

export const settlementMessages = messages({
  title: { 'zh-CN': '结算', en: 'Settlement' },
  lead: {
    'zh-CN':
      '已核验的核销和兑付申请按各项政策的结算周期、按收款方合并付款；制单与复核由不同人员办理。',
    en: 'Verified redemptions and claims are paid by the cycle of each programme, payee by payee; one person makes a batch, another releases it.',
  },
  waiting: { 'zh-CN': '待结算', en: 'Waiting to be settled' },
  payee: { 'zh-CN': '收款方', en: 'Payee' },
  amount: { 'zh-CN': '金额', en: 'Amount' },
  make: { 'zh-CN': '制作结算批次', en: 'Make a batch' },
  makeConfirm: {
    'zh-CN': ({ n, amount }: Sum) =>
      `本批次付款 ${n} 笔，合计 ${amount}。制作后由其他财务人员复核，复核前可撤回。`,
    en: ({ n, amount }: Sum) =>
      `The batch has ${n} ${n === 1 ? 'payment' : 'payments'}, ${amount}. Another finance officer releases it; until then you can take it back.`,
  },
  makeButton: {
    'zh-CN': ({ n, amount }: Sum) => `确认制作：${n} 笔，${amount}`,
    en: ({ n, amount }: Sum) => `Make it: ${n} ${n === 1 ? 'payment' : 'payments'}, ${amount}`,
  },
  nothingPayable: { 'zh-CN': '没有可付款的核销', en: 'Nothing can be paid' },
  nothingPayableBody: {
    'zh-CN': '没有到期可结算的款项，或收款方均未登记账户。',
    en: 'Nothing is due to be settled, or none of the payees has a bank account on file.',
  },
  fileFormat: { 'zh-CN': '付款文件格式', en: 'Format of the payment file' },
  waitingMore: {
    'zh-CN': ({ n, amount }: { n: number; amount: string }) =>
      `共 ${n} 笔，合计 ${amount}；仅列出前 100 笔。`,
    en: ({ n, amount }: { n: number; amount: string }) =>
      `${n} in all, ${amount}; the first 100 are shown.`,
  },
  nothing: { 'zh-CN': '没有待结算的核销', en: 'Nothing is waiting' },
  batches: { 'zh-CN': '结算批次', en: 'Batches' },
  noBatches: { 'zh-CN': '还没有批次', en: 'No batches yet' },
  reference: { 'zh-CN': '编号', en: 'Reference' },
  state: { 'zh-CN': '状态', en: 'State' },
  total: { 'zh-CN': '合计', en: 'Total' },
  madeBy: { 'zh-CN': '制单', en: 'Made by' },
  releasedBy: { 'zh-CN': '复核', en: 'Released by' },
  proposed: { 'zh-CN': '待复核', en: 'To be released' },
  released: { 'zh-CN': '已复核', en: 'Released' },
  closed: { 'zh-CN': '已完成', en: 'Closed' },
  sent_back: { 'zh-CN': '已退回', en: 'Sent back' },
  taken_back: { 'zh-CN': '已撤回', en: 'Taken back' },
  funders: { 'zh-CN': '各出资方分担', en: 'What each funder bears' },
  fundersLead: {
    'zh-CN': '只列规则中写明出资方的政策。',
    en: 'Only programmes whose rules name funders.',
  },
  funder: { 'zh-CN': '出资方', en: 'Funder' },
  programme: { 'zh-CN': '政策', en: 'Programme' },
  payments: { 'zh-CN': '付款', en: 'Payments' },
  pending: { 'zh-CN': '待付', en: 'Pending' },
  paid: { 'zh-CN': '已付', en: 'Paid' },
  failed: { 'zh-CN': '失败', en: 'Failed' },
  account: { 'zh-CN': '账户', en: 'Account' },
  decide: { 'zh-CN': '复核通过或退回', en: 'Release or send back' },
  release: { 'zh-CN': '复核通过', en: 'Release' },
  checkAndRelease: { 'zh-CN': '核对并复核', en: 'Check and release' },
  releaseTitle: {
    'zh-CN': ({ reference }: { reference: string }) => `复核批次 ${reference}`,
    en: ({ reference }: { reference: string }) => `Release batch ${reference}`,
  },
  releaseConfirm: {
    'zh-CN': ({ n, amount }: Sum) =>
      `付款 ${n} 笔，合计 ${amount}。请逐项核对收款方、账户和付款文件。`,
    en: ({ n, amount }: Sum) =>
      `${n} ${n === 1 ? 'payment' : 'payments'}, ${amount}. Check payees, accounts and payment files.`,
  },
  releaseFinal: {
    'zh-CN': '复核通过后不能撤回；收款账户以付款文件为准，收款方之后变更账户不影响本批次。',
    en: 'A release cannot be taken back. The accounts are those in the files; a payee’s later change does not affect this batch.',
  },
  releaseButton: {
    'zh-CN': ({ n, amount }: Sum) => `复核通过：${n} 笔，${amount}`,
    en: ({ n, amount }: Sum) => `Release: ${n} ${n === 1 ? 'payment' : 'payments'}, ${amount}`,
  },
  releaseLead: {
    'zh-CN': '复核与付款文件的校验值绑定；文件如有变动，复核不生效。',
    en: 'The release is bound to the payment files by their hash: if they change, it does not take effect.',
  },
  sendBack: { 'zh-CN': '退回批次', en: 'Send the batch back' },
  sendBackReason: { 'zh-CN': '退回理由', en: 'Why it is sent back' },
  sendBackLead: {
    'zh-CN': '退回后批次作废，其中的付款列入下一个批次。',
    en: 'The batch ends; what is in it goes into the next one.',
  },
  takeBack: { 'zh-CN': '撤回批次', en: 'Take the batch back' },
  takeBackLead: {
    'zh-CN': '复核前可以撤回。撤回后批次作废，其中的付款列入下一个批次。',
    en: 'You can take it back until it is released. The batch ends; what is in it goes into the next one.',
  },
  returnedBy: { 'zh-CN': '退回或撤回', en: 'Sent or taken back by' },
  returnReason: { 'zh-CN': '理由', en: 'Reason' },
  noneLeft: {
    'zh-CN': '批次未经复核，其中的付款已列入之后的批次，见下方记录。',
    en: 'The batch was not released. Its payments went into later batches; the history below names them.',
  },
  history: { 'zh-CN': '办理记录', en: 'History' },
  notYours: {
    'zh-CN': '该批次由您制作，须由其他财务人员复核。',
    en: 'You made this batch; another finance officer must release it.',
  },
  hash: { 'zh-CN': '付款文件校验值', en: 'Hash of the payment file' },
  paidOn: { 'zh-CN': '付款日期', en: 'Paid on' },
  bankReference: { 'zh-CN': '银行流水号', en: 'Bank reference' },
  markPaid: { 'zh-CN': '登记付款成功', en: 'Mark as paid' },
  failureReason: { 'zh-CN': '失败原因', en: 'Why it failed' },
  markFailed: { 'zh-CN': '登记付款失败', en: 'Mark as failed' },
  bounced: { 'zh-CN': '银行退回', en: 'Sent back by the bank' },
  bounceLead: {
    'zh-CN': '银行已付款后又退回的，登记退回原因；其中的核销可在之后的批次重新付款。',
    en: 'Where the bank paid and then sent the money back, say why; what is in it can be paid again in a later batch.',
  },
  bounceReason: { 'zh-CN': '银行退回原因', en: 'The bank’s reason' },
  markBounced: { 'zh-CN': '登记银行退回', en: 'Mark as sent back' },
  requeue: { 'zh-CN': '重新排队', en: 'Queue again' },
  lines: { 'zh-CN': '所含核销', en: 'What it pays' },
  captured: { 'zh-CN': '核销时间', en: 'Redeemed' },
  redemption: { 'zh-CN': '核销', en: 'Redemption' },
  statement: { 'zh-CN': '对账单', en: 'Statement' },
  statementLead: {
    'zh-CN': '各市向本单位的付款，以及每笔所含的核销。',
    en: 'What cities paid you, and which redemptions each payment is for.',
  },
  noPayments: { 'zh-CN': '还没有付款', en: 'No payments yet' },
  noPaymentsBody: {
    'zh-CN': '核销经核验后，按政策的结算周期列入批次。',
    en: 'Verified redemptions go into a batch by the cycle of their programme.',
  },
  direct: { 'zh-CN': '直接补助', en: 'Paid directly' },
});
