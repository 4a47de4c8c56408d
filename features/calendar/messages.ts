import { doneMessages, messages, type ValuesOf } from '@/lib/messages';

type Line = { line: number; text: string };
type Day = { day: string };

export const calendarRefusals = messages({
  year_unknown: { 'zh-CN': '没有这项放假安排。', en: 'There is no such arrangement.' },
  year_decided: {
    'zh-CN': '该放假安排已办结，请刷新页面。',
    en: 'This arrangement has been decided. Reload the page.',
  },
  year_open: {
    'zh-CN': '该年度已有一份放假安排等待复核。',
    en: 'An arrangement of this year waits for its release already.',
  },
  year_unchanged: {
    'zh-CN': '与现行的放假安排相同。',
    en: 'This is the arrangement that is in force already.',
  },
  same_person: {
    'zh-CN': '提请与复核须为不同人员。',
    en: 'Whoever proposed an arrangement cannot decide on it.',
  },
  line_kind: {
    'zh-CN': ({ line, text }: Line) => `第 ${line} 行“${text}”：请以“放假”或“上班”开头，后接日期。`,
    en: ({ line, text }: Line) =>
      `Line ${line}, “${text}”: begin with “off” or “work”, then the date.`,
  },
  line_date: {
    'zh-CN': ({ line, text }: Line) =>
      `第 ${line} 行“${text}”：日期无效，请按 2026-10-01 的格式填写。`,
    en: ({ line, text }: Line) =>
      `Line ${line}, “${text}”: there is no such date. Write it as 2026-10-01.`,
  },
  line_order: {
    'zh-CN': ({ line, text }: Line) => `第 ${line} 行“${text}”：结束日期早于开始日期。`,
    en: ({ line, text }: Line) => `Line ${line}, “${text}”: it ends before it begins.`,
  },
  line_long: {
    'zh-CN': ({ line, text }: Line) => `第 ${line} 行“${text}”：一次放假不超过 31 天。`,
    en: ({ line, text }: Line) => `Line ${line}, “${text}”: no holiday has more than 31 days.`,
  },
  line_parts: {
    'zh-CN': ({ line, text }: Line) => `第 ${line} 行“${text}”：每行只填一个起止日期。`,
    en: ({ line, text }: Line) => `Line ${line}, “${text}”: write one holiday a line.`,
  },
  lines_none: {
    'zh-CN': '请填写放假日期，或选择文件。',
    en: 'Enter the days off, or choose a file.',
  },
  lines_many: {
    'zh-CN': ({ maximum }: { maximum: number }) => `最多 ${maximum} 行。`,
    en: ({ maximum }: { maximum: number }) => `Use at most ${maximum} lines.`,
  },
  day_outside: {
    'zh-CN': ({ day, year }: Day & { year: number }) => `${day} 不属于 ${year} 年的放假安排。`,
    en: ({ day, year }: Day & { year: number }) =>
      `${day} is no day of the arrangement of ${year}.`,
  },
  worked_weekday: {
    'zh-CN': ({ day }: Day) => `${day} 不是周六或周日，不能作为调休上班日。`,
    en: ({ day }: Day) => `${day} is no Saturday or Sunday, so it cannot be worked instead.`,
  },
  day_both: {
    'zh-CN': ({ day }: Day) => `${day} 既放假又上班，请核对。`,
    en: ({ day }: Day) => `${day} is both off and worked. Check it.`,
  },
  statutory_worked: {
    'zh-CN': ({ day }: Day) => `${day} 是法定节假日，不能上班。`,
    en: ({ day }: Day) => `${day} is off by law, so it cannot be worked.`,
  },
  statutory_missing: {
    'zh-CN': ({ day }: Day) => `${day} 是法定节假日，放假安排中缺少这一天。`,
    en: ({ day }: Day) => `${day} is off by law and is missing here.`,
  },
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof calendarRefusals> {}
}

export const calendarFaults = messages({
  year_invalid: {
    'zh-CN': '请填写 2024 至 2100 之间的年份。',
    en: 'Enter a year from 2024 to 2100.',
  },
  file_long: { 'zh-CN': '文件过大，请核对是否选对。', en: 'The file is too long to be one.' },
  file_not_text: {
    'zh-CN': '请选择 UTF-8 编码的文本或 CSV 文件。',
    en: 'Choose a text or CSV file in UTF-8.',
  },
});

/** Returns what was just done, for the page that it led to. */
export const calendarDoneText = doneMessages({
  proposed: {
    'zh-CN': '已提请，等待另一位平台管理员复核。',
    en: 'Proposed. Another administrator must release it.',
  },
  released: {
    'zh-CN': '已复核，现已生效。在办期限将在一分钟内按有利于申请人的方向调整。',
    en: 'Released. Open deadlines are moved within a minute, where that helps the applicant.',
  },
  declined: { 'zh-CN': '已退回。', en: 'Sent back.' },
});

export const calendarMessages = messages({
  title: { 'zh-CN': '工作日历', en: 'Working days' },
  lead: {
    'zh-CN':
      '期限按工作日计算。每年的放假调休安排由国务院办公厅公布后录入，由两人提请、复核。未录入的年度按法定节假日暂计。',
    en: 'Deadlines are counted in working days. Each year’s holidays are entered once the State Council has announced them, by two people. Until then a year counts by its statutory days.',
  },
  missing: {
    'zh-CN': ({ year }: { year: number }) => `${year} 年的放假安排尚未录入`,
    en: ({ year }: { year: number }) => `The holidays of ${year} have not been entered`,
  },
  missingText: {
    'zh-CN': '落在该年度的期限暂按法定节假日计算。录入后，在办期限只会向有利于申请人的方向调整。',
    en: 'Deadlines in that year count by its statutory days. Once they are entered, open deadlines move only where that helps the applicant.',
  },
  inForce: { 'zh-CN': '现行安排', en: 'In force' },
  waiting: { 'zh-CN': '等待复核', en: 'Waiting for release' },
  propose: { 'zh-CN': '录入放假安排', en: 'Enter a year' },
  year: { 'zh-CN': '年度', en: 'Year' },
  source: { 'zh-CN': '依据', en: 'Source' },
  sourceHint: {
    'zh-CN': '通知名称或文号，例如：国务院办公厅关于 2027 年部分节假日安排的通知',
    en: 'The notice’s name or number',
  },
  lines: { 'zh-CN': '放假与上班日期', en: 'Days off and days worked' },
  linesHint: {
    'zh-CN': '每行一项：放假 开始日期 结束日期；上班 日期。例如：放假 2026-10-01 2026-10-07',
    en: 'One a line: “off”, first day, last day; “work”, day. Example: off 2026-10-01 2026-10-07',
  },
  file: { 'zh-CN': '或选择文件', en: 'Or choose a file' },
  fileHint: {
    'zh-CN': 'CSV 或文本文件（UTF-8），内容格式同上；选择文件后以文件为准。',
    en: 'A CSV or text file in UTF-8 with the same lines. A chosen file counts instead of the text.',
  },
  daysOff: { 'zh-CN': '放假', en: 'Off' },
  worked: { 'zh-CN': '调休上班', en: 'Worked instead' },
  none: { 'zh-CN': '无', en: 'None' },
  workingDays: { 'zh-CN': '工作日', en: 'Working days' },
  workingDaysAre: {
    'zh-CN': ({ count }: { count: number }) => `${count} 天`,
    en: ({ count }: { count: number }) => `${count} days`,
  },
  unlike: {
    'zh-CN': ({ lawful }: { lawful: number }) => `按法定假日推算应为 ${lawful} 天，请核对`,
    en: ({ lawful }: { lawful: number }) => `By its statutory days it would be ${lawful}. Check it`,
  },
  proposedBy: { 'zh-CN': '提请', en: 'Proposed by' },
  decidedBy: { 'zh-CN': '复核', en: 'Released by' },
  shipped: { 'zh-CN': '随平台提供', en: 'Came with the portal' },
  own: {
    'zh-CN': '由您提请，须由另一位平台管理员复核。',
    en: 'You proposed this. Another administrator must decide on it.',
  },
  release: { 'zh-CN': '复核通过', en: 'Release' },
  decline: { 'zh-CN': '退回', en: 'Send back' },
  declineReason: { 'zh-CN': '退回理由', en: 'Reason' },
  to: { 'zh-CN': '至', en: 'to' },
});

/** The names of the deadlines that an announced holiday moves. */
export const deadlineNames = messages({
  correction: { 'zh-CN': '补正期限', en: 'The time to correct' },
  appealing: { 'zh-CN': '申诉期限', en: 'The time to appeal' },
  review: { 'zh-CN': '办理期限', en: 'The time to decide' },
  stage: { 'zh-CN': '评审阶段期限', en: 'The time of a stage of review' },
  appeal: { 'zh-CN': '申诉办理期限', en: 'The time to decide on the appeal' },
});

/** Shown beside a deadline in a year whose holidays are not known. */
export const provisionalMessages = messages({
  short: { 'zh-CN': '（暂定）', en: '(provisional)' },
  provisional: {
    'zh-CN': ({ year }: { year: number }) =>
      `暂定：${year} 年放假安排尚未公布，公布后只会向有利于申请人的方向调整`,
    en: ({ year }: { year: number }) =>
      `Provisional: the holidays of ${year} are not announced. It can move only in the applicant’s favour`,
  },
});
