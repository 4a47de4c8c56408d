import { messages } from '@/lib/messages';
import type { FileColumn, FileTemplate, PaymentField } from './domain/payment-file';

/** The names of the templates that the portal ships, by shape: a bank's own name says nothing about its next version. */
export const shippedNames = messages({
  detail_csv: { 'zh-CN': '支付明细（CSV，UTF-8）', en: 'Payment list (CSV, UTF-8)' },
  corporate_csv: {
    'zh-CN': '对公批量转账（CSV，GB18030）',
    en: 'Corporate batch transfer (CSV, GB18030)',
  },
  agency_xlsx: { 'zh-CN': '批量代付（XLSX）', en: 'Batch payment by agency (XLSX)' },
});

const column = (field: PaymentField, heading: string, text = ''): FileColumn => ({
  field,
  heading,
  text,
});

/** The templates that the portal ships. Headings are Chinese in every language, because banks read them. */
export const shippedTemplates = {
  detail_csv: {
    name: '支付明细（CSV，UTF-8）',
    format: 'csv',
    encoding: 'utf-8-bom',
    headings: true,
    rowsPerFile: 5_000,
    markDigits: true,
    columns: [
      column('reference', '支付编号'),
      column('accountName', '收款人全称'),
      column('accountNumber', '收款人账号'),
      column('bankName', '收款人开户银行'),
      column('cnapsCode', '开户银行行号'),
      column('amount', '支付金额（元）'),
      column('fixed', '用途', '算力券结算'),
    ],
  },
  corporate_csv: {
    name: '对公批量转账（CSV，GB18030）',
    format: 'csv',
    encoding: 'gb18030',
    headings: true,
    rowsPerFile: 1_000,
    markDigits: false,
    columns: [
      column('number', '序号'),
      column('accountNumber', '收款账号'),
      column('accountName', '收款户名'),
      column('bankName', '收款行名称'),
      column('cnapsCode', '收款行行号'),
      column('amount', '转账金额'),
      column('fixed', '用途', '算力券结算'),
      column('reference', '企业流水号'),
    ],
  },
  agency_xlsx: {
    name: '批量代付（XLSX）',
    format: 'xlsx',
    encoding: 'utf-8',
    headings: true,
    rowsPerFile: 500,
    markDigits: false,
    columns: [
      column('number', '序号'),
      column('reference', '企业流水号'),
      column('accountNumber', '收款人账号'),
      column('accountName', '收款人名称'),
      column('bankName', '开户行名称'),
      column('cnapsCode', '联行号'),
      column('amount', '付款金额'),
      column('fixed', '币种', '人民币'),
      column('fixed', '附言', '算力券结算'),
    ],
  },
} as const satisfies Record<string, FileTemplate>;

export type ShippedName = keyof typeof shippedTemplates;

/** The template of a city that has chosen none. */
export const standardTemplate: FileTemplate = shippedTemplates.detail_csv;

export const isShipped = (name: string | undefined): name is ShippedName =>
  name !== undefined && Object.hasOwn(shippedTemplates, name);

/** Example payments for the preview of a template, where no batch waits. */
export const examplePayee = {
  accountName: '庆阳示例计算有限公司',
  accountNumber: '6222020800001234567',
  bankName: '示例银行庆阳分行',
  cnapsCode: '001234567890',
} as const;
