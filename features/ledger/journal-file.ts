import 'server-only';
import { csvCell, csvIdentifier, csvLine, csvTextCell } from '@/lib/csv';
import { formatDateTime } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { formatYuanPlain } from '@/lib/money';
import { organisationName } from '@/lib/organisation-name';
import { subjectKinds } from '@/lib/subject-messages';
import { subjectLabel } from '@/lib/subject-text';
import type { Actor } from '@/server/actor';
import { byText, placeText } from './entry-text';
import type { JournalFilter } from './journal-filter';
import { readJournal, type JournalRow } from './journal-queries';
import { ledgerKinds, ledgerMessages } from './messages';

function lineOf(locale: Locale, row: JournalRow): string {
  const t = ledgerMessages(locale);
  const { subject, programme, holder, payee, payment } = row;
  return csvLine([
    csvTextCell(formatDateTime(row.at, locale)),
    csvCell(ledgerKinds(locale)[row.kind]),
    csvCell(row.outcome === 'posted' ? t.posted : t.declined),
    csvCell(subject ? subjectKinds(locale)[subject.kind] : ''),
    csvIdentifier(subject ? subjectLabel(subject, locale) : ''),
    csvTextCell(programme ? subjectLabel(programme, locale) : ''),
    csvTextCell(holder ? organisationName(holder, locale) : ''),
    csvTextCell(payee ? organisationName(payee, locale) : ''),
    csvTextCell(byText(locale, row)),
    formatYuanPlain(row.amountFen),
    csvCell(placeText(locale, row.debit)),
    csvCell(placeText(locale, row.credit)),
    csvIdentifier(payment ? subjectLabel(payment.subject, locale) : ''),
    payment?.paidOn ?? '',
    row.id,
  ]);
}

/** Reads the journal as the lines of a file for spreadsheets: its headings, then every entry that fits the filter. */
export async function* journalLines(
  actor: Actor<'ledger.read'>,
  filter: JournalFilter,
  locale: Locale,
): AsyncGenerator<string> {
  const t = ledgerMessages(locale);
  const headings = [
    ...[t.at, t.kind, t.outcome, t.objectKind, t.object, t.programme, t.holder, t.payee, t.by],
    ...[t.amountYuan, t.source, t.target, t.payment, t.paidOn, t.entry],
  ];
  yield csvLine(headings.map(csvCell));
  for await (const row of readJournal(actor, filter)) yield lineOf(locale, row);
}
