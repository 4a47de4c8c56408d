import 'server-only';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { env } from './env';

/** Encrypts the text and makes every change of it noticeable. */
const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
/** Where the encrypted text begins: after the nonce and the tag. */
const textAt = nonceBytes + tagBytes;

/** Derives a separate key for every purpose, so that a text sealed for one cannot be used for another. */
const keyFor = (purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', env().AUTH_SECRET, '', `sealed text: ${purpose}`, 32));

/** Seals a text that is kept where others can read it: only the portal's secret opens it. */
export function sealText(purpose: string, text: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, keyFor(purpose), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/**
 * Opens a sealed text.
 * @returns nothing for a text that was changed, was sealed for another purpose or with another secret, or is not sealed
 */
export function openText(purpose: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  const [nonce, tag] = [bytes.subarray(0, nonceBytes), bytes.subarray(nonceBytes, textAt)];
  if (tag.length < tagBytes) return undefined;
  const decipher = createDecipheriv(algorithm, keyFor(purpose), nonce, { authTagLength: tagBytes });
  decipher.setAuthTag(tag);
  const text = decipher.update(bytes.subarray(textAt));
  try {
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch (error) {
    // Only the check of the tag fails here, and Node has no class of error for that.
    if (error instanceof Error) return undefined;
    throw error;
  }
}
