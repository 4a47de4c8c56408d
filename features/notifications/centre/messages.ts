import { messages } from '@/lib/messages';
import type { Category, MailWish } from '../domain/categories';

/** Texts of the page of notifications, the bell that links to it, and the choices about mails. */
export const centreMessages = messages({
  title: { 'zh-CN': '通知', en: 'Notifications' },
  lead: {
    'zh-CN': '需要您办理或知悉的事项，保留一年以上。',
    en: 'What awaits you, and what you should know. Kept for more than a year.',
  },
  bell: {
    'zh-CN': ({ count }: { count: number }) =>
      count === 0 ? '通知' : `通知，${count > 99 ? '99 条以上' : `${count} 条`}未读`,
    en: ({ count }: { count: number }) =>
      count === 0 ? 'Notifications' : `Notifications, ${count > 99 ? 'over 99' : count} unread`,
  },
  filter: { 'zh-CN': '筛选通知', en: 'Filter notifications' },
  all: { 'zh-CN': '全部', en: 'All' },
  unread: { 'zh-CN': '未读', en: 'Unread' },
  read: { 'zh-CN': '标为已读', en: 'Mark as read' },
  readOf: {
    'zh-CN': ({ subject }: { subject: string }) => `将“${subject}”标为已读`,
    en: ({ subject }: { subject: string }) => `Mark “${subject}” as read`,
  },
  readAll: { 'zh-CN': '全部标为已读', en: 'Mark all as read' },
  wishes: { 'zh-CN': '设置邮件通知', en: 'E-mail settings' },
  today: { 'zh-CN': '今天', en: 'Today' },
  yesterday: { 'zh-CN': '昨天', en: 'Yesterday' },
  left: {
    'zh-CN': '您已不在该单位或岗位，无法打开。',
    en: 'You no longer hold this role there, so it cannot be opened.',
  },
  noneTitle: { 'zh-CN': '没有通知', en: 'No notifications' },
  noneUnreadTitle: { 'zh-CN': '没有未读通知', en: 'Nothing unread' },
  noneBody: {
    'zh-CN': '有事项需要您办理时，会在这里和邮件中提醒。',
    en: 'When something awaits you, it is told here and by e-mail.',
  },
  noneUnreadBody: { 'zh-CN': '所有通知均已查看。', en: 'You have read everything.' },
  showAll: { 'zh-CN': '查看全部通知', en: 'Show all' },
  home: { 'zh-CN': '回到首页', en: 'Go to the home page' },
  elsewhereLead: {
    'zh-CN': ({ place }: { place: string }) => `该通知属于${place}。打开时将切换到该处工作。`,
    en: ({ place }: { place: string }) =>
      `This concerns ${place}. Opening it makes that the place you work in.`,
  },
  switchAndOpen: { 'zh-CN': '切换并打开', en: 'Switch and open' },
  wishesTitle: { 'zh-CN': '邮件通知', en: 'E-mail settings' },
  wishesLead: {
    'zh-CN': '门户内的通知始终保留；这里设置是否同时发送邮件。',
    en: 'On the portal you are always told. Choose here what also comes by e-mail.',
  },
  mandatoryTitle: { 'zh-CN': '始终发送的邮件', en: 'Always sent by e-mail' },
  mandatoryBody: {
    'zh-CN': '邀请、受理结果、补正要求、冻结和付款失败等邮件涉及期限或权益，不可关闭。',
    en: 'Invitations, decisions, requests to correct, frozen vouchers and failed payments bear on periods or rights and cannot be turned off.',
  },
  dailyHint: {
    'zh-CN': '每日汇总于工作日 8:30 发送，已在门户查看的不再列入。',
    en: 'The daily digest comes at 8:30 on working days, without what you have read on the portal by then.',
  },
  save: { 'zh-CN': '保存', en: 'Save' },
  saved: { 'zh-CN': '已保存。', en: 'Saved.' },
  noWishes: {
    'zh-CN': '您目前的身份没有可设置的邮件。',
    en: 'Your role gets no e-mail that could be turned off.',
  },
});

export const categoryNames = messages({
  applications: { 'zh-CN': '申请', en: 'Applications' },
  reviews: { 'zh-CN': '审核与发放', en: 'Review and issue' },
  vouchers: { 'zh-CN': '算力券与锁定', en: 'Vouchers and holds' },
  redemptions: { 'zh-CN': '核销与付款', en: 'Redemptions and payments' },
  programmes: { 'zh-CN': '政策与预算', en: 'Programmes and budget' },
  account: { 'zh-CN': '账号与邀请', en: 'Account and invitations' },
} satisfies Record<Category, unknown>);

export const categoryHints = messages({
  applications: {
    'zh-CN': '申请的收件、公示和截止提醒。',
    en: 'What arrives, goes on public notice, and closes soon.',
  },
  reviews: {
    'zh-CN': '待受理、待复审、待发放的事项和办结期限。',
    en: 'Cases to take, to decide and to issue, and their deadlines.',
  },
  vouchers: {
    'zh-CN': '锁定、解除锁定和到期提醒。',
    en: 'Holds made and ended, and what expires soon.',
  },
  redemptions: {
    'zh-CN': '待确认、待核验的核销，结算和到账。',
    en: 'Redemptions to answer and to verify, settlements and payments.',
  },
  programmes: {
    'zh-CN': '规则的提请、退回和发布，预算调整与预警。',
    en: 'Rules proposed, returned and published; budget changes and warnings.',
  },
  account: { 'zh-CN': '核验结果及失效。', en: 'Verifications given, refused and lapsed.' },
} satisfies Record<Category, unknown>);

export const wishNames = messages({
  at_once: { 'zh-CN': '立即发送', en: 'At once' },
  daily: { 'zh-CN': '每日汇总', en: 'Once a day' },
  off: { 'zh-CN': '不发邮件', en: 'Never' },
} satisfies Record<MailWish, unknown>);

export const centreRefusals = messages({
  notification_unknown: { 'zh-CN': '没有这条通知。', en: 'There is no such notification.' },
  place_left: {
    'zh-CN': '您已不在该单位或岗位，无法打开。',
    en: 'You no longer hold this role there, so it cannot be opened.',
  },
  membership_unknown: { 'zh-CN': '您没有这一身份。', en: 'You do not have this role.' },
});
