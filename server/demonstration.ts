import 'server-only';
import { sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { demonstrationWitness, isDemonstrationAddress } from '@/lib/demonstration';
import { isDemo } from './env';
import { log } from './log';

/** Returns whether an address may be used in the portal: the demonstration's addresses only in the demonstration. */
export const mayEnter = (email: string): boolean => isDemo() || !isDemonstrationAddress(email);

/** Warns the operator of a database that was loaded as a demonstration and now serves a real installation. */
export async function warnOfDemonstration(): Promise<void> {
  if (isDemo()) return;
  try {
    const found = await db().execute(sql`select 1 from app.find_login(${demonstrationWitness})`);
    if (found.length === 0) return;
    log().warn(
      'This database holds the demonstration: its data is shown as if it were real. Its accounts are shut out while DEMO is off.',
    );
  } catch (error) {
    log().warn({ err: error }, 'could not ask whether the database holds the demonstration');
  }
}
