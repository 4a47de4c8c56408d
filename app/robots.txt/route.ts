import { robotsText } from '@/features/sitemap/domain/robots';
import { publicAddress } from '@/server/env';
import { textFile } from '@/server/text-file';

/**
 * The file contains the absolute address of the sitemap. The address is a setting, so the file cannot be made by the build.
 */
export const dynamic = 'force-dynamic';

/** Sends which pages search engines must leave out, and where the other pages are listed. */
export function GET(): Response {
  return textFile(robotsText(publicAddress()), 'text/plain');
}
