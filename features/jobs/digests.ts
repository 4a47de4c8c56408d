import 'server-only';
import { sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { digestDue } from '@/features/notifications/domain/digest';
import { portalActor } from '@/lib/server/gate';
import { enterScope } from '@/lib/server/scope';

/** Writes the digests of the day once its hour has come, and forgets notices of long ago. */
export async function writeDigests(): Promise<void> {
  await db().transaction(async (tx) => {
    const now = await enterScope(tx, portalActor(null));
    await tx.execute(sql`select app.forget_notifications()`);
    const due = digestDue(now);
    if (!due) return;
    const [row] = await tx.execute<{ n: number }>(
      sql`select app.write_digests(${due.day}::date, ${due.before.toISOString()}::timestamptz) as n`,
    );
    if (row && row.n > 0) await tx.execute(sql`select app.enqueue('send_mails', '{}'::jsonb)`);
  });
}
