import { messages } from '@/lib/messages';

/** Texts around a question on the screen: rows of a table, ends of a period, what a file must be, a correction. */
export const fieldMessages = messages({
  toCorrect: { 'zh-CN': '需更正', en: 'Correct this' },
  colon: { 'zh-CN': '：', en: ': ' },
  rowN: {
    'zh-CN': ({ number }: { number: number }) => `第 ${number} 行`,
    en: ({ number }: { number: number }) => `Row ${number}`,
  },
  addRow: { 'zh-CN': '增加一行', en: 'Add a row' },
  removeRow: { 'zh-CN': '删除', en: 'Remove' },
  emptyRows: { 'zh-CN': '空行不保存。', en: 'Empty rows are not kept.' },
  sum: { 'zh-CN': '合计', en: 'Total' },
  periodFrom: { 'zh-CN': '开始', en: 'From' },
  periodTo: { 'zh-CN': '结束', en: 'To' },
  fileKinds: {
    'zh-CN': ({ kinds }: { kinds: string }) => `仅限 ${kinds}，每份不超过 20 MB。`,
    en: ({ kinds }: { kinds: string }) => `${kinds} only, each up to 20 MB.`,
  },
  atMostFiles: {
    'zh-CN': ({ count }: { count: number }) => `最多 ${count} 份。`,
    en: ({ count }: { count: number }) => `At most ${count} files.`,
  },
  sample: { 'zh-CN': '样例', en: 'Sample' },
});
