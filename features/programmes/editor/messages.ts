import { doneMessages, messages, type ValuesOf } from '@/lib/messages';

/** Texts for preparing a programme: its page, the editor, the checks before publication. */
export const editorMessages = messages({
  // The city's programme
  versionN: {
    'zh-CN': ({ number }: { number: number }) => `第 ${number} 版`,
    en: ({ number }: { number: number }) => `Version ${number}`,
  },
  newProgramme: { 'zh-CN': '新增政策', en: 'New programme' },
  newProgrammeLead: {
    'zh-CN': '先起名，再逐节填写。发布前只有本市可见。',
    en: 'Give it a name, then fill it in section by section. Only the city sees it until it is published.',
  },
  slug: { 'zh-CN': '网址代号', en: 'Name in the address' },
  slugHint: {
    'zh-CN': '小写字母、数字和连字符，例如 nanning-model-2027。创建后不能更改。',
    en: 'Lower-case letters, digits and hyphens, such as nanning-model-2027. It cannot be changed later.',
  },
  titleZh: { 'zh-CN': '中文名称', en: 'Title in Chinese' },
  titleEn: { 'zh-CN': '英文名称', en: 'Title in English' },
  from: { 'zh-CN': '以哪项政策为底稿', en: 'Begin with what another programme says' },
  fromNone: { 'zh-CN': '空白', en: 'With nothing' },
  create: { 'zh-CN': '创建草稿', en: 'Create the draft' },
  newVersion: { 'zh-CN': '以现行版为底稿编制新版', en: 'New version from the one in force' },
  openDraft: { 'zh-CN': '继续编辑', en: 'Go on editing' },
  draftTitle: {
    'zh-CN': ({ number }: { number: number }) => `编制中：第 ${number} 版`,
    en: ({ number }: { number: number }) => `In preparation: version ${number}`,
  },
  state_draft: { 'zh-CN': '草稿', en: 'Draft' },
  state_proposed: { 'zh-CN': '待发布', en: 'Proposed' },
  state_published: { 'zh-CN': '已发布', en: 'Published' },
  state_discarded: { 'zh-CN': '已放弃', en: 'Discarded' },
  state: { 'zh-CN': '状态', en: 'State' },
  changedAt: { 'zh-CN': '最近修改', en: 'Last changed' },
  returned: { 'zh-CN': '已退回修改', en: 'Returned to be changed' },
  noDraft: { 'zh-CN': '没有编制中的版本', en: 'No version is being prepared' },
  noDraftBody: {
    'zh-CN': '已发布的版本不能更改。需要改动时，编制新版。',
    en: 'A published version never changes. To change something, prepare a new one.',
  },
  fixed: {
    'zh-CN': '这一版已提请发布，不能编辑。由发布人退回后可再改。',
    en: 'This version is proposed and cannot be edited, unless whoever publishes returns it.',
  },
  ready: { 'zh-CN': '可以发布了吗？', en: 'Ready to publish?' },
  readyYes: { 'zh-CN': '各项检查均已通过。', en: 'Every check has passed.' },
  readyNo: {
    'zh-CN': ({ n }: { n: number }) => `还有 ${n} 处需处理。`,
    en: ({ n }: { n: number }) =>
      n === 1 ? 'One thing is left to do.' : `${n} things are left to do.`,
  },
  problemAt: {
    'zh-CN': ({ field, text }: { field: string; text: string }) => `${field}：${text}`,
    en: ({ field, text }: { field: string; text: string }) => `${field}: ${text}`,
  },
  checks: { 'zh-CN': '发布前检查', en: 'Checks before publication' },
  passed: { 'zh-CN': '通过', en: 'Passed' },
  openN: {
    'zh-CN': ({ n }: { n: number }) => `${n} 处`,
    en: ({ n }: { n: number }) => `${n} to do`,
  },
  check_complete: { 'zh-CN': '规则和文字齐全', en: 'Rules and texts are complete' },
  check_languages: { 'zh-CN': '中英文都已填写', en: 'Both languages are filled in' },
  check_contradictions: { 'zh-CN': '没有自相矛盾', en: 'Nothing contradicts' },
  check_evidence: { 'zh-CN': '申请材料已列明', en: 'The documents are named' },
  check_form: { 'zh-CN': '申请表的问题没有错误', en: 'The questions of the form hold together' },
  check_source: { 'zh-CN': '来源已列明', en: 'The source is named' },
  check_rounds: { 'zh-CN': '至少有一个批次', en: 'There is a round' },
  check_budget: { 'zh-CN': '预算已填写', en: 'There is a budget' },
  check_examples: {
    'zh-CN': '至少四个算例，全部相符',
    en: 'At least four worked examples, all of them right',
  },
  missingField: {
    'zh-CN': ({ field }: { field: string }) => `未填写：${field}`,
    en: ({ field }: { field: string }) => `Not filled in: ${field}`,
  },
  exampleFails: {
    'zh-CN': ({ title }: { title: string }) => `算例“${title}”与结果不符`,
    en: ({ title }: { title: string }) => `The example “${title}” comes to something else`,
  },
  exampleUnworked: {
    'zh-CN': ({ title }: { title: string }) => `算例“${title}”尚不能计算`,
    en: ({ title }: { title: string }) => `The example “${title}” cannot be worked yet`,
  },
  fewExamples: {
    'zh-CN': ({ count }: { count: number }) => `现有 ${count} 个算例，至少需要 4 个`,
    en: ({ count }: { count: number }) => `There are ${count} examples; it takes at least 4`,
  },
  propose: { 'zh-CN': '提请发布', en: 'Propose for publication' },
  proposeLead: {
    'zh-CN': '提请后不能再编辑，由另一人核对后发布或退回。',
    en: 'It can no longer be edited then; somebody else looks at it and publishes or returns it.',
  },
  publish: { 'zh-CN': '发布', en: 'Publish' },
  publishLead: {
    'zh-CN': '发布后立即施行，不能更改。已开始的申请仍按其原版本办理。',
    en: 'It is in force at once and never changes. Applications that were begun keep their version.',
  },
  notYours: {
    'zh-CN': '这一版由您编制或提请，须由另一人发布。',
    en: 'You prepared or proposed this version; somebody else has to publish it.',
  },
  return: { 'zh-CN': '退回修改', en: 'Return it' },
  returnReason: { 'zh-CN': '需要改什么', en: 'What has to change' },
  discard: { 'zh-CN': '放弃这一版', en: 'Discard this version' },
  discardLead: {
    'zh-CN': '放弃后不能恢复，但留在记录中。',
    en: 'It cannot be taken up again, but stays on record.',
  },
  suspend: { 'zh-CN': '暂停受理', en: 'Suspend' },
  suspendLead: {
    'zh-CN': '暂停后不能新建和提交申请；此前提交的申请继续办理，已发的券不受影响。',
    en: 'Nobody can begin or submit an application then. Those submitted before go on, and so do vouchers issued.',
  },
  resume: { 'zh-CN': '恢复受理', en: 'Take it up again' },
  close: { 'zh-CN': '结束政策', en: 'Close for good' },
  closeLead: {
    'zh-CN': '结束后不能恢复。已发的券继续有效。',
    en: 'It cannot be opened again. Vouchers issued stay valid.',
  },
  reason: { 'zh-CN': '理由', en: 'Reason' },
  reasonShown: { 'zh-CN': '理由对外公开。', en: 'Everybody can read the reason.' },
  more: { 'zh-CN': '其他操作', en: 'More' },
  versionsAll: { 'zh-CN': '历次版本', en: 'Versions' },

  // The editor
  sections: { 'zh-CN': '章节', en: 'Sections' },
  section_about: { 'zh-CN': '概要', en: 'About' },
  section_who: { 'zh-CN': '支持对象', en: 'Who is supported' },
  section_conditions: { 'zh-CN': '受理条件', en: 'Conditions' },
  section_amounts: { 'zh-CN': '比例与限额', en: 'Rates and limits' },
  section_documents: { 'zh-CN': '申请材料', en: 'Documents' },
  section_process: { 'zh-CN': '办理流程', en: 'How it goes' },
  section_time: { 'zh-CN': '办理时限', en: 'How long it takes' },
  section_basis: { 'zh-CN': '设定依据', en: 'Legal basis' },
  section_questions: { 'zh-CN': '常见问题', en: 'Questions' },
  section_contact: { 'zh-CN': '咨询与监督', en: 'Contact' },
  section_rounds: { 'zh-CN': '批次与资金', en: 'Rounds and money' },
  section_examples: { 'zh-CN': '算例', en: 'Worked examples' },
  open: {
    'zh-CN': ({ n }: { n: number }) => `${n} 处待处理`,
    en: ({ n }: { n: number }) => `${n} to do`,
  },
  save: { 'zh-CN': '保存', en: 'Save' },
  saveNext: { 'zh-CN': '保存，下一节', en: 'Save, next section' },
  saveReady: { 'zh-CN': '保存并检查', en: 'Save and check' },
  unsentDraft: { 'zh-CN': '草稿，未发布', en: 'Draft, not published' },
  saving: { 'zh-CN': '正在保存', en: 'Saving' },
  offline: {
    'zh-CN': '网络已断开，内容保留在本页，恢复后自动保存',
    en: 'You are offline; what you typed is kept here and saved once you are back',
  },
  failed: { 'zh-CN': '未能保存，正在重试', en: 'Not saved; trying again' },
  savedAt: {
    'zh-CN': ({ time }: { time: string }) => `已保存 ${time}`,
    en: ({ time }: { time: string }) => `Saved ${time}`,
  },
  savedBut: {
    'zh-CN': ({ time, labels }: { time: string; labels: string }) =>
      `已保存 ${time}，以下有误未存：${labels}`,
    en: ({ time, labels }: { time: string; labels: string }) =>
      `Saved ${time}, but for what is wrong: ${labels}`,
  },
  chinese: { 'zh-CN': '中文', en: 'Chinese' },
  english: { 'zh-CN': '英文', en: 'English' },
  inLanguage: {
    'zh-CN': ({ name, language }: { name: string; language: string }) => `${name}（${language}）`,
    en: ({ name, language }: { name: string; language: string }) => `${name} (${language})`,
  },
  row: {
    'zh-CN': ({ label, number }: { label: string; number: number }) => `${label} ${number}`,
    en: ({ label, number }: { label: string; number: number }) => `${label} ${number}`,
  },
  add: { 'zh-CN': '增加一行', en: 'Add a row' },
  removeRow: { 'zh-CN': '删除', en: 'Remove' },
  moveUp: { 'zh-CN': '上移', en: 'Up' },
  moveDown: { 'zh-CN': '下移', en: 'Down' },
  noRows: { 'zh-CN': '还没有', en: 'None yet' },
  situation: { 'zh-CN': '适用情形', en: 'When it holds' },
  situationAlways: { 'zh-CN': '任何情形', en: 'always' },
  filled: {
    'zh-CN': ({ n }: { n: number }) => (n === 0 ? '未填' : `已填 ${n} 项`),
    en: ({ n }: { n: number }) => (n === 0 ? 'nothing filled in' : `${n} filled in`),
  },
  otherFacts: { 'zh-CN': '规则未涉及的其他情形', en: 'What the rules do not look at' },
  unsaid: { 'zh-CN': '未说明', en: 'not said' },
  noneDeclared: {
    'zh-CN': '尚未在“支持对象”中设定。',
    en: 'None is set up under “Who is supported”.',
  },
  yes: { 'zh-CN': '是', en: 'Yes' },
  no: { 'zh-CN': '否', en: 'No' },
  nothing: { 'zh-CN': '空', en: 'nothing' },
  separator: { 'zh-CN': '、', en: ', ' },
  colon: { 'zh-CN': '：', en: ': ' },

  // Beside the form
  preview: { 'zh-CN': '预览', en: 'Preview' },
  previewGuide: { 'zh-CN': '办事指南中的样子', en: 'As the guide will say it' },
  previewMissing: {
    'zh-CN': '规则还不完整，补齐后显示。',
    en: 'The rules are not complete; it shows once they are.',
  },
  problems: { 'zh-CN': '本节待处理', en: 'Left to do here' },
  previewExamples: { 'zh-CN': '算例', en: 'Worked examples' },
  explanation: { 'zh-CN': '怎么算的', en: 'How it is worked out' },
  exampleHolds: { 'zh-CN': '相符', en: 'Right' },
  exampleWrong: { 'zh-CN': '不符', en: 'Wrong' },
  exampleWaits: { 'zh-CN': '未算', en: 'Not worked' },
  expectedText: {
    'zh-CN': ({ expected }: { expected: string }) => `应得 ${expected}`,
    en: ({ expected }: { expected: string }) => `expected ${expected}`,
  },
  resultText: {
    'zh-CN': ({ result }: { result: string }) => `算得 ${result}`,
    en: ({ result }: { result: string }) => `comes to ${result}`,
  },
  noExamples: { 'zh-CN': '还没有算例', en: 'No examples yet' },

  // Differences
  difference: { 'zh-CN': '与现行版的差异', en: 'How it differs from the one in force' },
  differenceFirst: {
    'zh-CN': '这是第一版，没有可比的版本。',
    en: 'This is the first version: there is none to compare with.',
  },
  same: { 'zh-CN': '没有差异', en: 'No difference' },
  parameter: { 'zh-CN': '内容', en: 'What' },
  change: { 'zh-CN': '变化', en: 'Change' },
  before: { 'zh-CN': '原来', en: 'Before' },
  after: { 'zh-CN': '现在', en: 'After' },
  added: { 'zh-CN': '新增', en: 'Added' },
  removed: { 'zh-CN': '删除', en: 'Removed' },
  changed: { 'zh-CN': '更改', en: 'Changed' },
  section: { 'zh-CN': '章节', en: 'Section' },

  // Public versions
  versionsTitle: { 'zh-CN': '规则的历次版本', en: 'Versions of the rules' },
  versionsLead: {
    'zh-CN': '每一版发布后不再更改；申请按开始时的现行版办理。',
    en: 'No version changes once it is published; an application keeps the one in force when it was begun.',
  },
  number: { 'zh-CN': '版本', en: 'Version' },
  publishedOn: { 'zh-CN': '发布时间', en: 'Published' },
  current: { 'zh-CN': '现行', en: 'In force' },
  compare: { 'zh-CN': '比较', en: 'Compare' },
  compareFrom: { 'zh-CN': '从', en: 'From' },
  compareTo: { 'zh-CN': '到', en: 'To' },
  compareTitle: {
    'zh-CN': ({ from, to }: { from: number; to: number }) => `第 ${from} 版到第 ${to} 版的变化`,
    en: ({ from, to }: { from: number; to: number }) => `From version ${from} to version ${to}`,
  },
  suspendedNote: { 'zh-CN': '该政策已暂停受理', en: 'This programme is suspended' },
  closedNote: { 'zh-CN': '该政策已结束', en: 'This programme is closed' },

  // Trial with past applications
  whatIf: { 'zh-CN': '用过去的申请试算', en: 'Try it on past applications' },
  whatIfLead: {
    'zh-CN':
      '按提交顺序，用本政策过去提交的申请分别试算现行版和这一版。预算按充足计，服务商名录按今日；只读，不影响任何申请。',
    en: 'The applications handed in so far, in their order, worked out under the version in force and under this one. The budget counts as large enough and vendors as accredited today; nothing is changed.',
  },
  whatIfNone: { 'zh-CN': '还没有提交过的申请', en: 'No application has been handed in yet' },
  whatIfIncomplete: {
    'zh-CN': '规则还不完整，补齐后可试算。',
    en: 'The rules are not complete; once they are it can be tried.',
  },
  whatIfFirst: {
    'zh-CN': '这是第一版，没有过去的申请。',
    en: 'This is the first version: there are no past applications.',
  },
  whatIfLimit: {
    'zh-CN': ({ n }: { n: number }) => `仅试算最早的 ${n} 件。`,
    en: ({ n }: { n: number }) => `Only the first ${n} are worked out.`,
  },
  cases: { 'zh-CN': '逐件结果', en: 'Case by case' },
  awardsOf: {
    'zh-CN': ({ n }: { n: number }) => `获支持（共 ${n} 件）`,
    en: ({ n }: { n: number }) => `Awards, out of ${n}`,
  },
  sum: { 'zh-CN': '合计', en: 'Sum' },
  difference_: { 'zh-CN': '增减', en: 'Difference' },
  effect: { 'zh-CN': '结果', en: 'Effect' },
  effect_gained: { 'zh-CN': '新获支持', en: 'Newly given' },
  effect_more: { 'zh-CN': '增加', en: 'More' },
  effect_less: { 'zh-CN': '减少', en: 'Less' },
  effect_refused: { 'zh-CN': '不再支持', en: 'Newly refused' },
  effect_same: { 'zh-CN': '不变', en: 'The same' },
  effectAll: { 'zh-CN': '全部', en: 'All' },
  reference: { 'zh-CN': '申请编号', en: 'Reference' },
  applicant: { 'zh-CN': '申请单位', en: 'Applicant' },
  on: { 'zh-CN': '提交日期', en: 'Handed in' },
  reasons: { 'zh-CN': '原因', en: 'Why' },
  reasonsNew: { 'zh-CN': '不再支持的原因', en: 'Why some are newly refused' },
  countN: {
    'zh-CN': ({ n }: { n: number }) => `${n} 件`,
    en: ({ n }: { n: number }) => (n === 1 ? '1 application' : `${n} applications`),
  },
  unheld: { 'zh-CN': '旧申请没有的信息', en: 'What old answers do not hold' },
  unheldLead: {
    'zh-CN': '这一版需要而旧申请没有问过的信息，按未知计，可能使结果偏低：',
    en: 'This version asks for it and the old forms did not; it counts as not known, which may make the result too low:',
  },
  csv: { 'zh-CN': '下载 CSV', en: 'Download CSV' },
});

