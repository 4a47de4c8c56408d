import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveEntries } from '@/features/documents/domain/archive';
import { csvFile, csvLine, csvTextCell } from '@/lib/csv';
import { encodingOf } from './csv-file';
import { plainCell } from './domain/cells';
import { kindOf, readTable } from './table-file';
import { Unreadable, type TableRow } from './table-row';
import { numberText } from './xlsx-file';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function read(bytes: Uint8Array, kind: 'csv' | 'xlsx' = 'csv') {
  let headers: readonly string[] = [];
  const rows: TableRow[] = [];
  for await (const piece of readTable(bytes, kind, 2)) {
    headers = piece.headers;
    rows.push(...piece.rows);
  }
  return { headers, rows };
}
const faultOf = (bytes: Uint8Array, kind: 'csv' | 'xlsx' = 'csv') =>
  read(bytes, kind).then(
    () => 'read',
    (error: unknown) => (error instanceof Unreadable ? error.refusal.code : String(error)),
  );

/** 信用代码,企业名称,金额 and one row in GB18030, as a spreadsheet of an office writes it. */
const gb18030 = Uint8Array.from(
  Buffer.from('d0c5d3c3b4fac2eb2cc6f3d2b5c3fbb3c62cbdf0b6ee0d0a412cbcd7b9abcbbe2c310d0a', 'hex'),
);

describe('a list as text', () => {
  it('is read in UTF-8, with and without its mark, and in GB18030', async () => {
    const text = '信用代码,企业名称,金额\r\nA,甲公司,1\r\n';
    const expected = {
      headers: ['信用代码', '企业名称', '金额'],
      rows: [{ line: 2, cells: ['A', '甲公司', '1'] }],
    };
    expect(await read(utf8(text))).toEqual(expected);
    expect(await read(utf8(`\uFEFF${text}`))).toEqual(expected);
    expect(encodingOf(gb18030)).toBe('gb18030');
    expect(await read(gb18030)).toEqual(expected);
    const wide = Buffer.from(`\uFEFF${text}`, 'utf16le');
    expect(await read(new Uint8Array(wide))).toEqual(expected);
  });

  it.each(['\t', ';', '|'])('finds its separator: %j', async (mark) => {
    const text = ['a,b,c', '1,2,3', '4,5,6'].join('\n').replaceAll(',', mark);
    expect((await read(utf8(text))).rows[1]).toEqual({ line: 3, cells: ['4', '5', '6'] });
  });

  it.each(['', '二〇二六年度名单\r\n'])(
    'does not take the marks of text cells for separators, however short the list is: %j',
    async (title) => {
      const days = ['2026-03-01', '2026-03-02', '2027-02-28', '202603010001'];
      const lines = [
        ['a', 'b', 'c', 'd', 'e'],
        ['甲公司', ...days],
      ];
      const text = title + lines.map((cells) => csvLine(cells.map(csvTextCell))).join('\r\n');
      for (const end of ['', '\r\n']) {
        const { rows } = await read(utf8(text + end));
        expect(rows.map(({ cells }) => cells)).toEqual([['甲公司', ...days]]);
      }
    },
  );

  it('keeps quotes, separators and line ends inside a cell', async () => {
    const { rows } = await read(utf8('a,b,c\n"甲""乙""","1,200","x\ny"\n'));
    expect(rows[0]?.cells).toEqual(['甲"乙"', '1,200', 'x\ny']);
  });

  it('passes over titles and empty lines, and counts lines as spreadsheets do', async () => {
    const { headers, rows } = await read(utf8('二〇二六年度名单\n\na,b,c\n,,\n1,2,3\n'));
    expect(headers).toEqual(['a', 'b', 'c']);
    expect(rows).toEqual([{ line: 5, cells: ['1', '2', '3'] }]);
  });

  it('is refused with the reason when it is no list', async () => {
    expect(await faultOf(utf8(''))).toBe('list_no_heading');
    expect(await faultOf(utf8('a,b,c\n'))).toBe('list_empty');
    expect(await faultOf(utf8(`a,b,c\n1,"2${'x'.repeat(3000)}\n`))).toBe('list_cell_too_long');
    expect(await faultOf(utf8(`${'a,'.repeat(70)}a\n1\n`))).toBe('list_too_many_columns');
  });

  it('reads back what was written for a spreadsheet, whatever is in the cells', async () => {
    const cell = fc
      .oneof(
        fc.string({ unit: 'grapheme', maxLength: 12 }),
        fc.string({ unit: fc.constantFrom(...'=+-@",;\t\n\r\'甲1 '), maxLength: 8 }),
        fc.stringMatching(/^\d{12,20}$/),
      )
      .map(plainCell)
      // Left out: a text that begins with the text mark itself cannot be told apart from our own mark.
      .filter((text) => plainCell(text) === text && !text.includes('\r'));
    const filled = cell.filter((text) => text !== '');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(filled, cell, filled), { minLength: 1, maxLength: 6 }),
        async (table) => {
          const lines = [['a', 'b', 'c'], ...table].map((cells) => csvLine(cells.map(csvTextCell)));
          const { rows } = await read(utf8(csvFile(lines)));
          expect(rows.map(({ cells }) => cells)).toEqual(table);
        },
      ),
      { numRuns: 60 },
    );
  });
});

