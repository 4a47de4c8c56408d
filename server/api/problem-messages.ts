import { messages } from '@/lib/messages';
import type { ProblemKinds } from './problem';

/** Problems that every operation may answer with; an operation adds its own. */
export const generalProblems = {
  parameters_invalid: {
    status: 400,
    title: { 'zh-CN': '地址参数有误', en: 'The parameters are wrong' },
    detail: {
      'zh-CN': '按 errors 逐项更正地址中的参数后重试。',
      en: 'Correct each parameter named in errors and try again.',
    },
  },
  body_unreadable: {
    status: 400,
    title: { 'zh-CN': '请求正文不是 JSON', en: 'The body is not JSON' },
    detail: {
      'zh-CN': '请求正文须为 UTF-8 编码的 JSON 对象。',
      en: 'Send a JSON object, in UTF-8.',
    },
  },
  address_unknown: {
    status: 404,
    title: { 'zh-CN': '没有这个接口', en: 'There is nothing at this address' },
    detail: {
      'zh-CN': '核对地址；全部接口见开发者文档。',
      en: 'Check the address; the reference lists every one.',
    },
  },
  method_not_allowed: {
    status: 405,
    title: { 'zh-CN': '不支持此方法', en: 'The method is not allowed here' },
    detail: {
      'zh-CN': '使用 Allow 标头中列出的方法。',
      en: 'Use one of the methods that the Allow header names.',
    },
  },
  body_too_large: {
    status: 413,
    title: { 'zh-CN': '请求正文过大', en: 'The body is too large' },
    detail: { 'zh-CN': '请求正文不得超过 64 KiB。', en: 'Send at most 64 KiB.' },
  },
  type_unsupported: {
    status: 415,
    title: { 'zh-CN': '不支持此内容类型', en: 'The content type is not supported' },
    detail: {
      'zh-CN': '以 Content-Type: application/json 发送，不压缩，UTF-8 编码。',
      en: 'Send Content-Type: application/json, uncompressed, in UTF-8.',
    },
  },
  body_invalid: {
    status: 422,
    title: { 'zh-CN': '请求正文内容有误', en: 'The body is wrong' },
    detail: {
      'zh-CN': '按 errors 逐项更正后重试。',
      en: 'Correct what errors names and try again.',
    },
  },
  too_many_requests: {
    status: 429,
    title: { 'zh-CN': '请求过于频繁', en: 'Too many requests' },
    detail: {
      'zh-CN': '等待 Retry-After 标头所示的秒数后重试。',
      en: 'Wait as many seconds as the Retry-After header says, then try again.',
    },
  },
  unexpected: {
    status: 500,
    title: { 'zh-CN': '系统出错', en: 'Something went wrong' },
    detail: {
      'zh-CN': '系统出错，没有任何内容被改动。请重试；仍不成功请告知 instance 中的编号。',
      en: 'Something went wrong and nothing was changed. Try again; if it persists, quote the instance.',
    },
  },
} as const satisfies ProblemKinds;

/** Faults of values that only machines send; the other faults are those of the forms. */
export const faultTexts = messages({
  missing: { 'zh-CN': '缺少此项。', en: 'This is missing.' },
  field_unknown: { 'zh-CN': '没有这个字段。', en: 'There is no such field.' },
  parameter_unknown: { 'zh-CN': '没有这个参数。', en: 'There is no such parameter.' },
  parameter_repeated: { 'zh-CN': '此参数只能出现一次。', en: 'Give this parameter once only.' },
  cursor_invalid: {
    'zh-CN': '须为上一页答复中的 nextCursor，原样使用。',
    en: 'Use a nextCursor of an earlier answer, as it is.',
  },
  key_invalid: {
    'zh-CN': '名称须以小写字母开头，只含小写字母、数字和下划线。',
    en: 'A name begins with a small letter and has small letters, digits and underscores only.',
  },
  text_not_number: {
    'zh-CN': '须为带引号的文本。金额写成 "1200000.00"；JSON 数字会丢失精度。',
    en: 'Write it as text, in quotes. An amount is "1200000.00"; a JSON number would lose fen.',
  },
  type_wrong: {
    'zh-CN': ({ expected }: { expected: string }) => `类型须为 ${expected}。`,
    en: ({ expected }: { expected: string }) => `It must be of the type ${expected}.`,
  },
  choice_unknown: {
    'zh-CN': ({ choices }: { choices: string }) => `须为以下之一：${choices}。`,
    en: ({ choices }: { choices: string }) => `It must be one of: ${choices}.`,
  },
  format_invalid: { 'zh-CN': '格式不符，请核对文档。', en: 'It is not of the documented form.' },
  list_too_long: {
    'zh-CN': ({ maximum }: { maximum: number }) => `最多 ${maximum} 项。`,
    en: ({ maximum }: { maximum: number }) => `Send at most ${maximum} entries.`,
  },
});