/** Texts for refusals. */
export const programmeRefusals = messages({
  programme_unknown: { 'zh-CN': '没有这项政策。', en: 'There is no such programme.' },
  version_unknown: { 'zh-CN': '没有这个版本。', en: 'There is no such version.' },
  version_not_draft: {
    'zh-CN': '这一版已不是草稿，不能编辑。',
    en: 'This version is no longer a draft and cannot be edited.',
  },
  section_unknown: { 'zh-CN': '没有这一节。', en: 'There is no such section.' },
  save_stale: {
    'zh-CN': '有内容被他人同时改动。您填写的都还在；请核对标出的各处后再次保存。',
    en: 'Somebody else changed something meanwhile. All that you typed is still here; look at what is marked, then save again.',
  },
  field_invalid: {
    'zh-CN': '有内容需要更正，未保存。',
    en: 'Something needs correcting; nothing was saved.',
  },
  slug_taken: { 'zh-CN': '该代号已被使用。', en: 'This name is taken.' },
  draft_exists: {
    'zh-CN': '已有编制中的版本。',
    en: 'A version is being prepared already.',
  },
  programme_closed: { 'zh-CN': '该政策已结束。', en: 'This programme is closed.' },
  state_changed: {
    'zh-CN': '状态已变化。请刷新页面后查看。',
    en: 'The state has changed meanwhile. Look at the page again.',
  },
  not_ready: {
    'zh-CN': '检查未全部通过。请先处理列出的各处。',
    en: 'Not every check has passed. Deal with what is listed first.',
  },
  same_person: {
    'zh-CN': '编制人和提请人不能发布，须由另一人发布。',
    en: 'Whoever prepared or proposed a version cannot publish it.',
  },
  parts_over_budget: {
    'zh-CN': ({ amount }: { amount: string }) =>
      `各分项预算合计超过总预算：还可分出 ${amount}。请先调整总预算或分项预算。`,
    en: ({ amount }: { amount: string }) =>
      `The parts of the budget come to more than the budget: ${amount} is left to allot. Change the budget or the parts first.`,
  },
  rounds_in_the_way: {
    'zh-CN': '计划的批次与已有的批次时间重叠。',
    en: 'A planned round overlaps one that is there already.',
  },
  version_immutable: {
    'zh-CN': '已发布的版本不能更改。',
    en: 'A published version never changes.',
  },
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof programmeRefusals> {}
}

/** Texts for faults of the form that begins a programme. */
export const newProgrammeErrors = messages({
  slug_invalid: {
    'zh-CN': '用小写字母、数字和连字符，至少 3 个字符。',
    en: 'Use lower-case letters, digits and hyphens, at least 3 characters.',
  },
});

/** Returns the text of what was just done, for the page that follows it. */
export const editorDone = doneMessages({
  saved: { 'zh-CN': '已保存。', en: 'Saved.' },
  created: { 'zh-CN': '草稿已创建。', en: 'The draft is there.' },
  proposed: { 'zh-CN': '已提请发布。', en: 'Proposed for publication.' },
  published: { 'zh-CN': '已发布，立即施行。', en: 'Published, and in force.' },
  returned: { 'zh-CN': '已退回修改。', en: 'Returned to be changed.' },
  discarded: { 'zh-CN': '已放弃这一版。', en: 'The version is discarded.' },
  suspended: { 'zh-CN': '已暂停受理。', en: 'The programme is suspended.' },
  resumed: { 'zh-CN': '已恢复受理。', en: 'The programme is taken up again.' },
  closed: { 'zh-CN': '政策已结束。', en: 'The programme is closed.' },
});
