import { messages, type ValuesOf } from '@/lib/messages';

export const documentRefusals = messages({
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
    'zh-CN': '文件内容不是 PDF、PNG、JPEG 或 OFD，请核对后重新选择。',
    en: 'The file is not a PDF, PNG, JPEG or OFD, whatever its name says. Choose another.',
  },
  file_malware: {
    'zh-CN': '文件未通过安全检查，已拒绝。',
    en: 'The file did not pass the security check and was refused.',
  },
  file_broken: {
    'zh-CN': '文件不完整或已损坏，打不开。请重新导出或扫描后上传。',
    en: 'The file is incomplete or damaged and cannot be opened. Export or scan it again.',
  },
  file_locked: {
    'zh-CN': '文件已加密。请另存为不带密码和限制的文件后上传。',
    en: 'The file is encrypted. Save it without a password or restrictions, then upload it.',
  },
  file_active: {
    'zh-CN': '文件带有脚本或启动程序的动作。请“打印”为新的 PDF 后上传。',
    en: 'The file contains a script, or starts a program. Print it to a new PDF, then upload that.',
  },
  file_pages: {
    'zh-CN': 'PDF 超过 500 页。请拆分后上传。',
    en: 'The PDF has more than 500 pages. Split it.',
  },
  file_pixels: {
    'zh-CN': '图片超过 1 亿像素。请缩小后上传。',
    en: 'The picture has more than 100 million pixels. Make it smaller.',
  },
  file_bomb: {
    'zh-CN': '文件展开后过大，已拒绝。请重新导出后上传。',
    en: 'The file would become far too large when opened, and was refused. Export it again.',
  },
  scanner_unavailable: {
    'zh-CN': '安全检查暂不可用，文件未保存。请几分钟后重试。',
    en: 'The security check is not available, so the file was not kept. Try again in a few minutes.',
  },
  scanner_limits: {
    'zh-CN':
      '门户的安全检查设置不允许检查此文件，文件未保存。重试无用，需由门户运营方调整设置；请联系受理单位。',
    en: 'The settings of the portal’s security check do not let it check this file, so it was not kept. Trying again does not help until the operator changes them: tell the office that handles your case.',
  },
  storage_full: {
    'zh-CN': '服务器存储空间不足，文件未保存。请稍后重试；如仍不行，请联系受理单位。',
    en: 'The server has no room left, so the file was not kept. Try again later, or tell the office that handles your case.',
  },
  storage_unavailable: {
    'zh-CN': '文件存储暂不可用，文件未保存。请几分钟后重试。',
    en: 'The file store is not available, so the file was not kept. Try again in a few minutes.',
  },
  upload_slow: {
    'zh-CN': '传输中断超过 20 秒，文件未保存。请重试。',
    en: 'Nothing arrived for 20 seconds, so the file was not kept. Try again.',
  },
  files_too_many: {
    'zh-CN': ({ maximum }: { maximum: number }) => `此项最多 ${maximum} 个文件。请合并或先移除。`,
    en: ({ maximum }: { maximum: number }) =>
      `At most ${maximum} files can be kept here. Combine some, or remove one first.`,
  },
  quota_reached: {
    'zh-CN': ({ maximum }: { maximum: number }) =>
      `贵单位 24 小时内上传已达上限（${maximum} 个文件或 2 GB）。请明天再传。`,
    en: ({ maximum }: { maximum: number }) =>
      `Your organisation has reached its limit for 24 hours (${maximum} files or 2 GB). Continue tomorrow.`,
  },
  file_duplicate: {
    'zh-CN': ({ name }: { name: string }) => `此文件已上传（${name}），无需重复上传。`,
    en: ({ name }: { name: string }) => `This file is here already, as ${name}.`,
  },
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof documentRefusals> {}
}

/** Why a file that is uploaded separately from a form is refused before it is read. */
export const uploadRefusals = messages({
  uploads_busy: {
    'zh-CN': '现在上传的人较多，稍后自动继续。',
    en: 'Many files are arriving just now. Yours continues by itself shortly.',
  },
  uploads_fast: {
    'zh-CN': '上传过于频繁，请一分钟后再试。',
    en: 'Too many files in a short time. Try again in a minute.',
  },
  length_needed: {
    'zh-CN': '未说明文件大小，无法接收。',
    en: 'The size of the file was not given, so it cannot be taken.',
  },
  request_wrong: {
    'zh-CN': '请求不完整。请刷新页面后重试。',
    en: 'The request is incomplete. Reload the page and try again.',
  },
});

export type DocumentRefusal = keyof ReturnType<typeof documentRefusals>;

export const documentMessages = messages({
  file: { 'zh-CN': '文件', en: 'File' },
  addressOver: {
    'zh-CN': '下载地址只在 10 分钟内有效，且只供打开它的人使用。请用下面的新地址下载。',
    en: 'An address for downloading works for 10 minutes, and only for the person it was shown to. Here is a new one.',
  },
  name: { 'zh-CN': '文件名', en: 'Name' },
  size: { 'zh-CN': '大小', en: 'Size' },
  hash: { 'zh-CN': '校验值（SHA-256）', en: 'Hash (SHA-256)' },
  shortHash: { 'zh-CN': '校验值', en: 'Hash' },
  download: { 'zh-CN': '下载', en: 'Download' },
  sample: { 'zh-CN': '查看样表', en: 'See a sample' },
  newTab: { 'zh-CN': '（新窗口）', en: ' (new tab)' },
});
