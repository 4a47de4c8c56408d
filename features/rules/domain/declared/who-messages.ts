import type { ProgrammeParts } from '../parameters';
import { applicantTypes, sides } from '../vocabulary';
import { clause, id, title } from './shared-messages';
import { whenParts } from './situation-messages';

/** Declares which applicants are supported. */
export const who = {
  'rules.applicants': {
    kind: 'group',
    label: { 'zh-CN': '支持对象', en: 'Who is supported' },
    meaning: { 'zh-CN': '谁可以申请。', en: 'Who may apply.' },
    parts: {
      clause,
      types: {
        kind: 'choices',
        values: applicantTypes,
        label: { 'zh-CN': '单位类别', en: 'Kinds of organisations' },
        meaning: { 'zh-CN': '可申请的类别。', en: 'The kinds of applicants.' },
      },
    },
  },
  'rules.requirements': {
    kind: 'rows',
    optional: true,
    label: { 'zh-CN': '必备条件', en: 'Requirements' },
    hint: {
      'zh-CN': '每一行都必须符合；不符合的，各说明原因。',
      en: 'Every row has to hold; whoever does not is told the reason.',
    },
    meaning: {
      'zh-CN': '人人须符合的条件，逐条给出不符合的原因。',
      en: 'Situations that everybody must be in, each refused with its own reason.',
    },
    of: { kind: 'group', parts: { clause, ...whenParts } },
  },
  'rules.questions': {
    kind: 'rows',
    optional: true,
    label: { 'zh-CN': '自设问题（是或否）', en: 'Own questions (yes or no)' },
    meaning: {
      'zh-CN': '本政策自有的是非题，供 flags 使用。',
      en: 'Yes-or-no questions of this programme’s own, for flags.',
    },
    of: {
      kind: 'group',
      parts: {
        id,
        text: {
          kind: 'bilingual',
          label: { 'zh-CN': '问题', en: 'Question' },
          meaning: { 'zh-CN': '问题，两种语言。', en: 'The question, in both languages.' },
        },
      },
    },
  },
  'rules.directions': {
    kind: 'rows',
    optional: true,
    label: { 'zh-CN': '申请方向', en: 'Directions' },
    meaning: { 'zh-CN': '可申请的方向。', en: 'What one may apply for.' },
    of: { kind: 'group', parts: { id, title } },
  },
  'rules.beneficiary': {
    kind: 'group',
    optional: true,
    label: { 'zh-CN': '申请方与收款方', en: 'Who claims and who is paid' },
    meaning: { 'zh-CN': '谁申请，付给谁。', en: 'Who claims, and who is paid.' },
    parts: {
      clause,
      side: {
        kind: 'choice',
        values: [...sides, 'either'],
        label: { 'zh-CN': '申请方', en: 'Who claims' },
        meaning: { 'zh-CN': '申请的一方。', en: 'The side that claims.' },
      },
      payee: {
        kind: 'choice',
        values: ['buyer', 'vendor'],
        label: { 'zh-CN': '收款方', en: 'Who is paid' },
        meaning: {
          'zh-CN': '付给购买方还是服务商。',
          en: 'Whether the buyer or the vendor is paid.',
        },
      },
      exclusive: {
        kind: 'yesNo',
        label: { 'zh-CN': '同一合同仅一方可申请', en: 'Only one side may claim for a contract' },
        meaning: {
          'zh-CN': '同一合同只能由一方申请。',
          en: 'The other side may not claim for the same contract.',
        },
      },
    },
  },
  'rules.consecutiveYears': {
    kind: 'group',
    optional: true,
    label: { 'zh-CN': '连续支持年数', en: 'Years in a row' },
    meaning: { 'zh-CN': '连续支持的年限。', en: 'For how many years in a row.' },
    parts: {
      clause,
      most: {
        kind: 'count',
        label: { 'zh-CN': '最多（年）', en: 'At most (years)' },
        meaning: { 'zh-CN': '最多年数。', en: 'At most so many years.' },
      },
    },
  },
  'rules.ban': {
    kind: 'group',
    optional: true,
    label: { 'zh-CN': '暂停申报资格', en: 'Ban from support' },
    meaning: {
      'zh-CN': '被本市暂停申报资格的单位，在期限内不得申报。',
      en: 'A firm that the city has banned gets no support until the ban ends.',
    },
    parts: {
      clause,
    },
  },
} satisfies Partial<ProgrammeParts>;
