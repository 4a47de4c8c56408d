import { afterAll, beforeAll, expect, it } from 'vitest';
import { actorOf } from '@/demo/act';
import { buildBase } from '@/demo/base';
import { testDay } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { GET } from '@/app/sitemap.xml/route';
import { listPublicPaths } from './queries';

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
  await buildBase(database.owner, testDay);
});
afterAll(() => database.close());

it('lists what the public lists show, and nothing else', async () => {
  const [draft, delisted] = ['draft-of-nobody', 'delisted'];
  await database.superuser`
    insert into programmes (city_id, slug, state) select id, ${draft}, 'draft' from cities limit 1`;
  const [gone] = await database.superuser<{ id: string }[]>`
    update accreditations set state = ${delisted}
    where vendor_id = (select vendor_id from accreditations limit 1) returning vendor_id as id`;
  const [{ published, vendors } = { published: 0, vendors: 0 }] = await database.superuser<
    { published: number; vendors: number }[]
  >`select (select count(*)::int from programmes where state = 'published') as published,
      (select count(distinct vendor_id)::int from accreditations where state <> 'delisted') as vendors`;
  const paths = await listPublicPaths(actorOf(null));
  expect(paths.filter((path) => path.endsWith('/check'))).toHaveLength(published);
  expect(paths.filter((path) => path.startsWith('/vendors/'))).toHaveLength(vendors);
  expect([published > 0, vendors > 0]).toEqual([true, true]);
  expect(paths).not.toContain(`/vendors/${gone?.id ?? ''}`);
  expect(paths.join()).not.toContain(draft);
  expect(new Set(paths).size).toBe(paths.length);
});

it('answers with XML that may be cached publicly', async () => {
  const response = await GET();
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/xml; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('public, max-age=3600');
  expect(await response.text()).toContain('/en/programmes/qingyang-compute-2024</loc>');
});
