/**
 * What the proof reads, one record after the other, from a database or from the lines of an export. The order is: the chain, the
 * rules of the journal, the seals each followed by its rows, the rows that wait, the published heads, and then the counters and
 * what they are compared with. Amounts are fen as text.
 */
export type RowKind = 'entry' | 'event';
/** The values of a row in the order in which they are sealed. */
export type RowValues = readonly (string | null)[];

/** The chain of the events that belong to no city. */
export const noCity = '00000000-0000-0000-0000-000000000000';

/** The hash that the first seal of a chain follows. */
export const firstPrevious = '0'.repeat(64);

type Rule = Readonly<
  Record<
    | 'granted'
    | 'held'
    | 'spent'
    | 'returned'
    | 'claimed'
    | 'captured'
    | 'released'
    | 'reversed'
    | 'pool'
    | 'payable',
    number
  >
>;

export type ChainRecord =
  | { is: 'chain'; city: string; slug: string | null; ranAt: string | null }
  | {
      is: 'seal';
      number: number;
      kind: RowKind;
      rows: number;
      total: number;
      previous: string;
      hash: string;
      ranAfter: string | null;
    }
  | {
      is: 'row';
      kind: RowKind;
      id: string;
      seal: number;
      position: number;
      hash: string;
      /** Null where the row is gone. */
      values: RowValues | null;
    }
  | { is: 'unsealed'; kind: RowKind; values: RowValues }
  | { is: 'head'; day: string; seal: number; hash: string; total: number };

export type BookRecord =
  | ({ is: 'rule'; kind: string } & Rule)
  | {
      is: 'account';
      id: string;
      pool: string;
      granted: string;
      held: string;
      spent: string;
      returned: string;
    }
  | {
      is: 'hold';
      id: string;
      amount: string;
      claimed: string;
      captured: string;
      released: string;
      reversed: string;
    }
  | {
      is: 'pool';
      id: string;
      parent: string | null;
      budget: string;
      committed: string;
      promised: string;
      allotted: string;
    }
  | { is: 'line'; entry: string; settlement: string; amount: string }
  | { is: 'movement'; advance: string; kind: string; settlement: string | null; amount: string }
  | { is: 'advance'; id: string; balance: string }
  | { is: 'payment'; id: string; state: string; amount: string }
  | { is: 'promise'; case: string; pool: string; amount: string }
  | { is: 'budget'; pool: string; amount: string }
  | { is: 'break'; thing: string; id: string; difference: Readonly<Record<string, string>> };

export type ProofRecord = ChainRecord | BookRecord;

const ofChain: readonly string[] = [
  'chain',
  'seal',
  'row',
  'unsealed',
  'head',
] satisfies ChainRecord['is'][];

export const isOfChain = (record: ProofRecord): record is ChainRecord =>
  ofChain.includes(record.is);

/** A head that a city published, as the public interface gives it. */
export type PublishedHead = {
  city: string;
  day: string;
  seal: number;
  hash: string;
  rows: number;
};

/** Something that is not as it must be: what, and which row, seal or day it is. */
export type Finding = {
  source: 'books' | 'chain' | 'day';
  name: string;
  subject: string;
  detail: Readonly<Record<string, string>>;
};

/** Returns the canonical text of a row, which is what is hashed: a JSON array of texts, as PostgreSQL writes it. */
export const lineOf = (values: RowValues): string =>
  `[${values.map((value) => JSON.stringify(value)).join(', ')}]`;

const idPlace = 2;
const timePlaces: Record<RowKind, number> = { entry: 13, event: 3 };

export const idOf = (values: RowValues): string => values[idPlace] ?? '';

/** Returns the time that a row is dated with, in milliseconds. */
export const timeOf = (kind: RowKind, values: RowValues): number =>
  Date.parse(values[timePlaces[kind]] ?? '');
