import { csvCell, csvFile, csvIdentifier, csvLine } from '../../../lib/csv';
import { formatYuanPlain } from '../../../lib/money';
import type { PaymentLine } from './payment-file';

const header = [
  'reference',
  'account_name',
  'account_number',
  'bank_name',
  'cnaps_code',
  'amount_yuan',
];

/**
 * The forms of the one file of a batch that was released before cities had templates. A spreadsheet rounds the account numbers
 * of `bare`, the older one. Such a batch keeps its form, because its release is bound to the bytes.
 */
export const earlierForms = ['text', 'bare'] as const;
type Form = (typeof earlierForms)[number];

/** Writes the file of a batch that was released before cities had templates: CSV with a byte-order mark. */
export function earlierFile(lines: readonly PaymentLine[], form: Form = 'text'): string {
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
