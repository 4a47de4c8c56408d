import 'server-only';
import NextAuth, { type NextAuthResult } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { env, isSecure } from './env';

declare module 'next-auth' {
  interface Session {
    sid?: string;
  }
  interface User {
    sid?: string;
  }
}

/**
 * Configures Auth.js only to seal the session cookie: an encrypted, HttpOnly envelope around a random session id. Whose session
 * it is, and whether it is still valid, is looked up in our own `sessions` table on every request, so that a revoked session ends
 * at once. No Auth.js route is exposed; the password is verified (`proveIdentity`) before an envelope is sealed.
 */
function configure(): NextAuthResult {
  const secure = isSecure();
  return NextAuth({
    secret: env().AUTH_SECRET,
    trustHost: true,
    session: { strategy: 'jwt', maxAge: 12 * 60 * 60 },
    cookies: {
      sessionToken: {
        name: secure ? '__Host-suanquan-session' : 'suanquan-session',
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      },
      // Auth.js keeps the page after signing in here. The portal does not need it, so the cookie ends at once.
      callbackUrl: {
        name: secure ? '__Secure-authjs.callback-url' : 'authjs.callback-url',
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: 0 },
      },
    },
    providers: [
      Credentials({
        credentials: { sid: {} },
        authorize: ({ sid }) => (typeof sid === 'string' && sid ? { id: 'session', sid } : null),
      }),
    ],
    callbacks: {
      // `user` is present only while an envelope is being sealed.
      jwt: ({ token, user, trigger }) => (trigger === 'signIn' ? { sid: user.sid } : token),
      session: ({ session, token }) => ({
        expires: session.expires,
        sid: typeof token.sid === 'string' ? token.sid : undefined,
      }),
    },
  });
}

let configured: NextAuthResult | undefined;
const authjs = () => (configured ??= configure());

/** Returns the session id in this request's envelope, if the envelope is valid. */
export async function readEnvelope(): Promise<string | null> {
  const session = await authjs().auth();
  return session?.sid ?? null;
}

export async function openEnvelope(sid: string): Promise<void> {
  await authjs().signIn('credentials', { sid, redirect: false });
}

export async function closeEnvelope(): Promise<void> {
  await authjs().signOut({ redirect: false });
}
