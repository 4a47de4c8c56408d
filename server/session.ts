import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { cache } from 'react';
import { sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { isLocale, type Locale } from '@/lib/locale';
import { roles, type Role } from '@/lib/roles';
import { mayEnter } from './demonstration';

/** The user at the browser, and their place and role. */
export type Session = {
  readonly idHash: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly membershipId: string | null;
  /** Null for a user who belongs to no place yet. */
  readonly role: Role | null;
  readonly cityId: string | null;
  readonly organisationId: string | null;
};

/** Loads Auth.js only when a request needs it: the worker runs commands without a browser. */
const envelope = () => import('./auth');

/** A session ends after this long without a request; its absolute end is in the row. */
const idle = '30 minutes';

export const hashSessionId = (id: string) => createHash('sha256').update(id).digest('hex');

/** Returns a new session id: 256 random bits; only its hash is stored. */
export const makeSessionId = () => randomBytes(32).toString('base64url');

type SessionRow = {
  user_id: string;
  name: string;
  email: string;
  locale: string;
  membership_id: string | null;
  role: string | null;
  city_id: string | null;
  organisation_id: string | null;
};

/**
 * Returns the session with this id, unless it has ended, was idle too long, was revoked, or is of a demonstration that is
 * switched off.
 */
export async function findSession(id: string): Promise<Session | null> {
  const idHash = hashSessionId(id);
  const [row] = await db().execute<SessionRow>(
    sql`select * from app.current_session(${idHash}, ${idle}::interval)`,
  );
  if (!row || !mayEnter(row.email)) return null;
  const role = roles.find((known) => known === row.role) ?? null;
  return {
    idHash,
    userId: row.user_id,
    name: row.name,
    email: row.email,
    locale: isLocale(row.locale) ? row.locale : 'zh-CN',
    membershipId: row.membership_id,
    role,
    cityId: role ? row.city_id : null,
    organisationId: role ? row.organisation_id : null,
  };
}

/** Returns the session of this request; it is looked up once for each request. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const { readEnvelope } = await envelope();
  const id = await readEnvelope();
  return id ? findSession(id) : null;
});

/** Returns how long this browser stays signed in if nothing more is sent; calling it does not prolong the session. */
export async function sessionLeft(): Promise<
  { idHash: string; seconds: number; extendable: boolean } | undefined
> {
  const id = await (await envelope()).readEnvelope();
  if (!id) return undefined;
  const idHash = hashSessionId(id);
  const [row] = await db().execute<{ seconds: number; extendable: boolean; email: string }>(
    sql`select * from app.session_left(${idHash}, ${idle}::interval)`,
  );
  if (!row || !mayEnter(row.email)) return undefined;
  return { idHash, seconds: row.seconds, extendable: row.extendable };
}

/**
 * Returns the session that this browser had until it ended: revoked from elsewhere, or expired. Returns nothing for a browser
 * that signed out itself or never was signed in, and while the session lasts.
 */
export async function endedSession(): Promise<
  { userId: string; why: 'revoked' | 'expired' } | undefined
> {
  const id = await (await envelope()).readEnvelope();
  if (!id) return undefined;
  const [row] = await db().execute<{ user_id: string; email: string; revoked: boolean }>(
    sql`select * from app.ended_session(${hashSessionId(id)}, ${idle}::interval)`,
  );
  if (!row || !mayEnter(row.email)) return undefined;
  return { userId: row.user_id, why: row.revoked ? 'revoked' : 'expired' };
}

/** Gives the browser the envelope of a session that was just opened. */
export async function startSession(id: string): Promise<void> {
  await (await envelope()).openEnvelope(id);
}

/** Removes the envelope; another command revokes the row. */
export async function endSession(): Promise<void> {
  await (await envelope()).closeEnvelope();
}
