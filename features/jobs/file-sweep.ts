import 'server-only';
import { sql } from 'drizzle-orm';
import { log } from '@/server/log';
import { clearSpool } from '@/server/spool';
import { storage } from '@/server/storage';
import { asPortal } from './portal';

const hour = 60 * 60 * 1000;
/** Files lie on real time, whatever the demonstration's clock says. Run hourly, this is within a day. */
const keptFor = 22 * hour;
/** No file is this long on its way. */
const arrivingFor = hour;
const atOnce = 500;

/** Which of these keys no row knows. */
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
 * Takes away files that nothing points to: those whose transaction never stood, because a process
 * or a connection broke off in between. What a case no longer shows is still on record and stays.
 * @returns how many were taken away
 */
export async function sweepFiles(now = new Date()): Promise<{ stored: number; arriving: number }> {
  const store = storage();
  let stored = 0;
  for await (const page of store.listBefore(new Date(now.getTime() - keptFor))) {
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
