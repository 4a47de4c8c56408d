import { securityText } from '@/server/security-text';
import { textFile } from '@/server/text-file';

/** The contact is a setting, and the expiry date moves, so the file cannot be made by the build. */
export const dynamic = 'force-dynamic';

/**
 * Sends the contact for reports of security problems (RFC 9116). Without a contact in the settings there is no such file.
 */
export function GET(): Response {
  const text = securityText();
  return text === undefined ? new Response(null, { status: 404 }) : textFile(text, 'text/plain');
}
