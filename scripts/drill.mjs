/**
 * `npm run drill`: kills the database, the worker and the web server of a portal of its own, ten times each, under load, and
 * checks that nothing that was acknowledged is lost or doubled; then a failover between two databases, and the portal behind
 * PgBouncer. `--short` kills each once and leaves the rest out, as `npm test` does; `--rounds=N` sets how often.
 */
import { join } from 'node:path';

// The drill has its own data folder, because it kills and breaks things. It is set before the modules that read it are imported.
process.env.SUANQUAN_DATA_DIR = join(process.env.SUANQUAN_DATA_DIR ?? '.data', 'drill');
const { checkNode, install } = await import('./lib/install.mjs');
const { runCommand, say, Stop } = await import('./lib/project.mjs');

const option = (name) =>
  process.argv.find((given) => given.startsWith(`--${name}=`))?.split('=')[1];

await runCommand(async () => {
  checkNode();
  await install();
  const rounds = Number(option('rounds') ?? (process.argv.includes('--short') ? 1 : 10));
  if (!Number.isInteger(rounds) || rounds < 1) throw new Stop('--rounds must be a number from 1.');
  const { drillKills } = await import('./drill/kills.mjs');
  const { faults } = await drillKills({ rounds });
  for (const fault of faults) say(`FAULT: ${fault}`);
  if (faults.length > 0) throw new Stop(`The drill found ${faults.length} faults.`);
  say('The drill found no fault.');
  if (process.argv.includes('--short')) return;
  const { failover } = await import('./drill/failover.mjs');
  const { pgbouncer } = await import('./drill/pgbouncer.mjs');
  for (const [name, drill] of Object.entries({ failover, pgbouncer })) {
    if (!(await drill())) throw new Stop(`The drill "${name}" failed.`);
    say(`${name}: passed`);
  }
});
