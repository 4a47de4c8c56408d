'use client';

import { useCallback, useContext, useEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { FormContext } from '@/components/ui/form-context';
import { readRows, table, type Row, type TableQuestion } from '../domain/kinds/table';
import { rowsWanted } from './put-answer';

type Values = Readonly<Record<string, string | readonly string[]>>;

type Rows = {
  /** In the order of the page; a row keeps its key while others come and go. */
  keys: readonly number[];
  next: number;
  /** What each row showed first: a row that goes leaves those of the others alone. */
  cells: ReadonlyMap<number, Row>;
};

/** Rows that the form came back with, cell by cell or as one answer; nothing where it did not. */
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

/** The form came back: each row shows what was sent in its place, or what a colleague left there. */
function cameBack({ keys, next }: Rows, sent: readonly Row[]): Rows {
  const more = Array.from({ length: Math.max(0, sent.length - keys.length) }, (_, at) => next + at);
  const all = [...keys, ...more];
  const cells = new Map(all.map((key, at) => [key, sent[at] ?? {}]));
  return { keys: all, next: next + more.length, cells };
}

/** The rows of a table, and how they come and go; a page fetched anew changes none of them. */
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

/** Makes room for an answer that is put into the table: rows are there before this returns. */
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
