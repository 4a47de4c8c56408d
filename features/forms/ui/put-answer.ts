import { namesIn, putValues } from '@/components/ui/form-values';
import type { FormField } from '../domain/form';
import { countName } from '../domain/kinds/choices';
import { readRows } from '../domain/kinds/table';
import { partsOf } from '../domain/typed';

/**
 * The event that makes a table have at least as many rows as its `detail` has as a number. The rows exist when the dispatch
 * returns.
 */
export const rowsWanted = 'suanquan:rows';

/**
 * Puts a whole answer into the fields into which it is typed: a period has two, a table one per cell.
 * @returns whether all fields exist; if one is missing, nothing is changed
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
  // Of the rows that a table may have, only those that exist need to be emptied.
  const wanted = Object.entries(parts).filter(
    ([name, text]) => rows === undefined || text !== '' || there.has(name),
  );
  return putValues(form, Object.fromEntries(wanted));
}
