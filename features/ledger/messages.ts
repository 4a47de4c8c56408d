import { messages, type ValuesOf } from '@/lib/messages';

/** The text of `ledger_broken`, for all that issues vouchers. */
export const ledgerBroken = {
  'zh-CN': '账本有未查明的差异，已停止发放。请联系审计人员。',
  en: 'The ledger has unexplained differences, so nothing can be issued. Ask the auditor.',
} as const;

type Limits = { amount: string; available: string };

/** Why the ledger declined. */
export const ledgerRefusals = messages({
  ledger_frozen: {
    'zh-CN': '该券已冻结，暂不能使用。',
    en: 'This voucher is frozen and cannot be used for now.',
  },
  ledger_expired: {
    'zh-CN': ({ on }: { on: string }) => `该券已于 ${on} 到期。`,
    en: ({ on }: { on: string }) => `This voucher expired on ${on}.`,
  },
  ledger_paused: {
    'zh-CN': '此政策正在暂停用券，不得新锁定额度；已锁定的照常申报核销。',
    en: 'The vouchers of this programme are paused: nothing new can be held, and what is held can still be redeemed.',
  },
  ledger_hold_expired: {
    'zh-CN': ({ on }: { on: string }) => `锁定额度已于 ${on} 到期，请用券单位重新锁定。`,
    en: ({ on }: { on: string }) =>
      `The hold expired on ${on}. Ask the start-up to authorise a new one.`,
  },
  ledger_not_due: { 'zh-CN': '该券尚未到期。', en: 'This voucher has not expired yet.' },
  ledger_no_hold: {
    'zh-CN': '没有这笔锁定，或它不属于本服务商。',
    en: 'There is no such hold, or it is another vendor’s.',
  },
  ledger_insufficient: {
    'zh-CN': ({ amount, available, on }: Limits & { on: string }) =>
      `${amount} 超过可用余额 ${available}（有效期至 ${on}）。`,
    en: ({ amount, available, on }: Limits & { on: string }) =>
      `${amount} is more than the ${available} available until ${on}.`,
  },
  ledger_exceeds_hold: {
    'zh-CN': ({ amount, available }: Limits) => `${amount} 超过锁定额度的剩余部分 ${available}。`,
    en: ({ amount, available }: Limits) =>
      `${amount} is more than the ${available} left of the hold.`,
  },
  ledger_exceeds_claimed: {
    'zh-CN': '金额超过待核验部分。',
    en: 'The amount is more than what was claimed.',
  },
  ledger_exceeds_captured: {
    'zh-CN': '金额超过已核销部分。',
    en: 'The amount is more than what was redeemed.',
  },
  ledger_no_entry: {
    'zh-CN': '没有对应的核销或冲正分录。',
    en: 'There is no such redemption or reversal to post this against.',
  },
  ledger_exceeds_owed: {
    'zh-CN': ({ amount }: { amount: string }) => `${amount} 超过该笔追回的未还金额。`,
    en: ({ amount }: { amount: string }) => `${amount} is more than what is still owed.`,
  },
  ledger_netted: {
    'zh-CN': '该笔追回已在结算中抵扣，不能再登记还款或核减。',
    en: 'A settlement has netted this recovery already; nothing can be repaid or written off any more.',
  },
  ledger_budget_exhausted: {
    'zh-CN': ({ amount, available }: Limits) => `${amount} 超过可用预算 ${available}，不能发放。`,
    en: ({ amount, available }: Limits) =>
      `${amount} is more than the ${available} free in the budget; it cannot be issued.`,
  },
  key_reused: {
    'zh-CN': '同一操作编号已用于其他内容。请刷新页面后重试。',
    en: 'This form was already used for something else. Reload the page and try again.',
  },
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof ledgerRefusals> {}
}

export type LedgerRefusal = keyof ReturnType<typeof ledgerRefusals>;

export const ledgerKinds = messages({
  issue: { 'zh-CN': '发放', en: 'Issue' },
  hold: { 'zh-CN': '锁定', en: 'Hold' },
  claim: { 'zh-CN': '申报核销', en: 'Claim' },
  unclaim: { 'zh-CN': '撤回核销', en: 'Claim undone' },
  capture: { 'zh-CN': '核销', en: 'Redemption' },
  release: { 'zh-CN': '解除锁定', en: 'Hold lifted' },
  reverse: { 'zh-CN': '冲正', en: 'Reversal' },
  expire: { 'zh-CN': '到期收回', en: 'Expiry' },
  clawback: { 'zh-CN': '收回预算', en: 'Clawback' },
  repay: { 'zh-CN': '还款', en: 'Repayment' },
  write_off: { 'zh-CN': '核减欠款', en: 'Write-off' },
});

export type LedgerKind = keyof ReturnType<typeof ledgerKinds>;

export const ledgerMessages = messages({
  title: { 'zh-CN': '账本', en: 'Ledger' },
  lead: {
    'zh-CN': '资金在预算、券、锁定与收款方之间的每一笔变动，只增不改。银行付款见“拨付”一栏。',
    en: 'Every movement of money between budget, vouchers, holds and payees: added, never changed. The column “Payment” shows what the bank was told to pay.',
  },
  proof: { 'zh-CN': '账目核验与日终对账', en: 'Proof and reconciliation' },
  balanced: { 'zh-CN': '账本平衡', en: 'The ledger balances' },
  balancedBody: {
    'zh-CN': ({ count }: { count: number }) =>
      `${count} 笔分录逐一复算，与全部余额一致，差异为 0。`,
    en: ({ count }: { count: number }) =>
      `${count} entries were added up again; they explain every balance, with no difference.`,
  },
  broken: { 'zh-CN': '账本有差异', en: 'The ledger does not balance' },
  brokenBody: {
    'zh-CN': ({ count }: { count: number }) =>
      `${count} 处余额与分录不符。已不可继续发放，请立即报告。`,
    en: ({ count }: { count: number }) =>
      `${count} balances differ from their entries. Nothing can be issued. Report this at once.`,
  },
  entries: { 'zh-CN': '分录', en: 'Entries' },
  at: { 'zh-CN': '时间', en: 'Time' },
  kind: { 'zh-CN': '类型', en: 'Kind' },
  route: { 'zh-CN': '从 → 到', en: 'From → to' },
  amount: { 'zh-CN': '金额', en: 'Amount' },
  outcome: { 'zh-CN': '结果', en: 'Outcome' },
  posted: { 'zh-CN': '已入账', en: 'Posted' },
  declined: { 'zh-CN': '已拒绝', en: 'Refused' },
  none: { 'zh-CN': '还没有分录', en: 'No entries yet' },
  totals: { 'zh-CN': '按类型合计', en: 'Totals by kind' },
  count: { 'zh-CN': '笔数', en: 'Entries' },
  object: { 'zh-CN': '对象', en: 'About' },
  objectKind: { 'zh-CN': '对象类型', en: 'Kind of subject' },
  programme: { 'zh-CN': '政策', en: 'Programme' },
  parties: { 'zh-CN': '单位', en: 'Organisations' },
  holder: { 'zh-CN': '用券单位', en: 'Holder' },
  payee: { 'zh-CN': '收款单位', en: 'Payee' },
  by: { 'zh-CN': '经办', en: 'By' },
  portal: { 'zh-CN': '系统', en: 'the portal' },
  someone: { 'zh-CN': '姓名未留存', en: 'name not kept' },
  payment: { 'zh-CN': '拨付', en: 'Payment' },
  paid: {
    'zh-CN': ({ on }: { on: string }) => `${on} 已付`,
    en: ({ on }: { on: string }) => `paid on ${on}`,
  },
  paidAlready: { 'zh-CN': '已付', en: 'Paid' },
  due: { 'zh-CN': '应付未付', en: 'Owed, not paid' },
  unpaid: { 'zh-CN': '尚未付出', en: 'not paid yet' },
  paidOn: { 'zh-CN': '付款日期', en: 'Paid on' },
  search: {
    'zh-CN': '券号、订单号、业务编号或单位名称',
    en: 'Code, order, reference or organisation',
  },
  from: { 'zh-CN': '起始日期', en: 'From' },
  to: { 'zh-CN': '截止日期', en: 'To' },
  least: { 'zh-CN': '最低金额', en: 'Least amount' },
  most: { 'zh-CN': '最高金额', en: 'Largest amount' },
  all: { 'zh-CN': '全部', en: 'All' },
  show: { 'zh-CN': '筛选', en: 'Filter' },
  noneFits: { 'zh-CN': '没有符合条件的分录', en: 'No entry fits the filter' },
  file: { 'zh-CN': '下载明细（CSV）', en: 'Download these entries (CSV)' },
  amountYuan: { 'zh-CN': '金额（元）', en: 'Amount (yuan)' },
  source: { 'zh-CN': '从', en: 'From place' },
  target: { 'zh-CN': '到', en: 'To place' },
  entry: { 'zh-CN': '分录编号', en: 'Entry' },
});

/** The places that money moves from and to. */
export const ledgerPlaces = messages({
  pool: { 'zh-CN': '预算', en: 'budget' },
  voucher: { 'zh-CN': '券', en: 'voucher' },
  hold: { 'zh-CN': '锁定', en: 'hold' },
  claim: { 'zh-CN': '待核验', en: 'claim' },
  vendor: { 'zh-CN': '收款方', en: 'payee' },
  outside: { 'zh-CN': '外部转账', en: 'from outside' },
});
