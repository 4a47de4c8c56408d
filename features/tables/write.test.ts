import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText, unwritable } from './encode';
import { kindOf, readTable } from './table-file';
import { writeXlsx } from './write-xlsx';

describe('a text that is written', () => {
  it.each(['gb18030', 'utf-8', 'utf-8-bom'] as const)(
    'comes back from its bytes: %s',
    (encoding) => {
      const decoder = new TextDecoder(encoding === 'gb18030' ? 'gb18030' : 'utf-8');
      fc.assert(
        fc.property(fc.string({ unit: 'binary' }), (text) => {
          if (text.startsWith('\uFEFF') || unwritable(text, encoding) !== undefined) return;
          expect(decoder.decode(encodeText(text, encoding))).toBe(text);
        }),
      );
    },
  );

  it('in GB18030 has rare names of people and places', () => {
    const text = '禤㛃𠮷·买买提（㙍塘）';
    expect(unwritable(text, 'gb18030')).toBeUndefined();
    expect(new TextDecoder('gb18030').decode(encodeText(text, 'gb18030'))).toBe(text);
  });

  it('names the character that would arrive as another one, and is not written', () => {
    expect(unwritable('甲\ue5e5乙', 'gb18030')).toBe('\ue5e5');
    expect(unwritable('甲\ue5e5乙', 'utf-8')).toBeUndefined();
    expect(() => encodeText('甲\ue5e5乙', 'gb18030')).toThrow('cannot carry');
  });

  it('has the mark of UTF-8 only where it is asked for', () => {
    expect([...encodeText('a', 'utf-8-bom')]).toEqual([0xef, 0xbb, 0xbf, 0x61]);
    expect([...encodeText('a', 'utf-8')]).toEqual([0x61]);
  });
});

const cells = [
  ['账号', '户名', '金额'].map((text) => ({ kind: 'text' as const, text })),
  [
    { kind: 'text' as const, text: '0062220208000012345' },
    { kind: 'text' as const, text: '=庆阳<云> & "计算"' },
    { kind: 'amount' as const, text: '300000.10' },
  ],
];

describe('a workbook that is written', () => {
  it('has account numbers and formulas as text, and amounts as numbers, for a spreadsheet', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(writeXlsx(cells).buffer);
    const row = book.worksheets[0]?.getRow(2);
    expect(row?.getCell(1).value).toBe('0062220208000012345');
    expect(row?.getCell(1).numFmt).toBe('@');
    expect(row?.getCell(2).value).toBe('=庆阳<云> & "计算"');
    expect(row?.getCell(2).type).toBe(ExcelJS.ValueType.String);
    expect(row?.getCell(3).value).toBe(300000.1);
    expect(row?.getCell(3).numFmt).toBe('0.00');
  });

  it('is read by the portal’s own reader, and is the same bytes every time', async () => {
    const bytes = writeXlsx(cells);
    expect(kindOf(bytes)).toEqual({ ok: true, value: 'xlsx' });
    const rows: string[][] = [];
    for await (const piece of readTable(bytes, 'xlsx', 10)) {
      rows.push([...piece.headers], ...piece.rows.map((row) => [...row.cells]));
    }
    expect(rows).toEqual([
      ['账号', '户名', '金额'],
      ['0062220208000012345', '=庆阳<云> & "计算"', '300000.1'],
    ]);
    expect(writeXlsx(cells)).toEqual(bytes);
  });

  it('holds no character that XML has no place for', () => {
    expect(() => writeXlsx([[{ kind: 'text', text: 'a\u0001' }]])).toThrow('cannot hold');
  });
});
