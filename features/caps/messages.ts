import { amountRefusals } from '@/features/rules/amount-messages';
import { documentRefusals } from '@/features/documents/messages';
import type { Locale } from '@/lib/locale';
import { messages, type ValuesOf } from '@/lib/messages';

const own = messages({
  case_unknown: { 'zh-CN': '没有这个案件。', en: 'There is no such case.' },
  case_past_first: {
    'zh-CN': '该案已过初审，金额上限不能再提高。',
    en: 'The case is past its first review; its cap can no longer be raised.',
  },
  cap_unknown: { 'zh-CN': '没有这项决定。', en: 'There is no such decision.' },
  cap_decided: {
    'zh-CN': '该决定已办结，请刷新页面。',
    en: 'This decision has been made. Reload the page.',
  },
  cap_open: {
    'zh-CN': '该案已有一项提高上限的提请等待复核。',
    en: 'A higher cap for this case waits for its release already.',
  },
  cap_not_raisable: {
    'zh-CN': '本政策的上限不得提高。',
    en: 'The rules of this programme let no cap be raised.',
  },
  cap_not_higher: {
    'zh-CN': ({ cap }: { cap: string }) => `须高于规则规定的上限 ${cap}。`,
    en: ({ cap }: { cap: string }) => `It must be higher than the cap of the rules, ${cap}.`,
  },
  same_person: {
    'zh-CN': '提请与复核须为不同人员。',
    en: 'Whoever proposed a higher cap cannot decide on it.',
  },
});

export const capRefusals = (locale: Locale) => ({
  ...documentRefusals(locale),
  ...amountRefusals(locale),
  ...own(locale),
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof own> {}
}

export const capMessages = messages({
  title: { 'zh-CN': '提高金额上限', en: 'A higher cap' },
  lead: {
    'zh-CN': ({ cap }: { cap: string }) =>
      `规则上限 ${cap}，经本市决定可对单个案件提高。初审通过前由政策主管凭决定文件提请，复审人员复核后，本案按新上限重新计算。`,
    en: ({ cap }: { cap: string }) =>
      `The rules set a cap of ${cap}, which a decision of the city may raise for one case. Before the first review ends, the manager proposes it with the document, an approver releases it, and the case is worked out anew.`,
  },
  cap: { 'zh-CN': '决定的上限', en: 'Cap decided on' },
  basis: { 'zh-CN': '决定依据', en: 'What it rests on' },
  basisHint: {
    'zh-CN': '文号或会议纪要，例如 杭数局函〔2026〕12 号。申请单位会看到。',
    en: 'The number of a document or the minutes of a meeting. The applicant reads it.',
  },
  document: { 'zh-CN': '决定文件', en: 'Document' },
  propose: { 'zh-CN': '提请提高上限', en: 'Propose the higher cap' },
  proposedBy: { 'zh-CN': '提请', en: 'Proposed by' },
  decidedBy: { 'zh-CN': '复核', en: 'Decided by' },
  state: { 'zh-CN': '结果', en: 'Outcome' },
  proposed: { 'zh-CN': '待复核', en: 'To be released' },
  released: { 'zh-CN': '已生效', en: 'Released' },
  declined: { 'zh-CN': '已退回', en: 'Sent back' },
  effect: { 'zh-CN': '按规则算得', en: 'What the rules give' },
  effectText: {
    'zh-CN': ({ before, after }: Record<'before' | 'after', string>) =>
      `由 ${before} 变为 ${after}`,
    en: ({ before, after }: Record<'before' | 'after', string>) => `from ${before} to ${after}`,
  },
  release: { 'zh-CN': '复核通过', en: 'Release' },
  decline: { 'zh-CN': '退回', en: 'Send back' },
  declineReason: { 'zh-CN': '退回理由', en: 'Why it is sent back' },
  approverOnly: { 'zh-CN': '等待复审人员复核。', en: 'Waits for an approver.' },
  own: {
    'zh-CN': '由您提请，须由其他人员复核。',
    en: 'You proposed this; somebody else must decide on it.',
  },
});
