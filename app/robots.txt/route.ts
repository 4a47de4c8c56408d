import { robotsText } from '@/features/sitemap/domain/robots';
import { publicAddress } from '@/server/env';
import { textFile } from '@/server/text-file';

/** It names the sitemap by its absolute address, which is a setting and not known to the build. */
export const dynamic = 'force-dynamic';

/** Says which pages search engines should leave alone, and where the others are listed. */
export function GET(): Response {
  return textFile(robotsText(publicAddress()), 'text/plain');
}
