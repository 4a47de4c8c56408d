import { messages } from '@/lib/messages';

/** What is wrong, by the name under which a check reports it. A name that is new to this list is shown as it is. */
export const findingNames = messages({
  account: { 'zh-CN': '券的余额与流水不符', en: 'A voucher’s balance differs from the journal' },
  hold: { 'zh-CN': '锁定额度与流水不符', en: 'A hold differs from the journal' },
  pool: {
    'zh-CN': '预算的已承诺额与各券合计不符',
    en: 'What is committed of a budget differs from its vouchers',
  },
  settlement_line: {
    'zh-CN': '结算明细与核销流水不符',
    en: 'A settled line differs from its redemption',
  },
  voucher: { 'zh-CN': '券面额与账户不符', en: 'A voucher’s face value differs from its account' },
  order: { 'zh-CN': '订单与其锁定额度不符', en: 'An order differs from its hold' },
  redemptions: {
    'zh-CN': '订单的核销合计与账户不符',
    en: 'The redemptions of an order differ from its hold',
  },
  redemption: { 'zh-CN': '核销与其入账流水不符', en: 'A redemption differs from its entry' },
  claim: {
    'zh-CN': '兑付申请与其锁定额度或流水不符',
    en: 'A claim differs from its hold or its entry',
  },
  following: {
    'zh-CN': '追回、还款或核减与所追回的流水不符',
    en: 'What was reversed, repaid or written off differs from the entry that it follows',
  },
  reversed: {
    'zh-CN': '核销的已追回金额与流水不符',
    en: 'The reversed amount of a redemption differs from the journal',
  },
  recovery: {
    'zh-CN': '追回与其入账流水不符',
    en: 'A recovery differs from its entry',
  },
  credit: {
    'zh-CN': '还款或核减与其入账流水不符',
    en: 'A repayment or write-off differs from its entry',
  },
  interest: {
    'zh-CN': '追回款利息与其入账记录不符',
    en: 'Interest on a recovery differs from its entry',
  },
  funders: {
    'zh-CN': '结算明细与各出资方分担合计不符',
    en: 'What funders bear of a settled line differs from the line',
  },
  funder_share: {
    'zh-CN': '出资方对一张券的分担与规则不符',
    en: 'What a funder bears of a voucher differs from its share by the rules',
  },
  bill: {
    'zh-CN': '请款单与其明细或到账登记不符',
    en: 'A bill to a funder differs from its lines or from what was received',
  },
  debt: {
    'zh-CN': '追回的未清金额与其明细不符',
    en: 'What is left of a debt differs from what was credited',
  },
  payment: { 'zh-CN': '付款与其结算明细不符', en: 'A payment differs from its settled lines' },
  advance: {
    'zh-CN': '备用金余额与其变动明细不符',
    en: 'The balance of an advance differs from its movements',
  },
  advance_level: {
    'zh-CN': '备用金额度与已复核的提请不符',
    en: 'The level of an advance differs from what was released',
  },
  advance_draw: {
    'zh-CN': '备用金抵扣多于该笔付款所结算的金额',
    en: 'More is drawn on an advance than its payment settles',
  },
  advance_payment: {
    'zh-CN': '备用金拨付没有对应的付款',
    en: 'What was paid into an advance belongs to no payment',
  },
  advance_return: {
    'zh-CN': '备用金退回与已复核的登记不符',
    en: 'What was paid back of an advance differs from what was confirmed',
  },
  budget: { 'zh-CN': '预算与已复核的调整不符', en: 'A budget differs from its released change' },
  promise: {
    'zh-CN': '已预留额与各申请、公示名单合计不符',
    en: 'What is promised differs from the cases and the lists on notice',
  },
  entry: { 'zh-CN': '流水的类型未知', en: 'An entry is of an unknown kind' },
  row_changed: { 'zh-CN': '已封存的记录被改动', en: 'A sealed row was changed' },
  row_gone: { 'zh-CN': '已封存的记录被删除', en: 'A sealed row is gone' },
  row_missing: { 'zh-CN': '封存清单缺少一条记录', en: 'A place in a seal is empty' },
  row_moved: { 'zh-CN': '已封存记录的顺序被改动', en: 'A sealed row is out of order' },
  row_backdated: { 'zh-CN': '补入了倒签日期的记录', en: 'A row was added and dated back' },
  row_unsealed: { 'zh-CN': '记录应已封存而未封存', en: 'A row should be sealed and is not' },
  seal_missing: { 'zh-CN': '缺少一次封存', en: 'A seal is missing' },
  seal_unlinked: { 'zh-CN': '封存与前一次不相接', en: 'A seal does not follow the one before' },
  seal_changed: { 'zh-CN': '封存值与其记录不符', en: 'A seal differs from its rows' },
  head_differs: { 'zh-CN': '与已公布的校验值不符', en: 'A published head differs' },
});

