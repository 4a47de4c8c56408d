import { whatIfFile } from '@/features/programmes/what-if/file';
import { getWhatIf } from '@/features/programmes/what-if/queries';
import { defaultLocale, isLocale } from '@/lib/locale';
import { isId } from '@/lib/query';
import { csvDownload, noFile } from '@/server/download';
import { authorise } from '@/server/gate';

/** Sends a table with what a draft would have given to every applicant so far. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const authority = await authorise('programme.read');
  if (!authority.ok || !isId(id)) return noFile();
  const view = await getWhatIf(authority.value, id);
  if (!view) return noFile();
  const requested = new URL(request.url).searchParams.get('locale');
  const locale = isLocale(requested) ? requested : defaultLocale;
  const name = `${view.programme.slug}-what-if.csv`;
  return csvDownload(whatIfFile(locale, view.result ?? { rows: [] }), name);
}
