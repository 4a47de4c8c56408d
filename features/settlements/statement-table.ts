import { formatDate } from '@/lib/dates';
import { say } from '@/lib/bilingual';
import type { Locale } from '@/lib/locale';
import { formatYuanPlain, type Fen } from '@/lib/money';
import { amountColumns, balances, type Amounts } from './domain/statement';
import { statementMessages } from './statement-messages';
import type { Statement } from './statement-queries';
import type { StatementRow } from './statement-rows';

/** A cell of a statement's file. Digits identify something and are no number. */
export type StatementCell = { readonly kind: 'text' | 'digits' | 'amount'; readonly text: string };

const text = (value: string): StatementCell => ({ kind: 'text', text: value });
const digits = (value: string | null): StatementCell => ({ kind: 'digits', text: value ?? '' });
const amount = (value: Fen): StatementCell => ({ kind: 'amount', text: formatYuanPlain(value) });
/** Leaves an amount that a row does not have empty, so that a column can be read at a glance. */
const amountIfAny = (value: Fen | null): StatementCell =>
  value === null || value === 0n ? text('') : amount(value);

/** Says what a row is. A reversal that a payment contained is netted with it once that is made. */
export function kindText(locale: Locale, { kind, payment }: StatementRow): string {
  const t = statementMessages(locale);
  return kind === 'reversed' && payment?.state === 'paid' ? t.kind_netted : t[`kind_${kind}`];
}

/** Names what a row is of: what was paid out at once has no reference. */
export const referenceText = (locale: Locale, { kind, reference }: StatementRow): string =>
  reference ?? (kind === 'captured' ? statementMessages(locale).direct : '');

/** Says how far the payment of a row is: its day where it is made. What was repaid or written off is paid by nothing. */
export function settledText(locale: Locale, { kind, payment }: StatementRow): string {
  const t = statementMessages(locale);
  if (!payment) return kind === 'repaid' || kind === 'written_off' ? '' : t.notSettled;
  if (payment.state === 'paid') return payment.paidOn ? formatDate(payment.paidOn, locale) : '';
  return t[`settled_${payment.state}`];
}

export const statementHeadings = (locale: Locale): readonly string[] => {
  const t = statementMessages(locale);
  const yuan = (column: string) => t.inYuan({ column });
  return [
    ...[t.day, t.what, t.city, t.reference, t.order, t.invoices, yuan(t.invoiced)],
    ...amountColumns.map((column) => yuan(t[column])),
    ...[yuan(t.balance), t.settledBy, t.paidOn, t.bankReference, t.account],
  ];
};

const amountCells = (amounts: Amounts, cell: (value: Fen) => StatementCell) =>
  amountColumns.map((column) => cell(amounts[column]));

/** How many columns are before the amounts, and how many after the balance. */
const before = 7;
const after = 4;
const blank = (count: number) => Array.from({ length: count }, () => text(''));

/** Returns a line with a balance alone, such as the one at the beginning. */
const balanceLine = (label: string, on: string, owedFen: Fen): StatementCell[] => [
  text(on),
  text(label),
  ...blank(before - 2 + amountColumns.length),
  amount(owedFen),
  ...blank(after),
];

/** Returns the lines of a whole statement: what was owed before, every row with what is owed after it, the totals, the end. */
export function statementLines(statement: Statement, locale: Locale): StatementCell[][] {
  const t = statementMessages(locale);
  const { rows, totals, span } = statement;
  const owed = balances(totals.openingFen, rows);
  return [
    balanceLine(t.opening, span.from, totals.openingFen),
    ...rows.map((row, at) => [
      text(row.day),
      text(kindText(locale, row)),
      text(say(row.city, locale)),
      digits(referenceText(locale, row)),
      digits(row.orderNumber),
      digits(row.invoices.join('; ')),
      amountIfAny(row.invoiceFen),
      ...amountCells(row.amounts, amountIfAny),
      amount(owed[at] ?? totals.openingFen),
      digits(row.payment?.reference ?? ''),
      row.payment?.state === 'paid'
        ? text(row.payment.paidOn ?? '')
        : text(settledText(locale, row)),
      digits(row.payment?.state === 'paid' ? row.payment.bankReference : ''),
      digits(row.account),
    ]),
    [
      text(''),
      text(t.total),
      ...blank(before - 2),
      ...amountCells(totals.amounts, amount),
      ...blank(after + 1),
    ],
    balanceLine(t.closing, span.to, totals.closingFen),
  ];
}
