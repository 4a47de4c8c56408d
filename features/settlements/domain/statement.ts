import type { IsoDate } from '../../../lib/dates';
import { fen, sumFen, zeroFen, type Fen } from '../../../lib/money';

/**
 * What changes what a payee is owed: something verified, recovered, paid back or written off, a payment to it, and what a payment
 * draws on the payee's advance or pays into it.
 */
export const movementKinds = [
  'captured',
  'reversed',
  'repaid',
  'written_off',
  'paid',
  'drawn',
  'refilled',
  'advanced',
] as const;
export type MovementKind = (typeof movementKinds)[number];

/** The amounts of a statement's columns, in fen, none below zero. */
export const amountColumns = [
  'captured',
  'reversed',
  'credited',
  'paid',
  'drawn',
  'advanced',
] as const;
export type AmountColumn = (typeof amountColumns)[number];
export type Amounts = Readonly<Record<AmountColumn, Fen>>;

export const noAmounts: Amounts = {
  captured: zeroFen,
  reversed: zeroFen,
  credited: zeroFen,
  paid: zeroFen,
  drawn: zeroFen,
  advanced: zeroFen,
};

/**
 * The column in which each kind stands. Repaid and written off both reduce what the payee owes; what is paid to replace what was
 * drawn is paid in advance too.
 */
const columnOf: Readonly<Record<MovementKind, AmountColumn>> = {
  captured: 'captured',
  reversed: 'reversed',
  repaid: 'credited',
  written_off: 'credited',
  paid: 'paid',
  drawn: 'drawn',
  refilled: 'advanced',
  advanced: 'advanced',
};

/** Returns the amounts of one movement: its amount in its column, without a sign. */
export const amountsOf = (kind: MovementKind, amountFen: Fen): Amounts => ({
  ...noAmounts,
  [columnOf[kind]]: amountFen < 0n ? fen(0n - amountFen) : amountFen,
});

export const addAmounts = (one: Amounts, other: Amounts): Amounts => ({
  captured: fen(one.captured + other.captured),
  reversed: fen(one.reversed + other.reversed),
  credited: fen(one.credited + other.credited),
  paid: fen(one.paid + other.paid),
  drawn: fen(one.drawn + other.drawn),
  advanced: fen(one.advanced + other.advanced),
});

/**
 * Returns by how much these amounts change what the city owes to the payee, in fen. What an advance covers is owed no more; what is
 * paid in advance is in a payment, but pays nothing that is owed.
 */
export const changeOf = (amounts: Amounts): Fen => {
  const { captured, reversed, credited, paid, drawn, advanced } = amounts;
  return fen(captured - reversed + credited - paid - drawn + advanced);
};

/** Returns what is owed after each movement, in fen, from what was owed before the first. */
export function balances(openingFen: Fen, movements: readonly { amounts: Amounts }[]): Fen[] {
  let owed = openingFen;
  return movements.map(({ amounts }) => (owed = sumFen([owed, changeOf(amounts)])));
}

type Placed = { readonly day: IsoDate; readonly id: string };

/** Merges two lists that are ordered by day and id into one in the same order. */
export const mergeByDay = <T extends Placed>(one: readonly T[], other: readonly T[]): T[] =>
  [...one, ...other].sort((a, b) =>
    a.day === b.day ? Number(a.id > b.id) - Number(a.id < b.id) : a.day < b.day ? -1 : 1,
  );

/** The most rows that a statement has as a PDF, about sixty pages. Longer ones are for spreadsheets. */
export const mostPdfRows = 1500;
