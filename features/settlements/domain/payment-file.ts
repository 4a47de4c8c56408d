import { csvCell, csvFile, csvIdentifier, csvLine } from '../../../lib/csv';
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

/**
 * How account numbers are written in a file. `bare` is the earlier form, in which a spreadsheet rounds such numbers. A batch
 * that was released with such a file keeps it, because the release is bound to its bytes.
 */
export const paymentFileForms = ['text', 'bare'] as const;
type Form = (typeof paymentFileForms)[number];

/** Writes the payment file for the bank: CSV with a byte-order mark, so that spreadsheets read the Chinese text. */
export function paymentFile(lines: readonly PaymentLine[], form: Form = 'text'): string {
  const number = form === 'text' ? csvIdentifier : csvCell;
  const rows = lines.map((line) =>
    csvLine([
      number(line.reference),
      csvCell(line.accountName),
      number(line.accountNumber),
      csvCell(line.bankName),
      number(line.cnapsCode),
      formatYuanPlain(line.amountFen),
    ]),
  );
  return csvFile([csvLine(header), ...rows]);
}