async function workbook(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void) {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('名单'), book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('a list as a workbook', () => {
  it('is read as people see it: numbers, days, formulas, formatted text', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['名单']);
      sheet.addRow(['代码', '名称', '金额', '日期', '公式']);
      sheet.addRow([
        914403001922038216n.toString(),
        { richText: [{ text: '甲' }, { text: '公司' }] },
        1234.56,
        new Date(Date.UTC(2026, 0, 31)),
        { formula: 'C3*2', result: 2469.12 },
      ]);
      sheet.addRow([
        'x',
        'y',
        0.1 + 0.2,
        '2026年1月',
        { formula: '1/0', result: { error: '#DIV/0!' } },
      ]);
    });
    expect(kindOf(bytes)).toEqual({ ok: true, value: 'xlsx' });
    expect((await read(bytes, 'xlsx')).rows).toEqual([
      { line: 3, cells: ['914403001922038216', '甲公司', '1234.56', '2026-01-31', '2469.12'] },
      { line: 4, cells: ['x', 'y', '0.3', '2026年1月', '#DIV/0!'] },
    ]);
  });

  it('is read from its first visible sheet', async () => {
    const bytes = await workbook((sheet, book) => {
      sheet.state = 'hidden';
      sheet.addRow(['h', 'h', 'h']);
      sheet.addRow(['1', '1', '1']);
      const seen = book.addWorksheet('二');
      seen.addRow(['a', 'b', 'c']);
      seen.addRow(['2', '2', '2']);
    });
    const { headers, rows } = await read(bytes, 'xlsx');
    expect(headers).toEqual(['a', 'b', 'c']);
    expect(rows).toHaveLength(1);
  });

  it('is read with exact numbers, as far as a spreadsheet keeps their digits', () => {
    expect(numberText(12345678.9)).toBe('12345678.9');
    expect(numberText(0.0000001)).toBe('0.0000001');
    expect(numberText(1e6)).toBe('1000000');
    expect(numberText(914403001922038216)).toMatch(/^9\.14403\d*E\+17$/);
    expect(numberText(Number.NaN)).toBe('');
  });

  it('is refused when it is damaged, or is another kind of archive', async () => {
    const bytes = await workbook((sheet) => sheet.addRow(['a', 'b', 'c']));
    const cut = bytes.slice();
    const header = archiveEntries(cut).find(({ name }) => name.endsWith('sheet1.xml'))?.header ?? 0;
    cut.fill(7, header + 60, header + 200);
    const kind = kindOf(cut);
    expect(kind.ok ? await faultOf(cut, 'xlsx') : kind.code).toBe('list_damaged');
    const empty = Uint8Array.from([0x50, 0x4b, 5, 6, ...Array<number>(18).fill(0)]);
    expect(kindOf(empty)).toMatchObject({ code: 'list_type' });
  });
});
