import { ledgerRefusals } from '@/features/ledger/messages';
import type { Locale } from '@/lib/locale';
import { doneMessages, messages, type ValuesOf } from '@/lib/messages';
import { stateChanged, voucherUnknown } from '@/lib/refusal-messages';

type On = { on: string };
type N = { n: number };
type Amount = { amount: string };

const ownRefusals = messages({
  voucher_unknown: voucherUnknown,
  state_changed: stateChanged,
  already_revoked: { 'zh-CN': '该券已撤销。', en: 'This voucher has been revoked already.' },
  term_over: {
    'zh-CN': ({ on }: On) => `该券有效期已于 ${on} 届满，不能再撤销或延期。`,
    en: ({ on }: On) =>
      `It was valid until ${on}. An expired voucher can be neither revoked nor extended.`,
  },
  nothing_left: {
    'zh-CN': '该券已全部使用，没有可收回或可延期的金额；已使用的金额请提请追回。',
    en: 'All of this voucher has been used, so there is nothing to take back or to extend. To take back what was used, propose a recovery.',
  },
  claims_waiting: {
    'zh-CN': ({ n }: N) =>
      `该券有 ${n} 笔核销或兑付申请尚未办结，核验完毕才能撤销；正在补正的兑付申请，须待补正提交或逾期终止。券已冻结的不能核验通过，请先解冻。`,
    en: ({ n }: N) =>
      `${n === 1 ? 'One redemption or claim' : `${n} redemptions or claims`} on this voucher ${n === 1 ? 'is' : 'are'} not decided. Verify or refuse ${n === 1 ? 'it' : 'them'} first; a claim that was sent back must be handed in again, or lapse. Nothing can be verified while the voucher is frozen: unfreeze it for that.`,
  },
  change_waiting: {
    'zh-CN': '该券已有一项撤销或延期待复核，请先复核、退回或撤回。',
    en: 'A revocation or extension of this voucher waits already. Release it, send it back or take it back first.',
  },
  change_unknown: {
    'zh-CN': '没有这项撤销或延期。',
    en: 'There is no such revocation or extension.',
  },
  change_decided: {
    'zh-CN': '这项撤销或延期已办结，请刷新页面。',
    en: 'This revocation or extension has been decided on or taken back. Reload the page.',
  },
  same_person: {
    'zh-CN': '提请与复核须为不同人员。',
    en: 'Whoever proposed it cannot decide on it.',
  },
  not_proposer: {
    'zh-CN': '只有提请人可以撤回。',
    en: 'Only its proposer can take it back.',
  },
  extension_not_allowed: {
    'zh-CN': '发放此券所依据的规则未规定可以延期。',
    en: 'The rules under which this voucher was issued allow no extension.',
  },
  extension_paused: {
    'zh-CN': '该券暂停使用中，有效期将在结束时顺延；请于结束后再办理延期。',
    en: 'This voucher is paused and gets a later last day when that ends. Extend it afterwards.',
  },
  extended_already: {
    'zh-CN': '该券已延期一次，不能再延。',
    en: 'This voucher was extended once already and cannot be extended again.',
  },
  extension_not_later: {
    'zh-CN': ({ on }: On) => `须晚于现有效期 ${on}。`,
    en: ({ on }: On) => `It must be later than its present last day, ${on}.`,
  },
  extension_too_long: {
    'zh-CN': ({ on }: On) => `按规则最晚可延至 ${on}。`,
    en: ({ on }: On) => `The rules allow ${on} at the latest.`,
  },
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof ownRefusals> {}
}

/** Returns the text of every refusal of a revocation or extension. */
export const validityRefusals = (locale: Locale) => ({
  ...ledgerRefusals(locale),
  ...ownRefusals(locale),
});

/** Returns the text that confirms the last action on the page after it. */
export const validityDoneText = doneMessages({
  proposed: {
    'zh-CN': '已提请，等待其他人员复核。复核前不生效。',
    en: 'Proposed. It takes effect only after somebody else has released it.',
  },
  released: { 'zh-CN': '已复核通过，即时生效。', en: 'Released. It takes effect at once.' },
  declined: { 'zh-CN': '已退回。', en: 'It was sent back.' },
  taken_back: { 'zh-CN': '已撤回提请。', en: 'The proposal was taken back.' },
});

export const changeStates = messages({
  proposed: { 'zh-CN': '待复核', en: 'To be released' },
  released: { 'zh-CN': '已生效', en: 'In effect' },
  declined: { 'zh-CN': '已退回', en: 'Sent back' },
  taken_back: { 'zh-CN': '已撤回', en: 'Taken back' },
});

export const changeNames = messages({
  revocation: { 'zh-CN': '撤销', en: 'Revocation' },
  extension: { 'zh-CN': '延期', en: 'Extension' },
});

/** What happens on the release, sentence by sentence. */
export const effectTexts = messages({
  returned: {
    'zh-CN': ({ amount }: Amount) => `未使用的 ${amount} 收回预算。`,
    en: ({ amount }: Amount) => `${amount} that is not used goes back to the budget.`,
  },
  holdsEnd: {
    'zh-CN': ({ amount }: Amount) =>
      `其中为订单锁定而未申报的 ${amount} 先行解除锁定，并通知服务商。`,
    en: ({ amount }: Amount) =>
      `Of this, ${amount} is held for orders and not claimed. Those holds end first, and their vendors are told.`,
  },
  usedStays: {
    'zh-CN': ({ amount }: Amount) => `已使用的 ${amount} 不变；如需收回，另行提请追回。`,
    en: ({ amount }: Amount) =>
      `${amount} that was used stays as it is. To take that back, propose a recovery.`,
  },
  waits: {
    'zh-CN': ({ n, amount }: N & Amount) =>
      `有 ${n} 笔核销或兑付申请（${amount}）尚未办结，核验完毕才能复核通过。`,
    en: ({ n, amount }: N & Amount) =>
      `${n === 1 ? 'One redemption or claim' : `${n} redemptions or claims`} over ${amount} ${n === 1 ? 'is' : 'are'} not decided. The revocation can be released only after that.`,
  },
  forGood: {
    'zh-CN': '此券不能再锁定、核销或兑付，验真和证书显示“已撤销”。撤销后不能恢复。',
    en: 'Nothing can be held, redeemed or claimed on it any more, and whoever checks it or its certificate reads that it was revoked. This cannot be undone.',
  },
  meanwhile: {
    'zh-CN': '复核前此券照常可用。需要立即停用的，请先冻结。',
    en: 'Until the release the voucher can be used as before. To stop it at once, freeze it.',
  },
  told: {
    'zh-CN': '持券单位将收到通知，载明依据和理由。',
    en: 'Its holder is told, with the ground and the reason.',
  },
  longer: {
    'zh-CN': ({ from, to }: Record<'from' | 'to', string>) => `有效期由 ${from} 延至 ${to}。`,
    en: ({ from, to }: Record<'from' | 'to', string>) =>
      `It was to be valid until ${from} and is valid until ${to}.`,
  },
  once: {
    'zh-CN': '每张券只能延期一次。',
    en: 'A voucher is extended once only.',
  },
  holdsStay: {
    'zh-CN': '已有锁定的到期时间不变。已出具的证书仍载原有效期，持券单位可重新出具。',
    en: 'Holds that are there end when they were to end. A certificate issued before still names the earlier day; the holder can issue a new one.',
  },
});

export const validityMessages = messages({
  title: { 'zh-CN': '撤销和延期', en: 'Revocations and extensions' },
  lead: {
    'zh-CN': '对已发放算力券的撤销和延期，由一人提请、另一人复核。',
    en: 'Vouchers that were revoked or given more time: proposed by one person, released by another.',
  },
  none: { 'zh-CN': '没有撤销或延期', en: 'Nothing was revoked or extended' },
  noneFits: { 'zh-CN': '没有符合条件的记录', en: 'Nothing fits' },
  filter: { 'zh-CN': '筛选', en: 'Filter' },
  all: { 'zh-CN': '全部', en: 'All' },
  state: { 'zh-CN': '状态', en: 'State' },
  reference: { 'zh-CN': '编号', en: 'Number' },
  kind: { 'zh-CN': '事项', en: 'What' },
  holder: { 'zh-CN': '持券单位', en: 'Holder' },
  voucher: { 'zh-CN': '券码', en: 'Voucher' },
  seeAll: { 'zh-CN': '全市撤销和延期', en: 'All of the city' },
  revoke: { 'zh-CN': '提请撤销', en: 'Propose revocation' },
  revokeLead: {
    'zh-CN': '撤销须由另一人复核。请核对下列内容，写明依据和理由。',
    en: 'Somebody else has to release a revocation. Check what is below, and say on what ground and why.',
  },
  extend: { 'zh-CN': '提请延期', en: 'Propose extension' },
  extendLead: {
    'zh-CN': ({ on }: On) => `延期须由另一人复核，按规则最晚可延至 ${on}。`,
    en: ({ on }: On) =>
      `Somebody else has to release an extension. The rules allow ${on} at the latest.`,
  },
  notNow: { 'zh-CN': '现在不能提请', en: 'This cannot be proposed now' },
  facts: { 'zh-CN': '此券现状', en: 'The voucher now' },
  effects: { 'zh-CN': '复核通过后', en: 'What happens on the release' },
  programme: { 'zh-CN': '政策', en: 'Programme' },
  faceValue: { 'zh-CN': '券面额', en: 'Face value' },
  available: { 'zh-CN': '可用余额', en: 'Available' },
  held: { 'zh-CN': '锁定和申报中', en: 'Held and claimed' },
  used: { 'zh-CN': '已使用', en: 'Used' },
  validTo: { 'zh-CN': '有效期至', en: 'Valid until' },
  newValidTo: { 'zh-CN': '延至', en: 'To be valid until' },
  returned: { 'zh-CN': '收回预算', en: 'Went back to the budget' },
  ground: { 'zh-CN': '依据', en: 'Ground' },
  groundHint: {
    'zh-CN': '办法条款或文件文号。持券单位会看到。',
    en: 'The article of the rules, or the number of a document. The holder reads it.',
  },
  reason: { 'zh-CN': '理由', en: 'Reason' },
  reasonHint: { 'zh-CN': '持券单位会看到。', en: 'The holder reads it.' },
  proposedBy: { 'zh-CN': '提请', en: 'Proposed by' },
  decidedBy: { 'zh-CN': '复核', en: 'Decided by' },
  takenBackAt: { 'zh-CN': '撤回时间', en: 'Taken back' },
  answer: { 'zh-CN': '退回理由', en: 'Why it was sent back' },
  decide: { 'zh-CN': '复核', en: 'Decide' },
  release: { 'zh-CN': '复核通过', en: 'Release' },
  decline: { 'zh-CN': '退回', en: 'Send back' },
  declineReason: { 'zh-CN': '退回理由', en: 'Why it is sent back' },
  takeBack: { 'zh-CN': '撤回提请', en: 'Take the proposal back' },
  own: {
    'zh-CN': '由您提请，须由其他人员复核；复核前您可以撤回。',
    en: 'You proposed this, so somebody else must decide on it. Until then you can take it back.',
  },
  financeOnly: { 'zh-CN': '等待财务人员复核。', en: 'Waits for a finance officer.' },
  history: { 'zh-CN': '办理记录', en: 'History' },
  revokedTitle: { 'zh-CN': '此券已被主管部门撤销', en: 'The city has revoked this voucher' },
  revokedBody: {
    'zh-CN': ({ ground, reason, amount }: Record<'ground' | 'reason' | 'amount', string>) =>
      `未使用的 ${amount} 已收回。依据：${ground}。理由：${reason}`,
    en: ({ ground, reason, amount }: Record<'ground' | 'reason' | 'amount', string>) =>
      `${amount} that was not used went back to the city. Ground: ${ground}. Reason: ${reason}`,
  },
  extendedTitle: {
    'zh-CN': ({ from, to }: Record<'from' | 'to', string>) => `有效期已由 ${from} 延至 ${to}`,
    en: ({ from, to }: Record<'from' | 'to', string>) => `Valid until ${to}, extended from ${from}`,
  },
});
