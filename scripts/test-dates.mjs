/**
 * `npm run test:dates`: runs the unit and database tests as on other days, with Node and PostgreSQL both on that day: a Sunday,
 * the Spring Festival, National Day, the last minutes of the last year whose holidays are known, a leap day. Needs a C compiler
 * (`cc`). `--dates=2027-02-06T12:00,…` names other days (Beijing time); all other arguments are passed to the tests.
 */
import { randomInt } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkNode, install } from './lib/install.mjs';
import { runToEnd, tool } from './lib/children.mjs';
import { dataDir, ensureDataDir, root, runCommand, say, Stop } from './lib/project.mjs';

const days = [
  '2026-11-29T12:00',
  '2027-02-06T12:00',
  '2027-10-01T12:00',
  '2027-12-31T23:30',
  '2028-02-29T12:00',
];

/**
 * Builds the library that gives a process another day. Debian's `faketime` does not work here: while a server waits it shows
 * signal handlers the machine's own time, by which PostgreSQL then ends its time limits at once or never.
 */
function buildLibrary() {
  const library = join(dataDir, 'other-day.so');
  const source = join(root, 'scripts/dates/other-day.c');
  const { error, stderr } = spawnSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, source]);
  if (error)
    throw new Stop(`A C compiler is needed (${error.message}): apt-get install gcc libc6-dev`);
  if (stderr.length > 0) throw new Stop(String(stderr));
  return library;
}

/** Returns the environment for that day. It holds an offset, because an absolute time would begin anew in each process. */
function timeOf(day, library) {
  const ahead = Math.round((Date.parse(`${day}:00+08:00`) - Date.now()) / 1000);
  return { LD_PRELOAD: library, CLOCK_AHEAD: String(ahead) };
}

async function testOn(day, library, seed, args) {
  const { startOwnCluster } = await import('./lib/database.mjs');
  const time = timeOf(day, library);
  // Programs started from here on are on that day; this process keeps its own time.
  Object.assign(process.env, time);
  const cluster = await startOwnCluster({
    name: 'dates-postgres',
    ports: [54359],
    settings: { fsync: 'off', synchronous_commit: 'off', max_connections: 300 },
  });
  try {
    const env = {
      ...process.env,
      PROPERTY_SEED: seed,
      TEST_SUPERUSER_DATABASE_URL: cluster.urls.superuser('postgres'),
      TEST_MIGRATION_DATABASE_URL: cluster.urls.owner('postgres'),
      TEST_DATABASE_URL: cluster.urls.app('postgres'),
    };
    return await runToEnd(process.execPath, [tool('vitest'), 'run', ...args], { env });
  } finally {
    await cluster.stop();
    for (const name of Object.keys(time)) delete process.env[name];
  }
}

await runCommand(async () => {
  checkNode();
  await install();
  ensureDataDir();
  const library = buildLibrary();
  const given = process.argv.slice(2);
  const named = given.find((argument) => argument.startsWith('--dates='))?.slice(8);
  const args = given.filter((argument) => !argument.startsWith('--dates='));
  const failed = [];
  for (const day of named?.split(',') ?? days) {
    // Each day tests other cases of the properties; a failure can be repeated by its seed.
    const seed = process.env.PROPERTY_SEED ?? String(randomInt(2 ** 31));
    say(`\n== ${day} (Beijing), PROPERTY_SEED=${seed}`);
    const code = await testOn(day, library, seed, args);
    say(`== ${day}: ${code === 0 ? 'passed' : 'FAILED'}`);
    if (code !== 0) failed.push(day);
  }
  if (failed.length > 0) throw new Stop(`The tests failed on ${failed.join(', ')}.`);
  say('\nThe tests passed on every one of these days.');
});
