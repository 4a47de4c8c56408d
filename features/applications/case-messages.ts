/** Texts of refusals that the steps of a case have in common: for officials, except where the name says otherwise. */
export const caseUnknown = { 'zh-CN': '没有这个案件。', en: 'There is no such case.' } as const;

/** The same for applicants, who see only their own cases. */
export const ownCaseUnknown = {
  'zh-CN': '没有这份申请，或不属于贵单位。',
  en: 'There is no such application, or it is not your organisation’s.',
} as const;

export const caseChanged = {
  'zh-CN': '案件状态已变化，请刷新页面后再办理。',
  en: 'The case has moved on meanwhile. Reload the page.',
} as const;

export const decidedBefore = {
  'zh-CN': '您已在此案前一环节作出决定，须由其他人员办理。',
  en: 'You decided on this case before; somebody else must do this.',
} as const;
