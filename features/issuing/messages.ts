import { caseUnknown } from '@/features/applications/case-messages';
import { amountRefusals } from '@/features/rules/amount-messages';
import { ledgerBroken, ledgerRefusals } from '@/features/ledger/messages';
import type { Locale } from '@/lib/locale';
import { doneMessages, messages, type ValuesOf } from '@/lib/messages';
import { stateChanged } from '@/lib/refusal-messages';

const ownRefusals = messages({
  case_unknown: caseUnknown,
  issue_unknown: { 'zh-CN': '没有这项发放。', en: 'There is no such issue.' },
  issue_proposed: {
    'zh-CN': '该案件的发放已有人提请，等待复核。',
    en: 'Somebody has proposed this issue already; it waits to be released.',
  },
  issue_decided: {
    'zh-CN': '该项发放已由其他人员办理，请刷新页面。',
    en: 'Somebody else has decided on this issue. Reload the page.',
  },
  same_person: {
    'zh-CN': '提请与复核须为不同人员。',
    en: 'Whoever proposed the issue cannot release it or send it back.',
  },
  firm_banned: {
    'zh-CN': ({ reference, on }: Record<'reference' | 'on', string>) =>
      `${reference} 的申请单位被暂停申报资格至 ${on}，期限内不能发放。`,
    en: ({ reference, on }: Record<'reference' | 'on', string>) =>
      `The applicant of ${reference} is banned from support until ${on}; nothing is issued to it before.`,
  },
  ledger_broken: ledgerBroken,
  state_changed: stateChanged,
});

declare module '@/lib/messages' {
  interface CodeValues extends Pick<ValuesOf<typeof ownRefusals>, 'firm_banned'> {}
}

/** Lists the texts of every reason for which an issue can be refused. */
export const issueRefusals = (locale: Locale) => ({
  ...ledgerRefusals(locale),
  ...amountRefusals(locale),
  ...ownRefusals(locale),
});

/** Returns what was just done, for the page that it led to. */
export const issueDoneText = doneMessages({
  proposed: {
    'zh-CN': '已提请，等待其他财务人员复核。',
    en: 'Proposed; another finance officer releases it.',
  },
  issued: { 'zh-CN': '已发放，并通知用券单位。', en: 'Issued; the start-up is told.' },
  declined: { 'zh-CN': '已退回，可重新提请。', en: 'Sent back; it can be proposed again.' },
});

export const issueMessages = messages({
  title: { 'zh-CN': '发放', en: 'Issue' },
  lead: {
    'zh-CN': '一人提请，另一名财务人员复核。',
    en: 'One person proposes, another finance officer releases.',
  },
  approved: { 'zh-CN': '已核准，待提请', en: 'Approved, to be proposed' },
  noneApproved: { 'zh-CN': '没有待提请的发放', en: 'Nothing to propose' },
  noneApprovedBody: {
    'zh-CN': '已核准的案件会出现在这里。',
    en: 'Cases appear here when they are approved.',
  },
  proposed: { 'zh-CN': '已提请，待复核', en: 'Proposed, to be released' },
  noneProposed: { 'zh-CN': '没有待复核的发放', en: 'Nothing to release' },
  noneProposedBody: {
    'zh-CN': '其他人员提请的发放会出现在这里。',
    en: 'Issues appear here when somebody proposes them.',
  },
  recent: { 'zh-CN': '最近复核', en: 'Recently decided' },
  case: { 'zh-CN': '案件', en: 'Case' },
  organisation: { 'zh-CN': '单位', en: 'Organisation' },
  amount: { 'zh-CN': '发放额', en: 'Amount' },
  poolLeft: {
    'zh-CN': '依次发放后剩余',
    en: 'Left after this and those above',
  },
  poolLeftHint: {
    'zh-CN':
      '剩余 = 可用预算 + 为下列各案预留的金额，按本页顺序（先待复核、后待提请）逐行递减；每项预算的最后一行即其可用预算。',
    en: 'Left is what is free in the budget and what is promised to the cases on this page, less this row and those above it: proposed issues first, then those to propose. The last row of each budget is what is free in it.',
  },
  proposedBy: { 'zh-CN': '提请人', en: 'Proposed by' },
  decidedBy: { 'zh-CN': '复核人', en: 'Decided by' },
  decidedAt: { 'zh-CN': '复核时间', en: 'Decided' },
  outcome: { 'zh-CN': '结果', en: 'Outcome' },
  released: { 'zh-CN': '已发放', en: 'Released' },
  declined: { 'zh-CN': '已退回', en: 'Sent back' },
  action: { 'zh-CN': '操作', en: 'Action' },
  propose: { 'zh-CN': '提请发放', en: 'Propose the issue' },
  release: { 'zh-CN': '复核通过', en: 'Release the issue' },
  decline: { 'zh-CN': '退回', en: 'Send back' },
  declineReason: { 'zh-CN': '退回理由', en: 'Why it is sent back' },
  own: {
    'zh-CN': '由您提请，须由其他财务人员复核。',
    en: 'You proposed this; another finance officer must release it.',
  },
  financeOnly: { 'zh-CN': '等待财务复核。', en: 'It waits for finance.' },
});
