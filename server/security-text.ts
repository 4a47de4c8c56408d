import 'server-only';
import { env, publicAddress } from './env';

/** For how many days a copy of the file is valid; RFC 9116 recommends less than a year. */
const goodForDays = 30;

type Contents = { readonly contact: string; readonly address: string; readonly now: Date };

/**
 * Writes security.txt (RFC 9116). Its contact is read from the settings for each answer, so the date of expiry concerns copies:
 * it is counted from now, in real time and never by the clock of a demonstration.
 * @param contents - `address` is the start of absolute addresses, without a slash at its end
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

/** Returns the security.txt of this installation, or nothing where no contact for reports is set. */
export function securityText(): string | undefined {
  const contact = env().SECURITY_CONTACT;
  return contact === undefined
    ? undefined
    : writeSecurityText({ contact, address: publicAddress(), now: new Date() });
}
