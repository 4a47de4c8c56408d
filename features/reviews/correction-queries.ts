import 'server-only';
import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { corrections } from '@/db/schema/applications';
import { users } from '@/db/schema/people';
import { agencyOf, type Agency } from '@/features/audit/queries';

type Answers = Readonly<Record<string, string>>;

export type CorrectionRequest = {
  fields: Answers;
  message: string;
  requestedAt: Date;
  dueAt: Date;
  answeredAt: Date | null;
  by: string;
  agency: Agency | null;
};

/** Loads what was requested of the applicant of a case, the last time; null where nothing was. */
export async function correctionOf(tx: Tx, id: string): Promise<CorrectionRequest | null> {
  const [row] = await tx
    .select({
      fields: corrections.fields,
      message: corrections.message,
      requestedAt: corrections.requestedAt,
      dueAt: corrections.dueAt,
      answeredAt: corrections.answeredAt,
      by: users.name,
      agency: agencyOf(corrections.mandateId),
    })
    .from(corrections)
    .leftJoin(users, eq(users.id, corrections.requestedBy))
    .where(eq(corrections.applicationId, id));
  return row ? { ...row, by: row.by ?? '' } : null;
}
