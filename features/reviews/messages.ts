import { messages } from '@/lib/messages';
import type { ApplicationState } from '@/features/applications/domain/lifecycle';
import type { Tone } from '@/components/ui/status-tag';

type Who = { who: string; when: string };
type Most = { most: string };

export const reviewRefusals = messages({
  case_unknown: { 'zh-CN': '没有这个案件。', en: 'There is no such case.' },
  case_taken: {
    'zh-CN': ({ who, when }: Who) => `${who} 已于 ${when} 受理此案。`,
    en: ({ who, when }: Who) => `${who} took this case on ${when}.`,
  },
  state_changed: {
    'zh-CN': '案件状态已变化，请刷新页面后再办理。',
    en: 'The case has moved on meanwhile. Reload the page.',
  },
  reviewer_unknown: {
    'zh-CN': '请选择本市的初审员。',
    en: 'Choose a first reviewer of this city.',
  },
  not_assignee: { 'zh-CN': '此案由其他人员办理。', en: 'Somebody else works on this case.' },
  correction_empty: {
    'zh-CN': '请至少指明一项需补正的内容。',
    en: 'Name at least one field that needs correcting.',
  },
  correction_spent: {
    'zh-CN': '补正通知只能发一次，此案已补正过。',
    en: 'Corrections are asked once; this case has been corrected already.',
  },
  amount_zero: { 'zh-CN': '金额须大于零。', en: 'The amount must be more than zero.' },
  amount_above_assessed: {
    'zh-CN': ({ most }: Most) => `不得超过按规则计算的 ${most}。`,
    en: ({ most }: Most) => `It cannot be more than the ${most} the rules give.`,
  },
  amount_above_recommended: {
    'zh-CN': ({ most }: Most) => `不得超过初审建议的 ${most}。`,
    en: ({ most }: Most) => `It cannot be more than the ${most} recommended at first review.`,
  },
  same_person: {
    'zh-CN': '您已在此案前一环节作出决定，须由其他人员办理。',
    en: 'You decided on this case before; somebody else must do this.',
  },
  already_decided: {
    'zh-CN': ({ who, when }: Who) => `${who} 已于 ${when} 作出决定。`,
    en: ({ who, when }: Who) => `${who} decided on ${when}.`,
  },
  objection_closed: {
    'zh-CN': '公示已结束，不再受理异议。',
    en: 'The notice has ended; objections are closed.',
  },
  objection_pending: {
    'zh-CN': '该项已有异议正在复核。',
    en: 'An objection against this award is already under review.',
  },
  too_many_objections: {
    'zh-CN': '提交过于频繁，请一小时后再试。',
    en: 'Too many submissions. Try again in an hour.',
  },
  objection_unknown: { 'zh-CN': '没有这项异议。', en: 'There is no such objection.' },
  objection_resolved: {
    'zh-CN': '该异议已有结论。',
    en: 'This objection has been resolved already.',
  },
});

export const reviewFieldErrors = messages({
  contact_invalid: {
    'zh-CN': '请填写有效的电话或邮箱。',
    en: 'Enter a valid telephone number or e-mail address.',
  },
  grounds_short: {
    'zh-CN': '请说明理由，至少 20 个字。',
    en: 'Say why, in at least 20 characters.',
  },
});

export const stateNames = messages({
  draft: { 'zh-CN': '草稿', en: 'Draft' },
  submitted: { 'zh-CN': '待受理', en: 'Submitted' },
  returned: { 'zh-CN': '待补正', en: 'With the applicant' },
  accepted: { 'zh-CN': '初审中', en: 'First review' },
  first_passed: { 'zh-CN': '复审中', en: 'Final review' },
  final_passed: { 'zh-CN': '待公示', en: 'To be publicised' },
  publicised: { 'zh-CN': '公示中', en: 'On public notice' },
  objected: { 'zh-CN': '异议复核', en: 'Objection' },
  approved: { 'zh-CN': '已核准', en: 'Approved' },
  issued: { 'zh-CN': '已发放', en: 'Issued' },
  rejected: { 'zh-CN': '未通过', en: 'Refused' },
  withdrawn: { 'zh-CN': '已撤回', en: 'Withdrawn' },
  expired: { 'zh-CN': '已过期', en: 'Expired' },
});

export const stateTones: Record<ApplicationState, Tone> = {
  draft: 'neutral',
  submitted: 'info',
  returned: 'warn',
  accepted: 'info',
  first_passed: 'info',
  final_passed: 'info',
  publicised: 'info',
  objected: 'warn',
  approved: 'success',
  issued: 'success',
  rejected: 'danger',
  withdrawn: 'neutral',
  expired: 'neutral',
};

