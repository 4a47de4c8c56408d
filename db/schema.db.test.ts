import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from './testing/database';

/**
 * Migrations are written by hand in part, so the tables that the code believes in are compared with those that the migrations
 * make: columns with type and nullability, and the names of checks and unique keys, because refusals are mapped from them.
 */
let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

/** Loads every table that db/schema exports. */
async function declaredTables(): Promise<PgTable[]> {
  const folder = fileURLToPath(new URL('./schema/', import.meta.url));
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const modules = await Promise.all(
    files.map(
      (name) => import(/* @vite-ignore */ folder + name) as Promise<Record<string, unknown>>,
    ),
  );
  const exported = modules.flatMap((loaded) => Object.values(loaded));
  return exported.filter((value) => is(value, PgTable));
}

const nameOf = ({ schema, name }: { schema: string | undefined; name: string }) =>
  schema ? `${schema}.${name}` : name;

it('has the columns that the code declares, and no others', async () => {
  const real = await database.superuser<{ line: string }[]>`
    select case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname || '.' || a.attname
      || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end as line
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and n.nspname in ('public', 'ledger')`;
  const declared = (await declaredTables()).flatMap((table) => {
    const config = getTableConfig(table);
    return config.columns.map(
      (column) =>
        `${nameOf(config)}.${column.name} ${column.getSQLType().replace(', ', ',')}${column.notNull ? ' not null' : ''}`,
    );
  });
  expect(declared.length).toBeGreaterThan(300);
  expect(declared.sort()).toEqual(real.map(({ line }) => line).sort());
});

it('has every check, unique key and index under the name that the code declares', async () => {
  const real = await database.superuser<{ name: string }[]>`
    select conname as name from pg_constraint union select indexname from pg_indexes`;
  const names = new Set(real.map(({ name }) => name));
  const missing = (await declaredTables()).flatMap((table) => {
    const { checks, uniqueConstraints, indexes } = getTableConfig(table);
    const declared = [
      ...checks.map(({ name }) => name),
      ...uniqueConstraints.map((constraint) => constraint.getName() ?? ''),
      ...indexes.map(({ config }) => config.name ?? ''),
    ];
    // PostgreSQL cuts names to 63 characters.
    return declared.filter((name) => !names.has(name.slice(0, 63)));
  });
  expect(missing).toEqual([]);
});

it('has every reference to another table that the code declares, and no other', async () => {
  const real = await database.superuser<{ line: string }[]>`
    select conrelid::regclass || '(' || (select string_agg(a.attname, ',' order by k.at)
        from unnest(c.conkey) with ordinality as k(attnum, at)
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum)
      || ') ' || confrelid::regclass as line
    from pg_constraint c join pg_namespace n on n.oid = c.connamespace
    where c.contype = 'f' and n.nspname in ('public', 'ledger')`;
  const declared = (await declaredTables()).flatMap((table) => {
    const config = getTableConfig(table);
    return config.foreignKeys.map((key) => {
      const { columns, foreignTable } = key.reference();
      const named = columns.map(({ name }) => name).join(',');
      return `${nameOf(config)}(${named}) ${nameOf(getTableConfig(foreignTable))}`;
    });
  });
  expect(declared.length).toBeGreaterThan(60);
  expect(declared.sort()).toEqual(real.map(({ line }) => line).sort());
});
