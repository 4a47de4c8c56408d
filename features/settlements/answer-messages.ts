import type { Columns, Synonyms } from '@/features/tables/domain/columns';
import { messages, type ValuesOf } from '@/lib/messages';
import { stateChanged } from '@/lib/refusal-messages';
import type { AnswerField, ResultWords } from './domain/bank-answer';

export type AnswerColumns = Columns<AnswerField>;

/** The words that headings of banks' answers use. Earlier words of a field are preferred to later ones. */
export const answerSynonyms: Synonyms<AnswerField> = {
  reference: [
    '支付编号',
    '企业流水号',
    '企业业务编号',
    '客户流水号',
    '商户订单号',
    '业务参考号',
    '付款编号',
    '编号',
    'reference',
  ],
  accountNumber: [
    '收款人账号',
    '收款账号',
    '收款方账号',
    '对方账号',
    '账号',
    '帐号',
    'account number',
    'account',
  ],
  amount: ['支付金额', '付款金额', '转账金额', '交易金额', '金额', 'amount'],
  result: [
    '处理结果',
    '交易结果',
    '支付结果',
    '交易状态',
    '处理状态',
    '支付状态',
    '结果',
    '状态',
    'result',
    'status',
  ],
  paidOn: [
    '付款日期',
    '支付日期',
    '交易日期',
    '入账日期',
    '记账日期',
    '交易时间',
    '日期',
    'paid on',
    'date',
  ],
  bankReference: [
    '银行流水号',
    '交易流水号',
    '主机流水号',
    '交易序号',
    '凭证号',
    '流水号',
    'bank reference',
    'transaction number',
  ],
  reason: [
    '失败原因',
    '退回原因',
    '错误信息',
    '返回信息',
    '原因',
    '摘要',
    '备注',
    'reason',
    'message',
  ],
};

/** The words of banks for a payment that was made and one that was not. Words for a payment under way are neither. */
export const resultWords: ResultWords = {
  paid: [
    '成功',
    '交易成功',
    '付款成功',
    '支付成功',
    '处理成功',
    '转账成功',
    '已付款',
    '已付',
    '已入账',
    'success',
    'succeeded',
    'paid',
    'ok',
  ],
  failed: [
    '失败',
    '交易失败',
    '付款失败',
    '支付失败',
    '处理失败',
    '转账失败',
    '退回',
    '退票',
    '已退汇',
    '退汇',
    '拒绝',
    '不成功',
    '未成功',
    'failed',
    'failure',
    'rejected',
    'returned',
  ],
};

export const answerRefusals = messages({
  batch_unknown: { 'zh-CN': '没有这个批次。', en: 'There is no such batch.' },
  batch_not_released: {
    'zh-CN': '批次尚未复核或已办结，没有待登记的付款。',
    en: 'The batch is not released yet, or is closed: no payment waits for an answer.',
  },
  answer_unknown: { 'zh-CN': '没有这份回单。', en: 'There is no such bank answer.' },
  state_changed: stateChanged,
  mapping_wrong: { 'zh-CN': '请更正列的对应关系。', en: 'Correct which column holds what.' },
  answer_of_other_batch: {
    'zh-CN': ({ batch, line }: { batch: string; line: number }) =>
      `这份回单属于批次 ${batch}（第 ${line} 行），未导入。请在该批次中上传。`,
    en: ({ batch, line }: { batch: string; line: number }) =>
      `This answer belongs to batch ${batch} (line ${line}). Nothing was imported; upload it there.`,
  },
  answer_changed: {
    'zh-CN': '核对之后有付款的状态变动，尚未登记任何一笔。请重新核对。',
    en: 'A payment has changed since you checked. Nothing was marked; check again.',
  },
  answer_nothing: {
    'zh-CN': '没有可登记的行。',
    en: 'No line of the answer can be applied.',
  },
  payment_refused: {
    'zh-CN': ({ reference }: { reference: string }) =>
      `付款 ${reference} 不能登记，本次未登记任何一笔。请重新核对。`,
    en: ({ reference }: { reference: string }) =>
      `Payment ${reference} could not be marked, so none was. Check again.`,
  },
});

export const answerFieldErrors = messages({
  column_unknown: { 'zh-CN': '文件中没有这一列。', en: 'The file has no such column.' },
  column_twice: { 'zh-CN': '这一列已选作其他内容。', en: 'This column is used already.' },
  key_needed: {
    'zh-CN': '请选择付款编号所在的列；文件没有付款编号的，请选择收款账号和金额。',
    en: 'Choose the column of the payment reference; without one, those of account number and amount.',
  },
});

declare module '@/lib/messages' {
  interface CodeValues extends ValuesOf<typeof answerRefusals> {}
}

type Sum = { n: number; amount: string };

