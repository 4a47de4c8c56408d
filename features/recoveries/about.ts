import type { recoveries } from '@/db/schema/recoveries';
import type { AuditSubject } from '@/server/audit';

type RecoveryRow = typeof recoveries.$inferSelect;

/**
 * Returns the subject of every event about a recovery. The firms concerned are no part of it before it is released, because
 * they must not read what is only being considered.
 */
export const aboutRecovery = (row: RecoveryRow): { subject: AuditSubject } => ({
  subject: { kind: 'recovery', id: row.id },
});

/** Returns what an event about a released recovery carries, so that the holder of the voucher sees it among its own. */
export const aboutReleased = (row: RecoveryRow) => ({
  ...aboutRecovery(row),
  voucherId: row.voucherId,
  organisationId: row.organisationId,
});
