import { expect } from 'vitest';
import { buildBase } from '@/demo/base';
import { Life } from '@/demo/life';
import { liveThrough } from '@/demo/story';
import { freshDatabase } from '@/db/testing/database';
import { prove } from '@/features/jobs/prove';
import { atClock, shanghaiDate, type IsoDate } from '@/lib/dates';

/**
 * Loads the demonstration as on the given day and expects it to be complete: cases in every state, money that adds up, and
 * programmes that take applications.
 */
export async function expectDemonstrationOn(day: IsoDate): Promise<void> {
  const database = await freshDatabase();
  try {
    const start = atClock(day, '10:00');
    const world = await buildBase(database.owner, shanghaiDate(start));
    await liveThrough(new Life(world, database.owner, start));
    const states = await database.superuser<{ state: string }[]>`
      select distinct state from applications order by state`;
    expect(states.map(({ state }) => state)).toEqual([
      ...['accepted', 'appealed', 'approved', 'draft', 'expired', 'final_passed'],
      ...[
        'first_passed',
        'issued',
        'objected',
        'publicised',
        'rejected',
        'returned',
        'submitted',
        'withdrawn',
      ],
    ]);
    for (const cityId of world.cities.values()) {
      const breaks = await database.superuser.begin(async (tx) => {
        await tx`select set_config('app.city', ${cityId}, true)`;
        return tx`select * from ledger.breaks`;
      });
      expect(breaks).toEqual([]);
    }
    await prove();
    const findings =
      await database.superuser`select source, name, subject, detail from proof_findings`;
    expect(findings).toEqual([]);
    const [open] = await database.superuser<{ n: number }[]>`
      select count(*)::int as n from rounds where app.now() between opens_at and closes_at`;
    expect(open?.n).toBeGreaterThanOrEqual(3);
  } finally {
    await database.close();
  }
}
