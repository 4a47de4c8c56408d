import { formatYuanPlain } from '@/lib/money';
import type { Locale } from '@/lib/locale';
import { refusalText } from './assessment-messages';
import type { Outcome, WhatIfRow } from './domain/what-if';
import { editorMessages } from './editor-messages';

/** A cell that no spreadsheet takes for a formula, with its quotes doubled. */
const cell = (text: string) => `"${text.replace(/^(?=[=+\-@\t\r])/, "'").replaceAll('"', '""')}"`;

const reasonsOf = (locale: Locale, { refusals }: Outcome) =>
  refusals.map((refusal) => refusalText(locale, refusal)).join(' ');

/** Every case with what it would have had, as a spreadsheet reads it. */
export function whatIfFile(locale: Locale, rows: readonly WhatIfRow[]): string {
  const t = editorMessages(locale);
  const head = [t.reference, t.applicant, t.on, t.effect, t.before, t.after, t.reasons];
  const lines = rows.map((row) => [
    ...[row.reference, row.applicant, row.on, t[`effect_${row.effect}`]],
    ...[formatYuanPlain(row.before.amountFen), formatYuanPlain(row.after.amountFen)],
    reasonsOf(locale, row.after),
  ]);
  // The mark at the beginning tells spreadsheets that the text is UTF-8.
  return `\uFEFF${[head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}
