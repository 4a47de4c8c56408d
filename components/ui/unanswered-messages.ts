import { messages } from '@/lib/messages';

/** Texts of a form whose action gave no answer. */
export const unansweredMessages = messages({
  renewed: {
    'zh-CN':
      '门户已更新，此页面是更新前打开的，内容未能提交。您填写的文字仍在；请重新载入页面后再提交一次。',
    en: 'The portal was renewed after this page was opened, so nothing was sent. What you typed is still here: load the page anew, then send it again.',
  },
  reload: {
    'zh-CN': '重新载入并保留已填写的文字（文件须重新选择）',
    en: 'Load anew and keep what I typed (files have to be chosen again)',
  },
  lost: {
    'zh-CN':
      '没有收到门户的答复，可能是网络中断；内容可能已提交，也可能没有。您填写的内容仍在，请稍后再提交一次。',
    en: 'No answer came from the portal; the connection may be broken. What you sent may have arrived or not. It is still here: send it again in a moment.',
  },
});
