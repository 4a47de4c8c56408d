/**
 * Describes a backup: every file with its size and SHA-256, so that a copy that was cut short, changed or mixed with
 * another is refused before anything is restored from it.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Stop } from '../lib/project.mjs';

const fileName = 'manifest.json';
const format = 1;

/** How many files are copied at a time, because each waits for the disk at its end. */
const atOnce = 8;

const isGone = (error) => error.code === 'ENOENT';

/** Runs the same work for many things, several at a time. Returns the results in the order of the things. */
export async function withEach(things, work) {
  const results = new Array(things.length);
  let next = 0;
  const run = async () => {
    while (next < things.length) {
      const index = next;
      next += 1;
      results[index] = await work(things[index]);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, run));
  return results;
}

/**
 * Lists what is below a folder, as paths with `/`: `{ files, folders }`. What is deleted meanwhile is left out.
 * @param isWanted returns whether a path, and what is below it, is listed
 */
export async function listTree(folder, isWanted = () => true) {
  const found = { files: [], folders: [] };
  const walk = async (at) => {
    let entries;
    try {
      entries = await readdir(join(folder, at), { withFileTypes: true });
    } catch (error) {
      if (isGone(error)) return;
      throw error;
    }
    for (const entry of entries) {
      const path = at === '' ? entry.name : `${at}/${entry.name}`;
      if (!isWanted(path)) continue;
      if (entry.isDirectory()) {
        found.folders.push(path);
        await walk(path);
      } else if (entry.isFile()) {
        found.files.push(path);
      } else {
        throw new Stop(`${join(folder, path)} is neither a file nor a folder: take it away first.`);
      }
    }
  };
  await walk('');
  return found;
}

/**
 * Copies a file and waits until the copy is on the disk. Returns `{ size, sha256 }` of what was written; nothing when the file is
 * gone, such as that of a table that was dropped meanwhile.
 */
export async function copyFile(from, to) {
  let source;
  try {
    source = await open(from);
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
  const hash = createHash('sha256');
  let size = 0;
  const count = async function* (pieces) {
    for await (const piece of pieces) {
      hash.update(piece);
      size += piece.length;
      yield piece;
    }
  };
  const target = createWriteStream(to, { mode: 0o600, flags: 'wx', flush: true });
  await pipeline(source.createReadStream(), count, target);
  return { size, sha256: hash.digest('hex') };
}

/** Writes a small file that is on the disk when this returns. Returns `{ size, sha256 }`. */
export async function writeSmall(path, content) {
  const bytes = Buffer.from(content);
  await writeFile(path, bytes, { mode: 0o600, flag: 'wx', flush: true });
  return { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Copies a part of a tree below `to`; returns the manifest's entries, whose paths begin with `name`. */
export async function copyTree(from, to, name, { files, folders }) {
  await mkdir(join(to, name), { recursive: true, mode: 0o700 });
  for (const folder of folders) await mkdir(join(to, name, folder), { mode: 0o700 });
  const entries = await withEach(files, async (path) => {
    const copied = await copyFile(join(from, path), join(to, name, path));
    return copied && { path: `${name}/${path}`, ...copied };
  });
  return {
    files: entries.filter((entry) => entry !== undefined),
    folders: [name, ...folders.map((folder) => `${name}/${folder}`)],
  };
}

/** Returns the manifest's own hash, over everything in it. */
const seal = (content) => createHash('sha256').update(JSON.stringify(content)).digest('hex');

/** Writes the manifest of a finished backup. */
export async function writeManifest(folder, content) {
  const whole = { format, ...content };
  const text = JSON.stringify({ ...whole, seal: seal(whole) }, null, 1);
  await writeSmall(join(folder, fileName), `${text}\n`);
}

/** Reads the manifest of a backup. Throws a `Stop` when the folder is no backup, or its manifest is not as it was written. */
export async function readManifest(folder) {
  const path = join(folder, fileName);
  if (!existsSync(path)) throw new Stop(`${folder} is no backup: it has no ${fileName}.`);
  let manifest;
  try {
    manifest = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Stop(`${path} is damaged: take another copy of this backup.`);
  }
  if (manifest.format !== format) {
    throw new Stop(`${path} is of a backup that this version cannot read.`);
  }
  const { seal: given, ...content } = manifest;
  if (given !== seal(content)) {
    throw new Stop(`${path} was changed: take another copy of this backup.`);
  }
  return content;
}

/** Rejects a backup with files that its manifest does not name, because it may be a mixture of two. */
export async function refuseStrangers(folder, { files }) {
  const known = new Set([fileName, ...files.map(({ path }) => path)]);
  const { files: there } = await listTree(folder);
  const stranger = there.find((path) => !known.has(path));
  if (stranger === undefined) return;
  throw new Stop(`${join(folder, stranger)} is no part of this backup: take it away first.`);
}

function refuseOther(folder, { path, size, sha256 }, found) {
  const place = join(folder, ...path.split('/'));
  if (!found) throw new Stop(`${place} is missing: take another copy of this backup.`);
  if (found.size !== size || found.sha256 !== sha256) {
    throw new Stop(`${place} is not as it was backed up: take another copy of this backup.`);
  }
}

/** Copies one file of a backup to its place. Throws a `Stop` when it is missing, or not as it was when it was backed up. */
export async function restoreFile(folder, entry, to) {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  refuseOther(folder, entry, await copyFile(join(folder, entry.path), to));
}

/** Checks one file of a backup that is used in its place. Throws as `restoreFile` does. */
export async function checkFile(folder, entry) {
  refuseOther(folder, entry, await describeFile(join(folder, entry.path)));
}

/** Reads a file to its end. Returns `{ size, sha256 }`; nothing when it is not there. */
export async function describeFile(path) {
  if (!existsSync(path)) return undefined;
  const hash = createHash('sha256');
  let size = 0;
  for await (const piece of createReadStream(path)) {
    hash.update(piece);
    size += piece.length;
  }
  return { size, sha256: hash.digest('hex') };
}
