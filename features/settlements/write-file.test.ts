import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { fen } from '@/lib/money';
import { guardedLines, templateFaults, type FileTemplate } from './domain/payment-file';
import { shippedTemplates } from './shipped-template-messages';
import { bindingHash, unfit, unwritableLines, writeFiles } from './write-file';

const line = (at: number, accountName = '庆阳云计算有限公司') => ({
  reference: `JS-2026-000001-${at}`,
  accountName,
  accountNumber: '6222020800001234567',
  bankName: '示例银行庆阳分行',
  cnapsCode: '001234567890',
  amountFen: fen(30_000_050n),
});
const lines = [line(1), line(2), line(3)];
const { detail_csv: detail, corporate_csv: corporate, agency_xlsx: agency } = shippedTemplates;
const text = (bytes: Uint8Array | undefined, encoding: string) =>
  new TextDecoder(encoding, { fatal: true }).decode(bytes);

describe('a payment file', () => {
  it('has the columns, order, headings and encoding of its template', () => {
    const [file] = writeFiles('JS-2026-000001', corporate, lines);
    expect(file?.name).toBe('JS-2026-000001.csv');
    const rows = Papa.parse<string[]>(text(file?.bytes, 'gb18030'), { skipEmptyLines: true }).data;
    expect(rows[0]).toEqual(corporate.columns.map(({ heading }) => heading));
    expect(rows[2]).toEqual([
      '2',
      '6222020800001234567',
      '庆阳云计算有限公司',
      '示例银行庆阳分行',
      '001234567890',
      '300000.50',
      '算力券结算',
      'JS-2026-000001-2',
    ]);
  });

  it('marks digits for spreadsheets only where the template says so', () => {
    const marked = text(writeFiles('B', detail, lines)[0]?.bytes, 'utf-8');
    const plain = text(writeFiles('B', { ...detail, markDigits: false }, lines)[0]?.bytes, 'utf-8');
    expect(marked).toContain(',6222020800001234567\t,');
    expect(plain).toContain(',6222020800001234567,');
  });

  it('is cut into files of as many payments as the bank takes, each numbered from 1 and summed', () => {
    const files = writeFiles('B', { ...corporate, headings: false, rowsPerFile: 2 }, lines);
    expect(files.map(({ name }) => name)).toEqual(['B-1.csv', 'B-2.csv']);
    expect(files.map(({ table }) => table.totalFen)).toEqual([60_000_100n, 30_000_050n]);
    expect(text(files[1]?.bytes, 'gb18030')).toMatch(/^1,6222/);
  });

  it('names payments whose texts the encoding cannot write, and those that get an apostrophe', () => {
    const odd = [line(1, '\ue5e5'), line(2, '=甲公司'), line(3)];
    expect(unwritableLines(corporate, odd)).toEqual(['JS-2026-000001-1']);
    expect(unwritableLines(agency, odd)).toEqual([]);
    expect(unfit('a\u0001', agency)).toBe('\u0001');
    expect(guardedLines(corporate, odd)).toEqual(['JS-2026-000001-2']);
    expect(guardedLines(agency, odd)).toEqual([]);
  });

  it('binds a release to the version of the template and to the name and bytes of every file', () => {
    const hash = (version: number, template: FileTemplate, of = lines, name = 'B') =>
      bindingHash(version, writeFiles(name, template, of));
    const all = [
      hash(1, corporate),
      hash(2, corporate),
      hash(1, { ...corporate, rowsPerFile: 2 }),
      hash(1, corporate, [line(1), line(2), line(3, '另一家公司')]),
      hash(1, corporate, lines, 'C'),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  it.each([
    [detail, 'bc3f7028da48311e30ae60bb3614b0013e9f168bd7e8321ce8dad61879c692c2'],
    [corporate, 'defdbf48e6efb9700631c590d6af2137aadff0e5472a8d451337941830483a83'],
    [agency, '752d775bf2da35e81e8533aecd832778c6254488eaaaed70d299abd2c6521ceb'],
  ] as const)(
    'is written with the same bytes for ever, because releases are bound to them: %#',
    (template, expected) => {
      expect(writeFiles('B', template, lines)[0]?.sha256).toBe(expected);
    },
  );
});

describe('a template', () => {
  const at = (columns: FileTemplate['columns']) =>
    columns.map((column, n) => ({ ...column, at: n }));

  it.each(Object.values(shippedTemplates))('that is shipped can be saved: $name', (template) => {
    expect(templateFaults(at(template.columns), template.headings)).toEqual({});
    for (const { heading, text: fixed } of template.columns) {
      expect(unfit(heading + fixed, template)).toBeUndefined();
    }
  });

  it('needs name, number and amount; takes nothing twice and no formula', () => {
    const column = (field: 'amount' | 'fixed', heading: string, fixed = '') => ({
      field,
      heading,
      text: fixed,
    });
    const wrong = at([
      column('amount', ''),
      column('amount', '=金额'),
      column('fixed', '用途', '@结算'),
      column('fixed', '用途'),
    ]);
    expect(templateFaults(wrong, true)).toEqual({
      field_0: 'column_needed',
      heading_0: 'required',
      field_1: 'column_twice',
      heading_1: 'formula_like',
      text_2: 'formula_like',
      heading_3: 'heading_twice',
    });
  });
});
