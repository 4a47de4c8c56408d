import { messages } from '@/lib/messages';

/**
 * Texts of fields, forms and lists. They reach every browser, so a text that only one kind of place needs has a file of its own.
 */
export const uiMessages = messages({
  signInAgain: { 'zh-CN': '在新窗口登录', en: 'Sign in in a new window' },
  errorTitle: { 'zh-CN': '请更正以下内容', en: 'There is a problem' },
  errorPrefix: { 'zh-CN': '错误：', en: 'Error: ' },
  colon: { 'zh-CN': '：', en: ': ' },
  sending: { 'zh-CN': '正在提交', en: 'Sending' },
  atMost: {
    'zh-CN': ({ maximum }: { maximum: number }) => `最多 ${maximum} 字`,
    en: ({ maximum }: { maximum: number }) => `At most ${maximum} characters`,
  },
  optional: { 'zh-CN': '（选填）', en: ' (optional)' },
  yuan: { 'zh-CN': '元', en: 'yuan' },
  chooseOne: { 'zh-CN': '请选择', en: 'Choose' },
});
