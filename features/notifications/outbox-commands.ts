import 'server-only';
import { and, asc, eq, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { mails } from '@/db/schema/notifications';

export type Mail = typeof mails.$inferSelect;
export type MailOutcome = PgUpdateSetSource<typeof mails>;

/** Small enough to send a whole batch within its lease, even if each mail takes as long as allowed. */
export const batchSize = 10;
const lease = sql`interval '10 minutes'`;

/** Claims the next mails for sending. Other workers skip them until the lease ends. */
export async function claimMails(tx: Tx): Promise<Mail[]> {
  const due = await tx
    .select({ id: mails.id })
    .from(mails)
    .where(
      and(
        eq(mails.state, 'queued'),
        lte(mails.nextAttemptAt, sql`now()`),
        or(isNull(mails.leasedUntil), lt(mails.leasedUntil, sql`now()`)),
      ),
    )
    .orderBy(asc(mails.nextAttemptAt), asc(mails.id))
    .limit(batchSize)
    .for('update', { skipLocked: true });
  if (due.length === 0) return [];
  const taken = await tx
    .update(mails)
    .set({
      attempts: sql`${mails.attempts} + 1`,
      // Rounded to milliseconds, so that the value in JavaScript equals the stored one.
      leasedUntil: sql`date_trunc('milliseconds', now()) + ${lease}`,
    })
    .where(
      inArray(
        mails.id,
        due.map(({ id }) => id),
      ),
    )
    .returning();
  return taken.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Writes the outcome of a mail, unless another worker has taken over its lease. */
export const markMail = (tx: Tx, mail: Mail, outcome: MailOutcome) =>
  tx
    .update(mails)
    .set({ ...outcome, leasedUntil: null })
    .where(and(eq(mails.id, mail.id), eq(mails.leasedUntil, mail.leasedUntil ?? sql`null`)));
