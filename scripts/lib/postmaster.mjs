/** The server process that a cluster's `postmaster.pid` speaks of: whether it lives, and what to do when it does not. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A process number that no system gives out. */
const nobody = 2_147_483_647;

/** Reads a file that may go away at any moment; an empty text when it has. */
function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes(error.code)) return '';
    throw error;
  }
}

/** Tells whether a process of this number exists. */
export function isAlive(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    if (error.code === 'EPERM') return true;
    throw error;
  }
}

/**
 * Tells whether a living server has this process number. A number outlives its process where nothing collects dead processes,
 * as in a container without an init, and may by now belong to another program; on Linux both can be seen.
 */
function isServer(pid) {
  if (process.platform !== 'linux') return isAlive(pid);
  const [, name, state] = /\((.*)\) (\S)/s.exec(readIfThere(`/proc/${pid}/stat`)) ?? [];
  return name === 'postgres' && state !== 'Z';
}

const readPid = (directory) => readIfThere(join(directory, 'postmaster.pid')).split('\n');

/** Returns the cluster's server, `{ pid, port }`, when it is alive. */
export function runningServer({ directory }) {
  const [pid, , , port] = readPid(directory).map(Number);
  return pid && port && isServer(pid) ? { pid, port } : undefined;
}

/**
 * Lets PostgreSQL see what it could not: that the process named in `postmaster.pid` is no server any more. Only the number
 * is replaced. The rest of the file stays, because by it PostgreSQL finds out whether processes of the dead server still
 * use its memory, and starting beside them would destroy data.
 */
export function clearStalePid({ directory }) {
  const [first, ...rest] = readPid(directory);
  const pid = Number(first);
  if (!pid || !isAlive(pid) || isServer(pid)) return;
  writeFileSync(join(directory, 'postmaster.pid'), [nobody, ...rest].join('\n'));
}
