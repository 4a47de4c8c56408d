import { messages } from '@/lib/messages';

/** Texts for the faults of the questions of a draft. */
export const formFaultTexts = messages({
  section_repeated: {
    'zh-CN': ({ where }: { where: string }) => `有两个部分同名：${where}`,
    en: ({ where }: { where: string }) => `Two sections share a name: ${where}`,
  },
  section_empty: {
    'zh-CN': '有一个部分还没有问题',
    en: 'A section has no questions yet',
  },
  name_repeated: {
    'zh-CN': ({ where }: { where: string }) => `两个问题同名：${where}`,
    en: ({ where }: { where: string }) => `Two questions share a name: ${where}`,
  },
  name_reserved: {
    'zh-CN': ({ where }: { where: string }) => `名称由规则保留：${where}`,
    en: ({ where }: { where: string }) => `The rules keep this name for themselves: ${where}`,
  },
  kind_reserved: {
    'zh-CN': ({ where }: { where: string }) => `规则要读取的问题不能改类型：${where}`,
    en: ({ where }: { where: string }) =>
      `The rules read this question; its kind is fixed: ${where}`,
  },
  options_repeated: {
    'zh-CN': ({ where }: { where: string }) => `有重复的选项或列：${where}`,
    en: ({ where }: { where: string }) => `A choice or a column stands twice: ${where}`,
  },
  bounds_reversed: {
    'zh-CN': ({ where }: { where: string }) => `下限高于上限：${where}`,
    en: ({ where }: { where: string }) => `The least is more than the most: ${where}`,
  },
  condition_unknown: {
    'zh-CN': ({ where }: { where: string }) => `条件指向前面没有的问题：${where}`,
    en: ({ where }: { where: string }) =>
      `A condition looks at a question that is not asked before: ${where}`,
  },
  condition_kind: {
    'zh-CN': ({ where }: { where: string }) => `条件与所指问题的类型不符：${where}`,
    en: ({ where }: { where: string }) =>
      `A condition does not suit the kind of question: ${where}`,
  },
  condition_value: {
    'zh-CN': ({ where }: { where: string }) => `条件中的选项已不存在：${where}`,
    en: ({ where }: { where: string }) => `A condition names a choice that is gone: ${where}`,
  },
  form_shape: {
    'zh-CN': '申请表超出限度（最多 20 个部分，每部分 40 个问题）',
    en: 'The form is too large: at most 20 sections of 40 questions each',
  },
});
