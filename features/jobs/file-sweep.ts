import 'server-only';
import { sql } from 'drizzle-orm';
import { log } from '@/server/log';
import { clearSpool } from '@/server/spool';
import { storage } from '@/server/storage';
import { asPortal } from './portal';

const hour = 60 * 60 * 1000;
/**
 * Files are measured in real time, which the demonstration's clock does not change. The job runs hourly, so a file is
 * deleted within a day.
 */
const gracePeriod = 22 * hour;
/** No upload takes this long. */
const arrivingFor = hour;
const atOnce = 500;

/** Lists the keys that no row refers to. */
async function unreferenced(keys: readonly string[]): Promise<string[]> {
  return asPortal(async ({ tx }) => {
    const list = sql.join(
      keys.map((key) => sql`${key}`),
      sql`, `,
    );
    const rows = await tx.execute<{ key: string }>(
      sql`select key from app.unreferenced_files(array[${list}]::text[]) as key`,
    );
    return rows.map(({ key }) => key);
  });
}

/**
 * Deletes files that no row refers to: their transaction was never committed, because a process or a
 * connection broke off. Files removed from a case are still on record and stay.
 * @returns how many were deleted
 */
export async function sweepFiles(now = new Date()): Promise<{ stored: number; arriving: number }> {
  const store = storage();
  let stored = 0;
  for await (const page of store.listBefore(new Date(now.getTime() - gracePeriod))) {
    for (let at = 0; at < page.length; at += atOnce) {
      for (const key of await unreferenced(page.slice(at, at + atOnce))) {
        await store.remove(key);
        stored += 1;
      }
    }
  }
  const arriving = await clearSpool(new Date(now.getTime() - arrivingFor));
  if (stored + arriving > 0) log().info({ stored, arriving }, 'files of nobody were taken away');
  return { stored, arriving };
}
