'use client';

import { useCallback, useContext, useEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { FormContext } from '@/components/ui/form-context';
import { readRows, table, type Row, type TableQuestion } from '../domain/kinds/table';
import { rowsWanted } from './put-answer';

type Values = Readonly<Record<string, string | readonly string[]>>;

type Rows = {
  /** In the order of the page. A row keeps its key while others are added and removed. */
  keys: readonly number[];
  next: number;
  /** What each row showed first. Removing a row does not change the cells of the others. */
  cells: ReadonlyMap<number, Row>;
};

/**
 * Returns the rows with which the form came back, cell by cell or as one answer; undefined if it did not come back
 * with any.
 */
function sentRows(field: TableQuestion, values: Values | undefined): Row[] | undefined {
  const answer = values && table.typed(field, values);
  return answer === undefined ? undefined : readRows(answer).slice(0, field.maxRows);
}

function startRows(field: TableQuestion, rows: readonly Row[], sent: boolean): Rows {
  const spare = sent ? rows.length : Math.max(rows.length + 1, 2);
  const next = Math.min(field.maxRows, Math.max(spare, field.minRows ?? 0));
  const keys = Array.from({ length: next }, (_, at) => at);
  return { keys, next, cells: new Map(rows.map((row, at) => [at, row])) };
}

/**
 * Fills the rows after the form came back: each shows what was sent at its position, or what a colleague saved there.
 */
function cameBack({ keys, next }: Rows, sent: readonly Row[]): Rows {
  const more = Array.from({ length: Math.max(0, sent.length - keys.length) }, (_, at) => next + at);
  const all = [...keys, ...more];
  const cells = new Map(all.map((key, at) => [key, sent[at] ?? {}]));
  return { keys: all, next: next + more.length, cells };
}

/** Returns the rows of a table, and functions that add and remove rows. A new load of the page changes no rows. */
export function useRows(field: TableQuestion, value: string) {
  const { values } = useContext(FormContext);
  const [rows, setRows] = useState(() => {
    const sent = sentRows(field, values);
    return startRows(field, sent ?? readRows(value), sent !== undefined);
  });
  const [seen, setSeen] = useState(values);
  if (values !== seen) {
    setSeen(values);
    const sent = sentRows(field, values);
    if (sent) setRows(cameBack(rows, sent));
  }
  const add = useCallback((wanted: number) => {
    setRows((before) => {
      const more = Array.from({ length: Math.max(0, wanted) }, (_, at) => before.next + at);
      const keys = [...before.keys, ...more];
      return { ...before, keys, next: before.next + more.length };
    });
  }, []);
  const remove = (key: number) => {
    setRows((before) => ({ ...before, keys: before.keys.filter((one) => one !== key) }));
  };
  return { ...rows, add, remove };
}

/** Adds rows for an answer that is put into the table. The rows exist when the event's dispatch returns. */
export function useRoom(
  place: RefObject<HTMLElement | null>,
  count: number,
  add: (n: number) => void,
) {
  useEffect(() => {
    const { current } = place;
    const make = (event: Event) => {
      const wanted: unknown = event instanceof CustomEvent ? event.detail : undefined;
      if (typeof wanted !== 'number' || wanted <= count) return;
      flushSync(() => {
        add(wanted - count);
      });
    };
    current?.addEventListener(rowsWanted, make);
    return () => current?.removeEventListener(rowsWanted, make);
  }, [place, count, add]);
}
