import { amountRefusals } from '@/features/rules/amount-messages';
import { documentRefusals, type DocumentRefusal } from '@/features/documents/messages';
import type { Locale } from '@/lib/locale';
import { doneMessages, messages, type ValuesOf } from '@/lib/messages';
import { ownCaseUnknown } from './case-messages';

/** The name of each state of a case, as the applicant reads it. */
export const stateNames = messages({
  draft: { 'zh-CN': '尚未提交', en: 'Not submitted' },
  submitted: { 'zh-CN': '已提交', en: 'Submitted' },
  returned: { 'zh-CN': '待您补正', en: 'Corrections needed' },
  accepted: { 'zh-CN': '审核中', en: 'Under review' },
  first_passed: { 'zh-CN': '初审通过', en: 'First review passed' },
  awaiting_funds: { 'zh-CN': '等待资金', en: 'Waiting for money' },
  awaiting_share: { 'zh-CN': '等待按比例分配', en: 'Waiting for its share' },
  final_passed: { 'zh-CN': '审核通过', en: 'Review passed' },
  publicised: { 'zh-CN': '公示中', en: 'On public notice' },
  objected: { 'zh-CN': '异议处理中', en: 'Objection under review' },
  approved: { 'zh-CN': '已核准', en: 'Approved' },
  issued: { 'zh-CN': '已发放', en: 'Issued' },
  rejected: { 'zh-CN': '未通过', en: 'Refused' },
  appealed: { 'zh-CN': '申诉中', en: 'Under appeal' },
  withdrawn: { 'zh-CN': '已撤回', en: 'Withdrawn' },
  expired: { 'zh-CN': '已过期', en: 'Expired' },
});

/** What each state means for the applicant, and what comes next. */
export const stateNotes = messages({
  draft: {
    'zh-CN': '填写后提交，城市才会收到。',
    en: 'The city receives it only when you submit it.',
  },
  submitted: {
    'zh-CN': '等待受理。您无需操作。',
    en: 'Waiting to be accepted. Nothing for you to do.',
  },
  returned: {
    'zh-CN': '请更正列出的内容后重新提交。补正只有这一次。',
    en: 'Correct what is listed and submit again. You are asked once only.',
  },
  accepted: {
    'zh-CN': '正在初审。您无需操作。',
    en: 'In first review. Nothing for you to do.',
  },
  first_passed: {
    'zh-CN': '由另一名人员复审。您无需操作。',
    en: 'Somebody else reviews it finally. Nothing for you to do.',
  },
  awaiting_funds: {
    'zh-CN': '审核已通过，预算暂时不足，按政策规定的次序等待资金。您无需操作，也可以撤回。',
    en: 'Passed, but the budget is short: it waits in line for money. Nothing for you to do; you may withdraw it.',
  },
  awaiting_share: {
    'zh-CN':
      '审核已通过。本批次截止且全部申请审结后，由本市按同一比例分配预算，届时通知您分得的金额。您无需操作，也可以撤回。',
    en: 'Passed. When the round has closed and all its cases are decided, the city shares the budget at one rate and tells you your share. Nothing for you to do; you may withdraw it.',
  },
  final_passed: {
    'zh-CN': '等待公示。您无需操作。',
    en: 'Waiting for public notice. Nothing for you to do.',
  },
  publicised: {
    'zh-CN': '公示期满无异议即核准。',
    en: 'Approved when the notice ends without an objection.',
  },
  objected: {
    'zh-CN': '有人提出异议，由未参与审核的人员处理。',
    en: 'Somebody objected; a person who has not decided on the case looks into it.',
  },
  approved: {
    'zh-CN': '等待财政发放算力券。',
    en: 'Waiting for finance to issue the voucher.',
  },
  issued: { 'zh-CN': '算力券已发放，可以使用。', en: 'The voucher was issued and can be used.' },
  rejected: { 'zh-CN': '理由见下。', en: 'The reason is below.' },
  appealed: {
    'zh-CN': '由未参与审核的人员决定。您无需操作。',
    en: 'Somebody who had no part in the review decides. Nothing for you to do.',
  },
  withdrawn: { 'zh-CN': '申请已撤回，不再办理。', en: 'Withdrawn: nothing more happens to it.' },
  expired: {
    'zh-CN': '未在期限内提交，申请已关闭。',
    en: 'Closed because it was not submitted in time.',
  },
});

type Submitted = { who: string; when: string; reference: string };

