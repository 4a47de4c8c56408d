import 'server-only';
import { and, asc, desc, eq, inArray, lt, ne, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { applications } from '@/db/schema/applications';
import { auditEvents } from '@/db/schema/audit';
import { programmeVersions } from '@/db/schema/programmes';
import { vouchers } from '@/db/schema/vouchers';
import { idCursor, search } from '@/lib/input/filter';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import { cityOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { everyWord } from '@/server/search';

export type AuditEvent = {
  id: string;
  at: Date;
  actorName: string;
  actorRole: string;
  action: string;
  applicationId: string | null;
  reference: string | null;
  versionNumber: number | null;
  data: Record<string, string | number | boolean | null>;
};

const columns = {
  id: auditEvents.id,
  at: auditEvents.at,
  actorName: auditEvents.actorName,
  actorRole: auditEvents.actorRole,
  action: auditEvents.action,
  applicationId: auditEvents.applicationId,
  reference: applications.reference,
  versionNumber: programmeVersions.number,
  data: auditEvents.data,
};

/** Lists all events about a case and about the voucher issued for it, in order. */
export async function listCaseEvents(tx: Tx, applicationId: string): Promise<AuditEvent[]> {
  const [voucher] = await tx
    .select({ id: vouchers.id })
    .from(vouchers)
    .where(eq(vouchers.applicationId, applicationId));
  return tx
    .select(columns)
    .from(auditEvents)
    .leftJoin(applications, eq(applications.id, auditEvents.applicationId))
    .leftJoin(programmeVersions, eq(programmeVersions.id, auditEvents.versionId))
    .where(
      and(
        or(
          eq(auditEvents.applicationId, applicationId),
          voucher ? eq(auditEvents.voucherId, voucher.id) : undefined,
        ),
        // Every autosave is recorded, but is not shown here.
        ne(auditEvents.action, 'application.saved'),
      ),
    )
    .orderBy(asc(auditEvents.id))
    .limit(500);
}

/** Lists the events about some subjects of a city, the oldest first. */
export function listEventsAbout(
  tx: Tx,
  cityId: string,
  subjectIds: readonly string[],
): Promise<AuditEvent[]> {
  return tx
    .select(columns)
    .from(auditEvents)
    .leftJoin(applications, eq(applications.id, auditEvents.applicationId))
    .leftJoin(programmeVersions, eq(programmeVersions.id, auditEvents.versionId))
    .where(and(eq(auditEvents.cityId, cityId), inArray(auditEvents.subjectId, [...subjectIds])))
    .orderBy(asc(auditEvents.id))
    .limit(500);
}

/** The filter in the address of the page. */
export const auditFilter = z.object({ q: search(), cursor: idCursor() });
export type AuditFilter = z.output<typeof auditFilter>;

/** The numbers and names by which an event is found. */
const searched = sql`coalesce(${applications.searchText}, '') || ' ' || ${auditEvents.actorSearch}`;

/** Lists a page of the city's events, the newest first. */
export function listAudit(
  actor: Actor<'audit.read'>,
  filter: AuditFilter,
): Promise<{ rows: AuditEvent[]; nextCursor: string | null }> {
  return inScope(actor, async ({ tx }) => {
    const before = decodeIdCursor(filter.cursor);
    const rows = await tx
      .select(columns)
      .from(auditEvents)
      .leftJoin(applications, eq(applications.id, auditEvents.applicationId))
      .leftJoin(programmeVersions, eq(programmeVersions.id, auditEvents.versionId))
      .where(
        and(
          eq(auditEvents.cityId, cityOf(actor)),
          filter.q ? everyWord(filter.q, searched) : undefined,
          before ? lt(auditEvents.id, before) : undefined,
        ),
      )
      .orderBy(desc(auditEvents.id))
      .limit(pageSize + 1);
    return pageOf(rows, pageSize, (row) => [row.id]);
  });
}
