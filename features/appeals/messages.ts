import { caseChanged, ownCaseUnknown } from '@/features/applications/case-messages';
import { documentRefusals, type DocumentRefusal } from '@/features/documents/messages';
import { letterUnprintable } from '@/features/letters/messages';
import type { Locale } from '@/lib/locale';
import { doneMessages, messages, type ValuesOf } from '@/lib/messages';

type Who = { who: string; when: string };

const own = messages({
  case_unknown: ownCaseUnknown,
  appeal_none: {
    'zh-CN': '此决定不能申诉，或已申诉过。同一决定只能申诉一次。',
    en: 'There is nothing to appeal against, or you have appealed already: once for each decision.',
  },
  appeal_filed: {
    'zh-CN': '申诉已提出，正在办理。',
    en: 'An appeal was filed already and is being decided.',
  },
  appeal_late: {
    'zh-CN': ({ when }: { when: string }) => `申诉期限已于 ${when} 届满，不能再提出申诉。`,
    en: ({ when }: { when: string }) => `The time for an appeal ended on ${when}.`,
  },
  appeal_other_running: {
    'zh-CN': '贵单位在本批次另有一份在办申请。请先撤回那份申请，再提出申诉。',
    en: 'Your organisation has another application in this round. Withdraw that one first, then appeal.',
  },
  letter_unprintable: letterUnprintable,
  appeal_unknown: { 'zh-CN': '没有这项申诉。', en: 'There is no such appeal.' },
  appeal_decided: {
    'zh-CN': ({ who, when }: Who) => `${who} 已于 ${when} 作出决定。`,
    en: ({ who, when }: Who) => `${who} decided on this appeal on ${when}.`,
  },
  same_person: {
    'zh-CN': '您参与过此案的决定，须由其他人员办理申诉。',
    en: 'You had a hand in the decisions on this case; somebody else must decide on the appeal.',
  },
  state_changed: caseChanged,
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof own> {}
}

/** Returns the reasons for which a command about appeals can be refused. Files have reasons of their own. */
export const appealRefusals = (locale: Locale) => ({
  ...documentRefusals(locale),
  ...own(locale),
});
export type AppealRefusal = keyof ReturnType<typeof own> | DocumentRefusal;

export const appealFieldErrors = messages({
  grounds_short: {
    'zh-CN': '请说明理由，至少 20 个字。',
    en: 'Say why, in at least 20 characters.',
  },
});

/** Returns what the last action did, for the page that is shown after it. */
export const appealDoneText = doneMessages({
  dismissed: {
    'zh-CN': '已维持不予通过决定，并通知申请单位。',
    en: 'Dismissed; the refusal stands and the applicant is told.',
  },
  granted: {
    'zh-CN': '已撤销不予通过决定，案件重新进入初审。',
    en: 'Granted; the refusal is set aside and the case is back in first review.',
  },
});

export const appealMessages = messages({
  appeals: { 'zh-CN': '申诉', en: 'Appeals' },
  appealsLead: {
    'zh-CN': '对不予通过决定的申诉，由未参与该案任何决定的人员办理。',
    en: 'Appeals against refusals. Whoever decides had no hand in any decision on the case.',
  },
  appealTitle: { 'zh-CN': '申诉', en: 'Appeal' },
  appealReference: { 'zh-CN': '申诉编号', en: 'Reference' },
  appealFiled: { 'zh-CN': '提出时间', en: 'Filed' },
  appealDue: { 'zh-CN': '办结期限', en: 'Decision by' },
  appealDismissed: {
    'zh-CN': '申诉不成立，维持决定',
    en: 'Your appeal was dismissed; the refusal stands',
  },
  appealOf: {
    'zh-CN': ({ reference }: { reference: string }) => `申诉 ${reference}`,
    en: ({ reference }: { reference: string }) => `Appeal ${reference}`,
  },
  reference: { 'zh-CN': '申诉编号', en: 'Appeal' },
  organisation: { 'zh-CN': '申请单位', en: 'Applicant' },
  case: { 'zh-CN': '案件', en: 'Case' },
  filed: { 'zh-CN': '提出时间', en: 'Filed' },
  due: { 'zh-CN': '办结期限', en: 'Decide by' },
  overdue: { 'zh-CN': '已超期', en: 'overdue' },
  state: { 'zh-CN': '状态', en: 'State' },
  state_open: { 'zh-CN': '待决定', en: 'Open' },
  state_dismissed: { 'zh-CN': '不成立', en: 'Dismissed' },
  state_granted: { 'zh-CN': '成立', en: 'Granted' },
  none: { 'zh-CN': '没有申诉', en: 'No appeals' },
  noneBody: {
    'zh-CN': '申请单位在期限内提出的申诉会出现在这里。',
    en: 'Appeals appear here when an applicant files one in time.',
  },
  refusal: { 'zh-CN': '不予通过的决定', en: 'The refusal' },
  refusedAt: { 'zh-CN': '决定时间', en: 'Decided' },
  reason: { 'zh-CN': '理由', en: 'Reason' },
  assessed: { 'zh-CN': '规则计算额', en: 'By the rules' },
  freeNote: {
    'zh-CN': ({ amount }: { amount: string }) =>
      `可用预算现为 ${amount}。支持申诉不预留资金：案件重新审核，复审通过时才预留；届时预算不足的，按本政策的规定办理。`,
    en: ({ amount }: { amount: string }) =>
      `${amount} is free in the budget now. Granting an appeal promises no money: the case is reviewed anew and promised its amount when it passes. Should the budget be short by then, the programme’s rules apply.`,
  },
  grounds: { 'zh-CN': '申诉理由', en: 'Grounds' },
  groundsHint: {
    'zh-CN': '逐条说明决定中哪些事实或理由不对，至少 20 个字。',
    en: 'Say which facts or reasons of the decision are wrong, in at least 20 characters.',
  },
  evidenceField: { 'zh-CN': '证据文件', en: 'Evidence' },
  evidenceHint: {
    'zh-CN': 'PDF、PNG、JPEG 或 OFD，20 MB 以内。',
    en: 'PDF, PNG, JPEG or OFD, up to 20 MB.',
  },
  file: { 'zh-CN': '提出申诉', en: 'Appeal' },
  fileLead: {
    'zh-CN': ({ when }: { when: string }) =>
      `如不服本决定，可在 ${when} 前提出申诉，由未参与审核的人员决定。同一决定只能申诉一次。`,
    en: ({ when }: { when: string }) =>
      `If you disagree, you may appeal until ${when}. Somebody who had no part in the review decides. There is one appeal for each decision.`,
  },
  ownerFiles: {
    'zh-CN': '申诉由单位负责人提出。',
    en: 'An owner of your organisation files the appeal.',
  },
  decision: { 'zh-CN': '申诉决定', en: 'Decision' },
  decisionReason: { 'zh-CN': '决定的理由', en: 'Reasons of the decision' },
  dismiss: { 'zh-CN': '申诉不成立，维持决定', en: 'Dismiss: the refusal stands' },
  dismissLead: {
    'zh-CN': '不予通过的决定维持，申请单位不能再次申诉。理由将写入申诉决定书。',
    en: 'The refusal stands and cannot be appealed against again. The reasons go into the letter.',
  },
  grant: { 'zh-CN': '申诉成立，重新审核', en: 'Grant: review it anew' },
  grantLead: {
    'zh-CN': '撤销不予通过的决定，案件重新进入初审，由未作过决定的人员办理。理由将写入申诉决定书。',
    en: 'The refusal is set aside and the case goes back to first review, by somebody who has not decided on it. The reasons go into the letter.',
  },
  noConflict: {
    'zh-CN': '本人与申请单位、服务商无利益冲突',
    en: 'I have no conflict of interest with the applicant or the vendor',
  },
  notYours: {
    'zh-CN': '您参与过此案的决定，须由其他人员办理申诉。',
    en: 'You had a hand in the decisions on this case; somebody else must decide.',
  },
});
