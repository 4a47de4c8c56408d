/** The production build: made when there is none, or when a source or the key of its actions has changed since. */
import { createHash, createHmac } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runToEnd, tool } from './children.mjs';
import { root, say, Stop } from './project.mjs';

/** Folders with code that the build contains. A test compares them with the folders that there are. */
export const builtFolders = ['app', 'components', 'db', 'features', 'lib', 'server'];
const sources = [...builtFolders, 'public', 'scripts/patches'];
const files = [
  'proxy.ts',
  'instrumentation.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** Returns a hash over the name and content of every source file. */
function fingerprint() {
  const hash = createHash('sha256');
  const add = (path) => hash.update(path).update(readFileSync(join(root, path)));
  const walk = (folder) => {
    if (!existsSync(join(root, folder))) return;
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (!/\.test\.tsx?$/.test(entry.name)) add(path);
    }
  };
  for (const folder of sources) walk(folder);
  for (const file of files) add(file);
  return hash.digest('hex');
}

/**
 * Returns the key that names the server actions of a build and encrypts what their forms carry. It is derived from `AUTH_SECRET`,
 * so that every node that builds these sources has the same key, also after a restart that builds again; an operator's own value
 * takes precedence. `next start` reads it from the build.
 */
export function actionsKey(env) {
  const given = env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY;
  if (!given) {
    return createHmac('sha256', env.AUTH_SECRET).update('key of server actions').digest('base64');
  }
  const bytes = Buffer.from(given, 'base64');
  if ([16, 24, 32].includes(bytes.length) && bytes.toString('base64') === given) return given;
  throw new Stop('NEXT_SERVER_ACTIONS_ENCRYPTION_KEY must be 16, 24 or 32 bytes in base64.');
}

/** Returns a name for the inputs of a build. The name does not reveal the key, because it is in every page. */
export const buildName = (sources, key) => createHmac('sha256', key).update(sources).digest('hex');

/**
 * Returns the name as Next's build id, by which a page recognises whether the node that answers it has the same build. It never
 * contains "ad", because it becomes part of addresses, which blockers of advertisements filter.
 */
export const buildId = (name) => name.slice(0, 24).replaceAll('a', 'x');

/** Builds unless the present build is of exactly these sources and this key. */
export async function build(env) {
  const stamp = join(root, '.next', 'suanquan-build');
  const key = actionsKey(env);
  const now = buildName(fingerprint(), key);
  const built = existsSync(join(root, '.next', 'BUILD_ID'));
  if (built && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  say('Building the portal.');
  const code = await runToEnd(process.execPath, [tool('next'), 'build'], {
    env: {
      ...env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key,
      SUANQUAN_BUILD_ID: buildId(now),
    },
  });
  if (code !== 0) throw new Stop(`The portal could not be built: next build ended with ${code}.`);
  writeFileSync(stamp, now);
}
