/**
 * Where the project and its data are, and how these scripts print: one line for progress, one sentence for a failure. This uses
 * only Node's built-in modules, because it runs before anything is installed.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the project's folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Absolute path of everything a running portal keeps: clusters, uploads, secrets, logs. `SUANQUAN_DATA_DIR` moves it. */
export const dataDir = resolve(root, process.env.SUANQUAN_DATA_DIR ?? '.data');

/** Reports a failure that the user can act on: the message is one whole sentence, and nothing else is printed. */
export class Stop extends Error {}

/** Prints one line of progress. */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * Returns the sentence for a failure: its own for a `Stop`, a known one for a full or read-only disk, otherwise the error's
 * message.
 */
export function sentenceFor(error) {
  if (error instanceof Stop) return error.message;
  const text = `${error?.code ?? ''} ${error?.message ?? error}`;
  if (/ENOSPC|EDQUOT|No space left on device|disk full/i.test(text)) {
    return `The disk that holds ${dataDir} is full: free some space, then run the command again.`;
  }
  if (/EROFS/.test(text)) return `The disk that holds ${error.path ?? root} is read-only.`;
  if (/EACCES|EPERM/.test(text) && error.path) {
    return `No permission to use ${error.path}: run as its owner, or correct its permissions.`;
  }
  return `Stopped by an unexpected error: ${error?.message ?? error}`;
}

/** Runs a command-line entry point; a failure prints one sentence (with `SUANQUAN_DEBUG=1` the stack too) and exits 1. */
export async function runCommand(main) {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`\n${sentenceFor(error)}\n`);
    if (process.env.SUANQUAN_DEBUG && error?.stack) process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  }
}

/** Creates the data folder. Other users may pass through it (the database's own user must) but not list it. */
export function ensureDataDir() {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
}

/** Reads a JSON file; returns `undefined` when there is none, and throws a `Stop` when it is not JSON. */
export function readJson(path) {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw new Stop(`${path} is damaged: restore it from a copy, or delete it.`);
    }
    throw error;
  }
}

/** Writes a JSON file that only its owner may read. */
export function writeJson(path, value) {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
}
