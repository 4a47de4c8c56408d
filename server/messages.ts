import { messages, type ValuesOf } from '@/lib/messages';

/** Texts of the gate itself. */
export const gateMessages = messages({
  sign_in_needed: {
    'zh-CN': '您的登录已失效。请在新窗口登录后回到本页重新提交，已填写的内容仍保留。',
    en: 'You are no longer signed in. Sign in in a new window, then come back and submit again; what you typed is still here.',
  },
  not_allowed: {
    'zh-CN': '您的角色不能执行此操作。',
    en: 'Your role does not allow this.',
  },
  stale_page: {
    'zh-CN': '页面已过期。请重新提交，已填写的内容仍保留。',
    en: 'This page is out of date. Submit again; what you typed is still here.',
  },
  unexpected: {
    'zh-CN': ({ reference }: { reference: string }) =>
      `系统出错，操作未生效。请重试；仍不成功请告知编号 ${reference}。`,
    en: ({ reference }: { reference: string }) =>
      `Something went wrong and nothing was changed. Try again; if it persists, quote ${reference}.`,
  },
  perhaps_done: {
    'zh-CN': ({ reference }: { reference: string }) =>
      `未能收到系统的确认，操作可能已经生效。请先查看记录；再次提交同一内容是安全的，不会重复办理。编号 ${reference}。`,
    en: ({ reference }: { reference: string }) =>
      `The confirmation was lost; this may have taken effect. Check the records first. Sending the same form again is safe and does nothing twice. Reference ${reference}.`,
  },
  key_missing: {
    'zh-CN': '页面缺少操作编号，为避免重复办理，本次未提交。请再次提交。',
    en: 'The form came without its number, so nothing was done, to keep it from being done twice. Send it again.',
  },
  key_reused: {
    'zh-CN':
      '这张表单此前已用其他内容提交并生效，本次未办理。请先核对已有记录；确需再办一笔，请再次提交。',
    en: 'This form was sent before with other contents, and that took effect; nothing was done now. Check the records first. To do this as well, send it again.',
  },
  mandate_over: {
    'zh-CN': '委托已到期或被终止，操作未生效。',
    en: 'The mandate has ended; nothing was done.',
  },
  mandate_conflict: {
    'zh-CN': '本机构与该单位存在关联（人员兼任或关联方），应当回避，操作未生效。',
    en: 'Your agency is tied to this organisation (a shared person, or a related party) and may not deal with it; nothing was done.',
  },
  busy_title: { 'zh-CN': '请稍候再试', en: 'Try again in a moment' },
  busy: {
    'zh-CN': '当前登录、注册的人较多，请稍候几秒再试。',
    en: 'Many people are signing in at this moment. Try again in a few seconds.',
  },
  busy_kept: { 'zh-CN': '已填写的内容仍保留。', en: 'What you typed is still here.' },
  busy_kept_but_password: {
    'zh-CN': '已填写的内容仍保留，密码请重新输入。',
    en: 'What you typed is still here, except the password.',
  },
  busy_password: { 'zh-CN': '密码', en: 'Password' },
  busy_again: { 'zh-CN': '再试一次', en: 'Try again' },
  fields_wrong: {
    'zh-CN': '有内容需要更正。',
    en: 'Some answers need correcting.',
  },
});

/** Texts on every page that is made without rendering. */
export const plainMessages = messages({
  portal: { 'zh-CN': '算券', en: 'Suanquan' },
});

/** Texts in place of a page that failed, where a form was sent without a script. */
export const failedMessages = messages({
  formBody: {
    'zh-CN':
      '未能收到系统的确认，操作可能已经生效。请先查看记录；刷新本页将再次提交同一内容，不会重复办理。',
    en: 'The confirmation was lost; this may have taken effect. Check the records first. Reloading this page sends the same form again, which does nothing twice.',
  },
});

/** Texts in place of a page where a request is refused before any page is made. */
export const refusalMessages = messages({
  home: { 'zh-CN': '返回首页', en: 'Go to the first page' },
  foreign: { 'zh-CN': '请求未被接受', en: 'This request was not accepted' },
  foreignBody: {
    'zh-CN': '请求来自其他网站，未执行任何操作。请在本平台的页面上重新操作。',
    en: 'It came from another site, and nothing was done. Do it again on a page of this portal.',
  },
  method: { 'zh-CN': '不支持这种请求方法', en: 'This method is not supported' },
  methodBody: {
    'zh-CN': '未执行任何操作。请用浏览器打开本平台的页面。',
    en: 'Nothing was done. Open a page of this portal in a browser.',
  },
});

