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
 * Auth.js serves as the sealed envelope (an encrypted, HttpOnly cookie) around a random session
 * id, and nothing else: who that is, and whether it still counts, is looked up in our own
 * `sessions` table on every request, so that a revoked session ends at once. No Auth.js route is
 * exposed; the password is verified (`proveIdentity`) before an envelope is sealed.
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
      // Auth.js keeps here where to lead after signing in; we know that ourselves, so it ends at once.
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
      // `user` is there only when an envelope is being sealed.
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

/** The session id in this request's envelope, if there is a whole one. */
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
