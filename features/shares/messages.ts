import { doneMessages, messages, type ValuesOf } from '@/lib/messages';

type Amount = { amount: string };

export const shareRefusals = messages({
  share_unknown: { 'zh-CN': '没有这项分配。', en: 'There is no such share-out.' },
  share_decided: {
    'zh-CN': '该分配已办结，请刷新页面。',
    en: 'This share-out has been decided. Reload the page.',
  },
  share_open: {
    'zh-CN': '本批次的分配方案已提请，等待财务复核。',
    en: 'A share-out of this round waits for its release already.',
  },
  same_person: {
    'zh-CN': '提请与复核须为不同人员。',
    en: 'Whoever proposed a share-out cannot decide on it.',
  },
  share_changed: {
    'zh-CN': '提请之后案件或预算已变化，各件金额不再与方案一致。请退回后重新提请。',
    en: 'Cases or the budget have changed since this was proposed, so that the shares are no longer these. Send it back and propose it anew.',
  },
  round_open: {
    'zh-CN': ({ when }: { when: string }) => `本批次 ${when} 截止，截止后才能分配。`,
    en: ({ when }: { when: string }) => `The round closes on ${when}; it is shared out after that.`,
  },
  cases_undecided: {
    'zh-CN': ({ count }: { count: number }) => `本批次还有 ${count} 件未审结，全部审结后才能分配。`,
    en: ({ count }: { count: number }) =>
      `${count} ${count === 1 ? 'case' : 'cases'} of the round are not decided yet; it is shared out when all are.`,
  },
  appeals_possible: {
    'zh-CN': ({ count, when }: { count: number; when: string }) =>
      `${count} 件未通过的申请在 ${when} 前仍可申诉，期满后才能分配。`,
    en: ({ count, when }: { count: number; when: string }) =>
      `${count} ${count === 1 ? 'refusal' : 'refusals'} can be appealed against until ${when}; the round is shared out after that.`,
  },
  nothing_to_share: {
    'zh-CN': '本批次没有等待分配的案件。',
    en: 'No case of this round waits for a share.',
  },
  pool_empty: {
    'zh-CN': '没有可用预算，请先调整预算。',
    en: 'Nothing is free in the budget. Change the budget first.',
  },
  share_too_small: {
    'zh-CN': ({ reference, amount, least }: Record<'reference' | 'amount' | 'least', string>) =>
      `${reference} 只能分得 ${amount}，低于最低 ${least}。请先增加预算，或由复审人员对该件作出不予通过的决定。`,
    en: ({ reference, amount, least }: Record<'reference' | 'amount' | 'least', string>) =>
      `${reference} would get ${amount}, less than the least of ${least}. Raise the budget first, or have the case refused at the final review.`,
  },
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof shareRefusals> {}
}

/** Returns what was just done, for the page that it led to. */
export const shareDoneText = doneMessages({
  proposed: {
    'zh-CN': '分配方案已提请，等待财务复核。',
    en: 'The share-out is proposed and waits for finance.',
  },
  released: {
    'zh-CN': '已复核，各件金额已预留。',
    en: 'Released. Every share is promised.',
  },
  declined: { 'zh-CN': '已退回。', en: 'Sent back.' },
});

export const shareMessages = messages({
  title: { 'zh-CN': '按比例分配', en: 'Share-outs' },
  lead: {
    'zh-CN': '申请合计超过预算的批次，全部审结后按同一比例分配。由政策主管提请，财务复核后生效。',
    en: 'A round that asks for more than the budget is shared out at one rate when all its cases are decided. The manager proposes, finance releases.',
  },
  waiting: { 'zh-CN': '等待分配的批次', en: 'Rounds waiting for a share-out' },
  noneWaiting: { 'zh-CN': '没有等待分配的案件', en: 'No case waits for a share' },
  noneWaitingBody: {
    'zh-CN': '政策规定预算不足时“按比例分配”的，复审通过的案件列在这里。',
    en: 'Cases that passed the final review under a programme whose rules share the budget out are listed here.',
  },
  programme: { 'zh-CN': '政策', en: 'Programme' },
  round: {
    'zh-CN': ({ number }: { number: number }) => `第 ${number} 批`,
    en: ({ number }: { number: number }) => `Round ${number}`,
  },
  cases: { 'zh-CN': '案件数', en: 'Cases' },
  claimed: { 'zh-CN': '申请额合计', en: 'Claims together' },
  free: { 'zh-CN': '可用预算', en: 'Free in the budget' },
  available: { 'zh-CN': '可分配预算', en: 'To be shared' },
  shared: { 'zh-CN': '分配合计', en: 'Shares together' },
  rate: { 'zh-CN': '分配比例', en: 'Rate' },
  propose: { 'zh-CN': '提请分配', en: 'Propose the share-out' },
  ready: { 'zh-CN': '可以提请', en: 'Ready' },
  managerOnly: { 'zh-CN': '由政策主管提请。', en: 'The manager proposes it.' },
  see: { 'zh-CN': '查看方案', en: 'See the proposal' },
  action: { 'zh-CN': '办理', en: 'What to do' },
  open: { 'zh-CN': '等待复核', en: 'Waiting for release' },
  decided: { 'zh-CN': '办结记录', en: 'Decided' },
  noneDecided: { 'zh-CN': '还没有分配过', en: 'Nothing was shared out so far' },
  state: { 'zh-CN': '结果', en: 'Outcome' },
  state_proposed: { 'zh-CN': '待复核', en: 'To be released' },
  state_released: { 'zh-CN': '已生效', en: 'Released' },
  state_declined: { 'zh-CN': '已退回', en: 'Sent back' },
  proposedBy: { 'zh-CN': '提请', en: 'Proposed by' },
  decidedBy: { 'zh-CN': '复核', en: 'Decided by' },
  lines: { 'zh-CN': '逐件金额', en: 'Case by case' },
  case: { 'zh-CN': '编号', en: 'Case' },
  organisation: { 'zh-CN': '申请单位', en: 'Applicant' },
  submittedAt: { 'zh-CN': '提交时间', en: 'Submitted' },
  claim: { 'zh-CN': '申请额', en: 'Claim' },
  share: { 'zh-CN': '分得', en: 'Share' },
  how: { 'zh-CN': '如何分配', en: 'How it is shared' },
  howText: {
    'zh-CN': ({ unit }: { unit: string }) =>
      `每件分得 = 申请额 × 可分配预算 ÷ 申请额合计，不足 ${unit} 的部分舍去。舍去后余下的预算，按被舍去部分由大到小逐件加 ${unit}；相同的，先提交者在先。各件不超过其申请额，合计不超过可分配预算；预算足够的，各件全额。`,
    en: ({ unit }: { unit: string }) =>
      `Each share is the claim × the budget to be shared ÷ all claims, cut off to whole ${unit}. What remains goes ${unit} at a time to the cases that lost most by cutting off; between equal ones, to whoever submitted first. No share exceeds its claim, and together they never exceed the budget; if it is enough, everybody gets the whole claim.`,
  },
  lateText: {
    'zh-CN': '本批次已分配过；其后补入的案件按不高于首次分配的比例计算。',
    en: 'This round was shared out before: a case that comes later gets no higher rate than the first share-out gave.',
  },
  release: { 'zh-CN': '复核通过', en: 'Release' },
  decline: { 'zh-CN': '退回', en: 'Send back' },
  declineReason: { 'zh-CN': '退回理由', en: 'Why it is sent back' },
  financeOnly: { 'zh-CN': '等待财务复核。', en: 'Waits for finance.' },
  own: {
    'zh-CN': '该方案由您提请，须由其他人员复核。',
    en: 'You proposed this; somebody else must decide on it.',
  },
  ownTitle: { 'zh-CN': '金额如何分得', en: 'How your amount came about' },
  ownText: {
    'zh-CN': ({
      claim,
      amount,
      available,
      claimed,
    }: Record<'claim' | 'available' | 'claimed', string> & Amount) =>
      `本批次复审通过的申请额合计 ${claimed}，可分配预算 ${available}，按同一比例分配。贵单位申请额 ${claim}，分得 ${amount}。`,
    en: ({
      claim,
      amount,
      available,
      claimed,
    }: Record<'claim' | 'available' | 'claimed', string> & Amount) =>
      `The cases that passed in this round claimed ${claimed} together, and ${available} was to be shared at one rate. You claimed ${claim} and get ${amount}.`,
  },
});
