/** The text of `state_changed`, which a lifecycle returns, where the page needs no more exact one. */
export const stateChanged = {
  'zh-CN': '状态已变化，请刷新页面。',
  en: 'This has changed meanwhile. Reload the page.',
} as const;

/** The text of `voucher_unknown`: no such voucher, or one of somebody else. */
export const voucherUnknown = {
  'zh-CN': '没有这张算力券。',
  en: 'There is no such voucher.',
} as const;

/** The text of `invoice_taken`: a redemption or a claim uses the invoice already. */
export const invoiceTaken = {
  'zh-CN': '该发票已用于核销或兑付申请（全国范围内只能使用一次），请核对发票号码。',
  en: 'This invoice was already used for a redemption or a claim, here or in another city. Check its number.',
} as const;
