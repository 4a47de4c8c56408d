import 'server-only';
import { sql } from 'drizzle-orm';
import { digestDue } from '@/features/notifications/domain/digest';
import { takeTurn } from '@/server/turn';
import { asPortal } from './portal';

/** Writes the digests of the day once their hour has come, and deletes old notifications. */
export async function writeDigests(): Promise<void> {
  await asPortal(async ({ tx, now, calendar }) => {
    if (!(await takeTurn(tx, 'digests'))) return;
    await tx.execute(sql`select app.delete_old_notifications()`);
    const due = digestDue(now, calendar);
    if (!due) return;
    const [row] = await tx.execute<{ n: number }>(
      sql`select app.write_digests(${due.day}::date, ${due.before.toISOString()}::timestamptz) as n`,
    );
    if (row && row.n > 0) await tx.execute(sql`select app.enqueue('send_mails', '{}'::jsonb)`);
  });
}
