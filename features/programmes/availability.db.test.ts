import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf } from '@/demo/act';
import { buildBase, type World } from '@/demo/base';
import { addAutomaticProgramme } from '@/db/testing/automatic-programme';
import { testDay } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { toSummary } from './api/mapping';
import { compareProgrammes } from './compare/queries';
import { availabilityOfProgramme, availabilities } from './domain/availability';
import { deadlines, listProgrammes } from './list/queries';
import { readerRegion } from './list/reader-queries';

let database: TestDatabase;
let world: World;
const anybody = actorOf<'public.read'>(null);

beforeAll(async () => {
  database = await freshDatabase();
  world = await buildBase(database.owner, testDay);
  const id = await addAutomaticProgramme(database.owner, world, { slug: 'nanning-automatic' });
  // A city may plan its own lists in rounds; nobody can apply in them.
  await database.superuser`insert into rounds (programme_id, city_id, number, opens_at, closes_at)
    select id, city_id, 1, timestamptz '2026-01-05', timestamptz '2100-01-01'
    from programmes where id = ${id}`;
}, 180_000);
afterAll(() => database.close());

describe('the availability of every programme', () => {
  it('is the same in the database and in code, and every programme has exactly one', async () => {
    const all = await listProgrammes(anybody, {}, 1_000);
    const found: string[] = [];
    for (const state of availabilities) {
      const { rows, total } = await listProgrammes(anybody, { state }, 1_000);
      expect(rows.map(availabilityOfProgramme)).toEqual(rows.map(() => state));
      expect(total).toBe(rows.length);
      found.push(...rows.map(({ slug }) => slug));
    }
    expect(found.sort()).toEqual(all.rows.map(({ slug }) => slug).sort());
  });

  it('is the same in the comparison, which shows no deadline for automatic programmes', async () => {
    const all = await listProgrammes(anybody, {}, 1_000);
    const expected = new Map(all.rows.map((row) => [row.slug, availabilityOfProgramme(row)]));
    const { programmes } = await compareProgrammes(anybody, { contractAmount: '1200000' }, true);
    for (const { slug, availability, closesAt, opensAt } of programmes) {
      expect(availability, slug).toBe(expected.get(slug));
      if (availability === 'automatic') expect([closesAt, opensAt]).toEqual([undefined, undefined]);
    }
  });
});

describe('an automatic programme', () => {
  it('is not among the programmes open for applications, though a round of its list is open', async () => {
    const lists = [
      { state: 'open' as const },
      { state: 'coming' as const },
      { open: true },
      ...deadlines.map((closes) => ({ closes })),
    ];
    for (const filter of lists) {
      const { rows } = await listProgrammes(anybody, filter, 1_000);
      expect(rows.map(({ slug }) => slug)).not.toContain('nanning-automatic');
    }
  });

  it('takes no applications in the public API, and has no round to apply in', async () => {
    const { rows } = await listProgrammes(anybody, { state: 'automatic' }, 1_000);
    const row = rows.find(({ slug }) => slug === 'nanning-automatic');
    expect(row?.round).toBeDefined();
    expect(row && toSummary(row, 'http://localhost')).toMatchObject({
      mode: 'automatic',
      open: false,
      round: null,
      nextRound: null,
    });
  });
});

describe('the region of the reader', () => {
  it('is known for users who act for an organisation, and for nobody else', async () => {
    const owner = world.people.get('owner@startup.demo') ?? null;
    expect(await readerRegion(actorOf<'public.read'>(owner))).toMatch(/^\d{6}$/);
    expect(await readerRegion(anybody)).toBeUndefined();
  });
});
