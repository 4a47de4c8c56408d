import { sitemapXml } from '@/features/sitemap/domain/sitemap';
import { listPublicPaths } from '@/features/sitemap/queries';
import { publicAddress } from '@/server/env';
import { authoriseCaller } from '@/server/gate';
import { sharedFor } from '@/server/shared-for';
import { textFile } from '@/server/text-file';

/** The public pages change while the portal runs, and its address is a setting, so the file cannot be made by the build. */
export const dynamic = 'force-dynamic';

const oneMinute = 60_000;

const recentSitemap = sharedFor(oneMinute, async () =>
  sitemapXml(publicAddress(), await listPublicPaths(authoriseCaller('public.read'))),
);

/** Lists every public page in both languages, for search engines. */
export async function GET(): Promise<Response> {
  return textFile(await recentSitemap(), 'application/xml');
}
