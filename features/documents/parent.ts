import 'server-only';
import { eq, type SQL } from 'drizzle-orm';
import { documents } from '@/db/schema/documents';

/** What a file belongs to. */
export type Parent =
  | { applicationId: string }
  | { redemptionId: string }
  | { verificationId: string }
  | { claimId: string };

/** Matches the files of a case, a redemption, a verification or a claim. */
export function belongsTo(parent: Parent): SQL {
  if ('applicationId' in parent) return eq(documents.applicationId, parent.applicationId);
  if ('redemptionId' in parent) return eq(documents.redemptionId, parent.redemptionId);
  if ('claimId' in parent) return eq(documents.claimId, parent.claimId);
  return eq(documents.verificationId, parent.verificationId);
}
