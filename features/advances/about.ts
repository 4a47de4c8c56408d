import type { AuditSubject } from '@/server/audit';

/** Returns the subject of every event about a proposal, and whose advance it is. */
export const aboutRequest = ({
  id,
  payeeId,
}: {
  id: string;
  payeeId: string;
}): { subject: AuditSubject; organisationId: string } => ({
  subject: { kind: 'advance_request', id },
  organisationId: payeeId,
});
