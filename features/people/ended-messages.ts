import { messages } from '@/lib/messages';

/** Texts about a session that ended. They are separate from the other texts, because they are sent to the browser. */
export const endedMessages = messages({
  expired: { 'zh-CN': '登录已过期。', en: 'Your sign-in has expired.' },
  revoked: {
    'zh-CN': '您在本浏览器的登录已被结束：可能在其他设备上退出了此设备，或重设了密码。',
    en: 'Your sign-in in this browser was ended: from another device, or because the password was reset.',
  },
  kept: {
    'zh-CN': '您填写的内容已保存在本浏览器。登录后即可继续。',
    en: 'What you typed is kept in this browser. Sign in to go on.',
  },
});
