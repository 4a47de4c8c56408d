import { auditLines } from '@/features/audit/log-file';
import { auditBounds, auditFilter } from '@/features/audit/log-queries';
import { readFilter } from '@/lib/input/filter';
import { defaultLocale, isLocale } from '@/lib/locale';
import { noFile, streamedCsv } from '@/server/download';
import { authorise } from '@/server/gate';

/** Sends the city's record, or what of it fits the filter in the address, in the language of the page. */
export async function GET(request: Request): Promise<Response> {
  const authority = await authorise('audit.read');
  if (!authority.ok) return noFile();
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const { filter, fits } = readFilter(auditFilter, query, auditBounds);
  if (!fits) return noFile();
  const locale = isLocale(query.locale) ? query.locale : defaultLocale;
  return streamedCsv(auditLines(authority.value, filter, locale), 'audit.csv');
}
