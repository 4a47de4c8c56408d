import { doneMessages, messages, type ValuesOf } from '@/lib/messages';

/** Texts of the editor of the application form. */
export const formEditorMessages = messages({
  lead: {
    'zh-CN':
      '带锁的问题来自规则，不能删除；可加说明。其余由本政策自设，随版本发布，已开始的申请不受影响。',
    en: 'Questions with a lock follow from the rules and stay; you may add help. The others are this programme’s own. They are published with the version; applications that were begun keep theirs.',
  },
  preview: { 'zh-CN': '预览', en: 'Preview' },
  previewLead: {
    'zh-CN': '与申请人看到的一样，条件随回答变化；这里填写的内容不保存。',
    en: 'As applicants see it: conditions follow the answers. Nothing typed here is kept.',
  },
  previewLive: {
    'zh-CN': '题目一改，预览即变；保存后才进入申请表。',
    en: 'It follows the question as you type; only saving changes the form.',
  },
  openPreview: { 'zh-CN': '单独打开预览', en: 'Open the preview by itself' },
  backToForm: { 'zh-CN': '申请表', en: 'Application form' },
  locked: { 'zh-CN': '来自规则', en: 'From the rules' },
  required: { 'zh-CN': '必填', en: 'Required' },
  optional: { 'zh-CN': '选填', en: 'Optional' },
  edit: { 'zh-CN': '编辑', en: 'Edit' },
  addHelp: { 'zh-CN': '加说明', en: 'Add help' },
  editSection: { 'zh-CN': '编辑这一部分', en: 'Edit the section' },
  moveUp: { 'zh-CN': '上移', en: 'Move up' },
  moveDown: { 'zh-CN': '下移', en: 'Move down' },
  remove: { 'zh-CN': '删除', en: 'Remove' },
  addSection: { 'zh-CN': '增加一个部分', en: 'Add a section' },
  addQuestion: { 'zh-CN': '增加问题', en: 'Add a question' },
  kind: { 'zh-CN': '类型', en: 'Kind' },
  noQuestions: { 'zh-CN': '还没有问题', en: 'No questions yet' },
  newSection: { 'zh-CN': '新的部分', en: 'New section' },
  newQuestion: { 'zh-CN': '新问题', en: 'New question' },
  titleZh: { 'zh-CN': '中文标题', en: 'Title in Chinese' },
  titleEn: { 'zh-CN': '英文标题', en: 'Title in English' },
  leadZh: { 'zh-CN': '中文说明', en: 'Introduction in Chinese' },
  leadEn: { 'zh-CN': '英文说明', en: 'Introduction in English' },
  labelZh: { 'zh-CN': '问题（中文）', en: 'Question in Chinese' },
  labelEn: { 'zh-CN': '问题（英文）', en: 'Question in English' },
  helpZh: { 'zh-CN': '填写说明（中文）', en: 'Help in Chinese' },
  helpEn: { 'zh-CN': '填写说明（英文）', en: 'Help in English' },
  isRequired: { 'zh-CN': '必须填写', en: 'It must be answered' },
  isRequiredHint: {
    'zh-CN': '条件不成立而隐藏时，不要求填写。',
    en: 'Not while a condition hides it.',
  },
  maxLength: { 'zh-CN': '最多字数', en: 'At most so many characters' },
  min: { 'zh-CN': '最小值', en: 'Least' },
  max: { 'zh-CN': '最大值', en: 'Most' },
  minHint: { 'zh-CN': '不填则须大于零。', en: 'Empty: more than zero.' },
  integer: { 'zh-CN': '只能是整数', en: 'Whole numbers only' },
  unit: { 'zh-CN': '单位', en: 'Unit' },
  pairHint: {
    'zh-CN': '中文和英文之间用 | 隔开，例如：卡时 | card-hours。',
    en: 'Chinese and English with | between them, such as 卡时 | card-hours.',
  },
  earliest: { 'zh-CN': '最早日期', en: 'Not before' },
  latest: { 'zh-CN': '最晚日期', en: 'Not after' },
  options: { 'zh-CN': '选项', en: 'Choices' },
  optionsHint: {
    'zh-CN': '每行一个，中文和英文之间用 | 隔开，例如：推理 | Inference',
    en: 'One a line, Chinese and English with | between them: 推理 | Inference',
  },
  regionsHint: {
    'zh-CN': '不填则列出全国各省。每行一个，中文和英文之间用 | 隔开。',
    en: 'Empty: the provinces of China. Else one a line, Chinese and English with | between them.',
  },
  minChosen: { 'zh-CN': '至少选几项', en: 'Choose at least' },
  maxChosen: { 'zh-CN': '最多选几项', en: 'Choose at most' },
  minRows: { 'zh-CN': '至少几行', en: 'At least so many rows' },
  maxRows: { 'zh-CN': '最多几行', en: 'At most so many rows' },
  columns: { 'zh-CN': '各列', en: 'Columns' },
  columnN: {
    'zh-CN': ({ number }: { number: number }) => `第 ${number} 列`,
    en: ({ number }: { number: number }) => `Column ${number}`,
  },
  columnLabel: { 'zh-CN': '列名', en: 'Heading' },
  columnsHint: {
    'zh-CN': '列名留空的列不保存。保存后可再加列。',
    en: 'A column without a heading is not kept. Save to add more.',
  },
  sum: { 'zh-CN': '显示合计', en: 'Add it up' },
  accept: { 'zh-CN': '接受的文件类型', en: 'Types of files taken' },
  acceptHint: { 'zh-CN': '都不选则全部接受。', en: 'None chosen: all of them.' },
  maxFiles: { 'zh-CN': '最多几份', en: 'At most so many files' },
  sampleZh: { 'zh-CN': '样例说明（中文）', en: 'Sample in Chinese' },
  sampleEn: { 'zh-CN': '样例说明（英文）', en: 'Sample in English' },
  sampleHint: {
    'zh-CN': '合格的文件是什么样，例如：首页、金额页、签章页清晰可见。',
    en: 'What a good one looks like: the first page, the amounts and the seal can be read.',
  },
  condition: { 'zh-CN': '什么时候问', en: 'When it is asked' },
  conditionLead: {
    'zh-CN': '不选条件则总是询问。条件只能看前面的问题；不成立时隐藏，也不要求填写。',
    en: 'Always, unless you choose a condition. Conditions look at earlier questions; while they do not hold, it is hidden and not required.',
  },
  mode: { 'zh-CN': '几个条件', en: 'Of the conditions' },
  modeAll: { 'zh-CN': '全部成立', en: 'all must hold' },
  modeAny: { 'zh-CN': '任一成立', en: 'one is enough' },
  testN: {
    'zh-CN': ({ number }: { number: number }) => `条件 ${number}`,
    en: ({ number }: { number: number }) => `Condition ${number}`,
  },
  testValueN: {
    'zh-CN': ({ number }: { number: number }) => `条件 ${number} 的数值`,
    en: ({ number }: { number: number }) => `Number of condition ${number}`,
  },
  always: { 'zh-CN': '无', en: 'None' },
  boundHere: { 'zh-CN': '…', en: '…' },
  save: { 'zh-CN': '保存', en: 'Save' },
  saveMore: { 'zh-CN': '保存并继续编辑', en: 'Save and stay here' },
  noRules: {
    'zh-CN': '规则尚未填齐，来自规则的问题要等填齐后才出现。自设的问题可以先加。',
    en: 'The rules are not complete yet; the questions that follow from them appear when they are. You can add your own already.',
  },
  question: { 'zh-CN': '问题', en: 'Question' },
  difference: { 'zh-CN': '申请表的变化', en: 'Changes to the form' },
  sectionTitle: {
    'zh-CN': ({ title }: { title: string }) => `部分：${title}`,
    en: ({ title }: { title: string }) => `Section: ${title}`,
  },
});

