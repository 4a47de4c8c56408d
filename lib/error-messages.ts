import { messages } from './messages';

/** Texts of a page that failed, in a file of their own because every page sends them to the browser. */
export const errorMessages = messages({
  errorTitle: { 'zh-CN': '系统出错', en: 'Something went wrong' },
  errorBody: {
    'zh-CN': '页面未能显示，没有任何内容被改动。请重试；仍不成功请告知编号。',
    en: 'The page could not be shown; nothing was changed. Try again; if it persists, quote the reference.',
  },
  retry: { 'zh-CN': '重试', en: 'Try again' },
  reference: { 'zh-CN': '编号', en: 'Reference' },
});
