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

/** A cell that no spreadsheet takes for a formula, quoted where it must be. */
function cell(value: string): string {
  const plain = /^[=+\-@\t\r\u0000＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

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
  return `\uFEFF${[header.join(','), ...rows].join('\r\n')}\r\n`;
}
