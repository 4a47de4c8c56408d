import { describe, expect, it } from 'vitest';
import { automaticRules } from '@/db/testing/automatic-programme';
import { fen, zeroFen } from '@/lib/money';
import { chipWords, headerSynonyms, purposeWords } from '../header-messages';
import {
  isCutNumber,
  plainCell,
  readAmount,
  readChoice,
  readDate,
  readText,
} from '../../tables/domain/cells';
import { fieldsFor } from './fields';
import { judge } from './judge';
import { suggestColumns } from '../../tables/domain/columns';
import { mappingFaults } from './mapping';
import { readRow } from './read-row';

const code = '91350100M000100Y43';

describe('the columns of a list', () => {
  const everything = fieldsFor({
    ...automaticRules,
    contract: { clause: '5', signedFrom: '2026-01-01', longestMonths: 12 },
    purposes: { clause: '5', allowed: ['training'] },
    stacking: { clause: '5', otherSupportAllowed: false },
    rates: [{ clause: '5', percent: '30', chipOrigin: 'domestic', firmYoungerThanMonths: 12 }],
  });

  it('are required as far as the rules use them', () => {
    expect(fieldsFor(automaticRules).filter(({ required }) => required)).toEqual([
      { field: 'creditCode', required: true },
      { field: 'name', required: true },
      { field: 'base', required: true },
    ]);
    expect(everything.filter(({ required }) => required).map(({ field }) => field)).toEqual([
      'creditCode',
      'name',
      'base',
      'registeredOn',
      'signedOn',
      'startsOn',
      'endsOn',
      'chipOrigin',
      'purpose',
      'otherSupport',
    ]);
  });

  it('are found by their headings, in Chinese and in English', () => {
    const headers = [
      '序号',
      '企业名称',
      '统一社会信用代码',
      '结算金额（元）',
      '补贴金额',
      '合同编号',
    ];
    expect(
      suggestColumns(
        headers,
        fieldsFor(automaticRules).map(({ field }) => field),
        headerSynonyms,
      ),
    ).toEqual({
      name: 1,
      creditCode: 2,
      base: 3,
      reference: 5,
      stated: 4,
    });
    const english = ['Company', 'Credit code', 'Settled amount (yuan)', 'Contact e-mail', 'Period'];
    expect(
      suggestColumns(
        english,
        fieldsFor(automaticRules).map(({ field }) => field),
        headerSynonyms,
      ),
    ).toEqual({
      name: 0,
      creditCode: 1,
      base: 2,
      email: 3,
      reference: 4,
    });
  });

  it('are each used for one field, are in yuan, and distinguish one award from the next', () => {
    const columns = { creditCode: 0, name: 0, base: 2, email: 9 };
    const headers = ['代码', '名称', '金额（万元）'];
    expect(mappingFaults({ columns, period: '' }, headers, fieldsFor(automaticRules))).toEqual({
      name: 'column_twice',
      base: 'column_in_wan',
      email: 'column_unknown',
      period: 'required',
    });
  });
});

describe('a cell', () => {
  it('is read without what copying and spreadsheets leave around it', () => {
    expect(plainCell('="00123"')).toBe('00123');
    expect(plainCell("'=SUM(A1)")).toBe('=SUM(A1)');
    expect(plainCell("'s-Gravenhage")).toBe("'s-Gravenhage");
    expect(plainCell('\u3000甲\u00a0')).toBe('甲');
    expect(plainCell('a\u0000b')).toBe('a\ufffdb');
  });

  it.each(['2026-01-05', '2026/1/5', '2026.1.5', '2026年1月5日', '20260105', '２０２６-０１-０５'])(
    'is read as a day: %s',
    (text) => {
      expect(readDate(text)).toEqual({ ok: true, value: '2026-01-05' });
    },
  );
  it.each(['2026-02-30', '05/01/2026', '46027', ''])('is not read as a day: %s', (text) => {
    expect(readDate(text).ok).toBe(false);
  });

  it('is read as an amount however it is typed, but never by guessing', () => {
    expect(readAmount('１２，３４５．６７ 元')).toEqual({ ok: true, value: 1_234_567n });
    expect(readAmount('¥1,200')).toEqual({ ok: true, value: 120_000n });
    for (const [text, fault] of [
      ['1,5', 'money_invalid'],
      ['-3', 'money_negative'],
      ['0.125', 'money_too_precise'],
      ['=1+1', 'cell_formula'],
      ['#REF!', 'cell_broken'],
      ['一万', 'money_invalid'],
    ] as const) {
      expect(readAmount(text), text).toMatchObject({ code: fault });
    }
  });

  it('is refused if it is a formula, a failed formula or a text with deceptive marks', () => {
    expect(readText('＝cmd()', 60)).toMatchObject({ code: 'cell_formula' });
    expect(readText('#N/A', 60)).toMatchObject({ code: 'cell_broken' });
    expect(readText('a\u202eb', 60)).toMatchObject({ code: 'text_invalid' });
    expect(readText('x'.repeat(61), 60)).toMatchObject({ code: 'text_too_long' });
    expect(readText('甲\n乙', 60)).toEqual({ ok: true, value: '甲 乙' });
  });

  it('is reported as cut off when a spreadsheet took it for a number', () => {
    expect(isCutNumber('9.14403E+17')).toBe(true);
    expect(isCutNumber('914403001922038216')).toBe(false);
  });

  it('is a choice by its words in either language', () => {
    expect(readChoice('国产', chipWords)).toEqual({ ok: true, value: 'domestic' });
    expect(readChoice('Imported', chipWords)).toEqual({ ok: true, value: 'foreign' });
    expect(readChoice('推 理', purposeWords)).toEqual({ ok: true, value: 'inference' });
    expect(readChoice('不详', chipWords).ok).toBe(false);
  });
});

