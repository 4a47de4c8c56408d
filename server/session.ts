import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { cache } from 'react';
import { sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { isLocale, type Locale } from '@/lib/locale';
import { roles, type Role } from '@/lib/roles';
import { mayEnter } from './demonstration';

/** Who sits at the browser, and what they are there as. */
export type Session = {
  readonly idHash: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly membershipId: string | null;
  /** Null for somebody who belongs to no place yet. */
  readonly role: Role | null;
  readonly cityId: string | null;
  readonly organisationId: string | null;
};

/** Loaded when a request needs it: the worker has commands but no browser, and no Auth.js. */
const envelope = () => import('./auth');

/** Signed out after this long without a request; the absolute end stands in the row. */
const idle = '30 minutes';

export const hashSessionId = (id: string) => createHash('sha256').update(id).digest('hex');

/** A new session id: 256 random bits; only its hash is stored. */
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

/** Gives the session whose id this is, unless it ended, idled out, was revoked, or is of a demonstration that is over. */
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

/** The session of this request; looked up once a request. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const { readEnvelope } = await envelope();
  const id = await readEnvelope();
  return id ? findSession(id) : null;
});

/** How long this browser stays signed in if nothing more is sent; asking does not prolong it. */
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
 * Finds the session that this browser had until it ended: revoked from elsewhere, or run out. Nothing for a browser
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

/** Hands the browser the envelope of a session that was just opened. */
export async function startSession(id: string): Promise<void> {
  await (await envelope()).openEnvelope(id);
}

/** Takes the envelope back; the row is revoked by its own command. */
export async function endSession(): Promise<void> {
  await (await envelope()).closeEnvelope();
}
