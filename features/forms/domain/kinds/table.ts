import { say } from '@/lib/bilingual';
import type { Locale } from '@/lib/locale';
import { parseYuan, sumFen } from '@/lib/money';
import { refused } from '@/lib/result';
import { parsed } from '../conditions';
import { mostRows, usualRows } from '../limits';
import { columnsOf, count, type BoundsOf, type ColumnOf } from './bounds';
import { columnChoice, countName } from './choices';
import { date } from './days';
import {
  faultOf,
  filledParts,
  inOneLine,
  object,
  readText,
  textIn,
  usual,
  type Faults,
  type Kind,
  type Question,
  type TextLogic,
} from './kind';
import { money, number, numbersReversed } from './numbers';
import { text } from './texts';

export const columnKinds = ['text', 'number', 'money', 'date', 'choice'] as const;

/** The most characters of a cell whose column sets no limit. */
const longestCell = 200;

/** The cells of a column are read like answers of the same kind. */
const columnLogics = {
  text: {
    ...text,
    check: (column, typed) => text.check({ maxLength: column.maxLength ?? longestCell }, typed),
  } satisfies typeof text,
  number,
  money,
  date,
  choice: columnChoice,
} satisfies Record<(typeof columnKinds)[number], TextLogic>;

export type Column = ColumnOf<typeof columnLogics>;
export type Row = Readonly<Record<string, string>>;

const logicOf = ({ kind }: Column): TextLogic => columnLogics[kind];

const bounds = {
  columns: columnsOf(columnLogics),
  minRows: count(0, mostRows),
  maxRows: { ...count(1, mostRows), usual: usualRows, must: true },
} as const;

export type TableQuestion = Question & BoundsOf<typeof bounds>;

export const cellName = (name: string, row: number, column: string): string =>
  `${name}.${row}.${column}`;

/** Reads the rows of a table from its answer. Returns none if the answer is not a list of rows. */
export function readRows(answer: string): Row[] {
  const rows = parsed(answer);
  if (!Array.isArray(rows)) return [];
  return rows.map((row: unknown) =>
    Object.fromEntries(Object.entries(object(row)).map(([name, cell]) => [name, textIn(cell)])),
  );
}

const isEmptyRow = (row: Row): boolean => Object.values(row).every((cell) => cell.trim() === '');

/** The most rows that are read from a request. No table may have as many. */
const mostRowsRead = 200;

/** Formats a cell for readers. */
export const shownCell = (column: Column, value: string, locale: Locale): string =>
  value === '' ? '' : logicOf(column).shown(column, value, locale, []);

/** Returns whether a column holds numbers or amounts. */
export const isNumeric = (column: Column): boolean => logicOf(column).sum !== undefined;

/** Formats the sum of a column for readers. Returns an empty text for a column without a sum. */
export function columnSum(column: Column, rows: readonly Row[], locale: Locale): string {
  if (!column.sum) return '';
  const amounts = rows.flatMap((row) => {
    const amount = parseYuan(row[column.name] ?? '');
    return amount.ok ? [amount.value] : [];
  });
  return logicOf(column).sum?.(column, sumFen(amounts), locale) ?? '';
}

/** Rows with the same columns, stored without the empty ones. */
export const table: Kind<typeof bounds> = {
  ...usual,
  bounds,
  copied: false,
  names: ({ columns }) => [
    columns.map(({ name }) => name),
    ...columns.flatMap((column) =>
      column.kind === 'choice' ? [column.options.map(({ value }) => value)] : [],
    ),
  ],
  isReversed: ({ columns, minRows = 0, maxRows }) =>
    minRows > maxRows ||
    columns.some((column) => column.kind === 'number' && numbersReversed(column)),
  typed({ name, columns }, sent) {
    const direct = sent[name];
    if (typeof direct === 'string') return direct;
    if (!(countName(name) in sent)) return undefined;
    const count = Math.min(Number(sent[countName(name)]) || 0, mostRowsRead);
    const rows = Array.from({ length: count }, (_, at) =>
      Object.fromEntries(
        columns.map((column) => [column.name, textIn(sent[cellName(name, at, column.name)])]),
      ),
    );
    return JSON.stringify(rows);
  },
  /** Includes every possible row, so that no row typed before stays visible. */
  parts({ name, columns, maxRows }, answer) {
    const rows = readRows(answer);
    const cells = Array.from({ length: Math.max(rows.length, maxRows) }, (_, at) =>
      columns.map((column): [string, string] => [
        cellName(name, at, column.name),
        rows[at]?.[column.name] ?? '',
      ]),
    );
    return { ...Object.fromEntries(cells.flat()), [countName(name)]: String(rows.length) };
  },
  live(name, values) {
    const there = countName(name) in values;
    return there ? filledParts(name, values, countName(name)) : usual.live(name, values);
  },
  isEmpty: (_, typed) =>
    typed.trim() === '' || (Array.isArray(parsed(typed)) && readRows(typed).every(isEmptyRow)),
  /** Reads every cell. Empty rows are dropped, and each wrong cell gets its own fault. */
  read({ name, columns, maxRows }, typed) {
    if (!Array.isArray(parsed(typed))) {
      return { value: typed, faults: { [name]: faultOf(refused('value_invalid')) } };
    }
    const faults: Faults = {};
    const rows = readRows(typed).map((row, at): Row => {
      const cells = columns.map((column): [string, string] => {
        const { value, fault } = readText(logicOf(column), column, row[column.name] ?? '');
        if (fault) faults[cellName(name, at, column.name)] = fault;
        return [column.name, value];
      });
      return Object.fromEntries(cells);
    });
    const filled = rows.filter((row) => !isEmptyRow(row));
    if (Object.keys(faults).length === 0 && filled.length > maxRows) {
      faults[name] = faultOf(refused('rows_too_many', { maximum: maxRows }));
    }
    return { value: filled.length === 0 ? '' : JSON.stringify(filled), faults };
  },
  isPartial({ columns, minRows = 1 }, answer) {
    const rows = readRows(answer).filter((row) => !isEmptyRow(row));
    const needed = columns.filter(({ required }) => required);
    return rows.length < minRows || rows.some((row) => needed.some(({ name }) => !row[name]));
  },
  /** Formats the table as text, one line per filled row, for places without room for columns. */
  shown: ({ columns }, value, locale) =>
    readRows(value)
      .filter((row) => !isEmptyRow(row))
      .map((row, at) => {
        const cells = columns.flatMap((column) => {
          const cell = shownCell(column, row[column.name] ?? '', locale);
          return cell === '' ? [] : [`${say(column.label, locale)} ${cell}`];
        });
        return `${at + 1}. ${inOneLine(cells)}`;
      })
      .join('\n'),
};
