import { readFile } from 'node:fs/promises';
import type { ReservedSql } from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dayOf, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { buildBase } from './base';
import { Life } from './life';

/** Tests that migration 0024 renames the stored answers in every table that holds them, and changes nothing else. */
let database: TestDatabase;

const places = [
  ['applications', 'answers'],
  ['applications', 'sources'],
  ['application_revisions', 'answers'],
  ['sign_offs', 'answers'],
  ['corrections', 'fields'],
  ['programme_versions', 'form'],
] as const;
const before = String.raw`(?<!\\)"(contract|settled|paid|otherSupport|requested|metered|excluded|tax)Fen"`;
const after = before.replace('Fen', 'Amount');
// A text that only looks like a name, as an applicant may have typed it.
const typed = 'The field "contractFen": 5 "taxFen" or "paidFen';

beforeAll(async () => {
  database = await freshDatabase();
  const life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  const [person] = life.world.startups;
  if (!person) throw new Error('There is no start-up.');
  const options = { citySlug: 'qingyang', day: dayOf('2026-06-01') };
  await life.setDay(options.day);
  const begin = () => life.draft(person.owner, 'qingyang-compute-2024', 900_000, options);
  const returned = await begin();
  await life.submit(returned);
  await life.take(returned);
  await life.giveBack(returned);
  const { superuser } = database;
  await superuser`
    insert into sign_offs (application_id, organisation_id, note, answers, files, requested_by, requested_at)
      select id, organisation_id, '', answers, '{}', (select id from users limit 1), now()
        from applications where id = ${returned.id}`;
  await superuser`
    update applications set sources = '{"contractAmount": "check"}', answers = answers || ${superuser.json({ projectSummary: typed })} where id = ${returned.id}`;
}, 180_000);
afterAll(() => database.close());

const read = async (connection: ReservedSql, [table, column]: readonly [string, string]) =>
  (
    await connection.unsafe<{ id: string; value: unknown }[]>(
      `select id::text, ${column} as value from ${table} order by id`,
    )
  ).map(({ value }) => value);

it('renames every stored answer, and leaves what people typed', async () => {
  const file = await readFile('db/migrations/0024_amounts.sql', 'utf8');
  const connection = await database.superuser.reserve();
  try {
    await connection`begin`;
    await connection`alter table programme_versions disable trigger user`;
    for (const place of places) {
      const [table, column] = place;
      const wanted = await read(connection, place);
      await connection.unsafe(
        `update ${table} set ${column} = regexp_replace(${column}::text, '${after}', '"\\1Fen"', 'g')::jsonb`,
      );
      const old = await read(connection, place);
      expect(
        old.filter((value) => new RegExp(before).test(JSON.stringify(value))),
        table,
      ).not.toEqual([]);
      expect(old, table).not.toEqual(wanted);
    }
    const old = await Promise.all(places.map((place) => read(connection, place)));
    await connection`set local role suanquan_owner`;
    for (const statement of file.split('--> statement-breakpoint'))
      await connection.unsafe(statement);
    await connection`reset role`;
    for (const [at, place] of places.entries()) {
      const renamed: unknown = JSON.parse(
        JSON.stringify(old[at]).replaceAll(new RegExp(before, 'g'), '"$1Amount"'),
      );
      expect(await read(connection, place), place[0]).toEqual(renamed);
    }
    const [row] = await connection`select answers ->> 'projectSummary' as text from applications
      where answers ->> 'projectSummary' like 'The field%'`;
    expect(row?.text).toBe(typed);
  } finally {
    await connection`rollback`;
    connection.release();
  }
});
