import { getImport } from '@/features/awards/queries';
import { problemLines } from '@/features/awards/row-queries';
import { defaultLocale, isLocale } from '@/lib/locale';
import { isId } from '@/lib/query';
import { noFile, streamedCsv } from '@/server/download';
import { authorise } from '@/server/gate';

/** Sends the rows of a list that have problems, so that a spreadsheet can correct them for another upload. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/awards/[id]/problems'>,
): Promise<Response> {
  const { id } = await params;
  const authority = await authorise('award.read');
  const list = authority.ok && isId(id) ? await getImport(authority.value, id) : undefined;
  if (!authority.ok || !list) return noFile();
  const requested = new URL(request.url).searchParams.get('locale');
  const locale = isLocale(requested) ? requested : defaultLocale;
  const lines = problemLines(authority.value, list, locale);
  return streamedCsv(lines, `${list.reference}-problems.csv`);
}
