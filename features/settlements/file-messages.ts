import { messages, type ValuesOf } from '@/lib/messages';

/** Faults of a template's fields. */
export const templateFieldErrors = messages({
  column_needed: {
    'zh-CN': '须有收款户名、收款账号和金额三列。',
    en: 'The file needs the columns account name, account number and amount.',
  },
  column_twice: { 'zh-CN': '该内容已列过一次。', en: 'This content has a column already.' },
  heading_twice: { 'zh-CN': '该列名已用过。', en: 'This heading is used already.' },
  formula_like: {
    'zh-CN': '不能以 =、+、-、@ 开头，否则表格软件会当作公式。',
    en: 'It cannot begin with =, +, - or @: a spreadsheet would take it for a formula.',
  },
  unwritable: {
    'zh-CN': ({ character }: { character: string }) =>
      `所选编码无法写出“${character}”，请改用其他文字或编码。`,
    en: ({ character }: { character: string }) =>
      `The chosen encoding cannot write “${character}”. Use another text or encoding.`,
  },
});

export const templateRefusals = messages({
  template_wrong: { 'zh-CN': '有内容需要更正。', en: 'Some answers need correcting.' },
  template_changed: {
    'zh-CN': '他人刚刚修改了付款文件格式。请刷新页面，核对后再保存。',
    en: 'Somebody has just changed the payment file. Reload the page and compare before you save.',
  },
});

declare module '@/lib/messages' {
  interface CodeValues
    extends ValuesOf<typeof templateFieldErrors>, ValuesOf<typeof templateRefusals> {}
}

type Preview = { files: number; payments: number };

