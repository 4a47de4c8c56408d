import 'server-only';
import type { Tx } from '@/db/client';
import { calendarWarnings, cityCalendars } from '@/db/schema/calendar';

/** Notes that the platform is warned of a year without arrangement. @returns false where it was warned at this stage before */
export async function noteWarning(
  tx: Tx,
  warning: typeof calendarWarnings.$inferInsert,
): Promise<boolean> {
  const noted = await tx.insert(calendarWarnings).values(warning).onConflictDoNothing().returning();
  return noted.length > 0;
}

/** Stores which calendar arrangements a city's deadlines now take into account. */
export const noteApplied = (tx: Tx, applied: (typeof cityCalendars.$inferInsert)[]) =>
  tx.insert(cityCalendars).values(applied);