const own = messages({
  programme_unknown: {
    'zh-CN': '没有这项政策，或已停止受理。',
    en: 'There is no such programme, or it takes no more applications.',
  },
  nobody_applies: {
    'zh-CN': '本政策免申即享：由本市按名单直接发放，不需申请。',
    en: 'Nobody applies to this programme: the city awards from its own list.',
  },
  round_closed: {
    'zh-CN': '本批次已截止，不能提交。',
    en: 'The round has closed; nothing can be submitted to it.',
  },
  organisation_incomplete: {
    'zh-CN': '请先在“本单位”补充单位信息，再申请。',
    en: 'Complete your organisation’s details under Organisation first, then apply.',
  },
  applicant_kind: {
    'zh-CN': '只有用券单位可以申请。',
    en: 'Only organisations that use compute may apply.',
  },
  application_running: {
    'zh-CN': '贵单位在本批次已有一份申请在办。请在“申请”中打开它继续。',
    en: 'Your organisation already has an application in this round. Open it under Applications.',
  },
  case_unknown: ownCaseUnknown,
  not_editable: {
    'zh-CN': '此内容现在不能修改。',
    en: 'This cannot be changed now.',
  },
  programme_suspended: {
    'zh-CN': ({ reason }: { reason: string }) =>
      `本政策已暂停，暂停期间不能提交；已填内容保留，恢复后可继续。${reason && `原因：${reason}`}`,
    en: ({ reason }: { reason: string }) =>
      `This programme is suspended: nothing can be submitted until it is taken up again. What you filled in is kept. ${reason && `Reason: ${reason}`}`.trim(),
  },
  programme_ended: {
    'zh-CN': ({ reason }: { reason: string }) =>
      `本政策已停止，不能再提交。${reason && `原因：${reason}`}`,
    en: ({ reason }: { reason: string }) =>
      `This programme has ended; nothing more can be submitted to it. ${reason && `Reason: ${reason}`}`.trim(),
  },
  earlier_unknown: {
    'zh-CN': '没有这份以前的申请，或不属于贵单位。请重新选择。',
    en: 'There is no such earlier application, or it is not your organisation’s. Choose again.',
  },
  nothing_to_copy: {
    'zh-CN': '所选申请中没有可填入的内容：未填写的各项，它也没有答案。',
    en: 'There is nothing to take over: what is empty here has no answer there either.',
  },
  section_unknown: { 'zh-CN': '没有这一部分。', en: 'There is no such section.' },
  field_invalid: { 'zh-CN': '有内容需要更正。', en: 'Some answers need correcting.' },
  files_too_many: {
    'zh-CN': ({ maximum }: { maximum: number }) => `此项最多 ${maximum} 份文件，请先移除或替换。`,
    en: ({ maximum }: { maximum: number }) =>
      `This takes at most ${maximum} ${maximum === 1 ? 'file' : 'files'}. Remove or replace one first.`,
  },
  file_not_accepted: {
    'zh-CN': ({ kinds }: { kinds: string }) => `此项仅限 ${kinds} 文件。`,
    en: ({ kinds }: { kinds: string }) => `This takes ${kinds} files only.`,
  },
  answers_depend: {
    'zh-CN': '尚未保存：这一改动会清除已填写的内容。请确认后再次保存。',
    en: 'Not saved yet: this change clears answers that you have given. Confirm, then save again.',
  },
  save_stale: {
    'zh-CN': '未保存：有人同时修改了同一项。请选择以谁的为准。',
    en: 'Not saved: somebody changed the same answer. Choose whose is to stand.',
  },
  state_changed: {
    'zh-CN': '申请状态已变化，此操作不再适用。请刷新查看。',
    en: 'The application has moved on and this no longer applies. Reload to see where it is.',
  },
  sections_incomplete: {
    'zh-CN': ({ count }: { count: number }) => `还有 ${count} 个部分未填完，填完后可提交。`,
    en: ({ count }: { count: number }) =>
      `${count} ${count === 1 ? 'section is' : 'sections are'} incomplete. Finish, then submit.`,
  },
  declaration_missing: {
    'zh-CN': '请阅读并勾选声明。',
    en: 'Read the declaration and tick it.',
  },
  not_eligible: {
    'zh-CN': ({ reasons }: { reasons: string }) => `按现行规则不能获得支持。${reasons}`,
    en: ({ reasons }: { reasons: string }) =>
      `The rules give no support for these answers. ${reasons}`,
  },
  already_submitted: {
    'zh-CN': ({ who, when, reference }: Submitted) =>
      `${who} 已于 ${when} 提交，编号 ${reference}，无需再次提交。`,
    en: ({ who, when, reference }: Submitted) =>
      `${who} submitted it on ${when}, under ${reference}. There is no need to do it again.`,
  },
  owner_submits: {
    'zh-CN': '您是单位负责人，可直接提交。',
    en: 'You are an owner and can submit it yourself.',
  },
  sign_off_open: {
    'zh-CN': '已送负责人签署，正等待处理。',
    en: 'It has been sent to the owners already and waits for them.',
  },
  sign_off_none: {
    'zh-CN': '没有待您签署的请求，可能已处理。',
    en: 'No request waits for you; it may have been dealt with.',
  },
  sign_off_own: {
    'zh-CN': '这是您自己送出的，须由其他负责人退回。',
    en: 'You sent this yourself; another owner has to return it.',
  },
  correction_overdue: {
    'zh-CN': '补正期限已过，不能再提交。',
    en: 'The time for corrections is over; nothing more can be submitted.',
  },
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof own> {}
}

type OwnRefusal = keyof ReturnType<typeof own>;

/** Returns the reasons for which a command of this feature can be refused. Files have reasons of their own. */
export const applicationRefusals = (locale: Locale) => ({
  ...documentRefusals(locale),
  ...amountRefusals(locale),
  ...own(locale),
});
export type ApplicationRefusal = OwnRefusal | DocumentRefusal;

export const applicationFieldErrors = messages({
  answer_clears: {
    'zh-CN': ({ labels }: { labels: string }) => `这样改会清除：${labels}。`,
    en: ({ labels }: { labels: string }) => `This change clears: ${labels}.`,
  },
  number_not_whole: { 'zh-CN': '请填写整数。', en: 'Enter a whole number.' },
  date_too_early: {
    'zh-CN': ({ earliest }: { earliest: string }) => `不得早于 ${earliest}。`,
    en: ({ earliest }: { earliest: string }) => `It must not be before ${earliest}.`,
  },
  date_too_late: {
    'zh-CN': ({ latest }: { latest: string }) => `不得晚于 ${latest}。`,
    en: ({ latest }: { latest: string }) => `It must not be after ${latest}.`,
  },
  period_reversed: {
    'zh-CN': ({ on }: { on: string }) => `结束日期不得早于开始日期（${on}）。`,
    en: ({ on }: { on: string }) => `The end must not be before the beginning (${on}).`,
  },
  ends_before_start: {
    'zh-CN': ({ on }: { on: string }) => `不得早于服务开始（${on}）。`,
    en: ({ on }: { on: string }) => `It must not be before the service begins (${on}).`,
  },
  starts_after_end: {
    'zh-CN': ({ on }: { on: string }) => `不得晚于服务结束（${on}）。`,
    en: ({ on }: { on: string }) => `It must not be after the service ends (${on}).`,
  },
  choices_too_few: {
    'zh-CN': ({ minimum }: { minimum: number }) => `至少选择 ${minimum} 项。`,
    en: ({ minimum }: { minimum: number }) => `Choose at least ${minimum}.`,
  },
  choices_too_many: {
    'zh-CN': ({ maximum }: { maximum: number }) => `最多选择 ${maximum} 项。`,
    en: ({ maximum }: { maximum: number }) => `Choose at most ${maximum}.`,
  },
  rows_too_many: {
    'zh-CN': ({ maximum }: { maximum: number }) => `最多填写 ${maximum} 行。`,
    en: ({ maximum }: { maximum: number }) => `Fill in at most ${maximum} rows.`,
  },
  answer_conflict: {
    'zh-CN': ({ now, by, at }: { now: string; by: string; at: string }) =>
      `${by || '有人'}于 ${at} 把此项改为“${now || '空'}”。下方是您填写的内容；再次保存即以您的为准。`,
    en: ({ now, by, at }: { now: string; by: string; at: string }) =>
      `${by || 'Somebody'} changed this to “${now || 'nothing'}” at ${at}. Below is what you typed; save again to keep yours.`,
  },
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof applicationFieldErrors> {}
}

/** What the last action did, by the code in the page's address. */
export const doneText = doneMessages({
  started: {
    'zh-CN': '申请已建立，随时保存，可分几次填完。',
    en: 'Started. Come and go as you like; everything is saved.',
  },
  copied: {
    'zh-CN': '已填入以前申请中的内容，请逐项核对。',
    en: 'Filled in from the earlier application. Check every answer.',
  },
  saved: { 'zh-CN': '已保存。', en: 'Saved.' },
  attached: { 'zh-CN': '文件已上传。', en: 'The file was uploaded.' },
  removed: { 'zh-CN': '文件已移除。', en: 'The file was removed.' },
  restored: { 'zh-CN': '文件已恢复。', en: 'The file is back.' },
  submitted: { 'zh-CN': '申请已提交。', en: 'Your application was submitted.' },
  resubmitted: {
    'zh-CN': '补正已提交，审核继续。',
    en: 'Corrections submitted; the review goes on.',
  },
  withdrawn: { 'zh-CN': '申请已撤回。', en: 'The application was withdrawn.' },
  appealed: { 'zh-CN': '申诉已提出。', en: 'Your appeal was filed.' },
  sign_off_requested: {
    'zh-CN': '已送单位负责人，对方会收到邮件。',
    en: 'Sent to the owners; they get an e-mail.',
  },
  sign_off_returned: {
    'zh-CN': '已退回修改，填写人会收到邮件和原因。',
    en: 'Returned; whoever filled it in gets an e-mail with the reason.',
  },
});

type EarlierLabel = { title: string; reference: string; date: string; count: number };

export const applicationMessages = messages({
  applications: { 'zh-CN': '申请', en: 'Applications' },
  newApplication: { 'zh-CN': '新申请', en: 'New application' },
  applicationsLead: {
    'zh-CN': '每份申请的状态和期限。',
    en: 'Where each application stands, and by when.',
  },
  noneTitle: { 'zh-CN': '还没有申请', en: 'No applications yet' },
  noneBody: {
    'zh-CN': '选择一项正在受理的政策，几分钟即可建立申请，随时保存。',
    en: 'Choose a programme that is open. Starting takes minutes, and everything is saved.',
  },
  programme: { 'zh-CN': '政策', en: 'Programme' },
  reference: { 'zh-CN': '编号', en: 'Reference' },
  state: { 'zh-CN': '状态', en: 'Status' },
  amount: { 'zh-CN': '金额', en: 'Amount' },
  deadline: { 'zh-CN': '期限', en: 'Deadline' },
  chooseTitle: { 'zh-CN': '选择政策', en: 'Choose a programme' },
  chooseLead: { 'zh-CN': '选择后确认，即可开始填写。', en: 'Choose, confirm, and start.' },
  noProgrammesTitle: { 'zh-CN': '现在没有正在受理的政策', en: 'No programme is open now' },
  noProgrammesBody: {
    'zh-CN': '可先查看各市政策和下一批次。',
    en: 'See the programmes of each city and when the next round opens.',
  },
  seeProgrammes: { 'zh-CN': '查看政策', en: 'See the programmes' },
  startTitle: { 'zh-CN': '开始申请', en: 'Start an application' },
  start: { 'zh-CN': '开始填写', en: 'Start' },
  startNote: {
    'zh-CN': '规则按今天的版本固定，之后的修改不影响本申请。',
    en: 'Today’s rules are fixed for this application; later changes do not touch it.',
  },
  applicant: { 'zh-CN': '申请单位', en: 'Applicant' },
  city: { 'zh-CN': '城市', en: 'City' },
  closes: { 'zh-CN': '本批次截止', en: 'Round closes' },
  promised: { 'zh-CN': '承诺办结', en: 'Decision within' },
  needed: { 'zh-CN': '需要的材料', en: 'What you need' },
  carried: { 'zh-CN': '已从自测带入', en: 'Carried over from the check' },
  runningTitle: {
    'zh-CN': '贵单位在本批次已有一份申请',
    en: 'Your organisation already has an application in this round',
  },
  runningBody: {
    'zh-CN': '每个批次只能有一份在办申请。',
    en: 'There can be one at a time in each round.',
  },
  openRunning: { 'zh-CN': '打开申请', en: 'Open it' },
  closedTitle: { 'zh-CN': '本政策现在不受理', en: 'This programme is closed now' },
  closedBody: { 'zh-CN': '没有开放的批次。', en: 'No round is open.' },
  toList: { 'zh-CN': '申请列表', en: 'Applications' },
  toTasks: { 'zh-CN': '填写清单', en: 'Task list' },
  toStatus: { 'zh-CN': '办理进度', en: 'Status' },
  notSubmitted: { 'zh-CN': '尚未提交', en: 'Not submitted' },
  sections: { 'zh-CN': '填写内容', en: 'What to fill in' },
  complete: { 'zh-CN': '已填完', en: 'Complete' },
  started: { 'zh-CN': '填写中', en: 'In progress' },
  empty: { 'zh-CN': '未填写', en: 'Not started' },
  reviewAndSubmit: { 'zh-CN': '核对并提交', en: 'Check and submit' },
  cannotYet: {
    'zh-CN': '填完以上各部分后可提交',
    en: 'Available when the sections above are complete',
  },
  ready: { 'zh-CN': '可以提交', en: 'Ready' },
  expected: { 'zh-CN': '预计金额', en: 'Expected amount' },
  expectedWords: { 'zh-CN': '大写', en: 'In words' },
  expectedUnknown: { 'zh-CN': '填写合同信息后显示', en: 'Shown when the contract is filled in' },
  expectedNote: {
    'zh-CN': '按您现在的回答计算，以核准金额为准。',
    en: 'Worked out from your answers so far; the approved amount decides.',
  },
  notEligible: {
    'zh-CN': '按现行规则不能获得支持',
    en: 'The rules give no support for these answers',
  },
  how: { 'zh-CN': '怎么算的', en: 'How it is worked out' },
  save: { 'zh-CN': '保存并返回清单', en: 'Save and go to the list' },
  saveNext: { 'zh-CN': '保存并继续', en: 'Save and continue' },
  saveReview: { 'zh-CN': '保存并回到核对', en: 'Save and go back to the check' },
  saveCorrection: { 'zh-CN': '保存更正', en: 'Save the correction' },
  continue: { 'zh-CN': '继续', en: 'Continue' },
  fromProfile: { 'zh-CN': '来自单位资料', en: 'From your organisation’s profile' },
  fromAccount: { 'zh-CN': '来自您的账号', en: 'From your account' },
  fromCheck: { 'zh-CN': '来自自测', en: 'From the eligibility check' },
  registry: { 'zh-CN': '申请单位', en: 'Applicant' },
  registryNote: {
    'zh-CN': '来自单位登记信息，不在此修改。',
    en: 'From your organisation’s registration; not changed here.',
  },
  creditCode: { 'zh-CN': '统一社会信用代码', en: 'Unified social credit code' },
  registeredOn: { 'zh-CN': '注册日期', en: 'Registered' },
  earlierTitle: { 'zh-CN': '从以前的申请开始', en: 'Start from an earlier application' },
  earlierHint: {
    'zh-CN': '只带入仍然适用的内容；合同的编号、金额、日期和附件须重新填写。',
    en: 'Only what still fits is taken over. The contract’s number, amounts and dates, and the files, are new.',
  },
  earlierNone: { 'zh-CN': '不带入', en: 'None: start empty' },
  fillTitle: {
    'zh-CN': '用以前的申请填入空项',
    en: 'Fill empty answers from an earlier application',
  },
  fillFrom: { 'zh-CN': '以前的申请', en: 'Earlier application' },
  fill: { 'zh-CN': '填入空项', en: 'Fill empty answers' },
  again: { 'zh-CN': '再次申请', en: 'Apply again' },
  signInAgain: { 'zh-CN': '在新窗口登录', en: 'Sign in in a new window' },
  resendTitle: { 'zh-CN': '登录已失效，尚未保存', en: 'Not saved: you were signed out' },
  resendLead: {
    'zh-CN': '您填写的内容都在本页，没有丢失。',
    en: 'Nothing is lost: all that you typed is on this page.',
  },
  resendFirst: { 'zh-CN': '先在新窗口登录。', en: 'First sign in in a new window.' },
  resendThen: {
    'zh-CN': '然后回到本页，按下面的按钮，核对后再次保存。',
    en: 'Then come back to this page and press the button below; check, and save again.',
  },
  resend: { 'zh-CN': '我已登录，继续', en: 'I am signed in: go on' },
  resendTyped: { 'zh-CN': '您填写的内容', en: 'What you typed' },
  lateTitle: { 'zh-CN': '请核对后再次保存', en: 'Check, and save again' },
  cannotSubmitNow: { 'zh-CN': '现在不能提交', en: 'Nothing can be submitted now' },
  unchanged: { 'zh-CN': '其他内容（不可修改）', en: 'The rest (cannot be changed)' },
  noAnswer: { 'zh-CN': '未填写', en: 'Not answered' },
  noFile: { 'zh-CN': '未上传', en: 'Not uploaded' },
  uploaded: { 'zh-CN': '已上传', en: 'Uploaded' },
  upload: { 'zh-CN': '上传', en: 'Upload' },
  chooseFile: { 'zh-CN': '选择文件', en: 'Choose a file' },
  replaceOrAdd: { 'zh-CN': '更换或添加文件', en: 'Replace or add a file' },
  replace: { 'zh-CN': '替换现有文件', en: 'Replace the file that is here' },
  remove: { 'zh-CN': '移除', en: 'Remove' },
  removedFile: {
    'zh-CN': ({ name }: { name: string }) => `已移除 ${name}。`,
    en: ({ name }: { name: string }) => `${name} was removed.`,
  },
  restore: { 'zh-CN': '撤销', en: 'Undo' },
  dismiss: { 'zh-CN': '知道了', en: 'Dismiss' },
  reviewTitle: { 'zh-CN': '核对并提交', en: 'Check and submit' },
  reviewLead: {
    'zh-CN': '提交前请逐项核对。提交后，除补正外不能修改。',
    en: 'Check every answer. After submission nothing can be changed unless the city asks.',
  },
  reviewCorrection: { 'zh-CN': '核对并提交补正', en: 'Check and submit the corrections' },
  change: { 'zh-CN': '更改', en: 'Change' },
  readOnly: {
    'zh-CN': '您只能查看，不能填写或提交。',
    en: 'You may look, and neither fill in nor submit anything.',
  },
  declaration: { 'zh-CN': '声明', en: 'Declaration' },
  submit: { 'zh-CN': '提交申请', en: 'Submit the application' },
  submitCorrection: { 'zh-CN': '提交补正', en: 'Submit the corrections' },
  incompleteTitle: { 'zh-CN': '还不能提交', en: 'Not ready to submit' },
  incompleteBody: { 'zh-CN': '填完以下内容后可提交。', en: 'Finish these, then submit.' },
  memberTitle: { 'zh-CN': '由单位负责人提交', en: 'An owner submits' },
  line_passed: {
    'zh-CN': ({ place }: { place: number }) =>
      `按复审通过先后，贵单位现排第 ${place} 位；之后通过的不会排到前面。`,
    en: ({ place }: { place: number }) =>
      `In the order of passing you are number ${place} in line. Nobody who passes later comes before you.`,
  },
  line_submitted: {
    'zh-CN': ({ place }: { place: number }) =>
      `按提交先后，贵单位现排第 ${place} 位；提交更早、之后才通过的会排到前面。`,
    en: ({ place }: { place: number }) =>
      `In the order of submission you are number ${place} in line. Who submitted earlier and passes later comes before you.`,
  },
  line_upper_tier_first: {
    'zh-CN': ({ place }: { place: number }) =>
      `已获上级支持的在先，其次按提交先后，贵单位现排第 ${place} 位；之后通过的可能排到前面。`,
    en: ({ place }: { place: number }) =>
      `Those with a higher level’s support come first, then the order of submission: you are number ${place} in line. Cases that pass later may come before you.`,
  },
  line_small_first: {
    'zh-CN': ({ place }: { place: number }) =>
      `金额小的在先，其次按提交先后，贵单位现排第 ${place} 位；之后通过的可能排到前面。`,
    en: ({ place }: { place: number }) =>
      `The smallest award comes first, then the order of submission: you are number ${place} in line. Cases that pass later may come before you.`,
  },
  statusTitle: { 'zh-CN': '办理进度', en: 'Status' },
  receipt: { 'zh-CN': '回执', en: 'Receipt' },
  submittedAt: { 'zh-CN': '提交时间', en: 'Submitted' },
  submittedBy: { 'zh-CN': '提交人', en: 'Submitted by' },
  requested: { 'zh-CN': '申请金额', en: 'Amount applied for' },
  approved: { 'zh-CN': '核准金额', en: 'Amount approved' },
  claim: { 'zh-CN': '参与分配的申请额', en: 'Claim in the share-out' },
  due: { 'zh-CN': '办结期限', en: 'Decision by' },
  pausedClock: {
    'zh-CN': '计时已暂停，提交补正后继续。',
    en: 'The clock has stopped; it goes on when you submit the corrections.',
  },
  contact: { 'zh-CN': '咨询', en: 'Questions' },
  correctionTitle: { 'zh-CN': '请补正', en: 'Correct these' },
  correctionBy: { 'zh-CN': '补正期限', en: 'Correct by' },
  correctionLate: {
    'zh-CN': '补正期限已过，不能再修改。',
    en: 'The time for corrections is over.',
  },
  corrected: { 'zh-CN': '已更正', en: 'Corrected' },
  uncorrectedTitle: { 'zh-CN': '以下内容还没有改动', en: 'These are still as they were' },
  colon: { 'zh-CN': '：', en: ': ' },
  toBeCorrected: { 'zh-CN': '待更正', en: 'To correct' },
  decision: { 'zh-CN': '审核结论', en: 'Decision' },
  reason: { 'zh-CN': '理由', en: 'Reason' },
  next: { 'zh-CN': '下一步', en: 'Next step' },
  byWhen: { 'zh-CN': '期限', en: 'By when' },
  appealUntil: { 'zh-CN': '可申诉至', en: 'Appeal until' },
  actUntil: { 'zh-CN': '请在此前办理', en: 'Act by' },
  withdrawReasonGiven: { 'zh-CN': '撤回原因', en: 'Why it was withdrawn' },
  timeline: { 'zh-CN': '办理过程', en: 'History' },
  byCity: { 'zh-CN': '市级主管部门', en: 'The city' },
  byPortal: { 'zh-CN': '系统', en: 'The portal' },
  byPublic: { 'zh-CN': '公众', en: 'The public' },
  seeNotice: { 'zh-CN': '查看公示', en: 'See the notice' },
  seeVoucher: { 'zh-CN': '查看算力券', en: 'See the voucher' },
  submittedAnswers: { 'zh-CN': '已提交的内容', en: 'What was submitted' },
  withdrawTitle: { 'zh-CN': '撤回申请', en: 'Withdraw' },
  withdrawBody: {
    'zh-CN': '撤回后不再办理；本批次截止前可重新申请。',
    en: 'It will not be processed any more. Until the round closes you may start a new one.',
  },
  withdrawReason: { 'zh-CN': '撤回原因', en: 'Why you withdraw it' },
  withdraw: { 'zh-CN': '撤回', en: 'Withdraw' },
  discardTitle: { 'zh-CN': '放弃这份申请', en: 'Discard this application' },
  dashboard: { 'zh-CN': '概览', en: 'Overview' },
  todos: { 'zh-CN': '待办', en: 'To do' },
  todo: { 'zh-CN': '事项', en: 'What' },
  noTodosTitle: { 'zh-CN': '没有待办', en: 'Nothing to do' },
  noTodosBody: {
    'zh-CN': '有需要您处理的事项时，会按期限列在这里。',
    en: 'What needs you will be listed here by deadline.',
  },
  runningCases: { 'zh-CN': '在办申请', en: 'Running applications' },
  noRunningTitle: { 'zh-CN': '没有在办申请', en: 'No running applications' },
  noRunningBody: { 'zh-CN': '看看哪些政策正在受理。', en: 'See which programmes are open.' },
  finishDraft: { 'zh-CN': '填完并提交', en: 'Finish and submit' },
  makeCorrections: { 'zh-CN': '补正', en: 'Make the corrections' },
  vouchers: { 'zh-CN': '算力券', en: 'Vouchers' },
  allVouchers: { 'zh-CN': '全部算力券', en: 'All vouchers' },
  waitsSince: {
    'zh-CN': ({ date }: { date: string }) => `${date} 起等候`,
    en: ({ date }: { date: string }) => `waiting since ${date}`,
  },
  useVoucher: {
    'zh-CN': ({ amount }: { amount: string }) => `使用算力券：为订单锁定额度（可用 ${amount}）`,
    en: ({ amount }: { amount: string }) =>
      `Use your voucher: set money aside for an order (${amount} free)`,
  },
  claimVoucher: {
    'zh-CN': ({ amount }: { amount: string }) => `付清费用后申请兑付（尚可申请 ${amount}）`,
    en: ({ amount }: { amount: string }) =>
      `Pay the vendor, then claim your award (${amount} left to claim)`,
  },
  correctClaim: {
    'zh-CN': ({ reference }: { reference: string }) => `补正兑付申请 ${reference}`,
    en: ({ reference }: { reference: string }) => `Correct claim ${reference}`,
  },
  answerRedemption: {
    'zh-CN': ({ reference, amount }: { reference: string; amount: string }) =>
      `确认核销 ${reference}（${amount}）或提出争议`,
    en: ({ reference, amount }: { reference: string; amount: string }) =>
      `Confirm or dispute redemption ${reference} (${amount})`,
  },
  about: { 'zh-CN': '关于', en: 'About' },
  allApplications: { 'zh-CN': '全部申请', en: 'All applications' },
  promisedDays: {
    'zh-CN': ({ days }: { days: number }) => `${days} 个工作日内`,
    en: ({ days }: { days: number }) => `${days} working days`,
  },
  progress: {
    'zh-CN': ({ done, of }: { done: number; of: number }) => `已填完 ${done}/${of} 部分`,
    en: ({ done, of }: { done: number; of: number }) => `${done} of ${of} sections complete`,
  },
  progressBar: {
    'zh-CN': ({ done, of }: { done: number; of: number }) => `${done}/${of} 部分已填完`,
    en: ({ done, of }: { done: number; of: number }) => `${done} of ${of} complete`,
  },
  colleagueHere: {
    'zh-CN': ({ name }: { name: string }) => `${name} 也在填写这一部分`,
    en: ({ name }: { name: string }) => `${name} is working on this section too`,
  },
  fromEarlier: {
    'zh-CN': ({ reference }: { reference: string }) =>
      `来自以前的申请${reference && ` ${reference}`}`,
    en: ({ reference }: { reference: string }) =>
      `From an earlier application${reference && `, ${reference}`}`,
  },
  useProfile: {
    'zh-CN': ({ value }: { value: string }) => `用单位资料中的“${value}”`,
    en: ({ value }: { value: string }) => `Use “${value}” from the profile`,
  },
  profileChanged: {
    'zh-CN': ({ value }: { value: string }) => `单位资料已改为“${value}”`,
    en: ({ value }: { value: string }) => `Your profile now says “${value}”`,
  },
  earlierCase: {
    'zh-CN': ({ title, reference, date, count }: EarlierLabel) =>
      `${title}（${reference || '未提交'}，${date}）：可带入 ${count} 项`,
    en: ({ title, reference, date, count }: EarlierLabel) =>
      `${title} (${reference || 'not submitted'}, ${date}): ${count} answers fit`,
  },
  savedAt: {
    'zh-CN': ({ time }: { time: string }) => `已保存 ${time}`,
    en: ({ time }: { time: string }) => `Saved ${time}`,
  },
  savedBut: {
    'zh-CN': ({ time, labels }: { time: string; labels: string }) =>
      `已保存 ${time}；“${labels}”有误，尚未保存`,
    en: ({ time, labels }: { time: string; labels: string }) =>
      `Saved ${time}, but not “${labels}”: it needs correcting`,
  },
  savedWaits: {
    'zh-CN': ({ labels }: { labels: string }) =>
      `有一处改动会清除“${labels}”，尚未保存；按“保存”后确认`,
    en: ({ labels }: { labels: string }) =>
      `One change would clear “${labels}” and waits: press Save to confirm it`,
  },
  savedWrong: {
    'zh-CN': ({ labels }: { labels: string }) => `“${labels}”须改正`,
    en: ({ labels }: { labels: string }) => `“${labels}” needs correcting`,
  },
  sentenceGap: { 'zh-CN': '；', en: '. ' },
  clearsTitle: {
    'zh-CN': '以下内容将被清除',
    en: 'These answers will be cleared',
  },
  clearsBody: {
    'zh-CN': '它们只在原来的回答下才需要填写。不想清除，请改回原来的回答。',
    en: 'They are asked only with your earlier answer. To keep them, change that answer back.',
  },
  clearsConfirm: { 'zh-CN': '清除这些内容', en: 'Clear these answers' },
  left: {
    'zh-CN': ({ count }: { count: number }) => `还差 ${count} 项`,
    en: ({ count }: { count: number }) => `${count} left`,
  },
  sectionOf: {
    'zh-CN': ({ at, of }: { at: number; of: number }) => `第 ${at} 部分，共 ${of} 部分`,
    en: ({ at, of }: { at: number; of: number }) => `Section ${at} of ${of}`,
  },
  mustSubmit: {
    'zh-CN': ({ names }: { names: string }) => `请 ${names} 登录后提交。`,
    en: ({ names }: { names: string }) => `Ask ${names} to sign in and submit.`,
  },
});
