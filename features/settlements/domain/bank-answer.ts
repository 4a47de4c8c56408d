import type { IsoDate } from '../../../lib/dates';
import type { Fen } from '../../../lib/money';
import { compact, identityKey } from '../../../lib/normal';
import { isCutNumber, readAmount, readDate, readText } from '../../tables/domain/cells';
import type { Columns } from '../../tables/domain/columns';
import type { PaymentState } from './lifecycle';

/** What a column of a bank's answer can hold. */
export const answerFields = [
  'reference',
  'accountNumber',
  'amount',
  'result',
  'paidOn',
  'bankReference',
  'reason',
] as const;
export type AnswerField = (typeof answerFields)[number];

/** Which column holds what, and the day and the bank's number for all lines without their own. */
export type AnswerMapping = {
  readonly columns: Columns<AnswerField>;
  readonly paidOn: string;
  readonly bankReference: string;
};

export type AnswerMappingFault = 'required' | 'column_unknown' | 'column_twice' | 'key_needed';

/** Lists what is wrong with a mapping, by field. */
export function answerMappingFaults(
  { columns }: AnswerMapping,
  headers: readonly string[],
): Partial<Record<AnswerField, AnswerMappingFault>> {
  const faults: Partial<Record<AnswerField, AnswerMappingFault>> = {};
  const seen = new Set<number>();
  for (const field of answerFields) {
    const at = columns[field];
    if (at === undefined) continue;
    if (headers[at] === undefined) faults[field] = 'column_unknown';
    else if (seen.has(at)) faults[field] = 'column_twice';
    seen.add(at);
  }
  if (columns.result === undefined) faults.result = 'required';
  if (columns.reference === undefined && columns.accountNumber === undefined) {
    faults.reference = 'key_needed';
  }
  // Account numbers repeat in later batches; with the amount beside them a line is not taken for another payment.
  if (columns.reference === undefined && columns.amount === undefined) faults.amount ??= 'required';
  return faults;
}

/** The words of banks for a payment that was made and one that was not. */
export type ResultWords = Readonly<Record<'paid' | 'failed', readonly string[]>>;

/** Returns what the bank says of a payment. A code before the words does not matter; other words are not interpreted. */
export function readResult(cell: string, words: ResultWords): 'paid' | 'failed' | undefined {
  const plain = compact(cell);
  const said = [plain, plain.replace(/^[0-9a-z]*\d[:_-]*/, '')];
  const means = (kind: 'paid' | 'failed') =>
    words[kind].some((word) => said.includes(compact(word)));
  if (means('paid')) return 'paid';
  return means('failed') ? 'failed' : undefined;
}

/** A payment of the batch to which lines of the answer may belong. */
export type AnswerablePayment = {
  readonly id: string;
  readonly reference: string;
  readonly accountNumber: string;
  readonly amountFen: Fen;
  readonly state: PaymentState;
};

/** What becomes of a line: it marks a payment as paid or as failed, or it is left out for a reason. */
export type Verdict =
  | 'pay'
  | 'fail'
  | 'unknown'
  | 'doubled'
  | 'ambiguous'
  | 'moved'
  | 'settled'
  | 'result_unknown'
  | 'amount_differs'
  | 'account_differs'
  | 'account_cut'
  | 'date_wrong'
  | 'bank_reference_missing';

export type JudgedLine = {
  readonly line: number;
  readonly verdict: Verdict;
  /** What the line says, as the file has it. */
  readonly said: { readonly key: string; readonly amount: string; readonly result: string };
  readonly paymentId: string | undefined;
  readonly reference: string | undefined;
  readonly amountFen: Fen | undefined;
  readonly paidOn: string;
  readonly bankReference: string;
  readonly reason: string;
};

type Row = { readonly line: number; readonly cells: readonly string[] };

export type AnswerContext = {
  readonly mapping: AnswerMapping;
  readonly words: ResultWords;
  readonly payments: readonly AnswerablePayment[];
  /** Keys (`identityKey`) of payments that were released in this batch and have left it since. */
  readonly moved: ReadonlySet<string>;
  /** A payment cannot have been made before the release of its batch, nor after today. */
  readonly earliest: IsoDate;
  readonly today: IsoDate;
};

const cellOf = (row: Row, { columns }: AnswerMapping, field: AnswerField): string => {
  const at = columns[field];
  return at === undefined ? '' : (row.cells[at] ?? '');
};

/** Returns the reference that a line names, in the form in which references are compared. */
export const referenceIn = (row: Row, mapping: AnswerMapping): string =>
  identityKey(cellOf(row, mapping, 'reference'));

type PaymentIndex = ReadonlyMap<string, readonly AnswerablePayment[]>;

const accountKey = (account: string, amountFen: Fen): string =>
  `${compact(account)} ${amountFen.toString()}`;

