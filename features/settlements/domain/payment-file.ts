import { csvCell as cell, csvFile } from '../../../lib/csv';
import { formatYuanPlain, type Fen } from '../../../lib/money';

export type PaymentLine = {
  reference: string;
  accountName: string;
  accountNumber: string;
  bankName: string;
  cnapsCode: string;
  amountFen: Fen;
};

const header = [
  'reference',
  'account_name',
  'account_number',
  'bank_name',
  'cnaps_code',
  'amount_yuan',
];

/** The payment file for the bank: CSV with a byte-order mark, so that spreadsheets read Chinese. */
export function paymentFile(lines: readonly PaymentLine[]): string {
  const rows = lines.map((line) =>
    [
      cell(line.reference),
      cell(line.accountName),
      // As text: a spreadsheet must not round an account number.
      cell(line.accountNumber),
      cell(line.bankName),
      cell(line.cnapsCode),
      formatYuanPlain(line.amountFen),
    ].join(','),
  );
  return csvFile([header.join(','), ...rows]);
}
