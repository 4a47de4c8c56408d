import { messages } from '@/lib/messages';

type Span = { from: string; until: string };

/** Texts of a pause for those whom it concerns: holders, vendors and the public. */
export const pauseMessages = messages({
  running: {
    'zh-CN': ({ from, until }: Span) =>
      until ? `暂停用券中：${from} 至 ${until}` : `暂停用券中：自 ${from} 起，恢复时间另行通知`,
    en: ({ from, until }: Span) =>
      until
        ? `Paused from ${from} to ${until}`
        : `Paused since ${from}, until the city says that it is over`,
  },
  announced: {
    'zh-CN': ({ from, until }: Span) =>
      until ? `将暂停用券：${from} 至 ${until}` : `将自 ${from} 起暂停用券，恢复时间另行通知`,
    en: ({ from, until }: Span) =>
      until
        ? `To be paused from ${from} to ${until}`
        : `To be paused from ${from}, until the city says that it is over`,
  },
  body: {
    'zh-CN': ({ reason }: { reason: string }) =>
      `经办部门声明：目前没有入库服务商能够交付算力。${reason}`,
    en: ({ reason }: { reason: string }) =>
      `The city states that no accredited vendor can deliver compute at present. ${reason}`,
  },
  effects: {
    'zh-CN':
      '期间不得新锁定额度；已锁定的照常申报核销；券与锁定均不到期。结束后，有效期和锁定期限按暂停天数顺延，暂停首日或发放日与结束日均计入。',
    en: 'Meanwhile nothing new can be held; what is held can still be redeemed; neither vouchers nor holds run out. Afterwards both last as many days longer, counting the first day (or the day of issue) and the last one.',
  },
  extended: {
    'zh-CN': ({ from, until, days, to }: Span & { days: number; to: string }) =>
      `${from} 至 ${until} 暂停用券，此券有效期顺延 ${days} 天，至 ${to}`,
    en: ({ from, until, days, to }: Span & { days: number; to: string }) =>
      `Vouchers were paused from ${from} to ${until}; this one is valid for ${days} ${days === 1 ? 'day' : 'days'} longer, until ${to}`,
  },
});
