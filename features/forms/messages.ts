import { messages } from '@/lib/messages';

/** Texts that describe a question: its kind, its limits, when it is asked. */
export const formTextMessages = messages({
  kind_text: { 'zh-CN': '单行文字', en: 'Text' },
  kind_longText: { 'zh-CN': '多行文字', en: 'Long text' },
  kind_number: { 'zh-CN': '数字', en: 'Number' },
  kind_money: { 'zh-CN': '金额', en: 'Amount of money' },
  kind_date: { 'zh-CN': '日期', en: 'Date' },
  kind_period: { 'zh-CN': '起止日期', en: 'Period' },
  kind_choice: { 'zh-CN': '单选', en: 'One of several' },
  kind_many: { 'zh-CN': '多选', en: 'Any of several' },
  kind_yesNo: { 'zh-CN': '是或否', en: 'Yes or no' },
  kind_vendor: { 'zh-CN': '入库服务商', en: 'Accredited vendor' },
  kind_creditCode: { 'zh-CN': '统一社会信用代码', en: 'Unified social credit code' },
  kind_region: { 'zh-CN': '地区', en: 'Region' },
  kind_email: { 'zh-CN': '电子邮箱', en: 'E-mail' },
  kind_phone: { 'zh-CN': '电话', en: 'Telephone' },
  kind_table: { 'zh-CN': '表格', en: 'Table' },
  kind_file: { 'zh-CN': '文件', en: 'File' },
  kind_declaration: { 'zh-CN': '声明', en: 'Declaration' },
  required: { 'zh-CN': '必填', en: 'required' },
  optional: { 'zh-CN': '选填', en: 'optional' },
  yes: { 'zh-CN': '是', en: 'Yes' },
  no: { 'zh-CN': '否', en: 'No' },
  separator: { 'zh-CN': '、', en: ', ' },
  gap: { 'zh-CN': '；', en: '; ' },
  atMostLength: {
    'zh-CN': ({ n }: { n: number }) => `最多 ${n} 字`,
    en: ({ n }: { n: number }) => `at most ${n} characters`,
  },
  between: {
    'zh-CN': ({ from, to }: { from: string; to: string }) => `${from} 至 ${to}`,
    en: ({ from, to }: { from: string; to: string }) => `${from} to ${to}`,
  },
  least: {
    'zh-CN': ({ from }: { from: string }) => `不小于 ${from}`,
    en: ({ from }: { from: string }) => `at least ${from}`,
  },
  most: {
    'zh-CN': ({ to }: { to: string }) => `不大于 ${to}`,
    en: ({ to }: { to: string }) => `at most ${to}`,
  },
  notBefore: {
    'zh-CN': ({ from }: { from: string }) => `不早于 ${from}`,
    en: ({ from }: { from: string }) => `not before ${from}`,
  },
  notAfter: {
    'zh-CN': ({ to }: { to: string }) => `不晚于 ${to}`,
    en: ({ to }: { to: string }) => `not after ${to}`,
  },
  whole: { 'zh-CN': '整数', en: 'whole' },
  choices: {
    'zh-CN': ({ list }: { list: string }) => `选项：${list}`,
    en: ({ list }: { list: string }) => `choices: ${list}`,
  },
  column: {
    'zh-CN': ({ label, of }: { label: string; of: string }) => `${label}（${of}）`,
    en: ({ label, of }: { label: string; of: string }) => `${label} (${of})`,
  },
  withSum: { 'zh-CN': '合计', en: 'with a sum' },
  columns: {
    'zh-CN': ({ list }: { list: string }) => `各列：${list}`,
    en: ({ list }: { list: string }) => `columns: ${list}`,
  },
  leastRows: {
    'zh-CN': ({ from }: { from: number }) => `至少 ${from} 行`,
    en: ({ from }: { from: number }) => (from === 1 ? 'at least one row' : `at least ${from} rows`),
  },
  rows: {
    'zh-CN': ({ to }: { to: number }) => `最多 ${to} 行`,
    en: ({ to }: { to: number }) => `at most ${to} rows`,
  },
  files: {
    'zh-CN': ({ n }: { n: number }) => `最多 ${n} 份`,
    en: ({ n }: { n: number }) => (n === 1 ? 'one file' : `at most ${n} files`),
  },
  sample: {
    'zh-CN': ({ text }: { text: string }) => `样例：${text}`,
    en: ({ text }: { text: string }) => `sample: ${text}`,
  },
  help: {
    'zh-CN': ({ text }: { text: string }) => `说明：${text}`,
    en: ({ text }: { text: string }) => `help: ${text}`,
  },
  onlyWhen: {
    'zh-CN': ({ condition }: { condition: string }) => `仅当${condition}`,
    en: ({ condition }: { condition: string }) => `only if ${condition}`,
  },
  and: { 'zh-CN': '，且', en: ' and ' },
  or: { 'zh-CN': '，或', en: ' or ' },
  is: {
    'zh-CN': ({ label, value }: { label: string; value: string }) => `“${label}”为“${value}”`,
    en: ({ label, value }: { label: string; value: string }) => `“${label}” is “${value}”`,
  },
  isOneOf: {
    'zh-CN': ({ label, values }: { label: string; values: string }) =>
      `“${label}”为下列之一：${values}`,
    en: ({ label, values }: { label: string; values: string }) => `“${label}” is one of: ${values}`,
  },
  isAnswered: {
    'zh-CN': ({ label }: { label: string }) => `已填写“${label}”`,
    en: ({ label }: { label: string }) => `“${label}” is answered`,
  },
  isNotAnswered: {
    'zh-CN': ({ label }: { label: string }) => `未填写“${label}”`,
    en: ({ label }: { label: string }) => `“${label}” is not answered`,
  },
  isAtLeast: {
    'zh-CN': ({ label, value }: { label: string; value: string }) => `“${label}”不小于 ${value}`,
    en: ({ label, value }: { label: string; value: string }) => `“${label}” is at least ${value}`,
  },
  isAtMost: {
    'zh-CN': ({ label, value }: { label: string; value: string }) => `“${label}”不大于 ${value}`,
    en: ({ label, value }: { label: string; value: string }) => `“${label}” is at most ${value}`,
  },
});