export const answerMessages = messages({
  title: { 'zh-CN': '银行回单', en: 'The bank’s answer' },
  importTitle: { 'zh-CN': '导入银行回单', en: 'Import the bank’s answer' },
  importLead: {
    'zh-CN': '支持 CSV（UTF-8、GB18030）和 XLSX。上传后先核对，确认后才登记。',
    en: 'CSV (UTF-8 or GB18030) or XLSX. You check it first; nothing is marked before you confirm.',
  },
  file: { 'zh-CN': '回单文件', en: 'File' },
  fileHint: { 'zh-CN': '须有表头，最多 20,000 行', en: 'With headings, at most 20,000 lines' },
  upload: { 'zh-CN': '上传并核对', en: 'Upload and check' },
  reading: { 'zh-CN': '正在读取…', en: 'Reading…' },
  mapTitle: { 'zh-CN': '列的对应关系', en: 'Which column holds what' },
  mapLead: {
    'zh-CN':
      '已按列名预选，请核对；确认后下次遇到同样的表头自动套用。列名为乱码的，请另存为 CSV UTF-8 或 XLSX 后重新上传。',
    en: 'Guessed from the headings; check them. The same headings are recognised next time. If they look garbled, save the file as CSV UTF-8 or XLSX and upload it again.',
  },
  reference: { 'zh-CN': '付款编号', en: 'Payment reference' },
  accountNumber: { 'zh-CN': '收款账号', en: 'Account number' },
  amount: { 'zh-CN': '金额', en: 'Amount' },
  result: { 'zh-CN': '处理结果', en: 'Result' },
  paidOn: { 'zh-CN': '付款日期', en: 'Paid on' },
  bankReference: { 'zh-CN': '银行流水号', en: 'Bank reference' },
  reason: { 'zh-CN': '失败原因', en: 'Reason of the failure' },
  noColumn: { 'zh-CN': '（文件中没有）', en: '(not in the file)' },
  paidOnAll: { 'zh-CN': '付款日期（未逐行列明的）', en: 'Paid on, for lines without a day' },
  bankReferenceAll: {
    'zh-CN': '银行流水号（未逐行列明的）',
    en: 'Bank reference, for lines without one',
  },
  check: { 'zh-CN': '核对', en: 'Check' },
  firstLines: { 'zh-CN': '文件前几行', en: 'The first lines of the file' },
  line: { 'zh-CN': '行', en: 'Line' },
  payment: { 'zh-CN': '付款', en: 'Payment' },
  payee: { 'zh-CN': '编号或账号', en: 'Reference or account' },
  said: { 'zh-CN': '银行结果', en: 'The bank says' },
  verdict: { 'zh-CN': '处理', en: 'What happens' },
  left: { 'zh-CN': '不登记的行', en: 'Lines that are left out' },
  leftLead: {
    'zh-CN': ({ n }: { n: number }) => `以下 ${n} 行不登记，相关付款保持原状态。`,
    en: ({ n }: { n: number }) =>
      `${n} ${n === 1 ? 'line is' : 'lines are'} left out; the payments stay as they are.`,
  },
  applied: { 'zh-CN': '将登记的行', en: 'Lines that are applied' },
  paidSum: {
    'zh-CN': ({ n, amount }: Sum) => `付款成功 ${n} 笔，${amount}`,
    en: ({ n, amount }: Sum) => `${n} paid, ${amount}`,
  },
  failedSum: {
    'zh-CN': ({ n, amount }: Sum) => `付款失败 ${n} 笔，${amount}`,
    en: ({ n, amount }: Sum) => `${n} failed, ${amount}`,
  },
  silent: {
    'zh-CN': ({ n, references }: { n: number; references: string }) =>
      `回单中没有 ${n} 笔待付的付款：${references}`,
    en: ({ n, references }: { n: number; references: string }) =>
      `${n} pending ${n === 1 ? 'payment is' : 'payments are'} not in the answer: ${references}`,
  },
  firstShown: {
    'zh-CN': ({ n }: { n: number }) => `仅列出前 ${n} 行。`,
    en: ({ n }: { n: number }) => `The first ${n} are shown.`,
  },
  confirm: { 'zh-CN': '确认登记', en: 'Apply it' },
  confirmLead: {
    'zh-CN': '确认后一次登记以上各行，并通知收款方；其中任何一笔不能登记的，全部不登记。',
    en: 'All lines above are applied together and the payees notified. If one cannot be applied, none is.',
  },
  confirmButton: {
    'zh-CN': ({ paid, failed }: { paid: number; failed: number }) =>
      `确认登记：成功 ${paid} 笔，失败 ${failed} 笔`,
    en: ({ paid, failed }: { paid: number; failed: number }) =>
      `Apply it: ${paid} paid, ${failed} failed`,
  },
  nothing: { 'zh-CN': '没有可登记的行。', en: 'No line can be applied.' },
  discard: { 'zh-CN': '作废这份回单', en: 'Discard this answer' },
  read: { 'zh-CN': '待确认', en: 'To be confirmed' },
  appliedState: { 'zh-CN': '已登记', en: 'Applied' },
  discarded: { 'zh-CN': '已作废', en: 'Discarded' },
  pay: { 'zh-CN': '登记付款成功', en: 'Marked as paid' },
  fail: { 'zh-CN': '登记付款失败', en: 'Marked as failed' },
  unknown: { 'zh-CN': '本批次没有这笔付款', en: 'No such payment in this batch' },
  doubled: { 'zh-CN': '同一付款有多行', en: 'More than one line for this payment' },
  ambiguous: {
    'zh-CN': '账号和金额对应多笔付款',
    en: 'Several payments have this account and amount',
  },
  moved: { 'zh-CN': '该付款已转入其他批次', en: 'The payment has left this batch' },
  settled: { 'zh-CN': '该付款已登记过', en: 'Marked already' },
  result_unknown: { 'zh-CN': '无法判断成功或失败', en: 'Neither paid nor failed' },
  amount_differs: { 'zh-CN': '金额与付款不一致', en: 'Another amount than the payment’s' },
  account_differs: { 'zh-CN': '账号与付款不一致', en: 'Another account than the payment’s' },
  account_cut: {
    'zh-CN': '账号已被表格软件改写（科学计数）',
    en: 'A spreadsheet has shortened the account number',
  },
  date_wrong: {
    'zh-CN': '付款日期缺失、早于复核或晚于今天',
    en: 'The day is missing, before the release, or in the future',
  },
  bank_reference_missing: { 'zh-CN': '缺少银行流水号', en: 'The bank’s reference is missing' },
});
