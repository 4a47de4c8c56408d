import { journalLines } from '@/features/ledger/journal-file';
import { journalBounds, journalFilter } from '@/features/ledger/journal-filter';
import { listJournalProgrammes } from '@/features/ledger/journal-queries';
import { readFilter } from '@/lib/input/filter';
import { defaultLocale, isLocale } from '@/lib/locale';
import { noFile, streamedCsv } from '@/server/download';
import { authorise } from '@/server/gate';

/** Sends the city's journal, or what of it fits the filter in the address, in the language of the page. */
export async function GET(request: Request): Promise<Response> {
  const authority = await authorise('ledger.read');
  if (!authority.ok) return noFile();
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const programmes = await listJournalProgrammes(authority.value);
  const { filter, fits } = readFilter(journalFilter, query, journalBounds(programmes));
  if (!fits) return noFile();
  const locale = isLocale(query.locale) ? query.locale : defaultLocale;
  return streamedCsv(journalLines(authority.value, filter, locale), 'ledger.csv');
}
