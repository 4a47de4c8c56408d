import { findAutomaticProgramme } from '@/features/awards/queries';
import { awardTemplate } from '@/features/awards/template';
import { defaultLocale, isLocale } from '@/lib/locale';
import { isId } from '@/lib/query';
import { csvDownload, noFile } from '@/server/download';
import { authorise } from '@/server/gate';

/** Sends an empty list to fill in, with the columns for one of the city's programmes, in the language of the page. */
export async function GET(request: Request): Promise<Response> {
  const authority = await authorise('award.import');
  const query = new URL(request.url).searchParams;
  const id = query.get('programme') ?? '';
  const found =
    authority.ok && isId(id) ? await findAutomaticProgramme(authority.value, id) : undefined;
  if (!found) return noFile();
  const requested = query.get('locale');
  const locale = isLocale(requested) ? requested : defaultLocale;
  return csvDownload(awardTemplate(found.rules, locale), `${found.slug}-list.csv`);
}
