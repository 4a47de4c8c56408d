import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testCertificate } from '@/db/testing/certificate';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { BreakingProxy } from '@/db/testing/proxy';
import { GET } from '@/app/api/health/route';
import { env } from '@/server/env';
import { checkHealth } from '@/server/health';

let database: TestDatabase;
let proxy: BreakingProxy;
let folder = '';
let direct = '';

beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'suanquan-health-'));
  env().STORAGE_DIR = folder;
  const opened = await BreakingProxy.before(env().DATABASE_URL);
  direct = env().DATABASE_URL;
  ({ proxy } = opened);
  env().DATABASE_URL = opened.url;
});
afterAll(async () => {
  await proxy.close();
  await rm(folder, { recursive: true, force: true });
  await database.close();
});
beforeEach(() => {
  env().STORAGE_DIR = folder;
});

const calm = Date.parse('2026-10-31T15:59:59Z');

describe('the health of the portal', () => {
  it('is good, names its parts, and is given to everybody', async () => {
    const health = await checkHealth(calm);
    expect(health).toMatchObject({
      ok: true,
      database: true,
      writable: true,
      migrations: true,
      scanner: 'none',
      storage: 'ready',
      mails: { waiting: 0, failed: 0 },
    });
    expect(health.warnings.filter((one) => !one.startsWith('storage_free'))).toEqual([]);
    expect(health.connections.free).toBe(health.connections.size);
    const answer = await GET();
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text).not.toContain(folder);
    expect(text).not.toContain(new URL(direct).port);
  });

  it('warns from November on of a year without its holidays', async () => {
    expect((await checkHealth(calm)).warnings.join()).not.toContain('calendar');
    for (const at of ['2026-10-31T16:00:00Z', '2026-12-31T15:59:59Z', '2027-06-01T00:00:00Z']) {
      expect((await checkHealth(Date.parse(at))).warnings, at).toContain('calendar_missing:2027');
    }
  });

  it('warns of a store that is gone, and is good without', async () => {
    env().STORAGE_DIR = join(folder, 'gone');
    // The storage itself was chosen when it was first used.
    await rm(folder, { recursive: true });
    const health = await checkHealth(calm);
    expect(health).toMatchObject({ ok: true, storage: 'missing' });
    expect(health.warnings).toContain('storage_missing');
  });

  it('warns of a certificate that ends', async () => {
    const server = createServer(testCertificate).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    env().AUTH_URL = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const end = Date.parse('2126-11-05T19:35:25Z');
    expect((await checkHealth(end - 86_400_000 * 20.5)).warnings).toContain('certificate_days:20');
    expect((await checkHealth(end - 86_400_000 * 22.5)).warnings.join()).not.toContain('certif');
    server.close();
    env().AUTH_URL = 'https://127.0.0.1:1';
    expect((await checkHealth(calm)).warnings.join()).not.toContain('certificate');
    env().AUTH_URL = 'http://localhost:3000';
  });

  it('is bad where nothing can be written', async () => {
    const name = new URL(direct).pathname.slice(1);
    await database.superuser.unsafe(
      `alter database ${name} set default_transaction_read_only = on`,
    );
    proxy.cut();
    await expect
      .poll(() => checkHealth(calm), { timeout: 30_000 })
      .toMatchObject({ ok: false, database: true, writable: false, migrations: true });
    await database.superuser.unsafe(`alter database ${name} reset default_transaction_read_only`);
    proxy.cut();
    await expect.poll(() => checkHealth(calm), { timeout: 30_000 }).toMatchObject({ ok: true });
  });

  it('is bad, and answers at once, while the database hangs; and is good again after', async () => {
    proxy.freeze();
    const start = performance.now();
    const healths = await Promise.all([1, 2, 3].map(() => checkHealth(calm)));
    // The limits of the pool itself are far above.
    expect(performance.now() - start).toBeLessThan(9_000);
    for (const health of healths) expect(health).toMatchObject({ ok: false, database: false });
    proxy.thaw();
    await expect.poll(() => checkHealth(calm), { timeout: 60_000 }).toMatchObject({ ok: true });
  });

  it('is bad while the database is away', async () => {
    proxy.greet = (near) => near.destroy();
    proxy.cut();
    await expect
      .poll(() => checkHealth(calm), { timeout: 30_000 })
      .toMatchObject({ ok: false, database: false, mails: null });
    proxy.greet = undefined;
    await expect.poll(() => checkHealth(calm), { timeout: 30_000 }).toMatchObject({ ok: true });
  });
});
