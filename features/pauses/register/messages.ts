import { doneMessages, messages, type ValuesOf } from '@/lib/messages';

export const pauseRefusals = messages({
  programme_unknown: { 'zh-CN': '没有这项政策。', en: 'There is no such programme.' },
  pause_not_allowed: {
    'zh-CN': '该政策的现行规则未规定可以暂停用券。',
    en: 'The present rules of this programme allow no pause of its vouchers.',
  },
  pause_unknown: { 'zh-CN': '没有这项暂停。', en: 'There is no such pause.' },
  pause_open: {
    'zh-CN': '该政策已有一项暂停待复核或尚未结束。',
    en: 'A pause of this programme waits for its release, or has not ended yet.',
  },
  pause_decided: {
    'zh-CN': '该提请已办结，请刷新页面。',
    en: 'This proposal has been decided. Reload the page.',
  },
  pause_begins_early: {
    'zh-CN': '首日不得早于今天。',
    en: 'The first day must be today or later.',
  },
  pause_ends_early: {
    'zh-CN': '末日不得早于首日或今天。',
    en: 'The last day must not be before the first day, nor before today.',
  },
  pauses_overlap: {
    'zh-CN': ({ on }: { on: string }) => `上一次暂停至 ${on}，首日须在其后。`,
    en: ({ on }: { on: string }) =>
      `The programme was paused until ${on}; this pause must begin later.`,
  },
  pause_not_in_force: {
    'zh-CN': '该项暂停未生效或已结束，请刷新页面。',
    en: 'This pause is not in force, or has ended. Reload the page.',
  },
  same_person: {
    'zh-CN': '提请与复核须为不同人员。',
    en: 'Whoever proposed a pause cannot decide on it.',
  },
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof pauseRefusals> {}
}

/** Returns what the last action did, for the page that is shown after it. */
export const pauseDoneText = doneMessages({
  proposed: {
    'zh-CN': '已提请，由财务人员复核后生效。',
    en: 'Proposed; it takes effect once another finance officer releases it.',
  },
  released: {
    'zh-CN': '已复核通过，并通知持券单位和服务商。',
    en: 'Released; the holders and the vendors have been told.',
  },
  declined: { 'zh-CN': '已退回提请人。', en: 'Sent back to its proposer.' },
  ended: {
    'zh-CN': '已结束，有效期已顺延，并通知持券单位和服务商。',
    en: 'Ended; the vouchers have their days, and the holders and the vendors have been told.',
  },
});

export const pauseStates = messages({
  proposed: { 'zh-CN': '待复核', en: 'To be released' },
  announced: { 'zh-CN': '待开始', en: 'To begin' },
  running: { 'zh-CN': '暂停中', en: 'In force' },
  declined: { 'zh-CN': '已退回', en: 'Sent back' },
  ended: { 'zh-CN': '已结束', en: 'Ended' },
  called_off: { 'zh-CN': '未开始即取消', en: 'Called off' },
});

export const pauseRegisterMessages = messages({
  title: { 'zh-CN': '暂停用券', en: 'Pauses of vouchers' },
  lead: {
    'zh-CN':
      '规则载明的政策，在入库服务商均不能交付时可以暂停用券：期间不得新锁定额度，已锁定的照常申报核销，券与锁定均不到期；结束后有效期按暂停天数顺延。门户没有服务商可交付能力的数据，由经办人员声明。',
    en: 'Where the rules of a programme say so, its vouchers can be paused while no accredited vendor can deliver: nothing new can be held, what is held can still be redeemed, and neither vouchers nor holds run out. Afterwards they are valid for as many days longer. The portal has no data on what vendors can deliver; the official states it.',
  },
  register: { 'zh-CN': '登记簿', en: 'Register' },
  none: { 'zh-CN': '没有暂停用券的记录', en: 'Nothing has been paused' },
  programme: { 'zh-CN': '政策', en: 'Programme' },
  from: { 'zh-CN': '首日', en: 'First day' },
  fromHint: {
    'zh-CN': '今天或以后。复核时首日已过的，自复核当日起算。',
    en: 'Today or later. Where it is over when the pause is released, the pause begins on that day.',
  },
  until: { 'zh-CN': '末日', en: 'Last day' },
  untilHint: {
    'zh-CN': '到期自动结束。可不填，由经办人员结束。',
    en: 'It then ends by itself. May be left empty: an official then ends it.',
  },
  open: { 'zh-CN': '未定，由经办人员结束', en: 'Open, until an official ends it' },
  reason: { 'zh-CN': '原因', en: 'Reason' },
  reasonHint: {
    'zh-CN': '持券单位、服务商和公众会看到。',
    en: 'The holders, the vendors and the public read it.',
  },
  noVendor: {
    'zh-CN': '我声明：目前没有入库服务商能够交付算力。',
    en: 'I state that no accredited vendor can deliver compute at present.',
  },
  scope: { 'zh-CN': '涉及的券', en: 'Vouchers concerned' },
  scopeText: {
    'zh-CN': ({ n, amount }: { n: number; amount: string }) => `${n} 张，未使用金额合计 ${amount}`,
    en: ({ n, amount }: { n: number; amount: string }) =>
      `${n} ${n === 1 ? 'voucher' : 'vouchers'} with ${amount} unused`,
  },
  given: { 'zh-CN': '已顺延', en: 'Made valid for longer' },
  givenText: {
    'zh-CN': ({ n }: { n: number }) => `${n} 张`,
    en: ({ n }: { n: number }) => (n === 1 ? '1 voucher' : `${n} vouchers`),
  },
  endedOn: { 'zh-CN': '实际末日', en: 'Ended after' },
  proposedBy: { 'zh-CN': '提请', en: 'Proposed' },
  decidedBy: { 'zh-CN': '复核', en: 'Decided' },
  endedBy: { 'zh-CN': '结束', en: 'Ended' },
  byItself: { 'zh-CN': '到期自动结束', en: 'by its last day' },
  answer: { 'zh-CN': '退回理由', en: 'Why it was sent back' },
  propose: { 'zh-CN': '提请暂停', en: 'Propose a pause' },
  noProgramme: {
    'zh-CN': '没有规则载明可以暂停用券的政策。',
    en: 'The city has no programme whose rules allow a pause.',
  },
  release: { 'zh-CN': '复核通过', en: 'Release' },
  decline: { 'zh-CN': '退回', en: 'Send back' },
  end: { 'zh-CN': '今天结束', en: 'End it today' },
  endLead: {
    'zh-CN': '今天计入暂停天数。结束后可以锁定额度，有效期随即顺延。',
    en: 'Today counts as a day of the pause. Orders can be held again, and every voucher gets its days at once.',
  },
  callOff: { 'zh-CN': '取消', en: 'Call it off' },
  own: {
    'zh-CN': '由您提请，须由其他人员复核。',
    en: 'You proposed this; somebody else must decide on it.',
  },
});
