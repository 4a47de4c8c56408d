import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { request } from 'node:http';
import { connect, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { expect, signIn, test } from './fixtures';
import { fill } from './steps';

const data = join(process.cwd(), '.data', 'test-start');

/**
 * Starts `npm start` as a user does: without the settings of the tests, except the secret, from which the key of the build is
 * derived. With another secret it would build again, and replace the build of the servers that the other tests use.
 */
function start(port: number) {
  const env: NodeJS.ProcessEnv = { ...process.env, PORT: String(port), SUANQUAN_DATA_DIR: data };
  const own = ['DATABASE_URL', 'MIGRATION_DATABASE_URL', 'AUTH_URL', 'STORAGE_DIR'];
  for (const name of [...own, 'DEMO', 'HOST', 'LOG_LEVEL']) Reflect.deleteProperty(env, name);
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

/** Returns the result of a connection to an address: `open`, or the code of the refusal. */
const knock = (host: string, port: number) =>
  new Promise<string>((resolve) => {
    const socket = connect({ host, port, timeout: 5_000 });
    const end = (answer: string) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => {
      end('open');
    });
    socket.once('timeout', () => {
      end('silence');
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      end(error.code ?? error.message);
    });
  });

/**
 * Returns addresses of this machine that other machines can reach, and one on which only a portal listening on every address
 * answers.
 */
function otherAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const outward = all.filter(({ internal, scopeid }) => !internal && !scopeid);
  return [...outward.map(({ address }) => address), '127.0.0.2'];
}

/** Requests a page as a proxy that ends TLS does; returns the status. */
const askAsProxy = (port: number, path: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const headers = { host: 'portal.example', 'x-forwarded-proto': 'https' };
    request({ host: '127.0.0.1', port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once('error', reject)
      .end();
  });

test('npm start: a second start keeps the data, Ctrl-C ends it all, a taken port is reported in a sentence', async ({
  page,
}) => {
  rmSync(data, { recursive: true, force: true });
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const email = 'keeper@example.cn';

  const first = start(port);
  try {
    await expect.poll(first.said, { timeout: 600_000 }).toContain('Ctrl-C stops everything.');
    expect(first.said()).toContain('owner@startup.demo');
    expect(first.said()).toContain('A demonstration answers this machine alone');
    expect(await knock('127.0.0.1', port)).toBe('open');
    for (const host of otherAddresses()) expect(await knock(host, port), host).not.toBe('open');
    expect(await askAsProxy(port, '/')).toBe(200);
    expect(await askAsProxy(port, '/en/programmes')).toBe(200);
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
    await expect.poll(second.said, { timeout: 600_000 }).toContain('Ctrl-C stops everything.');
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
