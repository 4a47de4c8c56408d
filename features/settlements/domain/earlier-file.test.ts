import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvIdentifier, csvTextCell } from '../../../lib/csv';
import { fen } from '../../../lib/money';
import { earlierFile } from './earlier-file';

const line = {
  reference: 'QY-FK-2026-000001',
  accountName: '=庆阳云,"计算"有限公司',
  accountNumber: '6222020800001234567',
  bankName: '中国工商银行庆阳分行',
  cnapsCode: '001234567890',
  amountFen: fen(30_000_000n),
};

/** Reads a cell as an import program does: without quotes and surrounding blanks. */
const imported = (text: string) =>
  Papa.parse<string[]>(text.replace('\uFEFF', ''), { skipEmptyLines: true }).data.map((row) =>
    row.map((cell) => cell.trim()),
  );

describe('the payment file of an earlier release', () => {
  it('keeps every digit of account and bank numbers: as text for spreadsheets, and plain for import programs', () => {
    const text = earlierFile([line]);
    expect(text).toContain(',6222020800001234567\t,');
    expect(text).toContain(',001234567890\t,300000.00\r\n');
    expect(imported(text)[1]).toEqual([
      'QY-FK-2026-000001',
      `'${line.accountName}`,
      '6222020800001234567',
      line.bankName,
      '001234567890',
      '300000.00',
    ]);
  });

  it('can still be made in its older form', () => {
    expect(earlierFile([line], 'bare')).toContain(',6222020800001234567,');
  });
});

describe('a cell', () => {
  it.each(['0012', '123', '1E5', '2026-1', '3/4', '12:30', '100.50', '91621000'])(
    'with an identifier stays text: %s',
    (value) => {
      expect(csvIdentifier(value)).toBe(`${value}\t`);
    },
  );

  it.each([
    ['HT-2026-1', 'HT-2026-1'],
    ['-1', "'-1\t"],
    ['=1+1', "'=1+1"],
    ['@x', "'@x"],
    ['1,5', '"1,5\t"'],
    ['', ''],
  ])('with an identifier is never a formula: %j', (value, cell) => {
    expect(csvIdentifier(value)).toBe(cell);
  });

  it.each(['10000', '100.50', '庆阳', '12.5%'])('with other text stays as it is: %s', (value) => {
    expect(csvTextCell(value)).toBe(value);
  });

  it.each(['123456789012', '0012', '9.14403E+17', '2026-1'])('is not damaged: %s', (value) => {
    expect(csvTextCell(value)).toBe(`${value}\t`);
  });
});
