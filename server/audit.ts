import 'server-only';
import type { Tx } from '@/db/client';
import { auditEvents } from '@/db/schema/audit';
import type { SubjectKind } from '@/lib/subject-messages';
import type { Actor } from './actor';

/** The actions that can be recorded, by the names of their texts. features/audit/messages.ts adds them. */
export interface AuditActions extends Record<never, never> {}

/** The names under which events keep their data. features/audit/detail-messages.ts adds them with their texts. */
export interface AuditFields extends Record<never, never> {}
type AuditData = { readonly [K in keyof AuditFields]?: string | number | boolean | null };

export type AuditSubject = { kind: SubjectKind; id: string };

/** An event for the audit record. Amounts in `data` are fen as text. */
export type AuditEntry = {
  /** Noun and past participle: `application.submitted`. */
  action: keyof AuditActions;
  subject: AuditSubject;
  /** The user, if the transaction began without one: when signing up and signing in. */
  as?: { userId: string; name: string };
  cityId?: string | null;
  organisationId?: string | null;
  applicationId?: string | null;
  voucherId?: string | null;
  /** The programme version whose rules applied. */
  versionId?: string | null;
  data?: AuditData;
};

const rowOf = (actor: Actor, now: Date, entry: AuditEntry): typeof auditEvents.$inferInsert => ({
  at: now,
  actorId: entry.as?.userId ?? actor.userId,
  actorName: entry.as?.name ?? actor.name,
  actorRole: actor.role,
  action: entry.action,
  subjectKind: entry.subject.kind,
  subjectId: entry.subject.id,
  applicationId: entry.applicationId ?? null,
  voucherId: entry.voucherId ?? null,
  cityId: entry.cityId ?? actor.cityId,
  organisationId: entry.organisationId ?? actor.organisationId,
  versionId: entry.versionId ?? null,
  data: actor.mandate ? { ...entry.data, mandateId: actor.mandate.id } : (entry.data ?? {}),
});

/** Small enough for the values to fit into one statement. */
const atOnce = 1_000;

/** Writes the events in the transaction of their change, so that neither exists without the other. */
export async function writeAudit(
  tx: Tx,
  actor: Actor,
  now: Date,
  entries: readonly AuditEntry[],
): Promise<void> {
  for (let at = 0; at < entries.length; at += atOnce) {
    const rows = entries.slice(at, at + atOnce).map((entry) => rowOf(actor, now, entry));
    await tx.insert(auditEvents).values(rows);
  }
}
