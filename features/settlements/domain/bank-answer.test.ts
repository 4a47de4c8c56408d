import { describe, expect, it } from 'vitest';
import { fen } from '../../../lib/money';
import { identityKey } from '../../../lib/normal';
import { suggestColumns } from '../../tables/domain/columns';
import { answerSynonyms, resultWords } from '../answer-messages';
import {
  answerFields,
  answerMappingFaults,
  judgeAnswer,
  readResult,
  type AnswerContext,
  type AnswerMapping,
} from './bank-answer';

const headers = [
  '序号',
  '企业流水号',
  '收款账号',
  '转账金额',
  '处理结果',
  '交易日期',
  '银行流水号',
  '失败原因',
];
const columns = suggestColumns(headers, answerFields, answerSynonyms);
const mapping: AnswerMapping = { columns, paidOn: '', bankReference: '' };
const payment = (at: number, state: 'pending' | 'paid' = 'pending') => ({
  id: `p${at}`,
  reference: `JS-2026-000001-${at}`,
  accountNumber: `62220208000012345${at}0`,
  amountFen: fen(BigInt(at) * 100_050n),
  state,
});
const context: AnswerContext = {
  mapping,
  words: resultWords,
  payments: [payment(1), payment(2), payment(3, 'paid'), payment(4)],
  moved: new Set([identityKey('JS-2026-000001-9')]),
  earliest: '2026-06-01',
  today: '2026-06-10',
};
const row = (cells: Partial<Record<(typeof headers)[number], string>>, line = 2) => ({
  line,
  cells: headers.map((header) => cells[header] ?? ''),
});
const good = {
  企业流水号: 'JS-2026-000001-1',
  收款账号: '6222 0208 0000 1234 510',
  转账金额: '1,000.50',
  处理结果: '交易成功',
  交易日期: '20260602',
  银行流水号: 'B001',
};
const verdict = (cells: Parameters<typeof row>[0], changes: Partial<AnswerContext> = {}) =>
  judgeAnswer([row(cells)], { ...context, ...changes })[0]?.verdict;

describe('the columns of a bank’s answer', () => {
  it('are guessed from the headings of common sheets', () => {
    expect(columns).toEqual({
      reference: 1,
      accountNumber: 2,
      amount: 3,
      result: 4,
      paidOn: 5,
      bankReference: 6,
      reason: 7,
    });
  });

  it('must say which payment is meant and what became of it', () => {
    const faults = (given: AnswerMapping['columns']) =>
      answerMappingFaults({ ...mapping, columns: given }, headers);
    expect(faults(columns)).toEqual({});
    expect(faults({})).toEqual({ reference: 'key_needed', result: 'required', amount: 'required' });
    expect(faults({ accountNumber: 2, result: 4 })).toEqual({ amount: 'required' });
    expect(faults({ reference: 1, result: 1, reason: 40 })).toEqual({
      result: 'column_twice',
      reason: 'column_unknown',
    });
  });
});

describe('a result', () => {
  it.each([
    ['成功', 'paid'],
    ['0000 交易成功', 'paid'],
    ['Ｓｕｃｃｅｓｓ', 'paid'],
    ['E1024:交易失败', 'failed'],
    ['退票', 'failed'],
    ['不成功', 'failed'],
    ['处理中', undefined],
    ['部分成功', undefined],
    ['', undefined],
  ] as const)('%s', (cell, meaning) => {
    expect(readResult(cell, resultWords)).toBe(meaning);
  });
});

describe('a line', () => {
  it('marks its payment as paid or failed, with the bank’s day, number and reason', () => {
    expect(judgeAnswer([row(good)], context)).toMatchObject([
      { verdict: 'pay', paymentId: 'p1', paidOn: '2026-06-02', bankReference: 'B001' },
    ]);
    const failed = {
      ...good,
      处理结果: '失败',
      交易日期: '',
      银行流水号: '',
      失败原因: '户名不符',
    };
    expect(judgeAnswer([row(failed)], context)).toMatchObject([
      { verdict: 'fail', reason: '户名不符' },
    ]);
    expect(judgeAnswer([row({ ...failed, 失败原因: '' })], context)).toMatchObject([
      { verdict: 'fail', reason: '失败' },
    ]);
  });

  it.each([
    ['unknown', { ...good, 企业流水号: 'JS-2026-000001-7' }],
    ['settled', { ...good, 企业流水号: 'JS-2026-000001-3', 收款账号: '', 转账金额: '' }],
    ['amount_differs', { ...good, 转账金额: '1000.05' }],
    ['amount_differs', { ...good, 转账金额: '一千' }],
    ['account_differs', { ...good, 收款账号: '6222020800001234520' }],
    ['account_cut', { ...good, 收款账号: '6.22202E+18' }],
    ['result_unknown', { ...good, 处理结果: '处理中' }],
    ['date_wrong', { ...good, 交易日期: '' }],
    ['date_wrong', { ...good, 交易日期: '昨天' }],
    ['date_wrong', { ...good, 交易日期: '2026-05-31' }],
    ['date_wrong', { ...good, 交易日期: '2026-06-11' }],
    ['bank_reference_missing', { ...good, 银行流水号: '' }],
  ] as const)('is left out, and says why: %s', (expected, cells) => {
    expect(verdict(cells)).toBe(expected);
  });

  it('takes day and number of the whole answer where it has none', () => {
    const whole = { ...mapping, paidOn: '2026-06-03', bankReference: 'WHOLE' };
    const [line] = judgeAnswer([row({ ...good, 交易日期: '', 银行流水号: '' })], {
      ...context,
      mapping: whole,
    });
    expect(line).toMatchObject({ verdict: 'pay', paidOn: '2026-06-03', bankReference: 'WHOLE' });
  });

  it('decides nothing where another line is about the same payment', () => {
    const lines = judgeAnswer([row(good), row({ ...good, 处理结果: '失败' }, 3)], context);
    expect(lines.map((line) => line.verdict)).toEqual(['doubled', 'doubled']);
  });

  it('is known by account and amount where the file has no references, unless two payments fit', () => {
    const { reference: _reference, ...rest } = columns;
    const without = { ...mapping, columns: rest };
    expect(verdict(good, { mapping: without })).toBe('pay');
    const twins = [payment(1), { ...payment(1), id: 'twin', reference: 'JS-2026-000001-8' }];
    expect(verdict(good, { mapping: without, payments: twins })).toBe('ambiguous');
  });

  it('of a payment that has left the batch says so', () => {
    expect(verdict({ ...good, 企业流水号: 'JS-2026-000001-9' })).toBe('moved');
  });
});
