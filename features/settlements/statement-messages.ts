import { messages } from '@/lib/messages';

type Days = { from: string; to: string };

export const statementMessages = messages({
  title: { 'zh-CN': '对账单', en: 'Statement of account' },
  lead: {
    'zh-CN': '应付、已付和追回的每一笔，可下载入账。',
    en: 'What is owed, paid and recovered, row by row, with files for your books.',
  },
  of: { 'zh-CN': '单位', en: 'Organisation' },
  creditCode: { 'zh-CN': '统一社会信用代码', en: 'Credit code' },
  span: { 'zh-CN': '期间', en: 'Period' },
  fromTo: {
    'zh-CN': ({ from, to }: Days) => `${from} 至 ${to}`,
    en: ({ from, to }: Days) => `${from} to ${to}`,
  },
  madeOn: { 'zh-CN': '出具日期', en: 'As of' },
  choose: { 'zh-CN': '选择期间', en: 'Choose the period' },
  period: { 'zh-CN': '期间', en: 'Period' },
  from: { 'zh-CN': '自', en: 'From' },
  to: { 'zh-CN': '至', en: 'until' },
  quarterOf: {
    'zh-CN': ({ year, quarter }: { year: string; quarter: string }) =>
      `${year} 年第 ${quarter} 季度`,
    en: ({ year, quarter }: { year: string; quarter: string }) => `Quarter ${quarter} of ${year}`,
  },
  yearOf: {
    'zh-CN': ({ year }: { year: string }) => `${year} 年`,
    en: ({ year }: { year: string }) => `Year ${year}`,
  },
  ownDays: { 'zh-CN': '本年，或右侧日期', en: 'This year, or the days beside it' },
  show: { 'zh-CN': '查看', en: 'Show' },
  opening: { 'zh-CN': '期初应付余额', en: 'Owed at the beginning' },
  closing: { 'zh-CN': '期末应付余额', en: 'Owed at the end' },
  balanceHint: {
    'zh-CN': '余额为负的，为应退款项。',
    en: 'A balance below zero is owed to the city.',
  },
  total: { 'zh-CN': '合计', en: 'Total' },
  rows: { 'zh-CN': '明细', en: 'Rows' },
  none: { 'zh-CN': '该期间没有发生额', en: 'Nothing happened in this period' },
  day: { 'zh-CN': '日期', en: 'Date' },
  what: { 'zh-CN': '事项', en: 'What' },
  city: { 'zh-CN': '城市', en: 'City' },
  reference: { 'zh-CN': '编号', en: 'Reference' },
  order: { 'zh-CN': '订单号', en: 'Order' },
  invoices: { 'zh-CN': '发票号码', en: 'Invoices' },
  invoiced: { 'zh-CN': '发票金额', en: 'Invoiced' },
  captured: { 'zh-CN': '核定', en: 'Verified' },
  reversed: { 'zh-CN': '追回', en: 'Recovered' },
  credited: { 'zh-CN': '还款或核减', en: 'Repaid or written off' },
  paid: { 'zh-CN': '已付', en: 'Paid' },
  drawn: { 'zh-CN': '备用金抵扣', en: 'Covered by the advance' },
  advanced: { 'zh-CN': '其中拨付备用金', en: 'Of it paid in advance' },
  balance: { 'zh-CN': '应付余额', en: 'Owed' },
  settledBy: { 'zh-CN': '结算付款编号', en: 'Settled by payment' },
  paidOn: { 'zh-CN': '付款日期', en: 'Paid on' },
  bankReference: { 'zh-CN': '银行流水号', en: 'Bank reference' },
  account: { 'zh-CN': '收款账号', en: 'Account' },
  inYuan: {
    'zh-CN': ({ column }: { column: string }) => `${column}（元）`,
    en: ({ column }: { column: string }) => `${column} (CNY)`,
  },
  kind_captured: { 'zh-CN': '核定', en: 'Verified' },
  kind_reversed: { 'zh-CN': '追回', en: 'Recovered' },
  kind_netted: { 'zh-CN': '追回（已抵扣）', en: 'Recovered (netted)' },
  kind_repaid: { 'zh-CN': '还款', en: 'Repaid' },
  kind_written_off: { 'zh-CN': '核减欠款', en: 'Written off' },
  kind_paid: { 'zh-CN': '付款', en: 'Payment' },
  kind_drawn: { 'zh-CN': '备用金抵扣', en: 'Covered by the advance' },
  kind_refilled: { 'zh-CN': '备用金补足', en: 'Advance paid up again' },
  kind_advanced: { 'zh-CN': '备用金拨付', en: 'Advance paid' },
  direct: { 'zh-CN': '直接补助', en: 'Paid directly' },
  settled_pending: { 'zh-CN': '付款中', en: 'being paid' },
  settled_failed: { 'zh-CN': '付款未成功', en: 'payment failed' },
  notSettled: { 'zh-CN': '待结算', en: 'Not settled yet' },
  files: { 'zh-CN': '下载本期对账单', en: 'Files of this period' },
  tooMany: {
    'zh-CN': ({ most }: { most: number }) =>
      `本期超过 ${most} 行，PDF 请分期下载；XLSX、CSV 不受限制。`,
    en: ({ most }: { most: number }) =>
      `This period has more than ${most} rows. For a PDF choose a shorter one; XLSX and CSV have all.`,
  },
  payments: { 'zh-CN': '逐笔付款', en: 'Payment by payment' },
  page: {
    'zh-CN': ({ page, pages }: { page: number; pages: number }) => `第 ${page} 页，共 ${pages} 页`,
    en: ({ page, pages }: { page: number; pages: number }) => `Page ${page} of ${pages}`,
  },
  issued: {
    'zh-CN': '本对账单由算券平台按账本生成。',
    en: 'Drawn up by the portal from its ledger.',
  },
});
