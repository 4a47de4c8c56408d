/**
 * `npm run verify`: proves the books of a database or of an export, without a running portal: seals, counters, and the sums from
 * the pool to the bank. `--help` says how. The exit code is 0 where everything agrees, 1 where something does not, and 2 where
 * nothing could be checked.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand, say, sentenceFor, Stop } from './lib/project.mjs';
import { checkNode, install } from './lib/install.mjs';

const help = `npm run verify -- [--database URL | --file FILE] [--heads FILE|URL] [--export FILE]

Computes every seal again, adds the journal up, and compares the sums from the pool to the bank.

  --database URL   a login that sees everything: a superuser, or one with BYPASSRLS
                   (without it: BACKUP_DATABASE_URL, or the portal's embedded database)
  --file FILE      an export instead of a database
  --heads WHERE    published heads to compare with: a file, or the address
                   https://…/api/v1/proof/heads
  --export FILE    writes what a check reads to FILE, one JSON record a line, and checks that
  --help           shows this

Exit code: 0 everything agrees, 1 something differs, 2 nothing could be checked.`;

const options = {
  database: { type: 'string' },
  file: { type: 'string' },
  heads: { type: 'string' },
  export: { type: 'string' },
  help: { type: 'boolean' },
};

/** Reads the arguments; rejects what cannot be meant. */
function readArguments() {
  let given;
  try {
    given = parseArgs({ options }).values;
  } catch (error) {
    throw new Stop(`${error.message} See npm run verify -- --help.`);
  }
  if (given.file && (given.database || given.export)) {
    throw new Stop('An export is checked as it is: leave --database and --export out with --file.');
  }
  return given;
}

/** Returns the address of a database that was named, or that of the embedded one, which runs until `stop`. */
async function openDatabase(named) {
  const address = named ?? process.env.BACKUP_DATABASE_URL;
  if (address) return { address, stop: () => {} };
  if (process.env.DATABASE_URL) {
    throw new Stop('Set BACKUP_DATABASE_URL, or --database, to a login that sees everything.');
  }
  const { clusterFolder } = await import('./lib/binaries.mjs');
  if (!existsSync(join(clusterFolder(), 'postgres'))) {
    throw new Stop(`There is no database of this portal in ${clusterFolder()}.`);
  }
  const { startOwnCluster } = await import('./lib/database.mjs');
  const { urls, stop } = await startOwnCluster({ name: 'postgres', ports: [54329] });
  return { address: urls.superuser('suanquan'), stop };
}

/** Runs the check in a process of its own, which reads TypeScript; returns its exit code. */
async function check(given, address) {
  const { runTypeScript } = await import('./lib/children.mjs');
  // In the environment, because everybody on the machine may read the arguments of a program.
  const settings = JSON.stringify({ ...given, database: address });
  return runTypeScript('scripts/verify-books.ts', { ...process.env, VERIFY_SETTINGS: settings });
}

await runCommand(async () => {
  try {
    const given = readArguments();
    if (given.help) {
      say(help);
      return;
    }
    checkNode();
    await install();
    if (given.file) {
      process.exitCode = await check(given, undefined);
      return;
    }
    const { address, stop } = await openDatabase(given.database);
    try {
      process.exitCode = await check(given, address);
    } finally {
      await stop();
    }
  } catch (error) {
    process.stderr.write(`\n${sentenceFor(error)}\n`);
    process.exitCode = 2;
  }
});
