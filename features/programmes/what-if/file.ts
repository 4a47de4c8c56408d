import { csvCell, csvFile, csvIdentifier, csvLine, csvTextCell } from '@/lib/csv';
import { formatYuanPlain } from '@/lib/money';
import type { Locale } from '@/lib/locale';
import type { Rules } from '@/features/rules/domain/rules';
import { refusalText } from '@/features/rules/reason-texts';
import type { Outcome, WhatIfRow } from './domain/what-if';
import { editorMessages } from '../editor/messages';

const reasonsOf = (locale: Locale, { refusals }: Outcome, unit: Rules['unit']) =>
  refusals.map((refusal) => refusalText(locale, refusal, unit)).join(' ');

/** Returns every case with its result under both versions as a CSV file for spreadsheets. */
export function whatIfFile(
  locale: Locale,
  { rows, unit }: { rows: readonly WhatIfRow[]; unit?: Rules['unit'] },
): string {
  const t = editorMessages(locale);
  const head = [t.reference, t.applicant, t.on, t.effect, t.before, t.after, t.reasons];
  const lines = rows.map((row) => [
    ...[csvIdentifier(row.reference), csvTextCell(row.applicant)],
    ...[row.on, csvCell(t[`effect_${row.effect}`])],
    ...[formatYuanPlain(row.before.amountFen), formatYuanPlain(row.after.amountFen)],
    csvCell(reasonsOf(locale, row.after, unit)),
  ]);
  return csvFile([head.map(csvCell), ...lines].map(csvLine));
}
