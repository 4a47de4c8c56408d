/**
 * `npm test`: from a fresh clone to a result. Installs, finds a browser, checks types, lint, format, boundaries and dead code,
 * then runs the unit and database tests and, against the production build, the browser tests and the short torture.
 * `--only=check,unit,e2e,torture` runs a part.
 */
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataDir, ensureDataDir, root, runCommand, say, Stop } from './lib/project.mjs';
import { checkNode, cleanEnvironment, install } from './lib/install.mjs';
import { Children, runToEnd, tool, waitFor, webProgram } from './lib/children.mjs';

const only = process.argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice(7)
  .split(',');
const wants = (part) => !only || only.includes(part);
const totals = { passed: 0, failed: 0 };

async function part(title, run) {
  say(`\n== ${title}`);
  const start = Date.now();
  const code = await run();
  say(
    `== ${title}: ${code === 0 ? 'passed' : 'FAILED'} after ${((Date.now() - start) / 1000).toFixed(1)} s`,
  );
  if (code !== 0) throw new Stop(`${title} failed.`);
}

const node = (args, env) => () => runToEnd(process.execPath, args, { env });

/** Runs the checks. Lint takes as long as all the rest on one core, so it runs beside them. */
async function checks(env) {
  await runToEnd(process.execPath, [tool('next'), 'typegen'], { env, quiet: true });
  const results = await Promise.allSettled([
    part('lint', node([tool('eslint'), '--max-warnings', '0', '.'], env)),
    otherChecks(env),
  ]);
  const failed = results.find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
}

async function otherChecks(env) {
  await part('types', node([tool('typescript', 'tsc'), '--noEmit'], env));
  await part('format', node([tool('prettier'), '--check', '--log-level', 'warn', '.'], env));
  // The folders are listed once, in the command of package.json.
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [, ...boundaries] = scripts.boundaries.split(' ');
  await part('boundaries', node([tool('dependency-cruiser', 'depcruise'), ...boundaries], env));
  await part('dead code', node([tool('knip')], env));
}

async function unitTests(env, cluster) {
  const report = join(dataDir, 'vitest.json');
  const testEnv = {
    ...env,
    TEST_SUPERUSER_DATABASE_URL: cluster.urls.superuser('postgres'),
    TEST_MIGRATION_DATABASE_URL: cluster.urls.owner('postgres'),
    TEST_DATABASE_URL: cluster.urls.app('postgres'),
  };
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  try {
    await part('unit, property and database tests', node([tool('vitest'), ...args], testEnv));
  } finally {
    const { numPassedTests = 0, numFailedTests = 0 } = JSON.parse(readFileSync(report, 'utf8'));
    totals.passed += numPassedTests;
    totals.failed += numFailedTests;
  }
}

async function browserTests(env, cluster, children) {
  const { build } = await import('./lib/build.mjs');
  const { prepareData } = await import('./lib/database.mjs');
  const { prepareOwnDatabase } = await import('./lib/roles.mjs');
  const { freePort } = await import('./lib/postgres.mjs');
  const { findBrowser } = await import('./lib/browser.mjs');
  const browser = await findBrowser();
  const { default: postgres } = await import('postgres');
  const superuser = postgres(cluster.urls.superuser('postgres'), { max: 1, onnotice: () => {} });
  await superuser.unsafe('drop database if exists suanquan_e2e with (force)');
  await superuser.end();
  await prepareOwnDatabase(cluster.urls.superuser('postgres'), 'suanquan_e2e');
  const storage = join(dataDir, 'test-files');
  mkdirSync(storage, { recursive: true, mode: 0o700 });
  const base = {
    ...env,
    DATABASE_URL: cluster.urls.app('suanquan_e2e'),
    MIGRATION_DATABASE_URL: cluster.urls.owner('suanquan_e2e'),
    AUTH_SECRET: cluster.secrets.authSecret,
    STORAGE_DIR: storage,
    LOG_LEVEL: 'warn',
    NEXT_TELEMETRY_DISABLED: '1',
    DEMO: 'on',
  };
  await prepareData(base);
  await build(base);
  const log = openSync(join(dataDir, 'e2e-servers.log'), 'w');
  const serve = async (name, port, settings) => {
    const address = `http://localhost:${port}`;
    const serverEnv = { ...base, PORT: String(port), AUTH_URL: address, ...settings };
    const ended = (which, code) => say(`The ${which} ended by itself (${code}).`);
    children.start(name, webProgram, serverEnv, ended, { log });
    if (!(await waitFor(`${address}/api/health`, 60_000))) {
      throw new Stop(
        `The ${name} does not answer; its log is ${join(dataDir, 'e2e-servers.log')}.`,
      );
    }
    return address;
  };
  const demo = await serve('server with the demonstration', await freePort([3100]), {
    DEMO: 'on',
    SECURITY_CONTACT: '',
  });
  const plain = await serve('server without it', await freePort([3101]), {
    DEMO: 'off',
    SECURITY_CONTACT: 'mailto:security@portal.example',
  });
  const report = join(dataDir, 'playwright.json');
  const testEnv = {
    ...base,
    E2E_BASE_URL: demo,
    E2E_PLAIN_BASE_URL: plain,
    E2E_OWNER_DATABASE_URL: base.MIGRATION_DATABASE_URL,
    ...(browser && { CHROMIUM_PATH: browser }),
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  };
  try {
    await part('browser tests', node([tool('@playwright/test', 'playwright'), 'test'], testEnv));
  } finally {
    const { stats = {} } = JSON.parse(readFileSync(report, 'utf8'));
    totals.passed += stats.expected ?? 0;
    totals.failed += (stats.unexpected ?? 0) + (stats.flaky ?? 0);
  }
}

/** Runs the short torture with the secret of the browser tests' portal, so that it can use the same build. */
async function torture(env) {
  const { loadSecrets } = await import('./lib/secrets.mjs');
  const { PROPERTY_SEED: seed = '20260601' } = env;
  // Properties take any whole number as their seed, the torture one that is not negative.
  const positive = String(Math.abs(Number(seed)) % 2 ** 31);
  const args = [join('scripts', 'torture.mjs'), '--short', '--seed', positive];
  await part('torture', node(args, { ...env, AUTH_SECRET: loadSecrets().authSecret }));
}

await runCommand(async () => {
  checkNode();
  await install();
  ensureDataDir();
  const env = cleanEnvironment();
  const children = new Children();
  let cluster;
  const end = async (code) => {
    await children.stop();
    await cluster?.stop();
    say(`\n${totals.passed} passed, ${totals.failed} failed`);
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void end(1));
  try {
    if (wants('check')) await checks(env);
    if (wants('unit') || wants('e2e')) {
      const { startOwnCluster } = await import('./lib/database.mjs');
      cluster = await startOwnCluster({
        name: 'test-postgres',
        ports: [54339],
        settings: { fsync: 'off', synchronous_commit: 'off', max_connections: 300 },
      });
    }
    if (wants('unit')) await unitTests(env, cluster);
    if (wants('e2e')) await browserTests(env, cluster, children);
    // It has a portal of its own, so the programs of the browser tests are stopped first.
    await children.stop();
    if (wants('torture')) await torture(env);
  } catch (error) {
    process.stderr.write(`\n${error instanceof Stop ? error.message : (error?.stack ?? error)}\n`);
    await end(1);
  }
  await end(0);
});
