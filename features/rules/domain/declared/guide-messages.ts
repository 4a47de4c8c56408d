import type { ProgrammeParts } from '../parameters';

/** Declares the sources of the rules. */
export const basis = {
  'guide.basis': {
    kind: 'bilingual',
    long: true,
    label: { 'zh-CN': '设定依据', en: 'Legal basis' },
  },
  'rules.source': {
    kind: 'group',
    label: { 'zh-CN': '来源', en: 'Source' },
    meaning: { 'zh-CN': '政策原文。', en: 'The text that the rules come from.' },
    parts: {
      title: {
        kind: 'bilingual',
        label: { 'zh-CN': '文件名称', en: 'Title of the document' },
        meaning: { 'zh-CN': '名称，两种语言。', en: 'Its title, in both languages.' },
      },
      url: {
        kind: 'url',
        label: { 'zh-CN': '网址', en: 'Address' },
        meaning: { 'zh-CN': '原文网址。', en: 'Where it is.' },
      },
      grade: {
        kind: 'choice',
        values: ['o', 'n', 'r'],
        label: { 'zh-CN': '来源性质', en: 'Kind of source' },
        meaning: {
          'zh-CN': '来源：o 官方原文，n 新闻报道，r 第三方转述。',
          en: 'o: official text, n: news, r: restated by others.',
        },
      },
      effectiveFrom: {
        kind: 'date',
        label: { 'zh-CN': '施行自', en: 'In force from' },
        meaning: { 'zh-CN': '施行日期。', en: 'In force from this day.' },
      },
      effectiveTo: {
        kind: 'date',
        optional: true,
        label: { 'zh-CN': '施行至', en: 'In force to' },
        meaning: { 'zh-CN': '到期日期。', en: 'In force to this day.' },
      },
    },
  },
  'rules.assumed': {
    kind: 'rows',
    label: { 'zh-CN': '原文未明之处的设定', en: 'What the text leaves open' },
    meaning: {
      'zh-CN': '原文未写明、本政策所作的理解。',
      en: 'What the text leaves open and is assumed here.',
    },
    of: { kind: 'bilingual', long: true },
  },
} satisfies Partial<ProgrammeParts>;

/** Declares the frequently asked questions. */
export const questions = {
  'guide.questions': {
    kind: 'rows',
    label: { 'zh-CN': '常见问题', en: 'Questions and answers' },
    of: {
      kind: 'group',
      parts: {
        question: { kind: 'bilingual', label: { 'zh-CN': '问题', en: 'Question' } },
        answer: { kind: 'bilingual', long: true, label: { 'zh-CN': '回答', en: 'Answer' } },
      },
    },
  },
} satisfies Partial<ProgrammeParts>;

/** Declares the contact. */
export const contact = {
  'guide.contact': { kind: 'bilingual', long: true, label: { 'zh-CN': '咨询', en: 'Contact' } },
  'guide.supervision': {
    kind: 'bilingual',
    long: true,
    label: { 'zh-CN': '监督投诉', en: 'Complaints' },
  },
} satisfies Partial<ProgrammeParts>;
