/** What must be there before any of our modules can be imported: the right Node and the packages of the lock file. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { root, say, Stop } from './project.mjs';
import { runToEnd } from './children.mjs';
import { applyPatches } from './patches.mjs';

const oldest = [20, 19];

/** Stops with one sentence on a Node that is too old. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  throw new Stop(`Node ${oldest.join('.')} or newer is needed; this is ${process.versions.node}.`);
}

/** Returns the environment without the settings of an outer npm, which would affect the inner one. */
export function cleanEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.toLowerCase().startsWith('npm_')),
  );
}

/** Installs the packages of the lock file, unless exactly these are installed already, and patches those that need it. */
export async function install() {
  await installPackages();
  // An installation without scripts has not been patched, and neither has one that is older than a patch.
  applyPatches();
}

async function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.suanquan-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('Installing the packages of the lock file.');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const code = await runToEnd(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    env: cleanEnvironment(),
  });
  if (code !== 0) throw new Stop(`The packages could not be installed: npm ci ended with ${code}.`);
  writeFileSync(stamp, lock);
}
