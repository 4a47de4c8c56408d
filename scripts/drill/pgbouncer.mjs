/** Runs the portal's pool and its worker through PgBouncer in transaction mode. */
import { spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseUser } from '../lib/binaries.mjs';
import { freePort } from '../lib/postgres.mjs';
import { say } from '../lib/project.mjs';
import {
  connect,
  environment,
  freshLab,
  lostOf,
  readJournal,
  startTypeScript,
  tallyOf,
  until,
  withFolder,
} from './lab.mjs';

const places = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/usr/local/bin/pgbouncer'];
const requests = 128;
const jobs = 12;

/** Starts PgBouncer in front of a database, as the database's own user, because it does not run as root. */
async function startPooler(program, folder, lab) {
  const port = await freePort([64329]);
  const target = new URL(lab.urls.app);
  const logins = [lab.urls.app, lab.urls.owner].map((url) => {
    const { username, password } = new URL(url);
    return `"${username}" "${decodeURIComponent(password)}"`;
  });
  const config = `[databases]
suanquan_drill = host=127.0.0.1 port=${target.port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${join(folder, 'users')}
pool_mode = transaction
default_pool_size = 10
max_client_conn = 400
`;
  writeFileSync(join(folder, 'users'), `${logins.join('\n')}\n`);
  writeFileSync(join(folder, 'pgbouncer.ini'), config);
  for (const name of ['', 'users', 'pgbouncer.ini']) {
    const path = join(folder, name);
    if (databaseUser.uid) chownSync(path, databaseUser.uid, databaseUser.gid);
    chmodSync(path, name ? 0o600 : 0o700);
  }
  const child = spawn(program, ['-q', join(folder, 'pgbouncer.ini')], {
    ...databaseUser,
    stdio: 'ignore',
  });
  const through = (url) => {
    const address = new URL(url);
    address.port = String(port);
    return address.toString();
  };
  const urls = { app: through(lab.urls.app), owner: through(lab.urls.owner) };
  await until('PgBouncer answers', 15_000, async () => {
    const sql = await connect(urls.app, { prepare: false });
    try {
      return (await sql`select 1`).length === 1;
    } catch {
      return false;
    } finally {
      await sql.end({ timeout: 1 });
    }
  });
  return { urls, stop: () => child.kill('SIGTERM') };
}

/** Queues jobs for the worker and waits until it has done all of them through the pooler; throws when it does not. */
async function workerDoesJobs(lab, urls) {
  const worker = startTypeScript(
    'scripts/worker.ts',
    [],
    environment(urls, lab, { DATABASE_PREPARE: 'off' }),
  );
  const sql = await connect(lab.urls.superuser);
  // A finished job is deleted; a failed one stays.
  const left = async () => {
    const [{ open }] = await sql`select count(*)::int as open from graphile_worker._private_jobs`;
    return open;
  };
  try {
    for (let number = 0; number < jobs; number += 1) {
      await sql`select graphile_worker.add_job(${number % 2 ? 'run_sweeps' : 'send_mails'})`;
    }
    await until('the worker has done its jobs', 60_000, async () => {
      if (worker.child.exitCode !== null) throw new Error(`The worker ended:\n${worker.output}`);
      return (await left()) === 0;
    });
  } finally {
    worker.child.kill('SIGTERM');
    await worker.ended;
    await sql.end();
  }
}

/** Returns whether everything worked; reports where PgBouncer is not installed. */
export async function pgbouncer() {
  const program = places.find((path) => existsSync(path));
  if (!program) {
    say('pgbouncer: not run: no PgBouncer here (Debian: apt-get install pgbouncer)');
    return true;
  }
  const lab = await freshLab();
  try {
    return await withFolder(async (folder) => {
      const pooler = await startPooler(program, folder, lab);
      try {
        const file = join(folder, 'journal');
        const env = environment(pooler.urls, lab, { DATABASE_PREPARE: 'off' });
        const load = startTypeScript(
          'scripts/drill/load.ts',
          [file, 'burst', String(requests)],
          env,
        );
        await load.ended;
        const tally = tallyOf(load);
        const journal = readJournal(file);
        const lost = await lostOf(journal, lab.urls.superuser);
        const { statement, lock, idle } = tally.limits;
        await workerDoesJobs(lab, pooler.urls);
        say(
          `pgbouncer: ${tally.kept} of ${requests} transactions kept, ${tally.unanswered} unanswered, ${lost} lost; ` +
            `${tally.connections} of ${tally.size} connections usable at once; ` +
            `limits ${statement}, ${lock}, ${idle}; the worker did ${jobs} jobs`,
        );
        const isWhole = tally.connections === tally.size;
        const isLimited = [statement, lock, idle].join() === '15s,5s,20s';
        return tally.kept === requests && lost === 0 && isWhole && isLimited;
      } finally {
        pooler.stop();
      }
    });
  } finally {
    await lab.stop();
  }
}
