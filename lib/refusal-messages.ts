/** The text of `state_changed`, which a lifecycle returns, where the page needs no more exact one. */
export const stateChanged = {
  'zh-CN': '状态已变化，请刷新页面。',
  en: 'This has changed meanwhile. Reload the page.',
} as const;