export const fileMessages = messages({
  title: { 'zh-CN': '付款文件格式', en: 'Format of the payment file' },
  lead: {
    'zh-CN':
      '按开户银行的要求设置付款文件。修改后用于之后复核的批次；已复核的批次保持复核时的文件不变。',
    en: 'Set the file as your bank wants it. A change applies to batches released after it; released batches keep their file.',
  },
  change: { 'zh-CN': '修改付款文件格式', en: 'Change the format' },
  shipped: { 'zh-CN': '套用常用格式', en: 'Start from a common format' },
  shippedLead: {
    'zh-CN': '选择后填入下方表单，保存后才生效。',
    en: 'Your choice fills the form below; it takes effect when you save it.',
  },
  name: { 'zh-CN': '格式名称', en: 'Name of the format' },
  format: { 'zh-CN': '文件类型', en: 'Kind of file' },
  formatHint: {
    'zh-CN': 'XLSX 中的账号、行号一律为文本。',
    en: 'In an XLSX file account and bank numbers are always text.',
  },
  encoding: { 'zh-CN': '文字编码（CSV）', en: 'Encoding (CSV)' },
  gb18030: { 'zh-CN': 'GB18030（兼容 GBK）', en: 'GB18030 (compatible with GBK)' },
  'utf-8-bom': { 'zh-CN': 'UTF-8（带 BOM）', en: 'UTF-8 with a byte-order mark' },
  'utf-8': { 'zh-CN': 'UTF-8（不带 BOM）', en: 'UTF-8 without a byte-order mark' },
  headings: { 'zh-CN': '首行写列名', en: 'First line has the headings' },
  markDigits: {
    'zh-CN': 'CSV 中的账号、行号后加制表符',
    en: 'A tab after account and bank numbers (CSV)',
  },
  markDigitsHint: {
    'zh-CN': '防止表格软件改写长数字；银行系统不接受制表符的，请勿勾选。',
    en: 'It keeps spreadsheets from rounding long numbers. Leave it off if the bank’s system refuses tabs.',
  },
  rowsPerFile: { 'zh-CN': '每个文件最多几笔', en: 'Payments per file, at most' },
  columns: { 'zh-CN': '列', en: 'Columns' },
  columnsLead: {
    'zh-CN': '按文件中的先后顺序填写；不需要的列留空。',
    en: 'In the order of the file. Leave out what you do not need.',
  },
  column: {
    'zh-CN': ({ n }: { n: number }) => `第 ${n} 列`,
    en: ({ n }: { n: number }) => `Column ${n}`,
  },
  content: { 'zh-CN': '内容', en: 'Content' },
  heading: { 'zh-CN': '列名', en: 'Heading' },
  text: { 'zh-CN': '固定文字', en: 'Fixed text' },
  none: { 'zh-CN': '（无）', en: '(none)' },
  number: { 'zh-CN': '序号', en: 'Number of the line' },
  reference: { 'zh-CN': '付款编号', en: 'Payment reference' },
  accountName: { 'zh-CN': '收款户名', en: 'Account name' },
  accountNumber: { 'zh-CN': '收款账号', en: 'Account number' },
  bankName: { 'zh-CN': '开户行', en: 'Bank' },
  cnapsCode: { 'zh-CN': '联行号', en: 'CNAPS code' },
  amount: { 'zh-CN': '金额（元）', en: 'Amount in yuan' },
  fixed: { 'zh-CN': '固定文字', en: 'Fixed text' },
  save: { 'zh-CN': '保存格式', en: 'Save the format' },
  preview: { 'zh-CN': '预览', en: 'Preview' },
  previewLead: {
    'zh-CN': '示例数据，随填写变化；未启用脚本的浏览器显示已保存的格式。',
    en: 'With example data, as you type. Without scripts it shows the format that is saved.',
  },
  version: {
    'zh-CN': ({ n }: { n: number }) => (n === 0 ? '默认格式' : `第 ${n} 版`),
    en: ({ n }: { n: number }) => (n === 0 ? 'the standard format' : `version ${n}`),
  },
  files: { 'zh-CN': '付款文件', en: 'Payment files' },
  filesLead: {
    'zh-CN': ({ files, payments }: Preview) => `共 ${files} 个文件、${payments} 笔付款。`,
    en: ({ files, payments }: Preview) =>
      `${files} ${files === 1 ? 'file' : 'files'}, ${payments} ${payments === 1 ? 'payment' : 'payments'}.`,
  },
  fileSum: {
    'zh-CN': ({ n, amount }: { n: number; amount: string }) => `${n} 笔，合计 ${amount}`,
    en: ({ n, amount }: { n: number; amount: string }) =>
      `${n} ${n === 1 ? 'payment' : 'payments'}, ${amount}`,
  },
  firstRows: {
    'zh-CN': ({ n }: { n: number }) => `仅显示前 ${n} 行。`,
    en: ({ n }: { n: number }) => `The first ${n} lines are shown.`,
  },
  download: {
    'zh-CN': ({ name }: { name: string }) => `下载 ${name}`,
    en: ({ name }: { name: string }) => `Download ${name}`,
  },
  fileHash: { 'zh-CN': '文件校验值（SHA-256）', en: 'Hash of the file (SHA-256)' },
  guarded: {
    'zh-CN': ({ references }: { references: string }) =>
      `以下付款的文字以 =、+、-、@ 开头，CSV 中将在其前加单引号：${references}。银行可能因户名不符退回，请核实。`,
    en: ({ references }: { references: string }) =>
      `Texts of these payments begin with =, +, - or @ and get an apostrophe in CSV: ${references}. The bank may refuse the name; check it.`,
  },
  unwritableLines: {
    'zh-CN': ({ references }: { references: string }) =>
      `所选编码无法写出以下付款的文字：${references}。请改用 UTF-8 或 XLSX，或请收款方更正账户信息。`,
    en: ({ references }: { references: string }) =>
      `The chosen encoding cannot write the texts of these payments: ${references}. Use UTF-8 or XLSX, or ask the payee to correct the account.`,
  },
  lineAt: { 'zh-CN': '行', en: 'Line' },
});
