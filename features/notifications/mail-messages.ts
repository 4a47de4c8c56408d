import { messages } from '@/lib/messages';

/** Texts around the body of every mail. */
export const mailFrame = messages({
  brand: { 'zh-CN': '算券', en: 'Suanquan' },
  open: { 'zh-CN': '前往办理', en: 'Open on the portal' },
  automatic: {
    'zh-CN': '本邮件由系统自动发出，请勿回复。',
    en: 'This e-mail was sent automatically. Replies are not read.',
  },
  preferences: { 'zh-CN': '设置邮件通知', en: 'Choose which e-mails you get' },
  mandatory: {
    'zh-CN': '决定、补正要求和邀请等邮件不可关闭。',
    en: 'Decisions, requests to correct and invitations are always sent.',
  },
});

export const digestMessages = messages({
  subject: {
    'zh-CN': ({ count }: { count: string }) => `您有 ${count} 条通知待查看`,
    en: ({ count }: { count: string }) =>
      count === '1' ? 'One notification awaits you' : `${count} notifications await you`,
  },
  lead: {
    'zh-CN': '以下通知尚未查看，按您的设置每日汇总一次。',
    en: 'You have not read these yet. You chose to get them once a day.',
  },
  more: {
    'zh-CN': ({ count }: { count: number }) => `另有 ${count} 条，请在门户查看。`,
    en: ({ count }: { count: number }) => `${count} more are on the portal.`,
  },
});
