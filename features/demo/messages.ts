import { formatDate } from '@/lib/dates';
import { messages, type ValuesOf } from '@/lib/messages';

export const demoMessages = messages({
  demo: { 'zh-CN': '演示', en: 'Demonstration' },
  clock: { 'zh-CN': '门户时间', en: 'Portal time' },
  advance: { 'zh-CN': '前进', en: 'Move on' },
  days: { 'zh-CN': '个工作日', en: 'working days' },
  signInAs: { 'zh-CN': '一键登录为', en: 'Sign in as' },
  mailbox: { 'zh-CN': '邮件', en: 'Mail' },
  mailboxTitle: { 'zh-CN': '演示邮箱', en: 'Demonstration mailbox' },
  mailboxLead: {
    'zh-CN': '门户发出的全部邮件，只在演示模式下可见。',
    en: 'Every mail that the portal sent; visible in demonstration mode only.',
  },
  to: { 'zh-CN': '收件人', en: 'To' },
  subject: { 'zh-CN': '主题', en: 'Subject' },
  state: { 'zh-CN': '状态', en: 'State' },
  at: { 'zh-CN': '时间', en: 'Time' },
  open: { 'zh-CN': '打开链接', en: 'Open its link' },
  empty: { 'zh-CN': '还没有邮件', en: 'No mails yet' },
  queued: { 'zh-CN': '待发', en: 'queued' },
  sent: { 'zh-CN': '已发', en: 'sent' },
  failed: { 'zh-CN': '失败', en: 'failed' },
});

export const demoRefusals = messages({
  demo_off: { 'zh-CN': '演示模式未开启。', en: 'Demonstration mode is off.' },
  demo_account_unknown: {
    'zh-CN': '没有这个演示账号。',
    en: 'There is no such demonstration account.',
  },
  clock_at_bound: {
    'zh-CN': ({ last }: { last: string }) =>
      `门户时间最多前进到 ${formatDate(last, 'zh-CN')}，即载入演示数据后三年。如需重新开始，请停止门户，移走其数据文件夹（.data），再运行 npm start。`,
    en: ({ last }: { last: string }) =>
      `The clock goes no further than ${formatDate(last, 'en')}, three years after the demonstration was loaded. To begin anew, stop the portal, move its data folder (.data) away and run npm start again.`,
  },
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof demoRefusals> {}
}
