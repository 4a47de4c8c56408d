import 'server-only';
import { and, asc, eq, inArray, ne, or } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { applications } from '@/db/schema/applications';
import { auditEvents } from '@/db/schema/audit';
import { programmeVersions } from '@/db/schema/programmes';
import { vouchers } from '@/db/schema/vouchers';

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
