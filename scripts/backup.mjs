/**
 * `npm run backup -- FOLDER`: copies the portal while it works: the database first, then the files that users handed in, so that
 * every file which the copied database names is in the copy. Without FOLDER the copy is made below `backups` in the data folder.
 * The embedded database is copied by its files; that of a server (DATABASE_URL) by pg_dump, through BACKUP_DATABASE_URL.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { dataDir, root, runCommand, say, Stop } from './lib/project.mjs';
import { checkNode, install } from './lib/install.mjs';

/** Returns the folder to make, and the folder in which the backup is made until it is complete. */
function placeOf(given) {
  const now = new Date()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');
  const folder = resolve(given ?? join(dataDir, 'backups', now));
  const half = `${folder}.half`;
  if (existsSync(folder)) throw new Stop(`${folder} is there already: name a folder that is not.`);
  if (existsSync(half)) {
    throw new Stop(
      `${half} is of a backup that was cut off: remove it, then run the command again.`,
    );
  }
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
  mkdirSync(half, { mode: 0o700 });
  return { folder, half };
}

/** Copies the embedded database; starts it for that when it does not run. */
async function copyEmbedded(to) {
  const { startOwnCluster } = await import('./lib/database.mjs');
  const { default: postgres } = await import('postgres');
  const { takeBaseBackup } = await import('./backup/base-backup.mjs');
  const { clusterFolder } = await import('./lib/binaries.mjs');
  const { copyFile } = await import('./backup/manifest.mjs');
  if (!existsSync(join(clusterFolder(), 'postgres'))) {
    throw new Stop(`There is no database of this portal in ${clusterFolder()}.`);
  }
  const cluster = await startOwnCluster({ name: 'postgres', ports: [54329] });
  try {
    const sql = postgres(cluster.urls.superuser('postgres'), { max: 1, onnotice: () => {} });
    try {
      const copy = await takeBaseBackup({ directory: cluster.directory, sql, to });
      const path = 'secrets.json';
      const secrets = { path, ...(await copyFile(join(dataDir, path), join(to, path))) };
      const system = `${process.platform}-${process.arch}`;
      return { kind: 'files', system, ...copy, files: [...copy.files, secrets] };
    } finally {
      await sql.end({ timeout: 2 });
    }
  } finally {
    await cluster.stop();
  }
}

async function copyServer(to) {
  const { dumpServer } = await import('./backup/server.mjs');
  const address = process.env.BACKUP_DATABASE_URL ?? process.env.MIGRATION_DATABASE_URL;
  return {
    kind: 'dump',
    ...(await dumpServer({ address: address ?? process.env.DATABASE_URL, to })),
  };
}

async function copyFiles(to) {
  const { filesFolder, isKept } = await import('./backup/files.mjs');
  const { copyTree, listTree } = await import('./backup/manifest.mjs');
  const folder = filesFolder();
  if (folder === undefined) return { files: [], folders: [] };
  return copyTree(folder, to, 'files', await listTree(folder, isKept));
}

/** Prints what the copy lacks, because it is kept elsewhere. */
function tellMissing() {
  if (process.env.S3_BUCKET) {
    say(`Files lie in the bucket ${process.env.S3_BUCKET}: copy it too, now, after the database.`);
  }
  if (process.env.AUTH_SECRET) say('AUTH_SECRET is not in it: keep it where secrets are kept.');
}

async function backUp(to) {
  const { writeManifest } = await import('./backup/manifest.mjs');
  const from = performance.now();
  const database = process.env.DATABASE_URL ? await copyServer(to) : await copyEmbedded(to);
  say(`The database is copied (PostgreSQL ${database.version}).`);
  const files = await copyFiles(to);
  const { kind, version, system, madeAt } = database;
  const manifest = {
    portal: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
    madeAt,
    database: { kind, version, system },
    areFilesElsewhere: Boolean(process.env.S3_BUCKET),
    files: [...database.files, ...files.files],
    folders: [...database.folders, ...files.folders],
  };
  await writeManifest(to, manifest);
  const bytes = manifest.files.reduce((sum, { size }) => sum + size, 0);
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  return `${manifest.files.length} files, ${(bytes / 1e6).toFixed(1)} MB, in ${seconds} s; ${files.files.length} of them people handed in`;
}

await runCommand(async () => {
  checkNode();
  await install();
  const { folder, half } = placeOf(process.argv[2]);
  const discard = () => rmSync(half, { recursive: true, force: true });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      discard();
      process.exit(1);
    });
  }
  try {
    const figures = await backUp(half);
    renameSync(half, folder);
    say(`${folder}: ${figures}.`);
    say('It holds what people wrote, and the secrets of this portal: let nobody read it.');
    tellMissing();
  } catch (error) {
    discard();
    throw /ENOSPC|EDQUOT/.test(error.code)
      ? new Stop(
          `The disk that holds ${dirname(folder)} is full: free some space, then run the command again.`,
        )
      : error;
  }
});