/** Faults of a field that any form may have; a feature adds its own. */
export const fieldErrors = messages({
  required: { 'zh-CN': '请填写此项。', en: 'Fill this in.' },
  choice_unknown: { 'zh-CN': '请从选项中选择。', en: 'Choose one of the options.' },
  text_too_long: {
    'zh-CN': ({ maximum }: { maximum: number }) => `最多 ${maximum} 个字符。`,
    en: ({ maximum }: { maximum: number }) => `Use at most ${maximum} characters.`,
  },
  text_too_short: {
    'zh-CN': ({ minimum }: { minimum: number }) => `至少 ${minimum} 个字符。`,
    en: ({ minimum }: { minimum: number }) => `Use at least ${minimum} characters.`,
  },
  text_invalid: {
    'zh-CN': '含有不可用的字符。',
    en: 'It contains characters that cannot be used.',
  },
  number_invalid: { 'zh-CN': '请填写数字，例如 1200。', en: 'Enter a number, such as 1200.' },
  number_too_small: {
    'zh-CN': ({ minimum }: { minimum: number | string }) => `不得小于 ${minimum}。`,
    en: ({ minimum }: { minimum: number | string }) => `It must be at least ${minimum}.`,
  },
  number_too_large: {
    'zh-CN': ({ maximum }: { maximum: number | string }) => `不得大于 ${maximum}。`,
    en: ({ maximum }: { maximum: number | string }) => `It must be at most ${maximum}.`,
  },
  date_invalid: {
    'zh-CN': '请填写有效日期，例如 2026-06-30。',
    en: 'Enter a real date, such as 2026-06-30.',
  },
  date_too_early: {
    'zh-CN': ({ earliest }: { earliest: string }) => `不得早于 ${earliest}。`,
    en: ({ earliest }: { earliest: string }) => `It must not be before ${earliest}.`,
  },
  date_too_late: {
    'zh-CN': ({ latest }: { latest: string }) => `不得晚于 ${latest}。`,
    en: ({ latest }: { latest: string }) => `It must not be after ${latest}.`,
  },
  money_invalid: {
    'zh-CN': '请填写金额，例如 120000 或 120,000.50。',
    en: 'Enter an amount in yuan, such as 120000 or 120,000.50.',
  },
  money_negative: { 'zh-CN': '金额须大于零。', en: 'The amount must be more than zero.' },
  money_too_precise: { 'zh-CN': '金额最多精确到分。', en: 'Use at most two decimals.' },
  money_too_large: { 'zh-CN': '金额过大，请核对。', en: 'The amount is too large. Check it.' },
  credit_code_length: {
    'zh-CN': '统一社会信用代码为 18 位。',
    en: 'A unified social credit code has 18 characters.',
  },
  credit_code_alphabet: {
    'zh-CN': '统一社会信用代码只含数字和大写字母（不含 I、O、S、V、Z）。',
    en: 'A unified social credit code has digits and letters only, without I, O, S, V and Z.',
  },
  credit_code_checksum: {
    'zh-CN': '统一社会信用代码的校验位不符，请核对每一位。',
    en: 'The last character does not match the others. Check every character of the code.',
  },
  email_invalid: {
    'zh-CN': '请填写有效的电子邮箱，例如 name@company.cn。',
    en: 'Enter a valid e-mail address, such as name@company.cn.',
  },
  password_too_short: {
    'zh-CN': ({ minimum }: { minimum: number }) => `密码至少 ${minimum} 个字符，可用一句话。`,
    en: ({ minimum }: { minimum: number }) =>
      `Use at least ${minimum} characters; a sentence works well.`,
  },
  phone_invalid: {
    'zh-CN': '请填写有效的电话号码。',
    en: 'Enter a valid telephone number.',
  },
  must_accept: { 'zh-CN': '请勾选此项后继续。', en: 'Tick this to continue.' },
  file_missing: { 'zh-CN': '请选择文件。', en: 'Choose a file.' },
  file_empty: {
    'zh-CN': '文件为空（0 字节），请重新选择。',
    en: 'The file is empty (0 bytes). Choose another.',
  },
  file_too_large: {
    'zh-CN': ({ maximum }: { maximum: number }) => `文件超过 ${maximum} MB，请压缩或拆分。`,
    en: ({ maximum }: { maximum: number }) =>
      `The file is larger than ${maximum} MB. Compress or split it.`,
  },
  file_type: {
    'zh-CN': '文件内容与格式不符。可用 PDF、PNG、JPEG、OFD。',
    en: 'The file is not what its name says. Use PDF, PNG, JPEG or OFD.',
  },
  value_invalid: { 'zh-CN': '内容无效，请核对。', en: 'This is not valid. Check it.' },
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof fieldErrors> {}
}

export type FieldErrorCode = keyof ReturnType<typeof fieldErrors>;