/** Texts for refusals to change the form. */
export const formEditorRefusals = messages({
  version_unknown: { 'zh-CN': '没有这个版本。', en: 'There is no such version.' },
  version_not_draft: {
    'zh-CN': '这一版已不是草稿，不能编辑。',
    en: 'This version is no longer a draft and cannot be edited.',
  },
  section_unknown: {
    'zh-CN': '没有这个部分，可能已被删除。',
    en: 'There is no such section; somebody may have removed it.',
  },
  question_unknown: {
    'zh-CN': '没有这个问题，可能已被删除。',
    en: 'There is no such question; somebody may have removed it.',
  },
  question_locked: {
    'zh-CN': '来自规则的内容不能移动、删除或改类型。',
    en: 'What follows from the rules cannot be moved, removed or made another kind.',
  },
  form_full: {
    'zh-CN': '已到上限：最多 20 个部分，每部分 40 个问题。',
    en: 'The form is full: at most 20 sections of 40 questions each.',
  },
  form_breaks: {
    'zh-CN': ({ labels }: { labels: string }) =>
      `不能这样改：“${labels}”的条件要看前面的问题。请先改其条件。`,
    en: ({ labels }: { labels: string }) =>
      `This would break a condition of “${labels}”, which looks at an earlier question. Change that condition first.`,
  },
  question_stale: {
    'zh-CN': ({ at }: { at: string }) =>
      `未保存：有人在 ${at} 改过此处。您填写的都还在；核对后再次保存，即以您的为准。`,
    en: ({ at }: { at: string }) =>
      `Not saved: somebody changed this at ${at}. All that you typed is still here; look again, then save once more to keep yours.`,
  },
  field_invalid: {
    'zh-CN': '有内容需要更正，未保存。',
    en: 'Something needs correcting; nothing was saved.',
  },
});