/** Orders the payments by what a line names them with: the reference, or account and amount where the file has none. */
function indexOf({ mapping, payments }: AnswerContext): PaymentIndex {
  const index = new Map<string, AnswerablePayment[]>();
  for (const payment of payments) {
    const key =
      mapping.columns.reference === undefined
        ? accountKey(payment.accountNumber, payment.amountFen)
        : identityKey(payment.reference);
    index.set(key, [...(index.get(key) ?? []), payment]);
  }
  return index;
}

/** Finds the payments that a line can mean. */
function candidates(
  row: Row,
  { mapping }: AnswerContext,
  index: PaymentIndex,
): readonly AnswerablePayment[] {
  if (mapping.columns.reference !== undefined) return index.get(referenceIn(row, mapping)) ?? [];
  const amount = readAmount(cellOf(row, mapping, 'amount'));
  if (!amount.ok) return [];
  return index.get(accountKey(cellOf(row, mapping, 'accountNumber'), amount.value)) ?? [];
}

/** Compares what the line says beside its result with the payment. */
function contradiction(
  row: Row,
  { mapping }: AnswerContext,
  payment: AnswerablePayment,
): Verdict | undefined {
  const account = cellOf(row, mapping, 'accountNumber');
  if (isCutNumber(account)) return 'account_cut';
  if (account !== '' && compact(account) !== compact(payment.accountNumber))
    return 'account_differs';
  const amount = cellOf(row, mapping, 'amount');
  if (amount === '') return undefined;
  const read = readAmount(amount);
  return read.ok && read.value === payment.amountFen ? undefined : 'amount_differs';
}

/** Decides on a line whose payment is known. */
function verdictOf(
  row: Row,
  context: AnswerContext,
  payment: AnswerablePayment,
  read: { paidOn: string; bankReference: string },
): Verdict {
  const wrong = contradiction(row, context, payment);
  if (wrong) return wrong;
  const result = readResult(cellOf(row, context.mapping, 'result'), context.words);
  if (!result) return 'result_unknown';
  if (payment.state !== 'pending') return 'settled';
  if (result === 'failed') return 'fail';
  if (read.paidOn < context.earliest || read.paidOn > context.today) return 'date_wrong';
  return read.bankReference === '' ? 'bank_reference_missing' : 'pay';
}

/** Reads the day and the bank's number of a line, or those for all lines. An unreadable day is an empty one. */
function detailsOf(row: Row, { mapping }: AnswerContext) {
  const day = cellOf(row, mapping, 'paidOn');
  const read = readDate(day);
  const number = readText(cellOf(row, mapping, 'bankReference'), 60);
  const reason = readText(cellOf(row, mapping, 'reason') || cellOf(row, mapping, 'result'), 500);
  return {
    paidOn: day === '' ? mapping.paidOn : read.ok ? read.value : '',
    bankReference: (number.ok ? number.value : '') || mapping.bankReference,
    reason: reason.ok ? reason.value : '',
  };
}

function judgeLine(row: Row, context: AnswerContext, index: PaymentIndex): JudgedLine {
  const { mapping, moved } = context;
  const found = candidates(row, context, index);
  const [payment] = found;
  const details = detailsOf(row, context);
  const key = cellOf(row, mapping, 'reference') || cellOf(row, mapping, 'accountNumber');
  const unmatched = moved.has(referenceIn(row, mapping)) ? 'moved' : 'unknown';
  const verdict = !payment
    ? unmatched
    : found.length > 1
      ? 'ambiguous'
      : verdictOf(row, context, payment, details);
  return {
    line: row.line,
    verdict,
    said: { key, amount: cellOf(row, mapping, 'amount'), result: cellOf(row, mapping, 'result') },
    paymentId: found.length === 1 ? payment?.id : undefined,
    reference: found.length === 1 ? payment?.reference : undefined,
    amountFen: found.length === 1 ? payment?.amountFen : undefined,
    ...details,
  };
}

/**
 * Judges every line of a bank's answer. A payment with more than one line is decided by none of them, because they may
 * contradict each other.
 */
export function judgeAnswer(rows: readonly Row[], context: AnswerContext): JudgedLine[] {
  const index = indexOf(context);
  const lines = rows.map((row) => judgeLine(row, context, index));
  const count = new Map<string, number>();
  for (const { paymentId } of lines) {
    if (paymentId !== undefined) count.set(paymentId, (count.get(paymentId) ?? 0) + 1);
  }
  return lines.map((line) =>
    line.paymentId !== undefined && (count.get(line.paymentId) ?? 0) > 1
      ? { ...line, verdict: 'doubled' }
      : line,
  );
}

export const isApplied = ({ verdict }: JudgedLine): boolean =>
  verdict === 'pay' || verdict === 'fail';
