import 'server-only';
import { publishedSlugs } from '@/features/programmes/list/queries';
import { newestNoticeIds } from '@/features/notices/queries';
import { shownVendorIds } from '@/features/vendors/queries';
import type { Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { mostPages, publicPaths } from './domain/sitemap';

/** Returns the paths of all public pages, without their language. */
export function listPublicPaths(actor: Actor<'public.read'>): Promise<string[]> {
  return inScope(actor, async ({ tx }) =>
    publicPaths({
      slugs: await publishedSlugs(tx, mostPages),
      vendorIds: await shownVendorIds(tx, mostPages),
      noticeIds: await newestNoticeIds(tx, mostPages),
    }),
  );
}