export const figureTexts = messages({
  budget: { 'zh-CN': '预算', en: 'Budget' },
  left: { 'zh-CN': '可用', en: 'Free' },
  committed: { 'zh-CN': '已承诺', en: 'Committed' },
  promised: { 'zh-CN': '已预留', en: 'Promised' },
  issued: { 'zh-CN': '已发放', en: 'Issued' },
  held: { 'zh-CN': '锁定', en: 'Held' },
  spent: { 'zh-CN': '已核销', en: 'Spent' },
  returned: { 'zh-CN': '已收回', en: 'Returned' },
  available: { 'zh-CN': '可用余额', en: 'Available' },
  redeemed: { 'zh-CN': '累计核销', en: 'Redeemed' },
  settled: { 'zh-CN': '已结算', en: 'Settled' },
  due: { 'zh-CN': '待结算', en: 'Due' },
  paid: { 'zh-CN': '已付款', en: 'Paid' },
  failed: { 'zh-CN': '付款失败', en: 'Failed' },
  open: { 'zh-CN': '待付款', en: 'Open' },
  clawedBack: { 'zh-CN': '已冲抵', en: 'Clawed back' },
  drawn: { 'zh-CN': '备用金抵扣', en: 'Drawn on advances' },
  advanced: { 'zh-CN': '拨付备用金', en: 'Paid in advance' },
  paidBack: { 'zh-CN': '备用金退回', en: 'Advances paid back' },
  inAdvance: { 'zh-CN': '备用金余额', en: 'Held in advance' },
});

/** The identities under which a difference at a day's end is reported. */
export const identityTexts = messages({
  budget: {
    'zh-CN': '预算 = 可用 + 已承诺 + 已预留',
    en: 'Budget = free + committed + promised',
  },
  issued: {
    'zh-CN': '已发放 = 锁定 + 已核销 + 已收回 + 可用余额',
    en: 'Issued = held + spent + returned + available',
  },
  redeemed: { 'zh-CN': '累计核销 = 已结算 + 待结算', en: 'Redeemed = settled + due' },
  settled: {
    'zh-CN': '已结算 = 已付款 + 付款失败 + 待付款 + 已冲抵 + 备用金抵扣 − 拨付备用金',
    en: 'Settled = paid + failed + open + clawed back + drawn on advances − paid in advance',
  },
  advanced: {
    'zh-CN': '拨付备用金 = 备用金抵扣 + 备用金退回 + 备用金余额',
    en: 'Paid in advance = drawn on advances + advances paid back + held in advance',
  },
});

