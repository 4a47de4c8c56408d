import { readdir, readFile } from 'node:fs/promises';
import type { ReservedSql } from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from './testing/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

type Row = { name: string; row: string; definition: string };

/** Definitions of functions by name and arguments, such as `app.city()`, and of views by name. */
type Functions = ReadonlyMap<string, string>;

const folder = new URL('./functions/', import.meta.url);

/** Splits a file into the part before its first function, and one part for each function with the text after it. */
const partsOf = (file: string) =>
  `\n${file}`.split(/^(?=create or replace (?:function|procedure|view) )/m);

/** Returns the text of every file in db/functions. */
async function filesOfFunctions(): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
}

/**
 * Loads every function and view of the database's own schemas, with the physical place of its row: replacing one writes its
 * row anew. The owner and the grants are part of the definition, because a file must not change them.
 */
const loadFunctions = (connection: ReservedSql) => connection<Row[]>`
  select format('%I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)) as name,
    p.ctid::text as row,
    concat_ws(E'\n', pg_get_functiondef(p.oid), 'owner ' || p.proowner::regrole, 'grants ' || p.proacl::text) as definition
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')
    and not exists (select 1 from pg_depend d
      where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
  union all
  select format('%I.%I', n.nspname, c.relname), 'view ' || w.ctid::text,
    concat_ws(E'\n', pg_get_viewdef(c.oid), c.reloptions::text, 'owner ' || c.relowner::regrole, 'grants ' || c.relacl::text)
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_rewrite w on w.ev_class = c.oid and w.rulename = '_RETURN'
  where c.relkind = 'v' and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')
  order by 1`;

/** Runs one statement and returns the functions that it created or replaced. Fails where the text holds a second statement. */
async function runStatement(connection: ReservedSql, statement: string): Promise<string[]> {
  const rows = new Set((await loadFunctions(connection)).map(({ row }) => row));
  const [title] = statement.split('\n', 1);
  // Within a template the statement uses the extended protocol, which takes one statement at a time.
  await connection`${connection.unsafe(statement)}`.catch((cause: unknown) => {
    throw new Error(`The database refuses ${title ?? ''}`, { cause });
  });
  const stored = (await loadFunctions(connection)).filter(({ row }) => !rows.has(row));
  return stored.map(({ name }) => name);
}

/**
 * Runs the files as the owner who migrates, in a transaction that is rolled back.
 * @returns the functions before, the functions that the files define, and those that they define more than once
 */
async function runFiles(files: readonly string[]) {
  const connection = await database.owner.reserve();
  try {
    await connection`begin`;
    const before = await loadFunctions(connection);
    const defined: string[] = [];
    for (const file of files) {
      const [, ...statements] = partsOf(file);
      for (const statement of statements)
        defined.push(...(await runStatement(connection, statement)));
    }
    const after = await loadFunctions(connection);
    const asMap = (rows: readonly Row[]): Functions =>
      new Map(rows.map(({ name, definition }) => [name, definition]));
    return {
      inDatabase: asMap(before),
      inFiles: asMap(after.filter(({ name }) => defined.includes(name))),
      repeated: defined.filter((name, at) => defined.indexOf(name) !== at),
    };
  } finally {
    await connection`rollback`;
    connection.release();
  }
}

/** Returns the first line that differs between two definitions. */
function firstDifference(inDatabase: string, inFiles: string): string {
  const wanted = inDatabase.split('\n');
  const found = inFiles.split('\n');
  const at = wanted.findIndex((line, index) => line !== found[index]);
  const line = at < 0 ? wanted.length : at;
  return `the database has ${JSON.stringify(wanted[line])}, the file ${JSON.stringify(found[line])}`;
}

/** Describes every function that is not the same in the database and in the files. */
function differences(inDatabase: Functions, inFiles: Functions): string[] {
  const names = [...new Set([...inDatabase.keys(), ...inFiles.keys()])].sort();
  return names.flatMap((name) => {
    const wanted = inDatabase.get(name);
    const found = inFiles.get(name);
    if (found === undefined) return [`${name} is missing from db/functions`];
    if (wanted === undefined) return [`${name} is missing from the database`];
    return wanted === found ? [] : [`${name}: ${firstDifference(wanted, found)}`];
  });
}

