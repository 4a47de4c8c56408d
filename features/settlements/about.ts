import type { AuditSubject } from '@/server/audit';
/**
 * Returns the subject of an event about a payment: the batch that it was in then, so that the batch tells its whole story
 * after the payment has gone into a later one.
 */
export const aboutPayment = (
  payment: { id: string; payeeId: string },
  batchId: string | null,
): { subject: AuditSubject; organisationId: string } => ({
  subject: batchId ? { kind: 'batch', id: batchId } : { kind: 'payment', id: payment.id },
  organisationId: payment.payeeId,
});