export const reviewMessages = messages({
  home: { 'zh-CN': '概览', en: 'Overview' },
  waiting: { 'zh-CN': '等我办理', en: 'Waiting for me' },
  nothingWaiting: { 'zh-CN': '现在没有等您办理的事项', en: 'Nothing waits for you now' },
  queue: { 'zh-CN': '审核队列', en: 'Queue' },
  reference: { 'zh-CN': '编号', en: 'Reference' },
  organisation: { 'zh-CN': '企业', en: 'Applicant' },
  project: { 'zh-CN': '项目', en: 'Project' },
  amount: { 'zh-CN': '申请额', en: 'Amount' },
  stage: { 'zh-CN': '阶段', en: 'Stage' },
  assignee: { 'zh-CN': '经办', en: 'Assigned to' },
  due: { 'zh-CN': '时限', en: 'Due' },
  updated: { 'zh-CN': '更新', en: 'Updated' },
  all: { 'zh-CN': '全部', en: 'All' },
  mine: { 'zh-CN': '我的', en: 'Mine' },
  unassigned: { 'zh-CN': '未受理', en: 'Unassigned' },
  overdue: { 'zh-CN': '已超期', en: 'Overdue' },
  search: { 'zh-CN': '编号或企业', en: 'Reference or applicant' },
  filter: { 'zh-CN': '筛选', en: 'Filter' },
  found: {
    'zh-CN': ({ n }: { n: number }) => `本页 ${n} 件`,
    en: ({ n }: { n: number }) => (n === 1 ? '1 case on this page' : `${n} cases on this page`),
  },
  none: { 'zh-CN': '没有符合条件的案件', en: 'No case fits' },
  noneBody: { 'zh-CN': '请放宽筛选条件。', en: 'Widen the filter.' },
  daysLeft: {
    'zh-CN': ({ n }: { n: number }) => `剩 ${n} 个工作日`,
    en: ({ n }: { n: number }) => (n === 1 ? '1 working day left' : `${n} working days left`),
  },
  daysOver: {
    'zh-CN': ({ n }: { n: number }) => `超期 ${n} 个工作日`,
    en: ({ n }: { n: number }) => (n === 1 ? '1 working day over' : `${n} working days over`),
  },
  paused: { 'zh-CN': '计时暂停', en: 'clock stopped' },
  answers: { 'zh-CN': '申请内容', en: 'Answers' },
  documents: { 'zh-CN': '附件材料', en: 'Documents' },
  calculation: { 'zh-CN': '按规则计算', en: 'What the rules give' },
  notEligible: { 'zh-CN': '按规则不符合条件', en: 'The rules do not allow this' },
  assessed: { 'zh-CN': '规则计算金额', en: 'By the rules' },
  recommended: { 'zh-CN': '初审建议', en: 'Recommended' },
  approvedAmount: { 'zh-CN': '复审核定', en: 'Approved' },
  correction: { 'zh-CN': '补正', en: 'Correction' },
  correctionDue: { 'zh-CN': '补正期限', en: 'To be corrected by' },
  reviews: { 'zh-CN': '审核意见', en: 'Findings' },
  timeline: { 'zh-CN': '办理过程', en: 'History' },
  version: {
    'zh-CN': ({ number }: { number: number }) => `规则第 ${number} 版`,
    en: ({ number }: { number: number }) => `rules, version ${number}`,
  },
  creditCode: { 'zh-CN': '统一社会信用代码', en: 'Unified social credit code' },
  registeredOn: { 'zh-CN': '成立日期', en: 'Registered on' },
  first: { 'zh-CN': '初审', en: 'First review' },
  final: { 'zh-CN': '复审', en: 'Final review' },
  objection: { 'zh-CN': '异议复核', en: 'Objection' },
  pass: { 'zh-CN': '通过', en: 'Passed' },
  refuse: { 'zh-CN': '不通过', en: 'Refused' },
  take: { 'zh-CN': '受理', en: 'Accept and take' },
  takeLead: { 'zh-CN': '受理后由您办理初审。', en: 'You become the first reviewer of this case.' },
  assign: { 'zh-CN': '分派', en: 'Assign' },
  reviewer: { 'zh-CN': '初审员', en: 'First reviewer' },
  askCorrection: { 'zh-CN': '要求补正', en: 'Request corrections' },
  askCorrectionLead: {
    'zh-CN': '只能发一次，请写全。补正期间审核计时暂停。',
    en: 'Once only, so name everything. The service clock stops meanwhile.',
  },
  correctionMessage: { 'zh-CN': '总体说明', en: 'Message' },
  fault: {
    'zh-CN': ({ field }: { field: string }) => `${field}：哪里不对`,
    en: ({ field }: { field: string }) => `${field}: what is wrong`,
  },
  recommend: { 'zh-CN': '初审通过', en: 'Recommend' },
  recommendLead: { 'zh-CN': '通过后转复审，由其他人员决定。', en: 'Somebody else then decides.' },
  recommendAmount: { 'zh-CN': '建议金额', en: 'Recommended amount' },
  decide: { 'zh-CN': '复审通过', en: 'Approve' },
  decideAmount: { 'zh-CN': '核定金额', en: 'Approved amount' },
  reason: { 'zh-CN': '理由', en: 'Reason' },
  refuseTitle: { 'zh-CN': '不予通过', en: 'Refuse' },
  refuseLead: { 'zh-CN': '理由将告知申请单位。', en: 'The applicant is told the reason.' },
  noConflict: {
    'zh-CN': '本人与申请单位、服务商无利益冲突。',
    en: 'I have no conflict of interest with the applicant or the vendor.',
  },
  notYou: {
    'zh-CN': '您已作出初审，复审须由其他人员办理。',
    en: 'You made the first review; somebody else must decide.',
  },
  someoneElse: {
    'zh-CN': ({ who }: { who: string }) => `此案由 ${who} 办理。`,
    en: ({ who }: { who: string }) => `${who} works on this case.`,
  },
  nothingToDo: {
    'zh-CN': '此阶段没有需要您办理的事项。',
    en: 'There is nothing for you to do at this stage.',
  },
  action: { 'zh-CN': '办理', en: 'Decide' },
  notices: { 'zh-CN': '公示', en: 'Public notices' },
  noticesLead: {
    'zh-CN': '拟发放名单公示。公示期内任何人可实名提出书面异议。',
    en: 'Proposed awards. While a notice runs anybody may object, in writing and by name.',
  },
  ready: { 'zh-CN': '待公示', en: 'Ready for notice' },
  readyLead: {
    'zh-CN': '勾选同一政策的案件，一并公示。',
    en: 'Tick cases of one programme to publish them together.',
  },
  noneReady: { 'zh-CN': '没有待公示的案件', en: 'No case is ready for notice' },
  publish: { 'zh-CN': '公示', en: 'Publish the notice' },
  running: { 'zh-CN': '公示中', en: 'Running' },
  ended: { 'zh-CN': '已结束', en: 'Ended' },
  published: { 'zh-CN': '公示日期', en: 'Published' },
  ends: { 'zh-CN': '公示截止', en: 'Ends' },
  awardees: { 'zh-CN': '户数', en: 'Awards' },
  programme: { 'zh-CN': '政策', en: 'Programme' },
  city: { 'zh-CN': '城市', en: 'City' },
  noNotices: { 'zh-CN': '还没有公示', en: 'No notices yet' },
  noticeOf: {
    'zh-CN': ({ reference }: { reference: string }) => `公示 ${reference}`,
    en: ({ reference }: { reference: string }) => `Public notice ${reference}`,
  },
  noticeBody: {
    'zh-CN': ({ days }: { days: number }) =>
      `经审核，拟对以下单位发放算力券，现公示 ${days} 个工作日。如有异议，请在公示期内实名提出，并附理由和联系方式；匿名或逾期的不予受理。`,
    en: ({ days }: { days: number }) =>
      `After review, vouchers are to be issued to the following organisations. The notice runs for ${days} working days. Objections are accepted until it ends, in writing and by name, with grounds and contact; anonymous or late ones are not.`,
  },
  noticeCode: { 'zh-CN': '统一社会信用代码', en: 'Credit code' },
  noticeAmount: { 'zh-CN': '拟发放金额', en: 'Proposed amount' },
  outcome: { 'zh-CN': '结果', en: 'Outcome' },
  outcome_pending: { 'zh-CN': '公示中', en: 'On notice' },
  outcome_cleared: { 'zh-CN': '无异议', en: 'No objection' },
  outcome_objected: { 'zh-CN': '有异议，复核中', en: 'Objection under review' },
  outcome_refused: { 'zh-CN': '异议成立，不予发放', en: 'Objection upheld, not awarded' },
  object: { 'zh-CN': '提出异议', en: 'Object' },
  objectAgainst: { 'zh-CN': '针对', en: 'Against' },
  objectorName: { 'zh-CN': '姓名或单位名称', en: 'Your name, or your organisation’s' },
  objectorContact: { 'zh-CN': '联系电话或邮箱', en: 'Telephone or e-mail' },
  grounds: { 'zh-CN': '异议理由', en: 'Grounds' },
  sendObjection: { 'zh-CN': '提交异议', en: 'Send the objection' },
  objectionReceived: {
    'zh-CN': ({ reference }: { reference: string }) =>
      `异议已收到，编号 ${reference}。请记下编号。`,
    en: ({ reference }: { reference: string }) =>
      `Your objection is in, under ${reference}. Note the reference.`,
  },
  objections: { 'zh-CN': '异议', en: 'Objections' },
  objector: { 'zh-CN': '异议人', en: 'Objector' },
  filed: { 'zh-CN': '提出日期', en: 'Filed' },
  open: { 'zh-CN': '待复核', en: 'Open' },
  dismissed: { 'zh-CN': '不成立', en: 'Dismissed' },
  upheld: { 'zh-CN': '成立', en: 'Upheld' },
  noObjections: { 'zh-CN': '没有异议', en: 'No objections' },
  resolution: { 'zh-CN': '复核结论', en: 'Findings' },
  dismiss: { 'zh-CN': '异议不成立', en: 'Dismiss the objection' },
  uphold: { 'zh-CN': '异议成立，不予发放', en: 'Uphold it and refuse the award' },
  awards: { 'zh-CN': '发放结果', en: 'Awards' },
  awardsLead: {
    'zh-CN': '公示无异议的发放结果。',
    en: 'Awards whose notice ended without an objection.',
  },
  noAwards: { 'zh-CN': '还没有发放结果', en: 'No awards yet' },
  case: { 'zh-CN': '案件', en: 'Case' },
});
