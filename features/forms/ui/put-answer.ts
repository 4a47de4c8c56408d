import { namesIn, putValues } from '@/components/ui/form-values';
import type { FormField } from '../domain/form';
import { countName } from '../domain/kinds/choices';
import { readRows } from '../domain/kinds/table';
import { partsOf } from '../domain/typed';

/** Asks a table for at least as many rows as the event tells; it has them when this returns. */
export const rowsWanted = 'suanquan:rows';

/**
 * Puts a whole answer into the fields it is typed into: a period has two, a table one a cell.
 * @returns whether all of them are there; nothing is put where one is not
 */
export function putAnswer(form: HTMLFormElement, field: FormField, answer: string): boolean {
  const count = countName(field.name);
  const { [count]: rows, ...parts } = partsOf(field, answer);
  if (rows !== undefined) {
    const detail = readRows(answer).length;
    form
      .querySelector(`input[name="${CSS.escape(count)}"]`)
      ?.dispatchEvent(new CustomEvent(rowsWanted, { bubbles: true, detail }));
  }
  const there = namesIn(form);
  // Of the rows that a table may have, those that are not there have nothing to empty.
  const wanted = Object.entries(parts).filter(
    ([name, text]) => rows === undefined || text !== '' || there.has(name),
  );
  return putValues(form, Object.fromEntries(wanted));
}