const mapping = {
  columns: { creditCode: 0, name: 1, base: 2, reference: 3, email: 4 },
  period: '',
};
const words = { chipOrigin: chipWords, purpose: purposeWords };
const plan = { mapping, needs: fieldsFor(automaticRules), words, width: 5 };
const row = [code, '甲公司', '10000', 'HT-1', 'a@example.cn'];

describe('a row', () => {
  it('is read by its columns', () => {
    expect(readRow(row, plan)).toEqual({
      problems: {},
      read: {
        creditCode: code,
        name: '甲公司',
        base: 1_000_000n,
        reference: 'HT-1',
        email: 'a@example.cn',
      },
    });
  });

  it('reports every fault in its own column', () => {
    const faulty = ['9.135E+17', '', '0', '', 'a@', 'more'];
    expect(readRow(faulty, plan).problems).toEqual({
      row: { code: 'row_too_wide' },
      creditCode: { code: 'code_cut' },
      name: { code: 'required' },
      base: { code: 'money_negative' },
      reference: { code: 'reference_missing' },
      email: { code: 'email_invalid' },
    });
  });

  it('takes the period of its list where it names none', () => {
    const ofPeriod = { ...plan, mapping: { ...mapping, period: '2026-Q3' } };
    expect(readRow([code, '甲公司', '1', '', ''], ofPeriod).read.reference).toBe('2026-Q3');
  });
});

describe('the amount of a row', () => {
  const around = {
    on: '2026-06-01',
    firm: undefined,
    twin: undefined,
    usedFen: zeroFen,
    poolFen: fen(100_000_000n),
  };
  const { read } = readRow(row, plan);

  it('is the one that the rules give', () => {
    expect(judge(automaticRules, read, {}, around)).toEqual({ amountFen: 300_000n, problems: {} });
    // The same list in card-hours: 3,000.00 of them, at ¥5.50 each.
    const rules = {
      ...automaticRules,
      unit: 'cardHour' as const,
      unitPrice: { clause: '5', yuan: '5.50' },
    };
    const counted = { ...read, stated: fen(300_000n) };
    expect(judge(rules, counted, {}, around)).toEqual({ amountFen: 1_650_000n, problems: {} });
    expect(judge(rules, { ...read, stated: fen(1_650_000n) }, {}, around).problems).toEqual({
      stated: { code: 'amount_differs', values: { stated: '16,500.00', computed: '3,000.00' } },
    });
    expect(judge(rules, counted, {}, { ...around, poolFen: fen(100n) }).problems.row).toMatchObject(
      {
        code: 'pool_exhausted',
        values: { unit: 'cardHour' },
      },
    );
  });

  it('is null when an earlier line is the same', () => {
    const twin = { line: 2, importReference: null };
    expect(judge(automaticRules, read, {}, { ...around, twin }).problems).toEqual({
      row: { code: 'duplicate_in_file', values: { line: 2 } },
    });
  });

  it('is null where the pool has less, and the problem says how much is left', () => {
    const judged = judge(automaticRules, read, {}, { ...around, poolFen: fen(100n) });
    expect(judged).toMatchObject({
      amountFen: null,
      problems: { row: { code: 'pool_exhausted', values: { left: '100', amount: '300000' } } },
    });
  });

  it('requires an address only where the firm has no owner on the portal', () => {
    const { email: _, ...silent } = read;
    const firm = {
      name: '甲 公司',
      kind: 'startup' as const,
      applicantType: 'enterprise',
      registeredOn: '2020-01-01',
    };
    const judged = (hasOwner: boolean) =>
      judge(automaticRules, silent, {}, { ...around, firm: { ...firm, hasOwner } }).problems;
    expect(judged(true)).toEqual({});
    expect(judged(false)).toEqual({ email: { code: 'email_needed' } });
  });
});
