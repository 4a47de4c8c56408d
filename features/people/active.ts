import 'server-only';
import { and, gt, isNull, or, sql } from 'drizzle-orm';
import { memberships } from '@/db/schema/people';

/** Memberships in force: neither ended nor past the day on which they end by themselves. */
export const active = and(
  isNull(memberships.endedAt),
  or(isNull(memberships.endsAt), gt(memberships.endsAt, sql`app.now()`)),
);
