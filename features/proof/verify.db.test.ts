import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Cases } from '@/db/testing/cases';
import { dayOf, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { testUrl } from '@/db/testing/urls';
import { buildBase } from '@/demo/base';
import { Life } from '@/demo/life';
import { listHeadsHandler } from '@/features/proof/api/handlers';
import { fen } from '@/lib/money';
import { prove } from '@/features/jobs/prove';

/** Tests `npm run verify` as an auditor runs it: against a database, and against an export that somebody has tampered with. */
let database: TestDatabase;
let folder = '';
let address = '';
let city = '';

beforeAll(async () => {
  database = await freshDatabase();
  const life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  city = life.world.cities.get('qingyang') ?? '';
  await life.setDay(dayOf('2026-06-01'));
  await new Cases(life, database).verified(fen(900_000n));
  await prove();
  folder = await mkdtemp(join(tmpdir(), 'suanquan-verify-'));
  address = testUrl('superuser', new URL(process.env.DATABASE_URL ?? '').pathname.slice(1));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await database.close();
});

const tsx = join(
  dirname(createRequire(import.meta.url).resolve('tsx/package.json')),
  'dist',
  'cli.mjs',
);

/** Runs the command with settings; returns its exit code and what it printed. */
const verify = (settings: Readonly<Record<string, string>>) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    const env = { ...process.env, VERIFY_SETTINGS: JSON.stringify(settings) };
    const program = [tsx, '--conditions=react-server', 'scripts/verify-books.ts'];
    execFile(process.execPath, program, { env }, (error, output, errors) => {
      const code = typeof error?.code === 'number' ? error.code : 0;
      resolve({ code, said: output + errors });
    });
  });

const inFolder = (name: string) => join(folder, name);

describe('verifying', () => {
  it('proves a database, and the export that it makes of it, with the published heads', async () => {
    const answer = await listHeadsHandler(
      new Request('http://localhost:3000/api/v1/proof/heads?limit=100'),
      { params: Promise.resolve(undefined) },
    );
    expect(answer.status).toBe(200);
    const heads = await answer.text();
    expect(JSON.parse(heads)).toMatchObject({ nextCursor: null });
    await writeFile(inFolder('heads.json'), heads);
    const whole = await verify({
      database: address,
      export: inFolder('export.ndjson'),
      heads: inFolder('heads.json'),
    });
    expect(whole.said).toContain('Everything agrees.');
    expect(whole.said).toMatch(/Redeemed = settled \+ due: ¥9,000.00 = ¥9,000.00: agrees/);
    expect(whole.code).toBe(0);
    const again = await verify({
      file: inFolder('export.ndjson'),
      heads: inFolder('heads.json'),
    });
    expect(again).toEqual({ code: 0, said: whole.said });
    await writeFile(
      inFolder('other.json'),
      heads.replace(/"hash":"[0-9a-f]{64}"/, `"hash":"${'0'.repeat(64)}"`),
    );
    const other = await verify({
      file: inFolder('export.ndjson'),
      heads: inFolder('other.json'),
    });
    expect(other.code).toBe(1);
    expect(other.said).toContain('A published head differs: 2026-06-14');
  });

  it('checks nothing where the export cannot be written, and says so', async () => {
    const taken = await verify({ database: address, export: inFolder('export.ndjson') });
    expect(taken.code).toBe(2);
    expect(taken.said).toContain('EEXIST');
    expect(taken.said).not.toContain('at async');
  });

  it('names the row of an export that was changed, and takes none that was cut off or is none', async () => {
    const lines = (await readFile(inFolder('export.ndjson'), 'utf8')).split('\n');
    const at = lines.findIndex((line) => line.includes('"row"') && line.includes('"capture"'));
    const { id } = JSON.parse(lines[at] ?? '') as { id: string };
    const forged = lines.with(at, (lines[at] ?? '').replace('"900000"', '"900001"'));
    await writeFile(inFolder('forged.ndjson'), forged.join('\n'));
    const found = await verify({ file: inFolder('forged.ndjson') });
    expect(found.code).toBe(1);
    expect(found.said).toContain(`A sealed row was changed: ${id}`);
    expect(found.said).toContain('A voucher’s balance differs from the journal');
    for (const [name, text] of [
      ['cut.ndjson', lines.slice(0, -3).join('\n')],
      ['short.ndjson', lines.toSpliced(at, 1).join('\n')],
      ['other.ndjson', '{"is":"chain"}'],
    ] as const) {
      await writeFile(inFolder(name), text);
      expect((await verify({ file: inFolder(name) })).code, name).toBe(2);
    }
  });

  it('names the row of a database that was changed, and takes no login that sees only a part', async () => {
    const [row] = await database.superuser<{ id: string }[]>`
      update audit_events set data = data || '{"forged": true}'
      where id = (select row_id from sealed_rows where city_id = ${city} and kind = 'event' limit 1) returning id`;
    const found = await verify({ database: address });
    expect(found.code).toBe(1);
    expect(found.said).toContain(`A sealed row was changed: ${row?.id ?? '?'}`);
    const part = await verify({ database: process.env.DATABASE_URL ?? '' });
    expect(part.code).toBe(2);
    expect(part.said).toContain('BYPASSRLS');
  });
});
