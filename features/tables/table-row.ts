import type { Refused } from '@/lib/result';

/** One unchanged row of the file; `line` counts as spreadsheets do. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] };

export type FileRefusal =
  | 'list_type'
  | 'list_too_large'
  | 'list_empty'
  | 'list_no_heading'
  | 'list_too_many_rows'
  | 'list_too_many_columns'
  | 'list_cell_too_long'
  | 'list_line_too_long'
  | 'list_encoding'
  | 'list_damaged';

/** Ends the reading of a file early: a business refusal with its figures. */
export class Unreadable extends Error {
  constructor(
    readonly refusal: Refused<FileRefusal>,
    cause?: unknown,
  ) {
    super(refusal.code, { cause });
  }
}
