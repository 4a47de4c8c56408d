import { doneMessages, messages, type ValuesOf } from '@/lib/messages';

export const mandateRefusals = messages({
  agency_unknown: {
    'zh-CN': '没有以此代码登记的受托运营机构。请该机构先在本平台登记。',
    en: 'No agency is registered with this code. It must register here first.',
  },
  agreed_in_future: {
    'zh-CN': '协议签订日期不得晚于今天。',
    en: 'The agreement cannot have been signed after today.',
  },
  mandate_ends_early: {
    'zh-CN': '截止日期不得早于起始日期和今天。',
    en: 'The last day cannot be before the first one or before today.',
  },
  mandate_too_long: {
    'zh-CN': ({ on }: { on: string }) => `委托最长三年，截止日期不晚于 ${on}。`,
    en: ({ on }: { on: string }) =>
      `A mandate lasts three years at most: its last day is ${on} or earlier.`,
  },
  mandate_overlaps: {
    'zh-CN': ({ on }: { on: string }) =>
      `该机构已有委托，至 ${on}。起始日期须在其后；需要变更授权的，先终止原委托。`,
    en: ({ on }: { on: string }) =>
      `This agency has a mandate until ${on}. Begin after that day, or end that mandate first to change its rights.`,
  },
  mandate_open: {
    'zh-CN': '该机构已有一项委托等待确认。',
    en: 'A mandate for this agency waits to be confirmed already.',
  },
  mandate_unknown: { 'zh-CN': '没有这项委托。', en: 'There is no such mandate.' },
  mandate_decided: {
    'zh-CN': '该委托已办结，请刷新页面。',
    en: 'This mandate has been decided. Reload the page.',
  },
  mandate_not_confirmed: {
    'zh-CN': '该委托不在期限内，无须终止。',
    en: 'This mandate is not in force; there is nothing to end.',
  },
  mandate_not_in_force: {
    'zh-CN': '该委托今天不在期限内，或已终止。',
    en: 'This mandate is not in force today, or was ended.',
  },
  same_person: {
    'zh-CN': '提请与确认须为不同人员。',
    en: 'Whoever proposed a mandate cannot decide on it.',
  },
});

