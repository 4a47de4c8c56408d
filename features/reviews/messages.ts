import { caseChanged, caseUnknown, decidedBefore } from '@/features/applications/case-messages';
import { letterUnprintable } from '@/features/letters/messages';
import { amountRefusals } from '@/features/rules/amount-messages';
import type { Locale } from '@/lib/locale';
import { doneMessages, messages, type ValuesOf } from '@/lib/messages';

type Who = { who: string; when: string };
type Most = { most: string };
type Named = { reference: string };
type N = { n: number };

const ownRefusals = messages({
  case_unknown: caseUnknown,
  case_taken: {
    'zh-CN': ({ who, when }: Who) => `${who} 已于 ${when} 受理此案。`,
    en: ({ who, when }: Who) => `${who} took this case on ${when}.`,
  },
  budget_short: {
    'zh-CN': ({ amount, free }: Record<'amount' | 'free', string>) =>
      `可用预算只有 ${free}，不足以预留 ${amount}。请核减金额，或在追加预算后再办理。`,
    en: ({ amount, free }: Record<'amount' | 'free', string>) =>
      `Only ${free} is free in the budget, too little to promise ${amount}. Pass a lower amount, or wait until the budget is raised.`,
  },
  state_changed: caseChanged,
  reviewer_unknown: {
    'zh-CN': '请选择本市的初审员。',
    en: 'Choose a first reviewer of this city.',
  },
  reviewer_decided: {
    'zh-CN': ({ who, reference }: { who: string } & Named) =>
      `${who} 已对 ${reference} 作出过决定，请分派给其他初审员。`,
    en: ({ who, reference }: { who: string } & Named) =>
      `${who} has decided on ${reference} before. Choose another reviewer.`,
  },
  stage_open: {
    'zh-CN': ({ stage }: { stage: string }) => `“${stage}”阶段尚未完成，不能推荐。`,
    en: ({ stage }: { stage: string }) =>
      `The stage “${stage}” is not finished, so the case cannot be recommended yet.`,
  },
  not_assignee: {
    'zh-CN': ({ who }: { who: string }) => (who ? `此案由 ${who} 办理。` : '请先受理此案。'),
    en: ({ who }: { who: string }) =>
      who ? `${who} works on this case.` : 'Take this case first.',
  },
  correction_empty: {
    'zh-CN': '请至少勾选一项需补正的内容。',
    en: 'Tick at least one field that needs correcting.',
  },
  correction_spent: {
    'zh-CN': '补正通知只能发一次，此案已补正过。',
    en: 'Corrections are asked once; this case has been corrected already.',
  },
  letter_unprintable: letterUnprintable,
  amount_zero: { 'zh-CN': '金额须大于零。', en: 'The amount must be more than zero.' },
  amount_above_assessed: {
    'zh-CN': ({ most }: Most) => `不得超过按规则计算的 ${most}。`,
    en: ({ most }: Most) => `It cannot be more than the ${most} the rules give.`,
  },
  amount_above_recommended: {
    'zh-CN': ({ most }: Most) => `不得超过初审建议的 ${most}。`,
    en: ({ most }: Most) => `It cannot be more than the ${most} recommended at first review.`,
  },
  same_person: decidedBefore,
  already_decided: {
    'zh-CN': ({ who, when }: Who) => `${who} 已于 ${when} 作出决定。`,
    en: ({ who, when }: Who) => `${who} decided on ${when}.`,
  },
  case_not_assignable: {
    'zh-CN': ({ reference }: Named) => `${reference} 已过初审，不能再分派。`,
    en: ({ reference }: Named) => `${reference} is past its first review and cannot be assigned.`,
  },
  correction_incomplete: {
    'zh-CN': '请写明所勾选的每一项有什么问题。',
    en: 'Say what is wrong with each field you ticked.',
  },
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof ownRefusals> {}
}

/** Returns the texts of all reasons for refusing a command on a case. */
export const reviewRefusals = (locale: Locale) => ({
  ...amountRefusals(locale),
  ...ownRefusals(locale),
});

export const reviewFieldErrors = messages({
  fault_missing: { 'zh-CN': '请写明有什么问题。', en: 'Say what is wrong.' },
  nothing_chosen: { 'zh-CN': '请至少勾选一项。', en: 'Tick at least one.' },
  reviewer_missing: { 'zh-CN': '请选择初审员。', en: 'Choose a first reviewer.' },
});

export const stateNames = messages({
  draft: { 'zh-CN': '草稿', en: 'Draft' },
  submitted: { 'zh-CN': '待受理', en: 'To be accepted' },
  returned: { 'zh-CN': '待补正', en: 'With the applicant' },
  accepted: { 'zh-CN': '初审中', en: 'First review' },
  first_passed: { 'zh-CN': '待复审', en: 'For final review' },
  awaiting_funds: { 'zh-CN': '待资金', en: 'Waiting for money' },
  awaiting_share: { 'zh-CN': '待分配', en: 'Waiting for its share' },
  final_passed: { 'zh-CN': '待公示', en: 'Ready for notice' },
  publicised: { 'zh-CN': '公示中', en: 'On public notice' },
  objected: { 'zh-CN': '异议处理中', en: 'Objection' },
  approved: { 'zh-CN': '已核准', en: 'Approved' },
  issued: { 'zh-CN': '已发放', en: 'Issued' },
  rejected: { 'zh-CN': '未通过', en: 'Refused' },
  appealed: { 'zh-CN': '申诉中', en: 'Appeal' },
  withdrawn: { 'zh-CN': '已撤回', en: 'Withdrawn' },
  expired: { 'zh-CN': '已过期', en: 'Expired' },
});

/** Returns the text that confirms the last action on the page after it. */
export const doneText = doneMessages({
  stage_finished: { 'zh-CN': '该阶段已完成。', en: 'The stage is finished.' },
  taken: { 'zh-CN': '已受理，由您办理。', en: 'Accepted; the case is yours.' },
  assigned: { 'zh-CN': '已分派。', en: 'Assigned.' },
  returned: {
    'zh-CN': '补正通知已发出，审核计时暂停。',
    en: 'The correction request is sent; the service clock has stopped.',
  },
  recommended: { 'zh-CN': '初审已通过，转复审。', en: 'Recommended; the final review is next.' },
  cap_proposed: {
    'zh-CN': '提高上限已提请，等待复审人员复核。',
    en: 'The higher cap is proposed and waits for an approver.',
  },
  cap_released: {
    'zh-CN': '上限已提高，本案已重新计算。',
    en: 'The cap is raised, and the case was worked out anew.',
  },
  cap_declined: { 'zh-CN': '提高上限已退回。', en: 'The higher cap was sent back.' },
  approved_at_once: {
    'zh-CN': '已通过并核准，本政策不需公示；可以提请发放。',
    en: 'Passed and approved, because this programme asks for no public notice; its issue can be proposed.',
  },
  passed_alone: {
    'zh-CN': '已审定，可以公示；此件可能被抽中复查。',
    en: 'Decided; it can be put on public notice, and may be drawn for a check.',
  },
  passed: { 'zh-CN': '复审已通过，可以公示。', en: 'Passed; it can be put on public notice.' },
  queued: {
    'zh-CN': '已通过，但预算现在不够，已排队等待资金。',
    en: 'Passed, but the budget is short now: the case waits in line for money.',
  },
  awaits_share: {
    'zh-CN': '已通过，本批次审结后按比例分配。',
    en: 'Passed: the case waits for the share-out of its round.',
  },
  refused: {
    'zh-CN': '已作出不予通过的决定，并通知申请单位。',
    en: 'Refused; the applicant is told why.',
  },
});

/** Names of the two tabs of a list: all items, and those that wait for the reader. */
export const turnMessages = messages({
  all: { 'zh-CN': '全部', en: 'All' },
  mine: { 'zh-CN': '等我办理', en: 'My turn' },
});

export const deskMessages = messages({
  home: { 'zh-CN': '概览', en: 'Overview' },
  waiting: { 'zh-CN': '等待办理', en: 'Waiting' },
  nothingWaiting: { 'zh-CN': '现在没有等您办理的事项', en: 'Nothing waits for you now' },
  nothingWaitingBody: {
    'zh-CN': '新的事项到来时会出现在这里。',
    en: 'New work will appear here.',
  },
  dueFirst: { 'zh-CN': '期限最近的案件', en: 'Due first' },
  organisations: { 'zh-CN': '待核验单位', en: 'Organisations to verify' },
  toTake: { 'zh-CN': '待受理', en: 'To be accepted' },
  toAssign: { 'zh-CN': '待分派', en: 'To be assigned' },
  myCases: { 'zh-CN': '我的初审', en: 'My first reviews' },
  toDecide: { 'zh-CN': '待复审', en: 'For final review' },
  toPublish: { 'zh-CN': '待公示', en: 'Ready for notice' },
  toResolve: { 'zh-CN': '待处理的异议', en: 'Open objections' },
  toDecideAppeals: { 'zh-CN': '待决定的申诉', en: 'Open appeals' },
  toPropose: { 'zh-CN': '待提请的发放', en: 'Issues to propose' },
  caps: { 'zh-CN': '待复核的上限调整', en: 'Raised caps to release' },
  pauses: { 'zh-CN': '待复核的暂停用券', en: 'Pauses to release' },
  bans: { 'zh-CN': '待复核的暂停资格', en: 'Bans to release' },
  mandates: { 'zh-CN': '待确认的委托', en: 'Mandates to confirm' },
  samples: { 'zh-CN': '待复查的抽样', en: 'Drawn decisions to check' },
  toShare: { 'zh-CN': '待按比例分配的案件', en: 'Cases that wait for a share-out' },
  recoveries: { 'zh-CN': '待复核的追回', en: 'Recoveries to release' },
  credits: { 'zh-CN': '待复核的还款和核减', en: 'Repayments and write-offs to confirm' },
  shareOuts: { 'zh-CN': '待复核的按比例分配', en: 'Share-outs to release' },
  toRelease: { 'zh-CN': '待复核的发放', en: 'Issues to release' },
  toVerify: { 'zh-CN': '待核验的核销', en: 'Redemptions to verify' },
  claims: { 'zh-CN': '待核验的兑付申请', en: 'Claims to verify' },
  dueFrom: { 'zh-CN': '最早期限', en: 'First due' },
  daysLeft: {
    'zh-CN': ({ days }: { days: number }) => `剩 ${days} 个工作日`,
    en: ({ days }: { days: number }) =>
      days === 1 ? '1 working day left' : `${days} working days left`,
  },
  lastDay: { 'zh-CN': '今天到期', en: 'Due today' },
  waitingSince: { 'zh-CN': '最早等候自', en: 'Waiting since' },
  disputed: { 'zh-CN': '有争议的核销', en: 'Disputed redemptions' },
  awardLists: { 'zh-CN': '待复核的名单', en: 'Lists to release' },
  versions: { 'zh-CN': '待发布的政策版本', en: 'Versions to publish' },
  batches: { 'zh-CN': '待复核的批次', en: 'Batches to release' },
  budgetChanges: { 'zh-CN': '待复核的预算调整', en: 'Changes of budgets to release' },
  voucherChanges: {
    'zh-CN': '待复核的算力券撤销和延期',
    en: 'Revocations and extensions of vouchers to release',
  },
  overdue: { 'zh-CN': '已超期', en: 'Overdue' },
  soon: { 'zh-CN': '两个工作日内到期', en: 'Due within 2 working days' },
  open: { 'zh-CN': '在办案件', en: 'Open cases' },
  numbers: { 'zh-CN': '关键数字', en: 'Key figures' },
  budget: { 'zh-CN': '预算总额', en: 'Budget' },
  committed: { 'zh-CN': '已承诺', en: 'Committed' },
  promised: { 'zh-CN': '已预留', en: 'Promised' },
  left: { 'zh-CN': '可用预算', en: 'Free' },
  officials: { 'zh-CN': '在岗人员', en: 'Officials' },
  invited: { 'zh-CN': '待接受的邀请', en: 'Open invitations' },
  books: { 'zh-CN': '账目核对', en: 'Proof of the ledger' },
  proven: { 'zh-CN': '全部相符', en: 'Everything agrees' },
  broken: { 'zh-CN': '有不符', en: 'Something disagrees' },
});

/** What was suspended since a case was submitted, and why it is decided all the same. */
export const suspensionMessages = messages({
  suspended: { 'zh-CN': '本政策已暂停受理', en: 'This programme is suspended' },
  closed: { 'zh-CN': '本政策已停止受理', en: 'This programme has been closed' },
  articles: { 'zh-CN': '有条款暂停执行', en: 'An article of the rules is suspended' },
  reason: {
    'zh-CN': ({ reason }: { reason: string }) => `原因：${reason}`,
    en: ({ reason }: { reason: string }) => `Reason: ${reason}`,
  },
  article: {
    'zh-CN': ({ article, from, reason }: Record<'article' | 'from' | 'reason', string>) =>
      `${article}自 ${from} 起暂停执行。${reason}`,
    en: ({ article, from, reason }: Record<'article' | 'from' | 'reason', string>) =>
      `${article} has been suspended since ${from}. ${reason}`.trim(),
  },
  goesOn: {
    'zh-CN': ({ on }: { on: string }) =>
      `本案于 ${on} 提交，在暂停或停止之前，按提交时的规则继续办理，可以照常作出决定。`,
    en: ({ on }: { on: string }) =>
      `This case was submitted on ${on}, before that. It goes on under the rules of that day and can be decided as usual.`,
  },
});

export const reviewMessages = messages({
  queue: { 'zh-CN': '审核队列', en: 'Cases' },
  reference: { 'zh-CN': '编号', en: 'Reference' },
  organisation: { 'zh-CN': '企业', en: 'Applicant' },
  applicantAndProject: { 'zh-CN': '企业与项目', en: 'Applicant and project' },
  amount: { 'zh-CN': '申请额', en: 'Amount' },
  stage: { 'zh-CN': '阶段', en: 'Stage' },
  assignee: { 'zh-CN': '经办', en: 'Assigned to' },
  nobody: { 'zh-CN': '未分派', en: 'Nobody' },
  due: { 'zh-CN': '时限', en: 'Due' },
  submitted: { 'zh-CN': '提交', en: 'Submitted' },
  updated: { 'zh-CN': '更新', en: 'Updated' },
  pick: { 'zh-CN': '选', en: 'Pick' },
  pickCase: {
    'zh-CN': ({ reference }: Named) => `选择 ${reference}`,
    en: ({ reference }: Named) => `Pick ${reference}`,
  },
  assignTicked: { 'zh-CN': '将所选案件分派给', en: 'Assign the picked cases to' },
  views: { 'zh-CN': '常用视图', en: 'Views' },
  view_open: { 'zh-CN': '在办', en: 'Open' },
  view_turn: { 'zh-CN': '等我办理', en: 'My turn' },
  view_mine: { 'zh-CN': '我的', en: 'Mine' },
  view_unassigned: { 'zh-CN': '未分派', en: 'Unassigned' },
  view_first_passed: { 'zh-CN': '待复审', en: 'For final review' },
  view_soon: { 'zh-CN': '即将到期', en: 'Due soon' },
  view_overdue: { 'zh-CN': '已超期', en: 'Overdue' },
  stage_open: { 'zh-CN': '全部在办', en: 'All open' },
  stage_closed: { 'zh-CN': '全部办结', en: 'All closed' },
  stage_all: { 'zh-CN': '全部', en: 'All' },
  anybody: { 'zh-CN': '所有人', en: 'Anybody' },
  anyProgramme: { 'zh-CN': '所有政策', en: 'All programmes' },
  programme: { 'zh-CN': '政策', en: 'Programme' },
  search: {
    'zh-CN': '编号、企业、项目或信用代码',
    en: 'Reference, applicant, project or credit code',
  },
  filter: { 'zh-CN': '筛选', en: 'Filter' },
  clear: { 'zh-CN': '清除筛选', en: 'Clear the filter' },
  found: {
    'zh-CN': ({ n }: N) => `共 ${n} 件`,
    en: ({ n }: N) => (n === 1 ? '1 case' : `${n} cases`),
  },
  noneTitle: { 'zh-CN': '队列是空的', en: 'The queue is empty' },
  noneBody: {
    'zh-CN': '企业提交申请后会出现在这里。',
    en: 'Applications appear here when start-ups submit them.',
  },
  noneFits: { 'zh-CN': '没有符合条件的案件', en: 'No case fits' },
  noneFitsBody: { 'zh-CN': '请放宽筛选条件。', en: 'Widen the filter.' },
  daysLeft: {
    'zh-CN': ({ n }: N) => (n === 0 ? '今天到期' : `剩 ${n} 个工作日`),
    en: ({ n }: N) =>
      n === 0 ? 'due today' : n === 1 ? '1 working day left' : `${n} working days left`,
  },
  daysOver: {
    'zh-CN': ({ n }: N) => (n === 0 ? '今天已超期' : `超期 ${n} 个工作日`),
    en: ({ n }: N) =>
      n === 0 ? 'ran out today' : n === 1 ? '1 working day over' : `${n} working days over`,
  },
  paused: {
    'zh-CN': ({ n }: N) => `计时暂停，剩 ${n} 个工作日`,
    en: ({ n }: N) =>
      n === 1 ? 'clock stopped, 1 working day left' : `clock stopped, ${n} working days left`,
  },
  stopped: { 'zh-CN': '—', en: '—' },
  answers: { 'zh-CN': '申请内容', en: 'Application' },
  noAnswer: { 'zh-CN': '未填写', en: 'Not answered' },
  documents: { 'zh-CN': '申请材料', en: 'Documents' },
  newFile: { 'zh-CN': '补正后上传', en: 'Uploaded with the correction' },
  noFile: { 'zh-CN': '未上传', en: 'No file' },
  calculation: { 'zh-CN': '按规则计算', en: 'What the rules give' },
  calculationLead: {
    'zh-CN': '按今天的年度累计和剩余预算重新计算。',
    en: 'Computed again with what is used and left today.',
  },
  changedSince: {
    'zh-CN': ({ was }: { was: string }) => `提交时为 ${was}，与现在不同。`,
    en: ({ was }: { was: string }) => `It was ${was} at submission, which differs from now.`,
  },
  notEligible: { 'zh-CN': '按规则不符合条件', en: 'The rules do not allow this' },
  incomplete: { 'zh-CN': '内容不全，无法计算', en: 'Not complete enough to compute' },
  assessed: { 'zh-CN': '规则计算额', en: 'By the rules' },
  recommended: { 'zh-CN': '初审建议额', en: 'Recommended' },
  approved: { 'zh-CN': '核定额', en: 'Approved' },
  claim: { 'zh-CN': '参与分配的申请额', en: 'Claim in the share-out' },
  poolLeft: { 'zh-CN': '可用预算', en: 'Free in the budget' },
  promisedHere: {
    'zh-CN': ({ amount }: { amount: string }) => `已为本案预留 ${amount}`,
    en: ({ amount }: { amount: string }) => `${amount} is promised to this case`,
  },
  freeOnly: {
    'zh-CN': ({ amount }: { amount: string }) => `可用预算 ${amount}。`,
    en: ({ amount }: { amount: string }) => `${amount} is free in the budget.`,
  },
  freeHint: {
    'zh-CN': ({ amount }: { amount: string }) => `可用预算 ${amount}；通过后即为本案预留。`,
    en: ({ amount }: { amount: string }) =>
      `${amount} is free in the budget; passing promises it to this case.`,
  },
  freeShares: {
    'zh-CN':
      '本政策规定按比例分配：通过的金额即本案的申请额，本批次审结后与其他案件一并按同一比例分配，此时不预留预算。',
    en: 'Under this programme’s rules the budget is shared out: what you pass is this case’s claim. It gets its share together with the other cases of the round, and nothing is promised now.',
  },
  freeQueues: {
    'zh-CN': '本政策规定资金不足时排队：超过可用预算的案件通过后等待资金，按规则规定的次序安排。',
    en: 'Under this programme’s rules, a case that exceeds what is free waits in line for money once it is passed.',
  },
  sameContract: {
    'zh-CN': '另一案件使用了同一合同编号',
    en: 'Another case uses the same contract number',
  },
  sameApplicant: { 'zh-CN': '该单位的其他案件', en: 'Other cases of this applicant' },
  correction: { 'zh-CN': '补正', en: 'Correction' },
  correctionAsked: {
    'zh-CN': ({ by }: { by: string }) => `${by} 要求补正`,
    en: ({ by }: { by: string }) => `${by} asked for corrections`,
  },
  correctionDue: { 'zh-CN': '补正期限', en: 'To be corrected by' },
  correctionAnswered: { 'zh-CN': '补正提交', en: 'Answered' },
  changes: { 'zh-CN': '补正前后', en: 'What was changed' },
  field: { 'zh-CN': '内容', en: 'Field' },
  before: { 'zh-CN': '补正前', en: 'Before' },
  after: { 'zh-CN': '补正后', en: 'After' },
  noChanges: { 'zh-CN': '文字内容没有变化', en: 'No answer was changed' },
  findings: { 'zh-CN': '审核意见', en: 'Findings' },
  timeline: { 'zh-CN': '办理过程', en: 'History' },
  version: {
    'zh-CN': ({ number }: { number: number }) => `规则第 ${number} 版`,
    en: ({ number }: { number: number }) => `rules version ${number}`,
  },
  applicant: { 'zh-CN': '申请单位', en: 'Applicant' },
  creditCode: { 'zh-CN': '统一社会信用代码', en: 'Unified social credit code' },
  registeredOn: { 'zh-CN': '成立日期', en: 'Registered on' },
  region: { 'zh-CN': '注册地', en: 'Registered in' },
  representative: { 'zh-CN': '法定代表人', en: 'Legal representative' },
  first: { 'zh-CN': '初审', en: 'First review' },
  final: { 'zh-CN': '复审', en: 'Final review' },
  objection: { 'zh-CN': '异议处理中', en: 'Objection' },
  pass: { 'zh-CN': '通过', en: 'passed' },
  refuse: { 'zh-CN': '不通过', en: 'refused' },
  action: { 'zh-CN': '审核', en: 'Review' },
  toAction: { 'zh-CN': '去审核', en: 'Go to the review' },
  take: { 'zh-CN': '受理', en: 'Accept and take' },
  takeLead: { 'zh-CN': '受理后由您办理初审。', en: 'You become the first reviewer of this case.' },
  assign: { 'zh-CN': '分派', en: 'Assign' },
  reviewer: { 'zh-CN': '初审员', en: 'First reviewer' },
  onDesk: {
    'zh-CN': ({ name, n }: N & { name: string }) => `${name}（在办 ${n} 件）`,
    en: ({ name, n }: N & { name: string }) => `${name} (${n} open)`,
  },
  correct: { 'zh-CN': '要求补正', en: 'Request corrections' },
  correctLead: {
    'zh-CN': '只能发一次，请一次写全。补正期间审核计时暂停。',
    en: 'Once only, so name everything. The service clock stops meanwhile.',
  },
  correctFields: {
    'zh-CN': '勾选需要补正的内容，逐项写明问题。申请单位只能修改勾选的内容。',
    en: 'Tick what needs correcting and say what is wrong with each. The applicant can change nothing else.',
  },
  fault: {
    'zh-CN': ({ field }: { field: string }) => `“${field}”的问题`,
    en: ({ field }: { field: string }) => `What is wrong with “${field}”`,
  },
  correctionMessage: { 'zh-CN': '总体说明', en: 'Message to the applicant' },
  recommend: { 'zh-CN': '初审通过', en: 'Recommend' },
  recommendLead: {
    'zh-CN': '通过后转复审，由其他人员决定。',
    en: 'Somebody else makes the final decision.',
  },
  aloneLead: {
    'zh-CN': ({ limit }: { limit: string }) =>
      `按规则算得的金额不超过 ${limit}，由您一人审定，不再复审；市里会从中随机抽查。`,
    en: ({ limit }: { limit: string }) =>
      `The rules give no more than ${limit}, so you decide alone, without a final review. A random sample of such decisions is checked.`,
  },
  recommendQuantity: {
    'zh-CN': ({ unit }: { unit: string }) => `建议数量（${unit}）`,
    en: ({ unit }: { unit: string }) => `Recommended quantity (${unit})`,
  },
  decideQuantity: {
    'zh-CN': ({ unit }: { unit: string }) => `核定数量（${unit}）`,
    en: ({ unit }: { unit: string }) => `Approved quantity (${unit})`,
  },
  recommendAmount: { 'zh-CN': '建议金额（元）', en: 'Recommended amount (yuan)' },
  decide: { 'zh-CN': '复审通过', en: 'Approve' },
  passAlone: { 'zh-CN': '审核通过', en: 'Approve' },
  decideLead: {
    'zh-CN': '通过后按政策规定的步骤办理：公示（政策规定不公示的除外），无异议即可发放。',
    en: 'The steps of the rules follow: a public notice, unless the rules ask for none; without an objection the voucher can then be issued.',
  },
  decideAmount: { 'zh-CN': '核定金额（元）', en: 'Approved amount (yuan)' },
  atMost: {
    'zh-CN': ({ most }: Most) => `不超过 ${most}。`,
    en: ({ most }: Most) => `At most ${most}.`,
  },
  reason: { 'zh-CN': '理由', en: 'Reason' },
  refuseTitle: { 'zh-CN': '不予通过', en: 'Refuse' },
  refuseLead: { 'zh-CN': '理由将告知申请单位。', en: 'The applicant is told the reason.' },
  noConflict: {
    'zh-CN': '本人与申请单位、服务商无利益冲突',
    en: 'I have no conflict of interest with the applicant or the vendor',
  },
  bar_case_taken: { 'zh-CN': '此案已由其他人员受理。', en: 'Somebody else has taken this case.' },
  stagesTitle: { 'zh-CN': '评审阶段', en: 'Stages of review' },
  stageWaiting: { 'zh-CN': '未开始', en: 'Not begun' },
  stageFinished: { 'zh-CN': '已完成', en: 'Finished' },
  stageLate: { 'zh-CN': '逾期完成', en: 'Finished late' },
  stageDays: {
    'zh-CN': ({ n }: { n: number }) => `${n} 个工作日`,
    en: ({ n }: { n: number }) => (n === 1 ? '1 working day' : `${n} working days`),
  },
  stageLead: {
    'zh-CN': ({ stage }: { stage: string }) =>
      `此案处于“${stage}”阶段。各阶段全部完成后才能提出推荐意见。`,
    en: ({ stage }: { stage: string }) =>
      `The case is in the stage “${stage}”. It can be recommended once all stages are finished.`,
  },
  stageNote: { 'zh-CN': '说明', en: 'Note' },
  finishStage: {
    'zh-CN': ({ stage }: { stage: string }) => `完成“${stage}”`,
    en: ({ stage }: { stage: string }) => `Finish “${stage}”`,
  },
  bar_not_assignee: {
    'zh-CN': '此案由其他人员办理。',
    en: 'Somebody else works on this case.',
  },
  bar_correction_spent: {
    'zh-CN': '补正只能要求一次，此案已补正过。',
    en: 'Corrections are asked once; this case has been corrected already.',
  },
  bar_same_person: {
    'zh-CN': '您已对此案作出过决定，须由其他人员办理。',
    en: 'You have decided on this case; somebody else must do this.',
  },
  turn_reviewer: { 'zh-CN': '等待初审员办理。', en: 'It is the first reviewer’s turn.' },
  turn_applicant: { 'zh-CN': '等待申请单位补正。', en: 'It is the applicant’s turn.' },
  turn_approver: { 'zh-CN': '等待复审员办理。', en: 'It is the final reviewer’s turn.' },
  turn_manager: {
    'zh-CN': '等待政策主管公示。',
    en: 'It waits for the programme manager to publish it.',
  },
  turn_public: { 'zh-CN': '公示期内，等待期满。', en: 'It is on public notice until that ends.' },
  turn_objection: { 'zh-CN': '异议处理中。', en: 'An objection is under review.' },
  turn_appeal: { 'zh-CN': '申诉办理中。', en: 'An appeal is being decided.' },
  turn_finance: { 'zh-CN': '等待财务发放。', en: 'It waits for finance to issue the voucher.' },
  turn_funds: {
    'zh-CN': '已通过，排队等待资金；预算有余额后自动进入下一步。',
    en: 'It was passed and waits in line for money; it goes on by itself once the budget has enough.',
  },
  turn_share: {
    'zh-CN': '已通过；本批次截止且全部审结后，由政策主管提请按比例分配，财务复核。',
    en: 'It was passed. When the round has closed and all its cases are decided, the manager proposes the share-out and finance releases it.',
  },
  turn_nobody: { 'zh-CN': '此案已办结。', en: 'This case is closed.' },
  nextCase: {
    'zh-CN': ({ reference }: Named) => `下一件：${reference}`,
    en: ({ reference }: Named) => `Next: ${reference}`,
  },
  seeNotice: { 'zh-CN': '查看公示', en: 'See the notice' },
  seeVoucher: { 'zh-CN': '查看算力券', en: 'See the voucher' },
  seeAppeal: {
    'zh-CN': ({ reference }: Named) => `查看申诉 ${reference}`,
    en: ({ reference }: Named) => `See appeal ${reference}`,
  },
  seeObjection: {
    'zh-CN': ({ reference }: Named) => `查看异议 ${reference}`,
    en: ({ reference }: Named) => `See objection ${reference}`,
  },
  case: { 'zh-CN': '案件', en: 'Case' },
});
