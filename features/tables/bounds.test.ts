import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { packedZip } from '@/db/testing/files';
import { explainIssues } from '@/server/field-errors';
import { maximumLines, maximumRows } from './limits';
import { tableFileErrors } from './messages';
import { listUpload } from './read-list';
import { readTable } from './table-file';
import { Unreadable } from './table-row';
import { Parts } from './workbook';
import { XmlReader } from './xml';
import { refused } from '@/lib/result';

/** Tests lists that are made to block the server: each is refused while it is read, and other work runs meanwhile. */
const megabyte = 1024 * 1024;
const pieceBytes = 64 * 1024;

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/>`;

/** Returns a workbook of one sheet. It may claim to unpack to fewer bytes than it does. */
const workbook = (sheet: string | Buffer, claimed?: number) =>
  packedZip([
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `<Relationships>${relation('a', 'worksheet', 'worksheets/sheet1.xml')}</Relationships>`,
    },
    { name: 'xl/workbook.xml', text: '<workbook><sheets><sheet r:id="a"/></sheets></workbook>' },
    { name: 'xl/worksheets/sheet1.xml', text: sheet, ...(claimed !== undefined && { claimed }) },
  ]);
const row = (cells: readonly string[], number = '') =>
  `<row${number}>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;
const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
const heading = row(['a', 'b', 'c']);

/** Returns why a list is refused, how many pieces were read until then, and how often other work could run. */
async function refusal(bytes: Uint8Array, kind: 'csv' | 'xlsx') {
  let pieces = 0;
  const cut = bytes.subarray.bind(bytes);
  bytes.subarray = (from, to) => {
    pieces += 1;
    return cut(from, to);
  };
  let turns = 0;
  const count = () => {
    turns += 1;
    waiting = setImmediate(count);
  };
  let waiting = setImmediate(count);
  let error: unknown;
  let rows = 0;
  try {
    for await (const piece of readTable(bytes, kind, 2_000)) rows += piece.rows.length;
  } catch (thrown) {
    error = thrown;
  }
  clearImmediate(waiting);
  if (!(error instanceof Unreadable)) throw new Error('The list was read.', { cause: error });
  const { code, values } = error.refusal;
  return { code, values, pieces, turns, rows };
}

const csv = (text: string) => new TextEncoder().encode(text);
const twenty = 20 * megabyte;

describe('a text file that is made to block the server', () => {
  it.each([
    [
      'a line of millions of cells',
      `a,b,c\n${'1,'.repeat(twenty / 2)}`,
      'list_too_many_columns',
      2,
    ],
    ['a cell that never ends', `a,b,c\n"${'x'.repeat(twenty)}`, 'list_cell_too_long', 2],
    ['a word that never ends', `a,b,c\nx${'x'.repeat(twenty)}`, 'list_cell_too_long', 2],
    ['a line of empty cells', `a,b,c\n1,2,3\n${',,'.repeat(twenty / 2)}`, 'list_line_too_long', 3],
    ['a line of quoted cells', `a,b,c\n${'"x",'.repeat(twenty / 4)}`, 'list_too_many_columns', 2],
    ['a line of quotes', `a,b,c\n"${'""'.repeat(twenty / 2)}`, 'list_cell_too_long', 2],
  ])('is refused at once: %s', async (_, text, code, line) => {
    const found = await refusal(csv(text), 'csv');
    expect(found).toMatchObject({ code, values: { line } });
    // Three pieces of 320: the first one, and the pieces that the longest line reaches into.
    expect(found.pieces).toBeLessThanOrEqual(3);
  });

  it('is refused at the first row beyond the limit, and lets other work run until then', async () => {
    const text = `a,b,c\n${'12345,12345,12345\n'.repeat(maximumRows + 100_000)}`;
    const found = await refusal(csv(text), 'csv');
    expect(found).toMatchObject({ code: 'list_too_many_rows', values: { maximum: maximumRows } });
    const read = Math.ceil(((maximumRows + 2) * 18) / pieceBytes);
    expect(found.pieces).toBeLessThanOrEqual(read + 1);
    expect(found.turns).toBeGreaterThanOrEqual(read - 1);
  });

  it('is refused for more empty lines than a spreadsheet has', async () => {
    const found = await refusal(csv(`a,b,c\n1,2,3\n${'\n'.repeat(twenty - 20)}`), 'csv');
    expect(found).toMatchObject({ code: 'list_too_many_rows', values: { maximum: maximumLines } });
    expect(found.pieces).toBeLessThanOrEqual(maximumLines / pieceBytes + 2);
  });

  it('is read although an office has left empty cells and lines behind', async () => {
    const rows: string[][] = [];
    const blanks = ','.repeat(16_384);
    const text = `a,b,c${blanks}\r\n"甲","x""y","1" \t${blanks}\r\n${blanks}\r\n1,2,3${blanks}\r\n`;
    for await (const piece of readTable(csv(text), 'csv', 2)) {
      rows.push(...piece.rows.map(({ line, cells }) => [String(line), ...cells]));
    }
    expect(rows).toEqual([
      ['2', '甲', 'x"y', '1'],
      ['4', '1', '2', '3'],
    ]);
  });
});

