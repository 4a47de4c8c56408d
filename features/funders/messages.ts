import { doneMessages, messages, type ValuesOf } from '@/lib/messages';
import { stateChanged } from '@/lib/refusal-messages';

type Most = { most: string };

export const funderRefusals = messages({
  state_changed: stateChanged,
  funder_unknown: { 'zh-CN': '没有这个出资方。', en: 'There is no such funder.' },
  period_backwards: {
    'zh-CN': '起始日期不能晚于截止日期。',
    en: 'The period cannot end before it begins.',
  },
  nothing_to_bill: {
    'zh-CN': '该期间没有可请款的金额：均已列入请款单，或被追回冲减完毕。',
    en: 'Nothing in this period can be billed: it is on bills already, or reversals use it up.',
  },
  bill_overtaken: {
    'zh-CN': '其中有款项刚列入另一张请款单，请重新打开本页。',
    en: 'Part of it was just put on another bill. Open this page again.',
  },
  bill_changed: {
    'zh-CN': ({ amount }: { amount: string }) => `应请款金额已变为 ${amount}，核对后请再次出具。`,
    en: ({ amount }: { amount: string }) =>
      `The amount is ${amount} meanwhile. Check it, then issue the bill again.`,
  },
  bill_unknown: { 'zh-CN': '没有这张请款单。', en: 'There is no such bill.' },
  bill_received: {
    'zh-CN': '已有款项到账，不能撤回。',
    en: 'Money was received for this bill, so it cannot be withdrawn.',
  },
  receipt_waiting: {
    'zh-CN': '有到账登记待复核，请先复核或退回。',
    en: 'A receipt of this bill waits to be confirmed. Confirm it or send it back first.',
  },
  bill_not_open: {
    'zh-CN': '这张请款单已全部到账或已撤回。',
    en: 'This bill is paid or withdrawn.',
  },
  receipt_above: {
    'zh-CN': ({ most }: Most) => `超过未到账金额 ${most}。`,
    en: ({ most }: Most) => `That is more than the ${most} still open.`,
  },
  receipt_over: {
    'zh-CN': ({ most }: Most) => `这笔金额超过未到账的 ${most}，请退回后重新登记。`,
    en: ({ most }: Most) => `Only ${most} is still open. Send this entry back.`,
  },
  received_in_future: {
    'zh-CN': ({ on }: { on: string }) => `到账日期不能晚于今天（${on}）。`,
    en: ({ on }: { on: string }) => `The money cannot have arrived after today (${on}).`,
  },
  bank_taken: {
    'zh-CN': '该银行流水号已登记过，请核对。',
    en: 'This bank reference was entered already. Check it.',
  },
  receipt_unknown: { 'zh-CN': '没有这笔到账登记。', en: 'There is no such receipt.' },
  receipt_decided: {
    'zh-CN': '这笔已由他人复核或退回，请刷新页面。',
    en: 'Somebody else has decided on this receipt meanwhile. Reload the page.',
  },
  receipt_own: {
    'zh-CN': '登记与复核须为不同人员。',
    en: 'Whoever made the entry cannot decide on it.',
  },
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof funderRefusals> {}
}

export const billStates = messages({
  issued: { 'zh-CN': '待到账', en: 'Open' },
  paid: { 'zh-CN': '已到账', en: 'Paid' },
  withdrawn: { 'zh-CN': '已撤回', en: 'Withdrawn' },
});

export const receiptStates = messages({
  proposed: { 'zh-CN': '待复核', en: 'To be confirmed' },
  released: { 'zh-CN': '已入账', en: 'Booked' },
  declined: { 'zh-CN': '已退回', en: 'Sent back' },
});

export const funderDoneText = doneMessages({
  issued: { 'zh-CN': '请款单已出具。', en: 'The bill is issued.' },
  withdrawn: { 'zh-CN': '请款单已撤回。', en: 'The bill is withdrawn.' },
  entered: { 'zh-CN': '已登记，待他人复核。', en: 'Entered: somebody else has to confirm it.' },
  confirmed: { 'zh-CN': '已入账。', en: 'Booked.' },
  declined: { 'zh-CN': '已退回。', en: 'Sent back.' },
});

type Column = { column: string };

export const funderMessages = messages({
  title: { 'zh-CN': '资金分担', en: 'Funders' },
  lead: {
    'zh-CN':
      '政策规定由几级财政分担的，每笔结算自动按比例分到各出资方。按期间出具请款单，到账后登记并由他人复核。',
    en: 'Where several governments pay for a programme, each settled amount is divided among them. Bill them for a period; what they pay in is entered by one person and confirmed by another.',
  },
  shares: { 'zh-CN': '各出资方应分担', en: 'What each funder bears' },
  sharesLead: {
    'zh-CN': '按结算批次复核放款的日期统计，追回已冲减。',
    en: 'By the day on which batches were released, less what was reversed.',
  },
  programme: { 'zh-CN': '政策', en: 'Programme' },
  funder: { 'zh-CN': '出资方', en: 'Funder' },
  share: { 'zh-CN': '应分担', en: 'Share' },
  billed: { 'zh-CN': '已请款', en: 'Billed' },
  brought: { 'zh-CN': '往期冲减', en: 'Reversed before' },
  open: { 'zh-CN': '未请款', en: 'Not billed' },
  fromOn: { 'zh-CN': '起始日期', en: 'From' },
  toOn: { 'zh-CN': '截止日期', en: 'To' },
  filter: { 'zh-CN': '查询', en: 'Show' },
  all: { 'zh-CN': '全部', en: 'All' },
  noShares: {
    'zh-CN': '该期间没有需要分担的结算',
    en: 'Nothing that was settled in this period is shared',
  },
  noSharesBody: {
    'zh-CN': '只有规则中写明出资方的政策才分担。',
    en: 'Only programmes whose rules name funders are shared.',
  },
  choosePeriod: {
    'zh-CN': '填写起始和截止日期并查询后，可以出具请款单。',
    en: 'Show a period with its first and last day to issue a bill for it.',
  },
  issue: { 'zh-CN': '出具请款单', en: 'Issue a bill' },
  bill: { 'zh-CN': '请款单', en: 'Bill' },
  bills: { 'zh-CN': '请款单', en: 'Bills' },
  noBills: { 'zh-CN': '还没有请款单', en: 'No bills yet' },
  reference: { 'zh-CN': '编号', en: 'Reference' },
  period: { 'zh-CN': '期间', en: 'Period' },
  amount: { 'zh-CN': '请款金额', en: 'Amount' },
  received: { 'zh-CN': '已到账', en: 'Received' },
  left: { 'zh-CN': '未到账', en: 'Still open' },
  state: { 'zh-CN': '状态', en: 'State' },
  issuedBy: { 'zh-CN': '出具', en: 'Issued by' },
  withdrawnBy: { 'zh-CN': '撤回', en: 'Withdrawn by' },
  withdraw: { 'zh-CN': '撤回请款单', en: 'Withdraw the bill' },
  withdrawReason: { 'zh-CN': '撤回理由', en: 'Why it is withdrawn' },
  withdrawLead: {
    'zh-CN': '撤回后，所列金额可重新请款；请款单留存备查。',
    en: 'What it lists can then be billed anew. The bill stays on record.',
  },
  batches: { 'zh-CN': '所列结算批次', en: 'Batches on this bill' },
  batch: { 'zh-CN': '结算批次', en: 'Batch' },
  releasedAt: { 'zh-CN': '放款复核', en: 'Released' },
  lines: { 'zh-CN': '笔数', en: 'Lines' },
  total: { 'zh-CN': '合计', en: 'Total' },
  csv: { 'zh-CN': '下载明细（CSV）', en: 'Download the lines (CSV)' },
  xlsx: { 'zh-CN': '下载明细（Excel）', en: 'Download the lines (Excel)' },
  receipts: { 'zh-CN': '到账登记', en: 'Receipts' },
  noReceipts: { 'zh-CN': '还没有到账登记', en: 'Nothing received yet' },
  receiptAmount: { 'zh-CN': '到账金额', en: 'Amount received' },
  paidOn: { 'zh-CN': '到账日期', en: 'Received on' },
  bankReference: { 'zh-CN': '银行流水号', en: 'Bank reference' },
  enter: { 'zh-CN': '登记到账', en: 'Enter a receipt' },
  enterLead: {
    'zh-CN': '按银行流水登记，可分次到账；由他人复核后入账。',
    en: 'Enter it as the bank shows it, in parts if it came in parts. Somebody else confirms it.',
  },
  enteredBy: { 'zh-CN': '登记', en: 'Entered by' },
  decidedBy: { 'zh-CN': '复核', en: 'Decided by' },
  confirm: { 'zh-CN': '复核入账', en: 'Confirm' },
  decline: { 'zh-CN': '退回', en: 'Send back' },
  answer: { 'zh-CN': '退回理由', en: 'Why it is sent back' },
  history: { 'zh-CN': '办理记录', en: 'History' },
  payment: { 'zh-CN': '付款编号', en: 'Payment' },
  payee: { 'zh-CN': '收款方', en: 'Payee' },
  kind: { 'zh-CN': '类型', en: 'Kind' },
  settled: { 'zh-CN': '结算金额', en: 'Settled amount' },
  inYuan: {
    'zh-CN': ({ column }: Column) => `${column}（元）`,
    en: ({ column }: Column) => `${column} (CNY)`,
  },
});
