import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { auditEvents } from '@/db/schema/audit';
import { byWhom, otherEditor, type Save } from '@/features/forms/domain/saves';

/** Loads the latest saves of a case from the audit record, the newest first. */
async function latestSaves(tx: Tx, applicationId: string): Promise<Save[]> {
  const rows = await tx
    .select({
      by: auditEvents.actorId,
      name: auditEvents.actorName,
      at: auditEvents.at,
      data: auditEvents.data,
    })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.applicationId, applicationId),
        eq(auditEvents.action, 'application.saved'),
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(40);
  return rows.map(({ by, name, at, data }) => ({
    by,
    name,
    at,
    section: String(data.section ?? ''),
    fields: String(data.fields ?? '').split(' '),
  }));
}

/** Returns a function that gives the user who last changed a field, and when, as far as the latest saves show. */
export async function changedBy(tx: Tx, applicationId: string) {
  const saves = await latestSaves(tx, applicationId);
  return (field: string) => byWhom(saves, field);
}

/** Finds the colleague who saved this section within the last two minutes, if there is one. */
export async function presentColleague(
  tx: Tx,
  of: { applicationId: string; section: string; userId: string; now: Date },
): Promise<string | undefined> {
  return otherEditor(await latestSaves(tx, of.applicationId), of);
}
