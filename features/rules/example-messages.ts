import { messages } from '@/lib/messages';

/** Texts of the worked examples of the guide. */
export const exampleMessages = messages({
  title: { 'zh-CN': '计算示例', en: 'Worked examples' },
  lead: {
    'zh-CN': '按本页规则逐步计算，预算视为充足。',
    en: 'Worked out by the rules of this page, step by step, with money enough in the budget.',
  },
  gives: { 'zh-CN': '可得', en: 'Gives' },
  nothing: { 'zh-CN': '不予支持', en: 'Not supported' },
  how: { 'zh-CN': '怎么算的', en: 'How it is worked out' },
});
