/** The production build: made when there is none, or when a source has changed since. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runToEnd, tool } from './children.mjs';
import { root, say, Stop } from './project.mjs';

const sources = ['app', 'components', 'db', 'features', 'lib', 'public', 'scripts/patches'];
const files = [
  'proxy.ts',
  'instrumentation.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** A hash over the name and content of every source file. */
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

/** Builds unless the present build is of exactly these sources. */
export async function build(env) {
  const stamp = join(root, '.next', 'suanquan-sources');
  const now = fingerprint();
  const built = existsSync(join(root, '.next', 'BUILD_ID'));
  if (built && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  say('Building the portal.');
  const code = await runToEnd(process.execPath, [tool('next'), 'build'], {
    env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (code !== 0) throw new Stop(`The portal could not be built: next build ended with ${code}.`);
  writeFileSync(stamp, now);
}
