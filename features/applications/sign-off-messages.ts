import { messages } from '@/lib/messages';

type Who = { who: string };
type Names = { names: string };

/** Texts for the sign-off: a member fills in the form, an owner checks and submits it. */
export const signOffMessages = messages({
  title: { 'zh-CN': '送单位负责人签署', en: 'Send it to an owner' },
  lead: {
    'zh-CN': ({ names }: Names) =>
      `提交须由单位负责人办理。送出后，${names} 会收到邮件，核对后提交。`,
    en: ({ names }: Names) =>
      `Only an owner can submit. ${names} will get an e-mail to check and submit it.`,
  },
  note: { 'zh-CN': '留言', en: 'Note to the owner' },
  send: { 'zh-CN': '送负责人签署', en: 'Send for sign-off' },
  waiting: {
    'zh-CN': ({ names }: Names) => `已送 ${names} 签署，等待处理`,
    en: ({ names }: Names) => `Sent to ${names}; waiting for sign-off`,
  },
  asked: {
    'zh-CN': ({ who }: Who) => `${who} 请单位负责人核对并提交`,
    en: ({ who }: Who) => `${who} asks an owner to check and submit this`,
  },
  changed: { 'zh-CN': '送出之后又改动了：', en: 'Changed after it was sent:' },
  unchanged: { 'zh-CN': '送出之后没有改动。', en: 'Nothing was changed after it was sent.' },
  returned: {
    'zh-CN': ({ who }: Who) => `${who} 退回修改`,
    en: ({ who }: Who) => `Returned by ${who}`,
  },
  return: { 'zh-CN': '退回修改', en: 'Return it' },
  returnLead: {
    'zh-CN': ({ who }: Who) => `退回给 ${who}，请写明要改什么。`,
    en: ({ who }: Who) => `It goes back to ${who}. Say what has to be changed.`,
  },
  returnReason: { 'zh-CN': '退回原因', en: 'Why it is returned' },
  listWaiting: {
    'zh-CN': '等待单位负责人签署。',
    en: 'Waits for an owner’s sign-off.',
  },
  todo: { 'zh-CN': '核对并签署提交', en: 'Check and submit: your sign-off is asked for' },
  todoReturned: { 'zh-CN': '按负责人意见修改', en: 'Change what the owner asked for' },
});
