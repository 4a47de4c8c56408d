import 'server-only';
import { and, asc, eq, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { mails } from '@/db/schema/notifications';

export type Mail = typeof mails.$inferSelect;
export type MailOutcome = PgUpdateSetSource<typeof mails>;

/** Few enough that a whole batch fits into its lease, each letter taking as long as it may. */
export const batchSize = 10;
const lease = sql`interval '10 minutes'`;

/** Takes the next letters in hand; another worker passes over them until the lease ends. */
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
      // Whole milliseconds, which both sides can compare.
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

/** Writes what became of a letter, unless its lease has passed to somebody else. */
export const markMail = (tx: Tx, mail: Mail, outcome: MailOutcome) =>
  tx
    .update(mails)
    .set({ ...outcome, leasedUntil: null })
    .where(and(eq(mails.id, mail.id), eq(mails.leasedUntil, mail.leasedUntil ?? sql`null`)));
