import 'server-only';
import { createHash, randomBytes } from 'node:crypto';

/** Returns a new secret for a link: 256 random bits. */
export const makeResetToken = () => randomBytes(32).toString('base64url');

/** Returns the hash of the secret, which is stored instead of it. */
export const hashResetToken = (token: string) => createHash('sha256').update(token).digest('hex');
