/**
 * `npm start`: from a fresh clone to a running portal. Installs, starts the embedded PostgreSQL (or uses DATABASE_URL),
 * migrates, loads the demonstration data once, builds when a source changed, serves, and stops it all on Ctrl-C.
 * `--dev` serves with hot reloading instead of building.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { dataDir, runCommand, say, Stop } from './lib/project.mjs';
import { checkNode, cleanEnvironment, install } from './lib/install.mjs';
import { Children, tool, waitFor } from './lib/children.mjs';

const accounts = [
  ['owner@startup.demo', 'start-up: owner'],
  ['member@startup.demo', 'start-up: member'],
  ['viewer@startup.demo', 'start-up: viewer'],
  ['manager@qingyang.demo', 'city: programme manager'],
  ['reviewer@qingyang.demo', 'city: first reviewer'],
  ['approver@qingyang.demo', 'city: final reviewer'],
  ['finance1@qingyang.demo', 'city: finance, makes'],
  ['finance2@qingyang.demo', 'city: finance, releases'],
  ['admin@qingyang.demo', 'city: administrator'],
  ['auditor@qingyang.demo', 'city: auditor'],
  ['operator@vendor.demo', 'vendor: operator'],
  ['finance@vendor.demo', 'vendor: finance'],
  ['platform@suanquan.demo', 'platform administrator'],
];

function readPort() {
  const port = Number(process.env.PORT ?? 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Stop(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`);
}

function announce(address, demo) {
  say(`\nSuanquan answers at ${address}`);
  if (demo) {
    say('\nDemonstration accounts, password suanquan-demo-2026:');
    for (const [email, role] of accounts) say(`  ${email.padEnd(26)} ${role}`);
    say('The same addresses exist at shenzhen.demo and nanning.demo, startup2.demo, vendor2.demo.');
  }
  say('\nCtrl-C stops everything.');
}

await runCommand(async () => {
  checkNode();
  const dev = process.argv.includes('--dev');
  const port = readPort();
  const { isPortFree } = await import('./lib/postgres.mjs');
  if (!(await isPortFree(port, '0.0.0.0'))) {
    throw new Stop(`Port ${port} is in use: stop what runs there, or choose another with PORT=….`);
  }
  await install();
  const { openDatabase, prepareData } = await import('./lib/database.mjs');
  const { build } = await import('./lib/build.mjs');
  const database = await openDatabase();
  const children = new Children();
  let ending;
  const end = (code) =>
    (ending ??= (async () => {
      await children.stop();
      await database.stop();
      process.exit(code);
    })());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0));
  try {
    const address = process.env.AUTH_URL ?? `http://localhost:${port}`;
    const storage = process.env.STORAGE_DIR ?? join(dataDir, 'files');
    mkdirSync(storage, { recursive: true, mode: 0o700 });
    const env = {
      ...cleanEnvironment(),
      DATABASE_URL: database.app,
      MIGRATION_DATABASE_URL: database.owner,
      AUTH_SECRET: database.authSecret,
      AUTH_URL: address,
      DEMO: process.env.DEMO ?? 'on',
      STORAGE_DIR: storage,
      NEXT_TELEMETRY_DISABLED: '1',
    };
    await prepareData(env);
    if (!dev) await build(env);
    // The portal itself has no use for the owner's login, so it does not get it.
    const { MIGRATION_DATABASE_URL: _owner, ...webEnv } = env;
    const failed = (name, code) => {
      process.stderr.write(`\nThe ${name} ended by itself (${code}); everything is stopped.\n`);
      void end(1);
    };
    const worker = [tool('tsx'), '--conditions=react-server', 'scripts/worker.ts'];
    children.start('worker', worker, env, failed);
    const next = [tool('next'), dev ? 'dev' : 'start', '-p', String(port)];
    children.start('web server', next, webEnv, failed);
    if (!(await waitFor(`http://localhost:${port}/api/health`, 60_000))) {
      throw new Stop('The portal started but its health check does not answer.');
    }
    announce(address, env.DEMO === 'on');
  } catch (error) {
    process.stderr.write(
      `\n${error instanceof Stop ? error.message : String(error?.message ?? error)}\n`,
    );
    await end(1);
  }
});
