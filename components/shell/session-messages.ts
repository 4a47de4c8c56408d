import { messages } from '@/lib/messages';

/** Texts about the end of the session, in a file of their own because they go to the browser. */
export const sessionMessages = messages({
  sessionEnding: { 'zh-CN': '即将自动退出', en: 'You will be signed out soon' },
  sessionEndingBody: {
    'zh-CN': ({ minutes }: { minutes: number }) =>
      `您已一段时间没有操作，约 ${minutes} 分钟后自动退出。`,
    en: ({ minutes }: { minutes: number }) =>
      `Nothing was sent for a while. You will be signed out in about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
  },
  sessionLastsNoLonger: {
    'zh-CN': ({ minutes }: { minutes: number }) =>
      `本次登录已到最长时间，约 ${minutes} 分钟后须重新登录。请先保存。`,
    en: ({ minutes }: { minutes: number }) =>
      `You have been signed in for as long as one can be. In about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} you have to sign in again; save first.`,
  },
  staySignedIn: { 'zh-CN': '继续使用', en: 'Stay signed in' },
  understood: { 'zh-CN': '知道了', en: 'All right' },
  sessionEnded: { 'zh-CN': '您已退出登录', en: 'You are signed out' },
  sessionEndedBody: {
    'zh-CN': '页面上已填写的内容仍在。在新窗口登录后回到本页继续。',
    en: 'What you typed on this page is still here. Sign in in a new window, then come back.',
  },
  signInAgain: { 'zh-CN': '在新窗口登录', en: 'Sign in in a new window' },
});
