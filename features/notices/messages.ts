import { caseChanged, caseUnknown } from '@/features/applications/case-messages';
import { messages, type ValuesOf } from '@/lib/messages';

type Named = { reference: string };
type N = { n: number };

/** Every reason for which a publication can be refused. */
export const noticeRefusals = messages({
  case_unknown: caseUnknown,
  case_not_ready: {
    'zh-CN': ({ reference }: Named) => `${reference} 尚未通过复审，不能公示。`,
    en: ({ reference }: Named) =>
      `${reference} has not passed the final review, so it cannot be publicised.`,
  },
  state_changed: caseChanged,
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof noticeRefusals> {}
}

export const noticeFieldErrors = messages({
  nothing_chosen: { 'zh-CN': '请至少勾选一项。', en: 'Tick at least one.' },
});

export const noticeMessages = messages({
  notices: { 'zh-CN': '公示', en: 'Public notices' },
  noticesLead: {
    'zh-CN': '拟发放名单公示。公示期内任何人可实名提出书面异议。',
    en: 'Proposed awards. While a notice runs anybody may object, in writing and by name.',
  },
  ready: { 'zh-CN': '待公示', en: 'Ready for notice' },
  readyLead: {
    'zh-CN': '勾选同一政策的案件，一并公示。公示后内容不可更改。',
    en: 'Tick cases of one programme to publish them together. A published notice cannot be changed.',
  },
  noneReady: { 'zh-CN': '没有待公示的案件', en: 'No case is ready for notice' },
  noneReadyBody: {
    'zh-CN': '复审通过的案件会出现在这里。',
    en: 'Cases appear here when they pass the final review.',
  },
  cases: { 'zh-CN': '案件', en: 'Cases' },
  publish: { 'zh-CN': '发布公示', en: 'Publish the notice' },
  days: {
    'zh-CN': ({ n }: N) => `公示期 ${n} 个工作日`,
    en: ({ n }: N) => (n === 1 ? 'runs for 1 working day' : `runs for ${n} working days`),
  },
  readySum: {
    'zh-CN': ({ n, amount }: N & { amount: string }) => `${n} 件，合计 ${amount}`,
    en: ({ n, amount }: N & { amount: string }) =>
      `${n === 1 ? '1 case' : `${n} cases`}, ${amount} in all`,
  },
  readyFree: {
    'zh-CN': ({ amount }: { amount: string }) => `可用预算 ${amount}（已扣除上列各案的预留）`,
    en: ({ amount }: { amount: string }) =>
      `${amount} is free in the budget beside what is promised to these cases`,
  },
  published: { 'zh-CN': '已发布', en: 'Published' },
  running: { 'zh-CN': '公示中', en: 'Running' },
  ended: { 'zh-CN': '已结束', en: 'Ended' },
  reference: { 'zh-CN': '公示编号', en: 'Notice' },
  publishedOn: { 'zh-CN': '公示日期', en: 'Published' },
  ends: { 'zh-CN': '公示截止', en: 'Ends' },
  awardees: { 'zh-CN': '户数', en: 'Awards' },
  programme: { 'zh-CN': '政策', en: 'Programme' },
  city: { 'zh-CN': '城市', en: 'City' },
  state: { 'zh-CN': '状态', en: 'State' },
  noNotices: { 'zh-CN': '还没有公示', en: 'No notices yet' },
  noNoticesBody: {
    'zh-CN': '城市发布拟发放名单后会出现在这里。',
    en: 'Proposed awards appear here when a city publishes them.',
  },
  title: {
    'zh-CN': ({ programme }: { programme: string }) => `${programme}拟发放名单公示`,
    en: ({ programme }: { programme: string }) => `Proposed awards: ${programme}`,
  },
  body: {
    'zh-CN': ({ n }: N) =>
      `经审核，拟对以下单位发放算力券，现予公示，公示期 ${n} 个工作日。如有异议，请在公示期内以书面形式实名提出，并附理由和联系方式。匿名或逾期的不予受理。`,
    en: ({ n }: N) =>
      `After review, vouchers are to be issued to the organisations below. The notice runs for ${n} working days. Objections are accepted until it ends, in writing and by name, with grounds and contact; anonymous or late ones are not.`,
  },
  listBody: {
    'zh-CN': ({ n, amount, until }: N & { amount: string; until: string }) =>
      `经复核，拟按免申即享对以下单位发放 ${n} 项，合计 ${amount}，现予公示，公示期至 ${until}。如有异议，请在公示期内以书面形式实名提出，并附理由和联系方式。匿名或逾期的不予受理。`,
    en: ({ n, amount, until }: N & { amount: string; until: string }) =>
      `After a second review, ${n === 1 ? '1 award' : `${n} awards`} without application, ${amount} in all, ${n === 1 ? 'is' : 'are'} to be issued to the organisations below. The notice runs until ${until}. Objections are accepted until then, in writing and by name, with grounds and contact; anonymous or late ones are not.`,
  },
  withdrawn: {
    'zh-CN': ({ day }: { day: string }) => `公示已于 ${day} 撤回`,
    en: ({ day }: { day: string }) => `This notice was withdrawn on ${day}`,
  },
  withdrawnState: { 'zh-CN': '已撤回', en: 'Withdrawn' },
  count: { 'zh-CN': '项数', en: 'Awards' },
  total: { 'zh-CN': '合计', en: 'In all' },
  publishList: {
    'zh-CN': ({ n, amount, until }: N & { amount: string; until: string }) =>
      `公示 ${n} 行（合计 ${amount}，至 ${until}）`,
    en: ({ n, amount, until }: N & { amount: string; until: string }) =>
      `Publish ${n === 1 ? '1 row' : `${n} rows`} (${amount} in all, until ${until})`,
  },
  publishing: {
    'zh-CN': '正在公示，行数多时约需一两分钟',
    en: 'Publishing; a long list takes a minute or two',
  },
  withdrawTitle: { 'zh-CN': '撤回公示', en: 'Withdraw the notice' },
  withdrawLead: {
    'zh-CN':
      '公示立即终止，预留的金额释放，名单回到已校验状态，更正后须重新提请并重新公示。理由会公开，并通知名单中的单位。有异议未处理或已有部分发放的，不能撤回。',
    en: 'The notice ends at once, the promised amounts are free again, and the list goes back to be corrected, proposed and published anew. The reason is public, and the firms are told. It is refused while an objection is open or once part of the list is issued.',
  },
  withdrawButton: { 'zh-CN': '撤回公示', en: 'Withdraw' },
  takeOffTitle: { 'zh-CN': '从公示名单中撤下', en: 'Take off the list' },
  takeOffLead: {
    'zh-CN': '该行不再发放，预留的金额释放，其余各行不受影响。理由会告知该单位。',
    en: 'This row is never issued and its amount is free again; the other rows stay. The firm is told the reason.',
  },
  takeOffButton: { 'zh-CN': '撤下这一行', en: 'Take this row off' },
  reason: { 'zh-CN': '理由', en: 'Reason' },
  awards: { 'zh-CN': '拟发放名单', en: 'Proposed awards' },
  organisation: { 'zh-CN': '单位名称', en: 'Organisation' },
  creditCode: { 'zh-CN': '统一社会信用代码', en: 'Credit code' },
  amount: { 'zh-CN': '拟发放金额', en: 'Proposed amount' },
  outcome: { 'zh-CN': '结果', en: 'Outcome' },
  outcome_pending: { 'zh-CN': '公示中', en: 'On notice' },
  outcome_cleared: { 'zh-CN': '无异议', en: 'Cleared' },
  outcome_objected: { 'zh-CN': '异议处理中', en: 'Objection under review' },
  outcome_withdrawn: { 'zh-CN': '公示已撤回', en: 'Notice withdrawn' },
  outcome_refused: { 'zh-CN': '不予发放', en: 'Not awarded' },
  daysLeft: {
    'zh-CN': ({ n }: N) => (n === 0 ? '今天截止' : `还有 ${n} 个工作日`),
    en: ({ n }: N) =>
      n === 0 ? 'ends today' : n === 1 ? '1 working day left' : `${n} working days left`,
  },
  contact: { 'zh-CN': '受理单位', en: 'Bureau' },
  phone: { 'zh-CN': '电话', en: 'Telephone' },
  object: { 'zh-CN': '提出异议', en: 'Object' },
  objectLead: {
    'zh-CN': '请写明事实和理由。您的姓名和联系方式只有受理单位可见。',
    en: 'State facts and grounds. Only the bureau sees your name and contact.',
  },
  withoutApplication: { 'zh-CN': '免申即享', en: 'Without application,' },
  awardsTitle: { 'zh-CN': '发放结果', en: 'Awards' },
  awardsLead: {
    'zh-CN': '公示期满、准予发放的名单，以及免申即享的发放结果。',
    en: 'Awards whose public notice ended without a valid objection, and those made without application.',
  },
  awarded: { 'zh-CN': '核准金额', en: 'Amount' },
  awardedOn: { 'zh-CN': '公示期满或发放', en: 'Notice ended or issued' },
  awardReference: { 'zh-CN': '公示或名单编号', en: 'Notice or list' },
  allCities: { 'zh-CN': '所有城市', en: 'All cities' },
  filter: { 'zh-CN': '筛选', en: 'Filter' },
  noAwards: { 'zh-CN': '还没有发放结果', en: 'No awards yet' },
  noAwardsBody: {
    'zh-CN': '公示期满后，核准的名单会出现在这里。',
    en: 'Approved awards appear here when their notice has ended.',
  },
});
