/** Runs the drills that are named, or all: `node scripts/drill/run.mjs failover pgbouncer`. */
import { runCommand, say, Stop } from '../lib/project.mjs';
import { failover } from './failover.mjs';
import { pgbouncer } from './pgbouncer.mjs';

const drills = { failover, pgbouncer };

await runCommand(async () => {
  const wanted = process.argv.slice(2);
  for (const [name, drill] of Object.entries(drills)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    if (!(await drill())) throw new Stop(`The drill "${name}" failed.`);
    say(`${name}: passed`);
  }
});
