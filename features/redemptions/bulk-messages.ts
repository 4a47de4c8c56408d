import { messages, type ValuesOf } from '@/lib/messages';

type Sum = { n: number; amount: string };

export const bulkRefusals = messages({
  redemptions_changed: {
    'zh-CN': ({ references }: { references: string }) =>
      `以下核销刚有变动，本次未核验任何一笔：${references}。请刷新页面后重新勾选。`,
    en: ({ references }: { references: string }) =>
      `These redemptions have just changed, so none was verified: ${references}. Reload the page and tick again.`,
  },
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof bulkRefusals> {}
}

export const bulkMessages = messages({
  title: { 'zh-CN': '批量核验', en: 'Verify together' },
  lead: {
    'zh-CN':
      '以下各笔：发票未重复、额度足够、比例相符、用券单位已确认。核验后列入下一批结算，不能撤回。',
    en: 'Of each of these the invoice is used once, the hold covers it, the share fits, and the start-up has confirmed. Once verified they go into the next settlement; that cannot be taken back.',
  },
  tick: {
    'zh-CN': ({ reference }: { reference: string }) => `选择 ${reference}`,
    en: ({ reference }: { reference: string }) => `Select ${reference}`,
  },
  pick: { 'zh-CN': '选择', en: 'Select' },
  goOn: { 'zh-CN': '核验所选…', en: 'Verify selected…' },
  goOnHint: {
    'zh-CN': '可勾选四项检查均符合的核销，在下一页确认。',
    en: 'Redemptions of which all four checks hold can be ticked; the next page asks once more.',
  },
  chosen: {
    'zh-CN': ({ n, amount }: Sum) => `已选 ${n} 笔，合计 ${amount}`,
    en: ({ n, amount }: Sum) => `${n} selected, ${amount}`,
  },
  listed: {
    'zh-CN': ({ n, amount }: Sum) => `共 ${n} 笔，合计 ${amount}`,
    en: ({ n, amount }: Sum) => `${n} in all, ${amount}`,
  },
  verify: { 'zh-CN': '确认核验所选', en: 'Verify those selected' },
  left: {
    'zh-CN': ({ references }: { references: string }) =>
      `以下各笔现在不能核验，未列入：${references}`,
    en: ({ references }: { references: string }) =>
      `These cannot be verified at present and are left out: ${references}`,
  },
  none: { 'zh-CN': '没有可核验的核销', en: 'Nothing to verify' },
  noneBody: {
    'zh-CN': '请返回列表，勾选待核验的核销。',
    en: 'Go back to the list and tick redemptions that wait for verification.',
  },
  vendor: { 'zh-CN': '服务商', en: 'Vendor' },
  month: { 'zh-CN': '申报月份', en: 'Month of the claim' },
});
