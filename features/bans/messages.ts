import { doneMessages, messages, type ValuesOf } from '@/lib/messages';

export const banRefusals = messages({
  firm_unknown: {
    'zh-CN': '没有以此代码向本市申报或获得支持的单位。',
    en: 'No firm with this code has applied to this city or was supported by it.',
  },
  ban_unknown: { 'zh-CN': '没有这项记录。', en: 'There is no such entry.' },
  ban_open: {
    'zh-CN': '该单位已有一项提请等待复核。',
    en: 'A ban of this firm waits for its release already.',
  },
  ban_decided: {
    'zh-CN': '该提请已办结，请刷新页面。',
    en: 'This proposal has been decided. Reload the page.',
  },
  ban_in_force: {
    'zh-CN': ({ on }: { on: string }) => `该单位已被暂停申报资格至 ${on}。需要改期的，先提前解除。`,
    en: ({ on }: { on: string }) =>
      `This firm is banned until ${on} already. To change the day, lift that ban first.`,
  },
  ban_ends_early: { 'zh-CN': '截止日期须晚于今天。', en: 'The last day must be after today.' },
  ban_too_long: {
    'zh-CN': ({ on }: { on: string }) => `最长十年，截止日期不晚于 ${on}。`,
    en: ({ on }: { on: string }) => `Ten years at most: the last day is ${on} or earlier.`,
  },
  ban_not_in_force: {
    'zh-CN': '该项暂停不在期限内，无须解除。',
    en: 'This ban is not in force; there is nothing to lift.',
  },
  ban_released_by_you: {
    'zh-CN': '由您复核通过，须由其他复审人员解除。',
    en: 'You released this ban; another approver must lift it.',
  },
  same_person: {
    'zh-CN': '提请与复核须为不同人员。',
    en: 'Whoever proposed a ban cannot decide on it.',
  },
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof banRefusals> {}
}

/** Returns what the last action did, for the page that is shown after it. */
export const banDoneText = doneMessages({
  proposed: {
    'zh-CN': '已提请，由复审人员复核后生效。',
    en: 'Proposed; it takes effect once an approver releases it.',
  },
  released: {
    'zh-CN': '已生效，并通知该单位。',
    en: 'In force; the firm has been told.',
  },
  declined: { 'zh-CN': '已退回提请人。', en: 'Sent back to its proposer.' },
  lifted: { 'zh-CN': '已解除，并通知该单位。', en: 'Lifted; the firm has been told.' },
});

export const banStates = messages({
  proposed: { 'zh-CN': '待复核', en: 'To be released' },
  in_force: { 'zh-CN': '暂停中', en: 'In force' },
  ended: { 'zh-CN': '已期满', en: 'Ended' },
  declined: { 'zh-CN': '已退回', en: 'Sent back' },
  lifted: { 'zh-CN': '已解除', en: 'Lifted' },
});

export const banMessages = messages({
  title: { 'zh-CN': '暂停申报资格', en: 'Bans from support' },
  lead: {
    'zh-CN':
      '因骗取、挪用等被暂停申报资格的单位。规则载明此项的政策，在期限内不受理其申报，已审定的不予发放。其他政策不受影响。',
    en: 'Firms that get no support for a time, such as after misuse. Programmes whose rules say so refuse their applications and issue nothing to them. Other programmes are not affected.',
  },
  register: { 'zh-CN': '登记簿', en: 'Register' },
  firm: { 'zh-CN': '单位', en: 'Firm' },
  creditCode: { 'zh-CN': '统一社会信用代码', en: 'Unified social credit code' },
  until: { 'zh-CN': '截止日期', en: 'Last day' },
  ground: { 'zh-CN': '依据', en: 'Ground' },
  groundHint: {
    'zh-CN': '条款或文号。该单位会看到。',
    en: 'The article or document. The firm reads it.',
  },
  reason: { 'zh-CN': '事由', en: 'Reason' },
  reasonHint: { 'zh-CN': '该单位会看到。', en: 'The firm reads it.' },
  state: { 'zh-CN': '状态', en: 'State' },
  by: { 'zh-CN': '经办', en: 'By' },
  proposedBy: { 'zh-CN': '提请', en: 'Proposed' },
  decidedBy: { 'zh-CN': '复核', en: 'Decided' },
  liftedBy: { 'zh-CN': '解除', en: 'Lifted' },
  answer: { 'zh-CN': '退回理由', en: 'Why it was sent back' },
  liftReason: { 'zh-CN': '解除理由', en: 'Why it is lifted' },
  propose: { 'zh-CN': '提请暂停', en: 'Propose a ban' },
  release: { 'zh-CN': '复核通过', en: 'Release' },
  decline: { 'zh-CN': '退回', en: 'Send back' },
  lift: { 'zh-CN': '提前解除', en: 'Lift' },
  releasedByYou: {
    'zh-CN': '由您复核通过，提前解除须由其他复审人员办理。',
    en: 'You released this ban; only another approver can lift it.',
  },
  own: {
    'zh-CN': '由您提请，须由其他人员复核。',
    en: 'You proposed this; somebody else must decide on it.',
  },
  none: { 'zh-CN': '登记簿为空', en: 'Nobody is banned' },
});
