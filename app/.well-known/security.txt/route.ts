import { securityText } from '@/server/security-text';
import { textFile } from '@/server/text-file';

/** The contact is a setting, and the day on which a copy expires moves: neither is known to the build. */
export const dynamic = 'force-dynamic';

/** Says whom to tell of a weakness (RFC 9116); where nobody is named there is no such file. */
export function GET(): Response {
  const text = securityText();
  return text === undefined ? new Response(null, { status: 404 }) : textFile(text, 'text/plain');
}