export const mandateFieldErrors = messages({
  no_right: { 'zh-CN': '请至少选择一项授权事项。', en: 'Choose at least one right.' },
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof mandateRefusals> {}
}

/** Returns what the last action did, for the page that is shown after it. */
export const mandateDoneText = doneMessages({
  proposed: {
    'zh-CN': '已提请，由另一名市级管理员确认后生效。',
    en: 'Proposed; it counts once another administrator confirms it.',
  },
  declined: { 'zh-CN': '已退回提请人。', en: 'Sent back to its proposer.' },
  confirmed: {
    'zh-CN': '已确认，并通知该机构。',
    en: 'Confirmed; the agency has been told.',
  },
  ended: {
    'zh-CN': '已终止，即时生效，并通知该机构。',
    en: 'Ended, at once; the agency has been told.',
  },
});

export const standingNames = messages({
  proposed: { 'zh-CN': '待确认', en: 'To be confirmed' },
  declined: { 'zh-CN': '已退回', en: 'Sent back' },
  coming: { 'zh-CN': '未开始', en: 'Not begun' },
  in_force: { 'zh-CN': '委托中', en: 'In force' },
  over: { 'zh-CN': '已期满', en: 'Over' },
  ended: { 'zh-CN': '已终止', en: 'Ended early' },
});

/** The rights of a mandate, by their names. */
export const rightNames = messages({
  case_reading: { 'zh-CN': '查阅申请', en: 'Read applications' },
  first_review: { 'zh-CN': '初审', en: 'First review' },
  licence_check: { 'zh-CN': '单位核验', en: 'Check organisations' },
  award_lists: { 'zh-CN': '免申即享名单', en: 'Lists of automatic awards' },
  issuing: { 'zh-CN': '发放准备', en: 'Prepare issues' },
  voucher_reading: { 'zh-CN': '查阅用券', en: 'Read vouchers and their use' },
  voucher_freezing: { 'zh-CN': '冻结算力券', en: 'Freeze vouchers' },
});

/** What each right allows, in a sentence that whoever confirms it reads. */
export const rightTexts = messages({
  case_reading: {
    'zh-CN': '查看全部申请、材料和单位核验情况，不能办理。',
    en: 'See all applications, their evidence and the checks of organisations, and do nothing about them.',
  },
  first_review: {
    'zh-CN': '受理申请、通知补正、提出初审意见和建议金额。不能作出不予通过的决定，也不能复审。',
    en: 'Accept applications, ask for corrections, recommend an amount. It neither refuses nor gives the final review.',
  },
  licence_check: {
    'zh-CN': '核对营业执照，作出核验通过或不通过的处理。',
    en: 'Compare licences with what is registered, and verify them or not.',
  },
  award_lists: {
    'zh-CN': '编制、核对和提请发放免申即享名单，由财务复核后发放。',
    en: 'Prepare, check and propose lists of automatic awards; finance releases them.',
  },
  issuing: {
    'zh-CN': '对已核准的申请提请发放，由财务复核后发放。',
    en: 'Propose the issue of approved applications; finance releases it.',
  },
  voucher_reading: {
    'zh-CN': '查看算力券、核销和兑付，不能办理。',
    en: 'See vouchers, redemptions and claims, and do nothing about them.',
  },
  voucher_freezing: {
    'zh-CN': '冻结和解冻算力券，须写明理由。',
    en: 'Freeze and unfreeze vouchers, with a reason.',
  },
});

export const mandateMessages = messages({
  title: { 'zh-CN': '委托', en: 'Mandates' },
  lead: {
    'zh-CN':
      '委托第三方运营机构办理的事项。由一名管理员提请、另一名确认；期满自动终止。复审、发放、拨付、预算和人员不能委托。',
    en: 'What the city has agencies do. One administrator proposes, another confirms; a mandate ends by itself. Final reviews, releases, payments, budgets and people cannot be given away.',
  },
  none: { 'zh-CN': '没有委托', en: 'No mandates' },
  propose: { 'zh-CN': '提请委托', en: 'Propose a mandate' },
  proposeLead: {
    'zh-CN': '由另一名市级管理员确认后生效。',
    en: 'It counts once another administrator of the city confirms it.',
  },
  agency: { 'zh-CN': '受托机构', en: 'Agency' },
  creditCode: {
    'zh-CN': '受托机构统一社会信用代码',
    en: 'Unified social credit code of the agency',
  },
  codeTerm: { 'zh-CN': '统一社会信用代码', en: 'Unified social credit code' },
  creditCodeHint: {
    'zh-CN': '该机构须已在本平台登记为受托运营机构。',
    en: 'The agency must have registered here as one.',
  },
  number: { 'zh-CN': '委托协议编号', en: 'Number of the agreement' },
  agreedOn: { 'zh-CN': '协议签订日期', en: 'Agreement signed on' },
  rights: { 'zh-CN': '授权事项', en: 'Rights' },
  firstOn: { 'zh-CN': '起始日期', en: 'First day' },
  lastOn: { 'zh-CN': '截止日期', en: 'Last day' },
  lastOnHint: {
    'zh-CN': '最长三年，期满自动终止；续期须另行委托。',
    en: 'Three years at most. It then ends by itself; only another mandate renews it.',
  },
  state: { 'zh-CN': '状态', en: 'State' },
  proposedBy: { 'zh-CN': '提请', en: 'Proposed' },
  decidedBy: { 'zh-CN': '确认', en: 'Decided' },
  endedBy: { 'zh-CN': '终止', en: 'Ended' },
  answer: { 'zh-CN': '退回理由', en: 'Why it was sent back' },
  endReason: { 'zh-CN': '终止理由', en: 'Why it ends' },
  confirmTitle: { 'zh-CN': '确认委托', en: 'Confirm this mandate' },
  confirmLead: {
    'zh-CN': ({ agency, count }: { agency: string; count: number }) =>
      `确认后，${agency}的人员可在期限内以本市主管部门名义办理上列 ${count} 项，其他事项不能办理。`,
    en: ({ agency, count }: { agency: string; count: number }) =>
      `Once confirmed, the people of ${agency} may do the ${count} things above in the name of the city until the last day, and nothing else.`,
  },
  confirm: { 'zh-CN': '确认委托', en: 'Confirm' },
  decline: { 'zh-CN': '退回', en: 'Send back' },
  end: { 'zh-CN': '提前终止', en: 'End early' },
  endTitle: { 'zh-CN': '提前终止委托', en: 'End this mandate early' },
  endLead: {
    'zh-CN': '一人即可终止，即时生效，已登录的人员也不能再办理。',
    en: 'One person can end it. It ends at once, also for those who are signed in.',
  },
  own: {
    'zh-CN': '由您提请，须由另一名市级管理员确认。',
    en: 'You proposed this; another administrator must decide on it.',
  },
  history: { 'zh-CN': '受托办理记录', en: 'What was done under it' },
  historyNone: { 'zh-CN': '还没有办理记录', en: 'Nothing yet' },
  homeTitle: { 'zh-CN': '受托办理', en: 'Acting for cities' },
  homeLead: {
    'zh-CN':
      '选择要代为办理的城市。办理时只能使用该委托的授权事项，每一步都记载人员、机构和委托城市。',
    en: 'Choose the city to act for. You then have the rights of that mandate alone, and every step is recorded with your name, the agency and the city.',
  },
  homeNone: {
    'zh-CN': '还没有委托',
    en: 'No mandates yet',
  },
  homeNoneText: {
    'zh-CN': '由城市主管部门以本机构的统一社会信用代码提请并确认委托。',
    en: 'A city proposes and confirms one with the credit code of your agency.',
  },
  act: {
    'zh-CN': ({ city }: { city: string }) => `代${city}办理`,
    en: ({ city }: { city: string }) => `Act for ${city}`,
  },
  acting: {
    'zh-CN': ({ bureau, agency }: Record<'bureau' | 'agency', string>) =>
      `受${bureau}委托，以${agency}名义操作`,
    en: ({ bureau, agency }: Record<'bureau' | 'agency', string>) =>
      `Acting as ${agency}, for the ${bureau}`,
  },
  actingUntil: {
    'zh-CN': ({ on }: { on: string }) => `委托至 ${on}`,
    en: ({ on }: { on: string }) => `Mandate until ${on}`,
  },
  actingLabel: { 'zh-CN': '受托办理', en: 'Acting under a mandate' },
  leave: { 'zh-CN': '结束受托办理', en: 'Stop acting' },
  handledBy: { 'zh-CN': '受理机构', en: 'Handled by' },
  handledText: {
    'zh-CN': ({ agency, bureau, on }: Record<'agency' | 'bureau' | 'on', string>) =>
      `${agency}，受${bureau}委托，至 ${on}`,
    en: ({ agency, bureau, on }: Record<'agency' | 'bureau' | 'on', string>) =>
      `${agency}, for the ${bureau} under a mandate until ${on}`,
  },
});
