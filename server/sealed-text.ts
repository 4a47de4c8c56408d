import 'server-only';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { env } from './env';

/** Hides the text and shows every change of it. */
const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
/** Says where the enciphered text begins: after the nonce and the tag. */
const textAt = nonceBytes + tagBytes;

/** Derives a key of its own for every purpose, so that what was sealed for one cannot be passed off as another's. */
const keyFor = (purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', env().AUTH_SECRET, '', `sealed text: ${purpose}`, 32));

/** Seals a text that has to lie where others can read: only the portal's secret opens it. */
export function sealText(purpose: string, text: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, keyFor(purpose), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/**
 * Opens a sealed text.
 * @returns nothing for what was changed, was sealed for another purpose or with another secret, or is none at all
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
    // The one thing that fails here is the tag, and Node has no class of error for that.
    if (error instanceof Error) return undefined;
    throw error;
  }
}
