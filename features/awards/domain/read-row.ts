import { checkCreditCode } from '../../../lib/credit-code';
import type { IsoDate } from '../../../lib/dates';
import { checkEmail } from '../../../lib/identifiers';
import type { Fen } from '../../../lib/money';
import { identityKey, plainName, withoutInvisible } from '../../../lib/normal';
import { fault, refused, type Outcome, type Refused } from '../../../lib/result';
import type { ChipOrigin, Purpose } from '@/features/rules/domain/rules';
import { isCutNumber, readAmount, readChoice, readDate, readText } from '../../tables/domain/cells';
import type { AwardField, FieldNeed } from './fields';
import type { Mapping } from './mapping';
import type { Problem, Problems } from './problems';

/** The values of a row, as far as they could be read. */
export type ReadRow = {
  readonly creditCode?: string;
  readonly name?: string;
  readonly base?: Fen;
  readonly reference?: string;
  readonly email?: string;
  readonly registeredOn?: IsoDate;
  readonly signedOn?: IsoDate;
  readonly startsOn?: IsoDate;
  readonly endsOn?: IsoDate;
  readonly chipOrigin?: ChipOrigin;
  readonly purpose?: Purpose;
  readonly otherSupport?: Fen;
  readonly stated?: Fen;
};

export type Words = {
  readonly chipOrigin: Readonly<Record<ChipOrigin, readonly string[]>>;
  readonly purpose: Readonly<Record<Purpose, readonly string[]>>;
};

function readCode(cell: string): Outcome<string> {
  if (isCutNumber(cell)) return refused('code_cut');
  const text = readText(cell, 60);
  return text.ok ? checkCreditCode(text.value) : text;
}

function readEmail(cell: string): Outcome<string> {
  const text = readText(cell, 254);
  return text.ok ? checkEmail(text.value) : text;
}

function readReference(cell: string): Outcome<string> {
  if (isCutNumber(cell)) return refused('reference_cut');
  const text = readText(withoutInvisible(cell), 80);
  return text.ok && identityKey(text.value) === '' ? refused('text_invalid') : text;
}

function readBase(cell: string): Outcome<Fen> {
  const amount = readAmount(cell);
  return amount.ok && amount.value === 0n ? refused('money_negative') : amount;
}

const readers = (words: Words): Record<AwardField, (cell: string) => Outcome<unknown>> => ({
  creditCode: readCode,
  name: (cell) => readText(plainName(cell), 120),
  base: readBase,
  reference: readReference,
  email: readEmail,
  registeredOn: readDate,
  signedOn: readDate,
  startsOn: readDate,
  endsOn: readDate,
  chipOrigin: (cell) => readChoice(cell, words.chipOrigin),
  purpose: (cell) => readChoice(cell, words.purpose),
  otherSupport: readAmount,
  stated: readAmount,
});

/** Fields that have a meaning when they are empty: no other support is an amount of it. */
const mayBeEmpty: readonly AwardField[] = ['reference', 'email', 'otherSupport', 'stated'];

const problemOf = ({ code, values }: Refused): Problem =>
  values ? { code, values: { ...values } } : { code };

/**
 * Reads one row by its columns.
 * @param width how many columns the file has; a row with more cells has shifted cells
 */
export function readRow(
  cells: readonly string[],
  plan: { mapping: Mapping; needs: readonly FieldNeed[]; words: Words; width: number },
): { read: ReadRow; problems: Problems } {
  const { mapping, needs, words, width } = plan;
  const read: Record<string, unknown> = {};
  const problems: Partial<Record<AwardField | 'row', Problem>> = {};
  const known = readers(words);
  if (cells.slice(width).some((cell) => cell !== '')) problems.row = fault('row_too_wide');
  for (const { field, required } of needs) {
    const at = mapping.columns[field];
    if (at === undefined) continue;
    const cell = cells[at] ?? '';
    if (cell.trim() === '') {
      if (required && !mayBeEmpty.includes(field)) problems[field] = fault('required');
      continue;
    }
    const outcome = known[field](cell);
    if (outcome.ok) read[field] = outcome.value;
    else problems[field] = problemOf(outcome);
  }
  if (problems.reference === undefined) {
    read.reference ??= mapping.period === '' ? undefined : mapping.period;
    if (read.reference === undefined) problems.reference = fault('reference_missing');
  }
  return { read, problems };
}
