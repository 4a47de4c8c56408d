/** The server process that a cluster's `postmaster.pid` names: whether it is alive, and what to do when it is not. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A process number that no system uses. */
const nobody = 2_147_483_647;

/** Reads a file that may be deleted at any moment; returns an empty text when it was. */
function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes(error.code)) return '';
    throw error;
  }
}

/** Returns whether a process with this number exists. */
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
 * Returns whether this process number belongs to a living server. A number outlives its process where nothing collects dead
 * processes, as in a container without an init, and may by now belong to another program; on Linux both can be detected.
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
 * Replaces the process number in `postmaster.pid` where that process is no server any more, which PostgreSQL cannot detect
 * itself. The rest of the file stays, because PostgreSQL needs it to find out whether processes of the dead server still use its
 * memory, and starting beside them would destroy data.
 */
export function clearStalePid({ directory }) {
  const [first, ...rest] = readPid(directory);
  const pid = Number(first);
  if (!pid || !isAlive(pid) || isServer(pid)) return;
  writeFileSync(join(directory, 'postmaster.pid'), [nobody, ...rest].join('\n'));
}
