import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, signIn, test } from './fixtures';
import { fill } from './steps';

const data = join(process.cwd(), '.data', 'test-start');

/** `npm start` as a person runs it: none of the settings that the tests themselves run with. */
function start(port: number) {
  const env: NodeJS.ProcessEnv = { ...process.env, PORT: String(port), SUANQUAN_DATA_DIR: data };
  const own = ['DATABASE_URL', 'MIGRATION_DATABASE_URL', 'AUTH_SECRET', 'AUTH_URL', 'STORAGE_DIR'];
  for (const name of [...own, 'DEMO', 'LOG_LEVEL']) Reflect.deleteProperty(env, name);
  const child = spawn(process.execPath, ['scripts/start.mjs'], { env });
  let said = '';
  const listen = (chunk: Buffer) => (said += chunk.toString());
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  return { child, said: () => said };
}

const ended = (child: ChildProcess) =>
  child.exitCode === null
    ? new Promise<number | null>((resolve) => child.once('exit', resolve))
    : Promise.resolve(child.exitCode);

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });

test('npm start: a second start keeps the data, Ctrl-C ends it all, a taken port is told in a sentence', async ({
  page,
}) => {
  test.setTimeout(240_000);
  rmSync(data, { recursive: true, force: true });
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const email = 'keeper@example.cn';

  const first = start(port);
  try {
    await expect.poll(first.said, { timeout: 120_000 }).toContain('Ctrl-C stops everything.');
    expect(first.said()).toContain('owner@startup.demo');
    await page.goto(`${address}/sign-up`);
    await fill(page, {
      name: '管数据',
      email,
      password: 'suanquan-demo-2026',
      accepted: 'yes',
    });
    await page.locator('main button[type=submit]').click();
    await expect(page).toHaveURL(/register-organisation/);

    const late = start(port);
    expect(await ended(late.child)).toBe(1);
    expect(late.said().trim().split('\n')).toHaveLength(1);
    expect(late.said()).toContain(`Port ${port} is in use`);
  } finally {
    first.child.kill('SIGINT');
  }
  expect(await ended(first.child)).toBe(0);
  await expect(page.request.get(`${address}/api/health`)).rejects.toThrow('ECONNREFUSED');

  const second = start(port);
  try {
    await expect.poll(second.said, { timeout: 60_000 }).toContain('Ctrl-C stops everything.');
    expect(second.said()).not.toContain('Building');
    await page.context().clearCookies();
    await signIn(page, email, address);
    await expect(page.locator('h1')).toBeVisible();
  } finally {
    second.child.kill('SIGINT');
  }
  expect(await ended(second.child)).toBe(0);
  rmSync(data, { recursive: true, force: true });
});