/** The parts of a difference, by the names under which checks report them. */
export const detailTexts = messages({
  granted: { 'zh-CN': '发放', en: 'granted' },
  held: { 'zh-CN': '锁定', en: 'held' },
  spent: { 'zh-CN': '核销', en: 'spent' },
  returned: { 'zh-CN': '收回', en: 'returned' },
  claimed: { 'zh-CN': '待核验', en: 'claimed' },
  captured: { 'zh-CN': '已核销', en: 'redeemed' },
  released: { 'zh-CN': '已解除', en: 'lifted' },
  reversed: { 'zh-CN': '已冲正', en: 'reversed' },
  amount: { 'zh-CN': '金额', en: 'amount' },
  open: { 'zh-CN': '未用', en: 'open' },
  committed: { 'zh-CN': '已承诺', en: 'committed' },
  allotted: { 'zh-CN': '分项预算', en: 'parts' },
  budget: { 'zh-CN': '预算', en: 'budget' },
  balance: { 'zh-CN': '余额', en: 'balance' },
  level: { 'zh-CN': '额度', en: 'level' },
  received: { 'zh-CN': '到账', en: 'received' },
  promised: { 'zh-CN': '已预留', en: 'promised' },
  whole: { 'zh-CN': '左边', en: 'left side' },
  parts: { 'zh-CN': '右边合计', en: 'right side' },
  difference: { 'zh-CN': '差额', en: 'difference' },
  seal: { 'zh-CN': '封存序号', en: 'seal' },
  position: { 'zh-CN': '位置', en: 'place' },
  published: { 'zh-CN': '已公布', en: 'published' },
  found: { 'zh-CN': '现有', en: 'found' },
  rows: { 'zh-CN': '记录数', en: 'rows' },
});

type Count = { count: number };

