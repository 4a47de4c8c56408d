import 'server-only';
import { createHash, randomBytes } from 'node:crypto';

/** Makes the secret of a link: 256 random bits. */
export const makeResetToken = () => randomBytes(32).toString('base64url');

/** Gives what is kept of it. */
export const hashResetToken = (token: string) => createHash('sha256').update(token).digest('hex');
