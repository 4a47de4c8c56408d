/**
 * A primary and a synchronous standby on this machine, under load through the portal's own pool: the primary is killed, the
 * standby is promoted, and everything that was acknowledged must be in it.
 */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chownSync,
  existsSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { clusterFolder, databaseUser, runnableServer, runProgram } from '../lib/binaries.mjs';
import { freePort, localUrl, superuser } from '../lib/postgres.mjs';
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
  wait,
  withFolder,
} from './lab.mjs';

const primaryName = 'drill-primary';
const standbyName = 'drill-standby';
const folderOf = (name) => join(clusterFolder(), name);

/** How the primary ends: an immediate shutdown by an administrator, and a crash of the machine. */
const ways = {
  'stop -m immediate': (server, directory) =>
    runProgram(server, 'pg_ctl', ['stop', '-D', directory, '-m', 'immediate', '-W']),
  'kill -9': (_server, directory) => {
    const [pid] = readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGKILL');
  },
};

/** Deletes the clusters of an earlier run, in whatever state they are. */
function forget() {
  for (const name of [primaryName, standbyName]) {
    for (const path of [folderOf(name), `${folderOf(name)}.log`, `${folderOf(name)}-port.json`]) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}

async function stopIfRunning(server, directory) {
  if (!existsSync(join(directory, 'postmaster.pid'))) return;
  await runProgram(server, 'pg_ctl', [
    'stop',
    '-D',
    directory,
    '-m',
    'immediate',
    '-w',
    '-t',
    '30',
  ]);
}

/** Copies the primary while it runs, as a base backup, and starts the copy as its standby. */
async function startStandby(server, lab) {
  const sql = await connect(lab.urls.superuser);
  const { port: primaryPort, password } = new URL(lab.urls.superuser);
  const directory = folderOf(standbyName);
  await sql`select pg_backup_start('drill', fast => true)`;
  execFileSync('cp', ['-a', folderOf(primaryName), directory]);
  const [{ labelfile }] = await sql`select labelfile from pg_backup_stop()`;
  for (const name of ['postmaster.pid', 'postmaster.opts']) rmSync(join(directory, name));
  writeFileSync(join(directory, 'backup_label'), labelfile);
  writeFileSync(join(directory, 'standby.signal'), '');
  const from = `host=127.0.0.1 port=${primaryPort} user=${superuser} password=${decodeURIComponent(password)}`;
  appendFileSync(
    join(directory, 'postgresql.auto.conf'),
    `primary_conninfo = '${from} application_name=drill'\n`,
  );
  for (const name of ['backup_label', 'standby.signal']) {
    if (databaseUser.uid) chownSync(join(directory, name), databaseUser.uid, databaseUser.gid);
  }
  const port = await freePort([54350]);
  const log = join(directory, 'standby.log');
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=100`;
  const { code } = await runProgram(
    server,
    'pg_ctl',
    ['start', '-D', directory, '-l', log, '-w', '-t', '60', '-o', options],
    { isQuiet: true },
  );
  if (code !== 0) throw new Error(`The standby did not start:\n${readFileSync(log, 'utf8')}`);
  await sql`alter system set synchronous_standby_names = 'drill'`;
  await sql`select pg_reload_conf()`;
  await until('the standby is synchronous', 30_000, async () => {
    const rows = await sql`select 1 from pg_stat_replication where sync_state = 'sync'`;
    return rows.length === 1;
  });
  await sql.end();
  const url = localUrl({
    port,
    user: superuser,
    password: decodeURIComponent(password),
    database: 'suanquan_drill',
  });
  return { port, directory, url };
}

/** Returns the address of both hosts for the portal's login. */
function bothHosts(appUrl, standbyPort) {
  const { username, password, host, pathname } = new URL(appUrl);
  return `postgres://${username}:${password}@${host},127.0.0.1:${standbyPort}${pathname}?target_session_attrs=primary`;
}

async function failOver(server, way) {
  forget();
  const lab = await freshLab({ wal_keep_size: '256MB' }, primaryName);
  const standbyFolder = folderOf(standbyName);
  try {
    const standby = await startStandby(server, lab);
    return await withFolder(async (folder) => {
      const file = join(folder, 'journal');
      const urls = { ...lab.urls, app: bothHosts(lab.urls.app, standby.port) };
      const load = startTypeScript(
        'scripts/drill/load.ts',
        [file, 'steady'],
        environment(urls, lab),
      );
      const done = () => readJournal(file).length;
      await until('the load has begun', 60_000, () => done() >= 100);
      const killedAt = Date.now();
      await ways[way](server, folderOf(primaryName));
      await wait(2_000);
      await runProgram(server, 'pg_ctl', ['promote', '-D', standby.directory, '-w', '-t', '60']);
      const promotedAt = Date.now();
      const later = () => readJournal(file).filter(({ at }) => at > promotedAt);
      await until('the load goes on after the promotion', 60_000, () => later().length >= 100);
      load.child.stdin.end();
      await load.ended;
      const tally = tallyOf(load);
      const journal = readJournal(file);
      const lost = await lostOf(journal, standby.url);
      const first = Math.min(...later().map(({ at }) => at)) - promotedAt;
      say(
        `failover (${way}): ${journal.length} acknowledged, ${lost} of them lost; ` +
          `first good ${first} ms after the promotion (${promotedAt - killedAt + first} ms after the kill); ` +
          `${tally.unanswered} unanswered, ${tally.unknown} of unknown outcome; ` +
          `${tally.connections} of ${tally.size} connections usable at once`,
      );
      return lost === 0 && tally.unanswered === 0 && tally.connections === tally.size;
    });
  } finally {
    await stopIfRunning(server, standbyFolder);
    await stopIfRunning(server, folderOf(primaryName));
    forget();
  }
}

/** Returns whether nothing acknowledged was lost and every request was answered, for each way in which the primary may end. */
export async function failover() {
  const server = runnableServer();
  for (const way of Object.keys(ways)) if (!(await failOver(server, way))) return false;
  return true;
}
