import type { AuditSubject } from '@/server/audit';
/**
 * Returns the subject of an event about a payment: its batch at that time. The history of the batch stays complete even
 * after the payment has moved to a later batch.
 */
export const aboutPayment = (
  payment: { id: string; payeeId: string },
  batchId: string | null,
): { subject: AuditSubject; organisationId: string } => ({
  subject: batchId ? { kind: 'batch', id: batchId } : { kind: 'payment', id: payment.id },
  organisationId: payment.payeeId,
});
