import 'server-only';
import { and, asc, eq, inArray, ne, or, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { applications } from '@/db/schema/applications';
import { auditEvents } from '@/db/schema/audit';
import { mandates } from '@/db/schema/mandates';
import { cities, organisations } from '@/db/schema/people';
import { programmeVersions } from '@/db/schema/programmes';
import { vouchers } from '@/db/schema/vouchers';

/** An agency by its names, and the bureau for which it acted. */
export type Agency = { name: string; nameEn: string | null; bureauZh: string; bureauEn: string };

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
  /** For whom it was done under a mandate, and by which agency. */
  agency: Agency | null;
};

/** Returns the agency and the bureau of a mandate, as one value; null where nobody acted under one. */
export const agencyOf = (mandateId: PgColumn) => sql<Agency | null>`(
  select jsonb_build_object('name', o.name, 'nameEn', o.name_en, 'bureauZh', c.bureau_zh, 'bureauEn', c.bureau_en)
  from ${mandates} m join ${organisations} o on o.id = m.operator_id join ${cities} c on c.id = m.city_id
  where m.id = ${mandateId})`;

/** What is read of an event. */
export const eventColumns = {
  id: auditEvents.id,
  at: auditEvents.at,
  actorName: auditEvents.actorName,
  actorRole: auditEvents.actorRole,
  action: auditEvents.action,
  applicationId: auditEvents.applicationId,
  reference: applications.reference,
  versionNumber: programmeVersions.number,
  data: auditEvents.data,
  agency: agencyOf(auditEvents.mandateId),
};

/** Lists all events about a case and about the voucher issued for it, in order. */
export async function listCaseEvents(tx: Tx, applicationId: string): Promise<AuditEvent[]> {
  const [voucher] = await tx
    .select({ id: vouchers.id })
    .from(vouchers)
    .where(eq(vouchers.applicationId, applicationId));
  return tx
    .select(eventColumns)
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
    .select(eventColumns)
    .from(auditEvents)
    .leftJoin(applications, eq(applications.id, auditEvents.applicationId))
    .leftJoin(programmeVersions, eq(programmeVersions.id, auditEvents.versionId))
    .where(and(eq(auditEvents.cityId, cityId), inArray(auditEvents.subjectId, [...subjectIds])))
    .orderBy(asc(auditEvents.id))
    .limit(500);
}
