import { caseChanged, decidedBefore } from '@/features/applications/case-messages';
import { doneMessages, messages, type ValuesOf } from '@/lib/messages';

type Who = { who: string; when: string };
type Named = { reference: string };

/** Lists the texts of every reason for which an objection or its resolution can be refused. */
export const objectionRefusals = messages({
  objection_closed: {
    'zh-CN': '公示已结束，不再受理异议。',
    en: 'The notice has ended; objections are closed.',
  },
  too_many_objections: {
    'zh-CN': '提交过于频繁，请一小时后再试。',
    en: 'Too many submissions. Try again in an hour.',
  },
  objection_unknown: { 'zh-CN': '没有这项异议。', en: 'There is no such objection.' },
  objection_resolved: {
    'zh-CN': ({ who, when }: Who) => `${who} 已于 ${when} 作出结论。`,
    en: ({ who, when }: Who) => `${who} resolved this objection on ${when}.`,
  },
  same_person: decidedBefore,
  state_changed: caseChanged,
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof objectionRefusals> {}
}

export const objectionFieldErrors = messages({
  contact_invalid: {
    'zh-CN': '请填写有效的电话或邮箱。',
    en: 'Enter a valid telephone number or e-mail address.',
  },
  name_short: { 'zh-CN': '请填写全名。', en: 'Enter your full name.' },
  award_missing: { 'zh-CN': '请选择单位。', en: 'Choose an award.' },
  grounds_short: {
    'zh-CN': '请说明理由，至少 20 个字。',
    en: 'Say why, in at least 20 characters.',
  },
});

/** Returns what was just done, for the page that it led to. */
export const objectionDoneText = doneMessages({
  dismissed: { 'zh-CN': '异议不成立，公示恢复。', en: 'Dismissed; the notice goes on.' },
  upheld: { 'zh-CN': '异议成立，不予发放。', en: 'Upheld; the award is refused.' },
});

export const objectionMessages = messages({
  objectEnded: {
    'zh-CN': '公示已结束，不再受理异议。',
    en: 'The notice has ended; objections are closed.',
  },
  objectNone: {
    'zh-CN': '名单中已没有可提出异议的单位。',
    en: 'No award on this notice is open to objections any more.',
  },
  against: { 'zh-CN': '针对哪一家单位', en: 'Against which award' },
  objectorName: { 'zh-CN': '您的姓名或单位名称', en: 'Your name, or your organisation’s' },
  objectorContact: { 'zh-CN': '联系电话或邮箱', en: 'Telephone or e-mail' },
  grounds: { 'zh-CN': '事实和理由', en: 'Facts and grounds' },
  groundsHint: { 'zh-CN': '至少 20 个字。', en: 'At least 20 characters.' },
  send: { 'zh-CN': '提交异议', en: 'Send the objection' },
  objections: { 'zh-CN': '异议', en: 'Objections' },
  objectionsLead: {
    'zh-CN': '由未参与该案审核、未经办该名单的复审员作出结论。',
    en: 'Resolved by a final reviewer who has neither decided on the case nor worked on the list.',
  },
  objectionOf: {
    'zh-CN': ({ reference }: Named) => `异议 ${reference}`,
    en: ({ reference }: Named) => `Objection ${reference}`,
  },
  objector: { 'zh-CN': '异议人', en: 'Objector' },
  objectorContactShort: { 'zh-CN': '联系方式', en: 'Contact' },
  filed: { 'zh-CN': '提出时间', en: 'Filed' },
  objection_open: { 'zh-CN': '待处理', en: 'Open' },
  objection_dismissed: { 'zh-CN': '不成立', en: 'Dismissed' },
  objection_upheld: { 'zh-CN': '成立', en: 'Upheld' },
  noObjections: { 'zh-CN': '没有异议', en: 'No objections' },
  noObjectionsBody: {
    'zh-CN': '公示期内收到的异议会出现在这里。',
    en: 'Objections appear here when somebody files one.',
  },
  resolution: { 'zh-CN': '处理结论', en: 'Resolution' },
  resolutionReason: { 'zh-CN': '结论和理由', en: 'Resolution and reasons' },
  dismiss: { 'zh-CN': '异议不成立', en: 'Dismiss' },
  dismissLead: {
    'zh-CN': '公示恢复，期满无其他异议即核准；公示已期满的，可以发放。',
    en: 'The notice goes on; without another objection the award is approved when it ends, or can be issued where it has ended.',
  },
  uphold: { 'zh-CN': '异议成立，不予发放', en: 'Uphold and refuse the award' },
  upholdLead: { 'zh-CN': '申请单位将被告知理由。', en: 'The applicant is told the reasons.' },
  noConflict: {
    'zh-CN': '本人与异议人、申请单位无利益冲突',
    en: 'I have no conflict of interest with the objector or the applicant',
  },
  notYours: {
    'zh-CN': '您参与过此案的审核或经办过该名单，须由其他人员处理。',
    en: 'You decided on this case before, or worked on this list; somebody else must resolve the objection.',
  },
  received: {
    'zh-CN': ({ reference }: Named) =>
      `异议已收到，编号 ${reference}。请记下编号，结论将按您留下的方式告知。`,
    en: ({ reference }: Named) =>
      `Your objection is in, under ${reference}. Note the reference; you will be told the resolution.`,
  },
  reference: { 'zh-CN': '公示编号', en: 'Notice' },
  state: { 'zh-CN': '状态', en: 'State' },
  amount: { 'zh-CN': '拟发放金额', en: 'Proposed amount' },
  case: { 'zh-CN': '案件', en: 'Case' },
  listRow: { 'zh-CN': '免申即享名单', en: 'Row of a list' },
  rowOf: {
    'zh-CN': ({ reference, line }: Named & { line: number }) => `${reference} 第 ${line} 行`,
    en: ({ reference, line }: Named & { line: number }) => `${reference}, line ${line}`,
  },
  longList: {
    'zh-CN': '只列出本页的单位，其他单位请先翻到所在的页。',
    en: 'It lists the awards of this page; for another one, go to its page first.',
  },
});
