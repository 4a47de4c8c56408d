import { messages } from '@/lib/messages';

export const renewedMessages = messages({
  title: {
    'zh-CN': '门户已更新，刚才的内容未能提交',
    en: 'The portal was renewed, so what you sent was not taken',
  },
  again: {
    'zh-CN': '此页面是更新前打开的。您填写的文字已放回表单，请核对后重新提交；文件须重新选择。',
    en: 'The page was opened before that. What you typed is in the form again: check it and send it once more. Files have to be chosen again.',
  },
  tooLong: {
    'zh-CN':
      '此页面是更新前打开的。内容过长，未能保留；返回上一页也许还能找到，请复制后在此重新填写。',
    en: 'The page was opened before that. There was too much text to keep: going back may show it again, to be copied and filled in here.',
  },
  typed: { 'zh-CN': '您填写的文字', en: 'What you typed' },
});