/** Returns everything in which the files differ from the migrated database. */
async function faultsOf(files: readonly string[]): Promise<string[]> {
  const { inDatabase, inFiles, repeated } = await runFiles(files);
  return [
    ...differences(inDatabase, inFiles),
    ...repeated.map((name) => `${name} is defined more than once in db/functions`),
  ];
}

it('db/functions holds every function and view of the database once, as the migrations left it', async () => {
  expect(await faultsOf(await filesOfFunctions())).toEqual([]);
});

/** Returns the functions that have no comment right above them, and any text before the first one that is not a comment. */
function uncommented(file: string): string[] {
  const [head = '', ...statements] = partsOf(file);
  const above = [head, ...statements];
  const bare = statements.filter((_, index) => !/(?:^|\n)--[^\n]+\n$/.test(above[index] ?? ''));
  const code = head.replace(/^--.*$/gm, '').trim();
  return [
    ...(code === '' ? [] : [code]),
    ...bare.map((statement) => statement.split('\n', 1).join('')),
  ];
}

it('every function in db/functions has a comment right above it, and no file begins with other code', async () => {
  expect((await filesOfFunctions()).flatMap(uncommented)).toEqual([]);
  const one = 'create or replace function a()\nbody;\n';
  const two = 'create or replace function b()\nbody;\n';
  expect(uncommented(`-- A.\n${one}\n-- B.\n${two}`)).toEqual([]);
  expect(uncommented(`${one}\n${two}`)).toEqual([
    'create or replace function a()',
    'create or replace function b()',
  ]);
  expect(uncommented(`drop table t;\n-- A.\n${one}`)).toEqual(['drop table t;']);
});

describe('finds a file that is not what the database runs', () => {
  /** Returns the files with `from`, which must occur in them once, replaced by `to`. */
  async function changed(from: string, to: string): Promise<string[]> {
    const files = await filesOfFunctions();
    expect(files.join('').split(from)).toHaveLength(2);
    return files.map((file) => file.replace(from, () => to));
  }
  const city = "current_setting('app.city', true)";

  it('by a word of a body', async () => {
    expect(await faultsOf(await changed("then 'frozen'", "then 'melted'"))).toEqual([
      expect.stringMatching(/^ledger\.post\(.*'frozen'.*'melted'/),
    ]);
  });

  it('by a line of a view', async () => {
    const files = await changed(
      "'payment', coalesce(p.id, s.settlement_id)",
      "'paid', coalesce(p.id, s.settlement_id)",
    );
    expect(await faultsOf(files)).toEqual([expect.stringMatching(/^ledger\.breaks: /)]);
  });

  it('by a comment in a body', async () => {
    const files = await changed('this one is undone.', 'this one was undone.');
    expect(await faultsOf(files)).toEqual([expect.stringMatching(/^ledger\.post\(.*was undone/)]);
  });

  it('by an attribute such as security definer', async () => {
    const files = await changed(
      'function app.clear_attempts(_key text)\n  returns void\n  language sql security definer',
      'function app.clear_attempts(_key text)\n  returns void\n  language sql',
    );
    expect(await faultsOf(files)).toEqual([
      expect.stringMatching(/^app\.clear_attempts\(_key text\): .*SECURITY DEFINER/),
    ]);
  });

  it('by a grant, and by any other statement', async () => {
    const end = `select nullif(${city}, '')::uuid $$;`;
    const grant = await changed(end, `${end}\ngrant execute on function app.city() to public;`);
    await expect(faultsOf(grant)).rejects.toMatchObject({
      message: 'The database refuses create or replace function app.city()',
      cause: { message: 'cannot insert multiple commands into a prepared statement' },
    });
  });

  it('by a function that is missing, one too many and one that is defined twice', async () => {
    const files = await changed('function app.city()', 'function app.town()');
    expect(await faultsOf(files)).toEqual([
      'app.city() is missing from db/functions',
      'app.town() is missing from the database',
    ]);
    const all = await filesOfFunctions();
    const [, copy = ''] = partsOf(all.join(''));
    expect(await faultsOf([...all, copy])).toEqual([
      expect.stringMatching(/ is defined more than once in db\/functions$/),
    ]);
  });
});
