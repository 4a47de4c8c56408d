import { messages } from '@/lib/messages';

type Sum = { amount: string; n: number };
type Day = { on: string };

/** What the pages say on programmes, cycles and exceptions, before a batch is made. */
export const planMessages = messages({
  programmes: { 'zh-CN': '按政策和结算周期', en: 'By programme and cycle' },
  programme: { 'zh-CN': '政策', en: 'Programme' },
  allProgrammes: { 'zh-CN': '全部政策', en: 'All programmes' },
  noProgrammes: { 'zh-CN': '没有已发布的政策', en: 'No programme is published' },
  ready: { 'zh-CN': '可结算', en: 'Ready' },
  waitingPeriod: { 'zh-CN': '本周期内，暂不结算', en: 'Of this period: waits' },
  next: { 'zh-CN': '下次结算', en: 'Next batch' },
  cycle_monthly: { 'zh-CN': '每月结算', en: 'Settled every month' },
  cycle_quarterly: { 'zh-CN': '每季度结算', en: 'Settled every quarter' },
  cycle_yearly: { 'zh-CN': '每年结算', en: 'Settled every year' },
  cycle_batch: { 'zh-CN': '按批次结算', en: 'Settled batch by batch' },
  payees: {
    'zh-CN': ({ n }: Pick<Sum, 'n'>) => `${n} 个收款方`,
    en: ({ n }: Pick<Sum, 'n'>) => `${n} ${n === 1 ? 'payee' : 'payees'}`,
  },
  verifiedThrough: {
    'zh-CN': ({ on }: Day) => `${on} 及以前核验`,
    en: ({ on }: Day) => `verified until ${on}`,
  },
  verifiedAfter: {
    'zh-CN': ({ on }: Day) => `${on} 之后核验`,
    en: ({ on }: Day) => `verified after ${on}`,
  },
  anyTime: { 'zh-CN': '随时', en: 'At any time' },
  choose: { 'zh-CN': '选择结算范围', en: 'What the batch settles' },
  through: { 'zh-CN': '核验截止日', en: 'Verified until' },
  throughHint: {
    'zh-CN': '留空则按各项政策的结算周期；早于周期截止日的，以所填日期为准。',
    en: 'Left empty, each programme is settled as far as its cycle lets; an earlier day limits it further.',
  },
  show: { 'zh-CN': '查看', en: 'Show' },
  payeesToPay: { 'zh-CN': '收款方', en: 'Payees' },
  note: { 'zh-CN': '说明', en: 'Note' },
  netted: {
    'zh-CN': ({ amount }: Pick<Sum, 'amount'>) => `已抵扣欠款 ${amount}`,
    en: ({ amount }: Pick<Sum, 'amount'>) => `A debt of ${amount} is taken off`,
  },
  drawn: { 'zh-CN': '备用金抵扣', en: 'Covered by the advance' },
  paidIn: { 'zh-CN': '拨付备用金', en: 'Paid in advance' },
  toPay: { 'zh-CN': '本批应付', en: 'To pay' },
  legend: {
    'zh-CN': '本批应付 = 结算金额 − 备用金抵扣 + 拨付备用金（首次拨付或补足至额度）。',
    en: 'To pay = settled amount − what the advance covers + what is paid in advance, at first or to reach the level again.',
  },
  noAccount: { 'zh-CN': '未登记收款账户，暂不列入', en: 'No account on file: left for later' },
  owes: { 'zh-CN': '欠款多于应付，待抵扣', en: 'Owes more than it gets: waits to be netted' },
  usedUp: {
    'zh-CN': '欠款不少于该笔付款，暂不支付',
    en: 'What it owes would use this payment up: both wait',
  },
  accountChanges: {
    'zh-CN': '收款账户变更办理中，生效前仍付原账户',
    en: 'A change of its account is under way: until it takes effect, the present one is paid',
  },
});
