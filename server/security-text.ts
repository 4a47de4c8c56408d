import 'server-only';
import { env, publicAddress } from './env';

/** How long a copy of the file may be relied on, in days; RFC 9116 wants less than a year. */
const goodForDays = 30;

type Contents = { readonly contact: string; readonly address: string; readonly now: Date };

/**
 * Writes security.txt (RFC 9116). Its contact comes from the settings at each answer, so what expires is a copy: counted from now,
 * on real time and never on the clock of a demonstration.
 * @param contents - `address` is what absolute addresses begin with, without a slash at its end
 */
export function writeSecurityText({ contact, address, now }: Contents): string {
  const expires = new Date(now.getTime() + goodForDays * 86_400_000);
  return [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString()}`,
    `Canonical: ${address}/.well-known/security.txt`,
    '',
  ].join('\n');
}

/** Returns the security.txt of this installation, or nothing where nobody is named who reads reports. */
export function securityText(): string | undefined {
  const contact = env().SECURITY_CONTACT;
  return contact === undefined
    ? undefined
    : writeSecurityText({ contact, address: publicAddress(), now: new Date() });
}