export const proofMessages = messages({
  title: { 'zh-CN': '账目核验', en: 'Proof of the books' },
  lead: {
    'zh-CN': '余额每五分钟与流水核对，每晚全部复核；流水和审计记录逐条封存，每日对账。',
    en: 'Balances are compared with the journal every five minutes, and all of them each night; entries and events are sealed, and each day is reconciled.',
  },
  right: { 'zh-CN': '账目相符', en: 'The books are right' },
  rightBody: { 'zh-CN': '核验未发现差异。', en: 'No check has found a difference.' },
  wrong: {
    'zh-CN': ({ count }: Count) => `${count} 处差异未查明`,
    en: ({ count }: Count) => `${count} unexplained differences`,
  },
  wrongBody: {
    'zh-CN': '余额与流水的差异查明前停止发放。',
    en: 'While balances differ from the journal, nothing is issued.',
  },
  unchecked: { 'zh-CN': '尚未核验', en: 'Not checked yet' },
  uncheckedBody: {
    'zh-CN': '系统启动后五分钟内进行首次核验。',
    en: 'The first check runs within five minutes after the portal starts.',
  },
  checks: { 'zh-CN': '核验', en: 'Checks' },
  check: { 'zh-CN': '核验内容', en: 'Check' },
  check_recent: { 'zh-CN': '近期变动', en: 'What changed lately' },
  check_full: { 'zh-CN': '全部余额', en: 'All balances' },
  check_chain: { 'zh-CN': '封存链', en: 'The chain of seals' },
  at: { 'zh-CN': '核验时间', en: 'Checked' },
  lookedAt: { 'zh-CN': '核验项数', en: 'Looked at' },
  found: { 'zh-CN': '差异', en: 'Differences' },
  first: { 'zh-CN': '第一处', en: 'First' },
  findings: { 'zh-CN': '未查明的差异', en: 'Unexplained differences' },
  what: { 'zh-CN': '差异', en: 'Difference' },
  subject: { 'zh-CN': '对象', en: 'Where' },
  detail: { 'zh-CN': '内容', en: 'Detail' },
  since: { 'zh-CN': '发现时间', en: 'Found' },
  chain: { 'zh-CN': '封存链', en: 'The chain' },
  chainLead: {
    'zh-CN': '每次封存的校验值由前一次的校验值和本次各条记录算出；改动任何一条，其后全部不符。',
    en: 'Each seal’s hash covers the seal before it and every row of its own: whatever is changed, nothing after it agrees.',
  },
  length: { 'zh-CN': '已封存记录', en: 'Sealed rows' },
  seals: { 'zh-CN': '封存次数', en: 'Seals' },
  head: { 'zh-CN': '最新校验值', en: 'Head' },
  noSeals: { 'zh-CN': '尚未封存', en: 'Nothing is sealed yet' },
  heads: { 'zh-CN': '每日公布的校验值', en: 'Published heads' },
  allHeads: { 'zh-CN': '公开页面', en: 'Public page' },
  noHeads: { 'zh-CN': '尚未公布', en: 'None is published yet' },
  noHeadsBody: {
    'zh-CN': '首个校验值在首日结束后公布。',
    en: 'The first is published when the first day is over.',
  },
  day: { 'zh-CN': '日期', en: 'Day' },
  city: { 'zh-CN': '城市', en: 'City' },
  platform: { 'zh-CN': '平台', en: 'The platform' },
  rows: { 'zh-CN': '记录数', en: 'Rows' },
  seal: { 'zh-CN': '封存序号', en: 'Seal' },
  hash: { 'zh-CN': '校验值（SHA-256）', en: 'Hash (SHA-256)' },
  reconciliation: { 'zh-CN': '日终对账', en: 'Reconciliation at the day’s end' },
  of: {
    'zh-CN': ({ day }: { day: string }) => `${day} 日终对账`,
    en: ({ day }: { day: string }) => `The end of ${day}`,
  },
  takenAt: {
    'zh-CN': ({ at }: { at: string }) => `取数时间：${at}`,
    en: ({ at }: { at: string }) => `Figures of ${at}.`,
  },
  takenLate: {
    'zh-CN': ({ at }: { at: string }) => `当日未能取数，以下为 ${at} 的数据。`,
    en: ({ at }: { at: string }) => `They could not be taken that night; these are of ${at}.`,
  },
  identity: { 'zh-CN': '等式', en: 'Identity' },
  whole: { 'zh-CN': '左边', en: 'Left side' },
  parts: { 'zh-CN': '右边各项', en: 'Right side' },
  sum: { 'zh-CN': '右边合计', en: 'Sum' },
  difference: { 'zh-CN': '差额', en: 'Difference' },
  days: { 'zh-CN': '历次日终对账', en: 'Days' },
  agrees: { 'zh-CN': '相符', en: 'Agrees' },
  differs: { 'zh-CN': '不符', en: 'Differs' },
  late: { 'zh-CN': '补取', en: 'taken later' },
  noDays: { 'zh-CN': '还没有日终对账', en: 'No day is closed yet' },
  noDaysBody: {
    'zh-CN': '每日零时后自动生成。',
    en: 'Each day is closed by itself after midnight.',
  },
  ledger: { 'zh-CN': '账本', en: 'Ledger' },
});

/** The public page of the heads. */
export const headMessages = messages({
  title: { 'zh-CN': '账目校验值公布', en: 'Published heads of the books' },
  lead: {
    'zh-CN': '各市资金流水和审计记录每日的校验值。公布后不再更改，任何人可以留存和比对。',
    en: 'The hash of each city’s journal and audit at the end of each day. Once published it never changes; anybody may keep and compare it.',
  },
  list: { 'zh-CN': '校验值', en: 'Heads' },
  how: { 'zh-CN': '怎样核对', en: 'How to check' },
  howWhat: {
    'zh-CN':
      '审计人员取得数据库或其导出文件后，用下列命令重新计算全部校验值，并与公布的校验值比对。有一条记录被改动、删除，或倒签日期补入，即指出是哪一条。',
    en: 'Whoever audits a city’s database, or an export of it, computes every hash again with these commands and compares them with what is published. One row that was changed, removed, or added and dated back is named.',
  },
  machine: {
    'zh-CN': '程序可从开放接口取得同样的数据：',
    en: 'Programs read the same from the open interface:',
  },
});
