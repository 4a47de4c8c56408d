/**
 * Patches installed packages in place, right after they were installed. A patch is an ordinary unified diff; it must fit exactly,
 * so that a newer version of the package is never changed by guess. This uses only Node's built-in modules, because it runs
 * before any other module can be imported.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, Stop } from './project.mjs';

/**
 * The patch of the database driver, for both forms in which it is shipped. Without it the driver leaves queries unanswered, runs
 * a transaction's late queries on another connection, and ends the process when a connection is lost.
 */
const patches = [{ name: 'postgres', version: '3.4.9', folders: ['src', 'cjs/src'] }];

/** Reads a unified diff: returns for each file its hunks, as the text before and the text after. */
export function readPatch(text) {
  const files = new Map();
  let hunks;
  let hunk;
  for (const line of text.split('\n')) {
    if (line.startsWith('+++ ')) {
      hunks = [];
      files.set(line.slice(4).trim(), hunks);
    } else if (line.startsWith('@@ ')) {
      hunk = { before: '', after: '' };
      hunks.push(hunk);
    } else if (!line.startsWith('--- ') && line !== '') {
      if (line[0] !== '+') hunk.before += `${line.slice(1)}\n`;
      if (line[0] !== '-') hunk.after += `${line.slice(1)}\n`;
    }
  }
  return files;
}

/**
 * Replaces each hunk's text, which must occur in the source exactly once.
 * @throws Error naming the first hunk that does not fit
 */
export function applyHunks(source, hunks) {
  return hunks.reduce((text, { before, after }, index) => {
    const parts = text.split(before);
    if (parts.length !== 2) throw new Error(`hunk ${index + 1} fits ${parts.length - 1} times`);
    return parts.join(after);
  }, source);
}

/**
 * Applies every patch that is not applied already.
 * @throws Stop when a package is of another version than its patch, or its source does not fit
 */
export function applyPatches(modules = join(root, 'node_modules')) {
  for (const { name, version, folders } of patches) {
    const folder = join(modules, name);
    const { version: found } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    if (found !== version) {
      throw new Stop(
        `${name} ${found} is installed, and scripts/patches mends ${version}: bring the patch up to date, or drop it if the faults are gone.`,
      );
    }
    const text = readFileSync(join(root, 'scripts', 'patches', `${name}-${version}.patch`), 'utf8');
    const stamp = join(folder, '.suanquan-patch');
    const hash = createHash('sha256').update(text).digest('hex');
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) continue;
    const files = readPatch(text);
    for (const part of folders) {
      for (const [file, hunks] of files) patchFile(join(folder, part, file), hunks);
    }
    writeFileSync(stamp, hash);
  }
}

/**
 * Patches one file from its original, which is kept beside it; replaces the whole file at once, so that no half of it is ever
 * read.
 */
function patchFile(path, hunks) {
  const original = `${path}.original`;
  if (!existsSync(original)) copyFileSync(path, original);
  let patched;
  try {
    patched = applyHunks(readFileSync(original, 'utf8'), hunks);
  } catch (error) {
    throw new Stop(`The patch of ${path} does not fit (${error.message}): install again.`);
  }
  writeFileSync(`${path}.new`, patched);
  renameSync(`${path}.new`, path);
}
