import { messages, type ValuesOf } from '@/lib/messages';

type Line = { line: number };

/** Faults of a file that was chosen as a table, shown beside its field. */
export const tableFileErrors = messages({
  list_type: {
    'zh-CN': '文件不是 CSV 或 XLSX，请另存为其中一种后重新选择。',
    en: 'The file is neither CSV nor XLSX. Save it as one of them, then choose it again.',
  },
  list_too_large: {
    'zh-CN': '文件内容（解压后）过多，请拆分。',
    en: 'The file holds too much once unpacked. Split it.',
  },
  list_empty: { 'zh-CN': '表头下没有数据行。', en: 'There are no rows below the headings.' },
  list_no_heading: {
    'zh-CN': '没有找到表头：需有一行至少三个列名。',
    en: 'No headings were found: one row must name at least three columns.',
  },
  list_too_many_rows: {
    'zh-CN': ({ maximum }: { maximum: number }) => `超过 ${maximum} 行，请拆分。`,
    en: ({ maximum }: { maximum: number }) =>
      `There are more than ${maximum} rows. Split the list.`,
  },
  list_too_many_columns: {
    'zh-CN': ({ line }: Line) => `第 ${line} 行的列数过多，请删去无关的列。`,
    en: ({ line }: Line) => `Line ${line} has too many columns. Remove those that do not matter.`,
  },
  list_cell_too_long: {
    'zh-CN': ({ line }: Line) => `第 ${line} 行有单元格过长，可能缺少引号。请核对。`,
    en: ({ line }: Line) =>
      `A cell in line ${line} is too long; a quotation mark may be missing. Check it.`,
  },
  list_line_too_long: {
    'zh-CN': ({ line }: Line) => `第 ${line} 行过长，可能缺少换行。请核对。`,
    en: ({ line }: Line) => `Line ${line} is too long; a line break may be missing. Check it.`,
  },
  list_encoding: {
    'zh-CN':
      '文件编码既不是 UTF-8 也不是 GB18030（GBK），文字无法读取。请在表格软件中另存为“CSV UTF-8”或 XLSX 后重新选择。',
    en: 'The text is neither UTF-8 nor GB18030 (GBK) and cannot be read. Save it as “CSV UTF-8” or XLSX, then choose it again.',
  },
  list_damaged: {
    'zh-CN': '文件已损坏，无法读取。请重新保存后再选择。',
    en: 'The file is damaged and cannot be read. Save it anew, then choose it again.',
  },
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof tableFileErrors> {}
}
