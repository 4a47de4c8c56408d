import type { AuditSubject } from '@/server/audit';

/** Returns the subject of every event about a bill and what was received for it. */
export const aboutBill = ({ id }: { id: string }): { subject: AuditSubject } => ({
  subject: { kind: 'funder_bill', id },
});
