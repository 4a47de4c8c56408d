import { messages } from '@/lib/messages';

export const deviceMessages = messages({
  unknown: { 'zh-CN': '未知设备', en: 'Unknown device' },
});

/** Browsers that have another name in one of the languages, by the name that bowser gives them. */
export const browserNames = messages({
  WeChat: { 'zh-CN': '微信', en: 'WeChat' },
  'UC Browser': { 'zh-CN': 'UC 浏览器', en: 'UC Browser' },
  'QQ Browser': { 'zh-CN': 'QQ 浏览器', en: 'QQ Browser' },
  Maxthon: { 'zh-CN': '傲游', en: 'Maxthon' },
  'Sogou Browser': { 'zh-CN': '搜狗浏览器', en: 'Sogou Browser' },
});
