/** Random sequences of everything that can be done to the ledger, against a model of it: the suite of `npm test`, at length. */
import { spawn } from 'node:child_process';
import { startOwnCluster } from '../lib/database.mjs';
import { tool } from '../lib/children.mjs';
import { cleanEnvironment } from '../lib/install.mjs';
import { root } from '../lib/project.mjs';

/** Runs the suite on a cluster of its own; returns its figures, and what it printed where it failed. */
export async function tortureModel({ seed, sequences }) {
  const cluster = await startOwnCluster({
    name: 'torture-model-postgres',
    ports: [54351],
    // Nothing is killed here, so nothing needs to survive on the disk.
    settings: { fsync: 'off', synchronous_commit: 'off', max_connections: 100 },
  });
  try {
    const args = [tool('vitest'), 'run', '--project', 'db', 'features/ledger/model.db.test.ts'];
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: {
        ...cleanEnvironment(),
        LEDGER_SEQUENCES: String(sequences),
        PROPERTY_SEED: String(seed),
        TEST_SUPERUSER_DATABASE_URL: cluster.urls.superuser('postgres'),
        TEST_MIGRATION_DATABASE_URL: cluster.urls.owner('postgres'),
        TEST_DATABASE_URL: cluster.urls.app('postgres'),
        NO_COLOR: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => (output += data));
    }
    const code = await new Promise((done, fail) => {
      child.once('error', fail);
      child.once('close', done);
    });
    const [, steps] = /^Ledger model: \d+ sequences, (\d+) steps/m.exec(output) ?? [];
    const faults = code === 0 && steps ? [] : [output.trim()];
    return { figures: { sequences, steps: Number(steps ?? 0) }, faults };
  } finally {
    await cluster.stop();
  }
}
