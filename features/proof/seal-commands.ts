import 'server-only';
import { sql } from 'drizzle-orm';
import { shanghaiDate, addDays, type IsoDate } from '@/lib/dates';
import type { Reading } from '@/server/scope';
import { noCity, type RowKind } from './domain/records';

/** Runs one short transaction of the portal, in a city or outside of any. */
export type AsPortal = <T>(work: (reading: Reading) => Promise<T>) => Promise<T>;

/** How many rows one seal looks at: few enough to be read, hashed and kept in memory at once. */
const scanRows = 2_000;
/** The usual run looks at the rows of one day, far longer than any transaction can stay open. */
const windowDays = 1;

const kinds: readonly RowKind[] = ['entry', 'event'];

/** Returns the smallest id of the window, by the database's real clock, which makes the ids. */
async function windowStart({ tx }: Reading): Promise<string> {
  const [row] = await tx.execute<{ id: string }>(
    sql`select app.id_at(now() - make_interval(days => ${windowDays}))::text as id`,
  );
  if (!row) throw new Error('The database did not answer with its time.');
  return row.id;
}

/**
 * Seals the rows of a chain that have no seal yet, a page in each transaction, so that it holds nothing for long and needs little
 * memory however much there is.
 * @param every looks at all rows, as each night; otherwise at those of the last day
 * @returns how many rows were sealed
 */
export async function sealChain(
  asPortal: AsPortal,
  cityId: string | null,
  { every }: { every: boolean },
): Promise<number> {
  const began = await asPortal(async (reading) => ({
    at: reading.now,
    from: every ? noCity : await windowStart(reading),
  }));
  let total = 0;
  for (const kind of kinds) {
    // Entries always belong to a city.
    if (kind === 'entry' && cityId === null) continue;
    let after: string | null = began.from;
    while (after !== null) {
      const [row]: { sealed: number; next: string | null }[] = await asPortal(({ tx }) =>
        tx.execute<{ sealed: number; next: string | null }>(sql`
          select sealed, next_after::text as next
          from app.seal_rows(${cityId}::uuid, ${kind}, ${after}::uuid, ${scanRows})`),
      );
      total += row?.sealed ?? 0;
      after = row?.next ?? null;
    }
  }
  await asPortal(({ tx }) =>
    tx.execute(
      sql`select app.end_sealing(${cityId}::uuid, ${began.at.toISOString()}::timestamptz)`,
    ),
  );
  return total;
}

/** Publishes the head of a chain for the day that ended last, where that was not done yet. */
export const publishHead = (asPortal: AsPortal, cityId: string | null): Promise<void> =>
  asPortal(async ({ tx, now }) => {
    const day: IsoDate = addDays(shanghaiDate(now), -1);
    await tx.execute(sql`select app.publish_head(${cityId}::uuid, ${day}::date)`);
  });