describe('a workbook that is made to block the server', () => {
  const many = (cell: string, count: number) =>
    Buffer.alloc(cell.length * count, cell).toString('latin1');

  it('is refused at the row with too many cells, whatever positions they claim', async () => {
    const wide = sheet(`${heading}<row>${many('<c><v>1</v></c>', 1_000_000)}</row>`);
    expect(await refusal(workbook(wide), 'xlsx')).toMatchObject({
      code: 'list_too_many_columns',
      values: { line: 2 },
    });
    const far = sheet(`${heading}<row r="7"><c r="XFD7"><v>1</v></c></row>`);
    expect(await refusal(workbook(far), 'xlsx')).toMatchObject({ values: { line: 7 } });
  });

  it.each([
    ['a cell that never ends', row(['1', '2', 'x'.repeat(twenty)]), 'list_damaged'],
    ['a long cell', row(['1', '2', 'x'.repeat(9_000)]), 'list_cell_too_long'],
    [
      'a cell in pieces',
      `<row><c t="str"><v>${many('1<!-- -->', 100_000)}</v></c></row>`,
      'list_cell_too_long',
    ],
    ['elements in elements', many('<x>', 100_000), 'list_damaged'],
    ['rows that go backwards', `${row(['1'], ' r="9"')}${row(['1'], ' r="8"')}`, 'list_damaged'],
    ['rows beyond the sheet', row(['1'], ' r="99999999999"'), 'list_damaged'],
    ['an entity of its own', '<row><c><v>&x;</v></c></row>', 'list_damaged'],
    ['too many rows', many('<row><c><v>1</v></c></row>', maximumRows + 1), 'list_too_many_rows'],
  ])('is refused: %s', async (_, rows, code) => {
    expect(await refusal(workbook(sheet(heading + rows)), 'xlsx')).toMatchObject({ code });
  });

  it('is refused by what it unpacks to, whatever it claims, and stops unpacking there', async () => {
    const comment = `<!--${'x'.repeat(60_000)}-->`;
    const bomb = Buffer.alloc(32 * megabyte, comment);
    const bytes = workbook(Buffer.concat([Buffer.from(`<a>${heading}`), bomb]), 100);
    const parts = new Parts(bytes, 4 * megabyte);
    let unpacked = 0;
    const reading = async () => {
      for await (const text of parts.text('xl/worksheets/sheet1.xml')) unpacked += text.length;
    };
    await expect(reading()).rejects.toMatchObject({ refusal: { code: 'list_too_large' } });
    expect(unpacked).toBeGreaterThan(3 * megabyte);
    expect(unpacked).toBeLessThanOrEqual(4 * megabyte);
    // All parts share the limit: bytes that one part used are not available to the next.
    const next = parts.read('xl/workbook.xml', {});
    await expect(next).rejects.toMatchObject({ refusal: { code: 'list_too_large' } });
  });

  it('is refused for more elements than a list has, however small they are', () => {
    const reader = new XmlReader({}, 101);
    reader.write(`<a>${'<c></c>'.repeat(100)}`);
    expect(() => reader.write('<c></c>')).toThrow(new Unreadable(refused('list_too_large')));
  });

  it('is refused when one of its bytes has changed', async () => {
    const whole = workbook(sheet(heading + row(['1', '2', '3'])));
    const sums = whole.slice();
    const at = Buffer.from(sums).lastIndexOf('xl/worksheets/sheet1.xml') - 46 + 16;
    sums[at] = (sums[at] ?? 0) ^ 1;
    expect((await refusal(sums, 'xlsx')).code).toBe('list_damaged');
  });
});

describe('the field for a list', () => {
  const input = z.object({ file: listUpload() });
  const refusalOf = async (bytes: Uint8Array<ArrayBuffer>, locale: 'zh-CN' | 'en') => {
    const file = new File([bytes], 'list.csv');
    const parsed = await input.safeParseAsync({ file });
    return explainIssues(parsed.error?.issues ?? [], locale, tableFileErrors);
  };

  it.each([
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'list_type'],
    ['no headings', csv('甲\n乙\n'), 'list_no_heading'],
    ['no rows', csv('a,b,c\n'), 'list_empty'],
    ['a half archive', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'list_type'],
  ] as const)('says what is wrong in both languages: %s', async (_, bytes, code) => {
    expect(await refusalOf(bytes, 'zh-CN')).toEqual({ file: tableFileErrors('zh-CN')[code] });
    expect(await refusalOf(bytes, 'en')).toEqual({ file: tableFileErrors('en')[code] });
  });

  it('says in which line', async () => {
    const bytes = csv(`a,b,c\n1,2,3\n${'1,'.repeat(70)}\n`);
    expect(await refusalOf(bytes, 'zh-CN')).toEqual({
      file: '第 3 行的列数过多，请删去无关的列。',
    });
    expect((await refusalOf(bytes, 'en')).file).toContain('Line 3 has too many columns');
  });
});
