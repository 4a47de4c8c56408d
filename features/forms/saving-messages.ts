import { messages } from '@/lib/messages';

/** Texts that a form shows while it saves itself. The page carries them in its own language only. */
export const savingMessages = messages({
  saving: { 'zh-CN': '保存中…', en: 'Saving…' },
  offline: {
    'zh-CN': '您已离线，未保存。内容暂存在本浏览器，联网后自动保存。',
    en: 'You are offline: not saved. This browser keeps what you typed and saves it when you are back.',
  },
  failed: {
    'zh-CN': '未保存，正在重试。内容暂存在本浏览器。',
    en: 'Not saved; trying again. This browser keeps what you typed.',
  },
  signedOut: {
    'zh-CN': '未保存：登录已失效。内容暂存在本浏览器，登录后自动保存。',
    en: 'Not saved: you are no longer signed in. This browser keeps what you typed and saves it once you are.',
  },
  signInAgain: { 'zh-CN': '在新窗口登录', en: 'Sign in in a new window' },
  discardRestored: { 'zh-CN': '放弃恢复的内容', en: 'Discard it' },
  conflictTitle: { 'zh-CN': '两边的内容不同', en: 'You and a colleague differ' },
  mine: { 'zh-CN': '您填写的', en: 'Yours' },
  keepMine: { 'zh-CN': '以我的为准', en: 'Keep mine' },
  takeTheirs: { 'zh-CN': '用对方的', en: 'Take theirs' },
  nothingThere: { 'zh-CN': '（空）', en: '(nothing)' },
});

export type SavingTexts = ReturnType<typeof savingMessages>;
