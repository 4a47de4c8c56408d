import { doneMessages, messages, type ValuesOf } from '@/lib/messages';

type Amount = { amount: string };

export const budgetRefusals = messages({
  pool_unknown: { 'zh-CN': '没有这项预算。', en: 'There is no such budget.' },
  change_unknown: { 'zh-CN': '没有这项调整。', en: 'There is no such change.' },
  change_decided: {
    'zh-CN': '该调整已办结，请刷新页面。',
    en: 'This change has been decided. Reload the page.',
  },
  change_open: {
    'zh-CN': '该预算已有一项调整等待复核。',
    en: 'A change of this budget waits for its release already.',
  },
  same_person: {
    'zh-CN': '提请与复核须为不同人员。',
    en: 'Whoever proposed a change cannot decide on it.',
  },
  budget_unchanged: {
    'zh-CN': '与现有预算相同，请填写新的金额。',
    en: 'This is the budget already. Enter another amount.',
  },
  budget_moved: {
    'zh-CN': '提请之后预算已变化，请退回后重新提请。',
    en: 'The budget has changed since this was proposed. Send it back and propose it anew.',
  },
  budget_below_committed: {
    'zh-CN': ({ amount }: Amount) => `已承诺 ${amount}，预算不得低于此数。`,
    en: ({ amount }: Amount) => `${amount} is committed. The budget cannot be less.`,
  },
  budget_below_promised: {
    'zh-CN': ({
      amount,
      committed,
      promised,
    }: Record<'amount' | 'committed' | 'promised', string>) =>
      `已承诺 ${committed}，已预留 ${promised}，预算不得低于两项之和 ${amount}。`,
    en: ({ amount, committed, promised }: Record<'amount' | 'committed' | 'promised', string>) =>
      `${committed} is committed and ${promised} promised. The budget cannot be less than both: ${amount}.`,
  },
  budget_below_allotted: {
    'zh-CN': ({ amount }: Amount) => `各分项预算合计 ${amount}，总预算不得低于此数。`,
    en: ({ amount }: Amount) => `Its parts are allotted ${amount}. The budget cannot be less.`,
  },
  budget_over_programme: {
    'zh-CN': ({ amount }: Amount) => `该分项最多 ${amount}，否则各分项合计超过总预算。`,
    en: ({ amount }: Amount) =>
      `This part can have at most ${amount}, or the parts exceed the programme’s budget.`,
  },
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof budgetRefusals> {}
}

/** Returns what was just done, for the page that it led to. */
export const budgetDoneText = doneMessages({
  proposed: {
    'zh-CN': '已提请调整，等待财务复核。',
    en: 'The change is proposed and waits for finance.',
  },
  released: { 'zh-CN': '已复核，新预算已生效。', en: 'Released. The new budget is in force.' },
  declined: { 'zh-CN': '已退回。', en: 'Sent back.' },
});

export const budgetMessages = messages({
  title: { 'zh-CN': '预算', en: 'Budget' },
  lead: {
    'zh-CN': '每项政策的预算用到哪里、还有多少可用。',
    en: 'Where each programme’s money is, and what is left of it.',
  },
  asOf: { 'zh-CN': '截至', en: 'As of' },
  file: { 'zh-CN': '下载表格（CSV）', en: 'Download the table (CSV)' },
  none: { 'zh-CN': '还没有政策预算', en: 'No programme has a budget yet' },
  programme: { 'zh-CN': '政策', en: 'Programme' },
  part: { 'zh-CN': '分项', en: 'Part' },
  parts: { 'zh-CN': '分项预算', en: 'Parts of the budget' },
  wholeAndParts: {
    'zh-CN': '总预算与分项',
    en: 'The whole and its parts',
  },
  partsLead: {
    'zh-CN': '通过和发放同时占用分项与总预算，任何一项不足即不能办理。',
    en: 'What is passed or issued takes from its part and from the whole; it needs room in both.',
  },
  whole: { 'zh-CN': '总预算', en: 'Whole budget' },
  total: { 'zh-CN': '全市合计', en: 'All programmes' },
  budgetFen: { 'zh-CN': '预算', en: 'Budget' },
  committedFen: { 'zh-CN': '已承诺', en: 'Committed' },
  promisedFen: { 'zh-CN': '已预留', en: 'Promised' },
  issued: { 'zh-CN': '累计发放', en: 'Issued' },
  spent: { 'zh-CN': '已核销', en: 'Redeemed' },
  paid: { 'zh-CN': '已拨付', en: 'Paid' },
  returned: { 'zh-CN': '已收回', en: 'Returned' },
  leftFen: { 'zh-CN': '可用预算', en: 'Free' },
  part_paid: { 'zh-CN': '已拨付', en: 'Paid' },
  part_due: { 'zh-CN': '已核销待付', en: 'Redeemed, not paid' },
  part_writtenOff: { 'zh-CN': '核减损失', en: 'Written off' },
  part_held: { 'zh-CN': '已锁定', en: 'Held' },
  part_available: { 'zh-CN': '券内可用', en: 'Available on vouchers' },
  part_promised: { 'zh-CN': '已预留', en: 'Promised' },
  part_left: { 'zh-CN': '可用预算', en: 'Free' },
  inYuan: {
    'zh-CN': ({ column }: { column: string }) => `${column}（元）`,
    en: ({ column }: { column: string }) => `${column} (yuan)`,
  },
  share: { 'zh-CN': '承诺与预留比例', en: 'Share committed or promised' },
  explained: {
    'zh-CN':
      '已承诺 = 累计发放 − 已收回；已预留 = 复审通过、尚未发放；可用预算 = 预算 − 已承诺 − 已预留。到期和收回的金额退回预算。',
    en: 'Committed is what was issued less what was returned; promised is what passed the final review and is not issued yet; free is the budget less both. What expires or is clawed back returns to the budget.',
  },
  warn: {
    'zh-CN': ({ pool, share, amount }: Record<'pool' | 'share' | 'amount', string>) =>
      `${pool}：预算已承诺和预留 ${share}，可用 ${amount}`,
    en: ({ pool, share, amount }: Record<'pool' | 'share' | 'amount', string>) =>
      `${pool}: ${share} of the budget is committed or promised; ${amount} is free`,
  },
  warnLink: { 'zh-CN': '查看预算与预测', en: 'See the budget and its forecast' },
});

export const outlookMessages = messages({
  where: { 'zh-CN': '资金去向', en: 'Where the money is' },
  inAdvance: {
    'zh-CN': ({ amount }: Amount) =>
      `另有备用金 ${amount} 在服务商处，属预付款，不计入已承诺和已拨付；结算抵扣时才计入。`,
    en: ({ amount }: Amount) =>
      `Vendors also hold ${amount} in advance. It is neither committed nor counted as paid until a settlement draws on it.`,
  },
  burnDown: { 'zh-CN': '使用进度', en: 'How the budget is used up' },
  burnDownLead: {
    'zh-CN': '图与下表为同一组数。',
    en: 'The chart shows the figures of the table below it.',
  },
  day: { 'zh-CN': '截至日', en: 'End of' },
  opening: { 'zh-CN': '期初', en: 'At the start' },
  today: { 'zh-CN': '今天', en: 'Today' },
  spokenFor: { 'zh-CN': '今天，含在途', en: 'Today, with cases under way' },
  runsOut: { 'zh-CN': '预计用完', en: 'Expected to run out' },
  close: { 'zh-CN': '预计期末', en: 'Expected at the end' },
  issuedIn: { 'zh-CN': '期间发放', en: 'Issued since' },
  returnedIn: { 'zh-CN': '期间收回', en: 'Returned since' },
  budget: { 'zh-CN': '预算', en: 'Budget' },
  committed: { 'zh-CN': '已承诺', en: 'Committed' },
  left: { 'zh-CN': '尚未发放', en: 'Not issued' },
  forecastLine: { 'zh-CN': '预测', en: 'Forecast' },
  chartText: {
    'zh-CN': ({
      from,
      to,
      committed,
      left,
    }: Record<'from' | 'to' | 'committed' | 'left', string>) =>
      `${from} 至 ${to} 的已承诺与尚未发放金额。今天已承诺 ${committed}，尚未发放 ${left}。各点数值见下表。`,
    en: ({ from, to, committed, left }: Record<'from' | 'to' | 'committed' | 'left', string>) =>
      `What was committed and what was not issued, from ${from} to ${to}. Today ${committed} is committed and ${left} is not issued. The table below has every point.`,
  },
  forecast: { 'zh-CN': '预测', en: 'Forecast' },
  lasts: {
    'zh-CN': ({ on, amount }: { on: string } & Amount) =>
      `预计够用到本轮结束（${on}），届时还剩 ${amount}。`,
    en: ({ on, amount }: { on: string } & Amount) =>
      `The budget is expected to last to the end of the round on ${on}, with ${amount} left.`,
  },
  runsOutOn: {
    'zh-CN': ({ on, amount }: { on: string } & Amount) =>
      `预计 ${on} 用完；到本轮结束共缺 ${amount}。`,
    en: ({ on, amount }: { on: string } & Amount) =>
      `The budget is expected to run out on ${on}; by the end of the round ${amount} will be missing.`,
  },
  runsOutToday: {
    'zh-CN': ({ amount }: Amount) => `算上在途申请，预算已全部占用；到本轮结束共缺 ${amount}。`,
    en: ({ amount }: Amount) =>
      `With the cases under way, the whole budget is spoken for; by the end of the round ${amount} will be missing.`,
  },
  noRound: {
    'zh-CN': '目前没有开放的申报批次，不作预测。',
    en: 'No round is open, so nothing is forecast.',
  },
  noCalendar: {
    'zh-CN': '工作日历尚未排到本轮，不作预测。',
    en: 'The calendar of working days does not reach this round, so nothing is forecast.',
  },
  method: { 'zh-CN': '如何算出', en: 'How this is worked out' },
  committedNow: { 'zh-CN': '① 已承诺', en: '1. Committed' },
  promisedNow: {
    'zh-CN': '② 已预留（复审通过，尚未发放）',
    en: '2. Promised: passed, to be issued',
  },
  pendingNow: { 'zh-CN': '③ 审核中，预计获批', en: '3. Under review, expected to be awarded' },
  pendingHow: {
    'zh-CN': ({ amount, share, awarded, decided }: Record<'amount' | 'share', string> & Cases) =>
      `审核中 ${amount} × 获批比例 ${share}（已决 ${decided} 件中获批 ${awarded} 件）`,
    en: ({ amount, share, awarded, decided }: Record<'amount' | 'share', string> & Cases) =>
      `${amount} under review × ${share} awarded (${awarded} of ${decided} decided cases)`,
  },
  pendingAll: {
    'zh-CN': ({ amount }: Amount) => `审核中 ${amount}；尚无已决案件，按全部获批计`,
    en: ({ amount }: Amount) =>
      `${amount} under review; no case is decided yet, so all of it counts`,
  },
  byPace: { 'zh-CN': '④ 本轮余下时间新增', en: '4. New cases in the rest of the round' },
  byPaceHow: {
    'zh-CN': ({ issued, from, days, perDay, left, until }: Pace) =>
      `${from} 之后的 ${days} 个工作日发放 ${issued}，平均每个工作日 ${perDay}；到 ${until} 还有 ${left} 个工作日`,
    en: ({ issued, from, days, perDay, left, until }: Pace) =>
      `${issued} was issued in the ${days} working days after ${from}, ${perDay} a day; ${left} working days are left to ${until}`,
  },
  totalNow: { 'zh-CN': '合计（①＋②＋③＋④）', en: 'Together (1 + 2 + 3 + 4)' },
  ofBudget: {
    'zh-CN': ({ amount, share }: { share: string } & Amount) => `预算 ${amount} 的 ${share}`,
    en: ({ amount, share }: { share: string } & Amount) => `${share} of the budget of ${amount}`,
  },
  methodNote: {
    'zh-CN':
      '节奏取最近 60 天（不早于本轮开始），只计发放，不减收回；金额逐分计算，最后舍去不足一分的部分。用完日是 ①＋②＋③ 加上每个工作日的平均额首次达到预算的那个工作日。预测随每笔业务更新，不构成承诺。',
    en: 'The pace is that of the last 60 days, or of the round if it is younger; it counts what was issued and takes off nothing that was returned. Amounts are exact and cut to a fen at the end. The budget runs out on the first working day on which 1 + 2 + 3 and the daily pace reach it. The forecast follows every posting and promises nothing.',
  },
});

type Cases = Record<'awarded' | 'decided', number>;
type Pace = Record<'issued' | 'from' | 'perDay' | 'until', string> &
  Record<'days' | 'left', number>;

export const changeMessages = messages({
  changes: { 'zh-CN': '预算调整', en: 'Changes of the budget' },
  open: { 'zh-CN': '等待复核的预算调整', en: 'Changes waiting for release' },
  lead: {
    'zh-CN': '由政策主管提请，财务复核后生效；不得低于已承诺与已预留之和。',
    en: 'The programme’s manager proposes, finance releases. No budget can be less than what is committed and promised.',
  },
  propose: { 'zh-CN': '提请调整', en: 'Propose a change' },
  pool: { 'zh-CN': '调整哪一项', en: 'Which budget' },
  now: {
    'zh-CN': ({ amount }: Amount) => `现为 ${amount}`,
    en: ({ amount }: Amount) => `now ${amount}`,
  },
  to: { 'zh-CN': '新的预算', en: 'New budget' },
  reason: { 'zh-CN': '理由', en: 'Reason' },
  reasonHint: {
    'zh-CN': '例如批复文号或资金来源。',
    en: 'Such as the decision it rests on, or where the money comes from.',
  },
  from: { 'zh-CN': '原预算', en: 'Old budget' },
  difference: { 'zh-CN': '增减', en: 'Difference' },
  proposedBy: { 'zh-CN': '提请', en: 'Proposed by' },
  decidedBy: { 'zh-CN': '复核', en: 'Decided by' },
  state: { 'zh-CN': '结果', en: 'Outcome' },
  proposed: { 'zh-CN': '待复核', en: 'To be released' },
  released: { 'zh-CN': '已生效', en: 'Released' },
  declined: { 'zh-CN': '已退回', en: 'Sent back' },
  release: { 'zh-CN': '复核通过', en: 'Release' },
  decline: { 'zh-CN': '退回', en: 'Send back' },
  declineReason: { 'zh-CN': '退回理由', en: 'Why it is sent back' },
  financeOnly: { 'zh-CN': '等待财务复核。', en: 'Waits for finance.' },
  own: {
    'zh-CN': '该调整由您提请，须由其他人员复核。',
    en: 'You proposed this; somebody else must decide on it.',
  },
  decided: { 'zh-CN': '办结记录', en: 'Decided' },
  none: { 'zh-CN': '还没有调整过', en: 'Never changed so far' },
});