/** Texts for faults of fields in the form editor. */
export const formEditorErrors = messages({
  both_languages: {
    'zh-CN': '中英文须都填写，或都不填。',
    en: 'Fill in both languages or neither.',
  },
  pair_invalid: {
    'zh-CN': ({ line }: { line: string }) => `“${line}”须写成“中文 | English”。`,
    en: ({ line }: { line: string }) => `Write “${line}” as “中文 | English”.`,
  },
  options_few: { 'zh-CN': '至少两个选项。', en: 'There must be at least two choices.' },
  options_many: {
    'zh-CN': ({ maximum }: { maximum: number }) => `最多 ${maximum} 个选项。`,
    en: ({ maximum }: { maximum: number }) => `At most ${maximum} choices.`,
  },
  options_repeated: { 'zh-CN': '有重复的选项。', en: 'A choice stands twice.' },
  columns_none: { 'zh-CN': '至少一列。', en: 'There must be at least one column.' },
  bounds_reversed: { 'zh-CN': '不得小于下限。', en: 'It must not be less than the least.' },
  condition_wrong: {
    'zh-CN': '这个条件不适用：只能看前面的问题和现有的选项。',
    en: 'This condition does not fit: it can look at earlier questions and their choices only.',
  },
  test_value: { 'zh-CN': '请填写数值。', en: 'Fill in the number.' },
  number_not_whole: { 'zh-CN': '请填写整数。', en: 'Enter a whole number.' },
});

declare module '@/lib/messages' {
  interface CodeValues
    extends ValuesOf<typeof formEditorRefusals>, ValuesOf<typeof formEditorErrors> {}
}

/** Returns the text of what was just done, for the page that follows it. */
export const formEditorDone = doneMessages({
  saved: { 'zh-CN': '已保存。', en: 'Saved.' },
  added: { 'zh-CN': '已增加。', en: 'Added.' },
  moved: { 'zh-CN': '已移动。', en: 'Moved.' },
  removed: { 'zh-CN': '已删除。', en: 'Removed.' },
});
