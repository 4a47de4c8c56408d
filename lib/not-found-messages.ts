import { messages } from './messages';

/** Texts of a page that does not exist, for the page that is rendered and for the one that needs no script. */
export const notFoundMessages = messages({
  title: { 'zh-CN': '没有这个页面', en: 'There is no such page' },
  body: {
    'zh-CN': '地址有误，页面已移除，或您无权查看。',
    en: 'The address is wrong, the page was removed, or it is not yours to see.',
  },
  home: { 'zh-CN': '回到首页', en: 'Go to the home page' },
});
