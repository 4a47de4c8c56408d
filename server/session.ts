import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { cache } from 'react';
import { sql } from 'drizzle-orm';
import { db } from '@/db/client';
import type { Bilingual } from '@/lib/bilingual';
import type { IsoDate } from '@/lib/dates';
import { isLocale, type Locale } from '@/lib/locale';
import { isMandateRight, type Authority } from '@/lib/permissions';
import { roles, type Role } from '@/lib/roles';
import type { ActingMandate } from './actor';
import { mayEnter } from './demonstration';

/** The mandate that the user of a session has chosen, with what its pages say of it. */
export type SessionMandate = ActingMandate & {
  readonly lastOn: IsoDate;
  readonly agency: Bilingual;
  readonly bureau: Bilingual;
};

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
  /** Set for somebody of an agency who acts for a city: `cityId` is then that city, and `organisationId` is null. */
  readonly mandate: SessionMandate | null;
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
  mandate_id: string | null;
  mandate_city_id: string | null;
  rights: string[] | null;
  last_on: IsoDate | null;
  agency: string | null;
  agency_en: string | null;
  bureau_zh: string | null;
  bureau_en: string | null;
};

/** Returns the mandate of a row. Its rights are those that this build of the portal knows. */
function mandateOf(row: SessionRow): SessionMandate | null {
  if (!row.mandate_id || !row.rights || !row.last_on) return null;
  const agency = row.agency ?? '';
  return {
    id: row.mandate_id,
    rights: row.rights.filter(isMandateRight),
    lastOn: row.last_on,
    agency: { 'zh-CN': agency, en: row.agency_en ?? agency },
    bureau: { 'zh-CN': row.bureau_zh ?? '', en: row.bureau_en ?? '' },
  };
}

/** Returns what the user of a session is allowed to do by; null where they have no role yet. */
export const authorityOfSession = ({ role, mandate }: Session): Authority | null =>
  mandate?.rights ?? role;

/**
 * Returns the session with this id, unless it has ended, was idle too long, was revoked, or is of a demonstration that is
 * switched off.
 */
export async function findSession(id: string): Promise<Session | null> {
  const idHash = hashSessionId(id);
  const [row] = await db().execute<SessionRow>(
    sql`select s.*, m.mandate_id, m.mandate_city_id, m.rights, m.last_on::text as last_on, m.agency,
        m.agency_en, m.bureau_zh, m.bureau_en
      from app.current_session(${idHash}, ${idle}::interval) s
      left join app.session_mandate(${idHash}) m on true`,
  );
  if (!row || !mayEnter(row.email)) return null;
  const role = roles.find((known) => known === row.role) ?? null;
  const mandate = role ? mandateOf(row) : null;
  return {
    idHash,
    userId: row.user_id,
    name: row.name,
    email: row.email,
    locale: isLocale(row.locale) ? row.locale : 'zh-CN',
    membershipId: row.membership_id,
    role,
    cityId: mandate ? row.mandate_city_id : role ? row.city_id : null,
    organisationId: role && !mandate ? row.organisation_id : null,
    mandate,
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

/**
 * Gives the browser its envelope once more. An action that sets a cookie has the frame of all pages drawn anew, which shows the
 * role; without, it would go on showing the one before.
 */
export async function redrawFrame(): Promise<void> {
  const { readEnvelope, openEnvelope } = await envelope();
  const id = await readEnvelope();
  if (id) await openEnvelope(id);
}

/** Removes the envelope; another command revokes the row. */
export async function endSession(): Promise<void> {
  await (await envelope()).closeEnvelope();
}
