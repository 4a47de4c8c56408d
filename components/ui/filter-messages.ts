import { longestSearch } from '@/lib/input/filter';
import { messages } from '@/lib/messages';

export const filterMessages = messages({
  title: {
    'zh-CN': '筛选条件用不了，没有列出结果',
    en: 'The filter cannot be used, so nothing is listed',
  },
  body: {
    'zh-CN': '请改正标出的条件，或清除全部条件。',
    en: 'Change what is marked, or clear the whole filter.',
  },
  clear: { 'zh-CN': '清除全部条件', en: 'Clear the filter' },
  filter_unknown: {
    'zh-CN': '没有这个选项，请重新选择。',
    en: 'There is no such choice. Choose again.',
  },
  address_unknown: {
    'zh-CN': '网址里有一项不认识的条件，请清除全部条件。',
    en: 'The address asks for something unknown. Clear the filter.',
  },
  search_too_long: {
    'zh-CN': `搜索内容太长，最多 ${longestSearch} 个字符。`,
    en: `The search is too long: ${longestSearch} characters at most.`,
  },
  search_wordless: {
    'zh-CN': '请至少输入一个字、字母或数字。',
    en: 'Type at least one letter, digit or Chinese character.',
  },
  day_unknown: {
    'zh-CN': '没有这一天，请按 2026-06-30 的形式填写。',
    en: 'There is no such day. Write it as 2026-06-30.',
  },
  amount_unknown: {
    'zh-CN': '请填写金额（元），最多两位小数。',
    en: 'Type an amount in yuan, with two decimals at most.',
  },
  range_reversed: {
    'zh-CN': '不能小于或早于前一项。',
    en: 'This must not be below or before the field to its left.',
  },
  page_unknown: {
    'zh-CN': '网址里的分页位置不完整，请从第一页看起。',
    en: 'The place in the list that the address names is damaged. Begin with the first page.',
  },
});
