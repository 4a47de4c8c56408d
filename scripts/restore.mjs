/**
 * `npm run restore -- FOLDER`: restores a backup of `npm run backup` to where there is nothing yet, starts the database, and
 * checks that the money adds up and that every file is there. A restore that fails leaves nothing behind.
 */
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { dataDir, ensureDataDir, runCommand, say, Stop } from './lib/project.mjs';
import { checkNode, install } from './lib/install.mjs';

const isThere = (path) => existsSync(path) && readdirSync(path).length > 0;

/** Returns the place of each part; rejects one that is in use. */
async function placesOf({ database, areFilesElsewhere }) {
  const { clusterFolder } = await import('./lib/binaries.mjs');
  const { filesFolder } = await import('./backup/files.mjs');
  const places = {
    files: areFilesElsewhere ? undefined : (filesFolder() ?? join(dataDir, 'files')),
    cluster: database.kind === 'files' ? join(clusterFolder(), 'postgres') : undefined,
    secrets: database.kind === 'files' ? join(dataDir, 'secrets.json') : undefined,
  };
  for (const path of [places.files, places.cluster].filter(Boolean)) {
    if (isThere(path)) throw new Stop(`${path} is not empty: restore to where there is nothing.`);
  }
  if (places.secrets && existsSync(places.secrets)) {
    throw new Stop(`${places.secrets} is there already: restore to where there is nothing.`);
  }
  return places;
}

function refuseUnfit({ database }) {
  const isEmbedded = !process.env.DATABASE_URL;
  if (isEmbedded !== (database.kind === 'files')) {
    throw new Stop(
      isEmbedded
        ? 'This backup is of a server: set DATABASE_URL, and BACKUP_DATABASE_URL, to the one to restore to.'
        : 'This backup is of the embedded database: unset DATABASE_URL to restore it.',
    );
  }
  if (!isEmbedded) return;
  const system = `${process.platform}-${process.arch}`;
  if (database.system !== system) {
    throw new Stop(
      `This backup is of a machine of another kind (${database.system}, here ${system}): its files mean nothing here.`,
    );
  }
  if (!database.version.startsWith('18')) {
    throw new Stop(`This backup is of PostgreSQL ${database.version}, and this portal needs 18.`);
  }
}

/** Copies and checks the files below one name of the backup. */
async function restoreTree(from, manifest, name, to) {
  const { restoreFile, withEach } = await import('./backup/manifest.mjs');
  const isOf = (path) => path.startsWith(`${name}/`);
  const below = (path) => join(to, path.slice(name.length + 1));
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const path of manifest.folders.filter(isOf)) mkdirSync(below(path), { mode: 0o700 });
  const files = manifest.files.filter(({ path }) => isOf(path));
  await withEach(files, (entry) => restoreFile(from, entry, below(entry.path)));
}

/** Gives a folder to the database's user, because where we are root the database's programs run as another user. */
function giveToDatabase(folder, { uid, gid }) {
  if (uid === undefined) return;
  for (const path of readdirSync(folder, { recursive: true })) {
    chownSync(join(folder, path), uid, gid);
  }
  chownSync(folder, uid, gid);
}

/**
 * Puts every part beside its place, and moves them there when all are complete.
 * @param restoreOthers restores what is no file here, before anything is moved
 */
async function putInPlace(from, manifest, places, restoreOthers) {
  const { databaseUser } = await import('./lib/binaries.mjs');
  const { restoreFile } = await import('./backup/manifest.mjs');
  const trees = { files: places.files, database: places.cluster };
  const halves = [];
  try {
    for (const [name, place] of Object.entries(trees)) {
      if (place === undefined) continue;
      const half = `${place}.half`;
      rmSync(half, { recursive: true, force: true });
      halves.push([half, place]);
      await restoreTree(from, manifest, name, half);
    }
    if (places.cluster) giveToDatabase(`${places.cluster}.half`, databaseUser);
    if (places.secrets) {
      const entry = manifest.files.find(({ path }) => path === 'secrets.json');
      await restoreFile(from, entry, places.secrets);
    }
    await restoreOthers();
    for (const [half, place] of halves) {
      rmSync(place, { recursive: true, force: true });
      renameSync(half, place);
    }
  } catch (error) {
    for (const [half] of halves) rmSync(half, { recursive: true, force: true });
    if (places.secrets) rmSync(places.secrets, { force: true });
    throw error;
  }
}

/**
 * Checks that a dump can be restored, and returns a function that restores it; there is nothing to do where the database is among
 * the files.
 */
async function dumpRestorer(from, manifest) {
  if (manifest.database.kind === 'files') return () => {};
  const { checkTarget, restoreDump } = await import('./backup/server.mjs');
  const { checkFile } = await import('./backup/manifest.mjs');
  const address = process.env.BACKUP_DATABASE_URL;
  if (!address) throw new Stop('Set BACKUP_DATABASE_URL to a login that may restore.');
  await checkTarget(address);
  for (const entry of manifest.files.filter(({ path }) => !path.includes('/'))) {
    await checkFile(from, entry);
  }
  return () => restoreDump({ address, from });
}

/** Returns `{ sql, stop }`: a connection to the restored database that sees everything. */
async function open({ database }) {
  const { default: postgres } = await import('postgres');
  const options = { max: 1, onnotice: () => {} };
  if (database.kind === 'dump') {
    const sql = postgres(process.env.BACKUP_DATABASE_URL, options);
    return { sql, stop: () => sql.end({ timeout: 2 }) };
  }
  const { startOwnCluster } = await import('./lib/database.mjs');
  const cluster = await startOwnCluster({ name: 'postgres', ports: [54329] });
  const sql = postgres(cluster.urls.superuser('suanquan'), options);
  const stop = async () => {
    await sql.end({ timeout: 2 });
    await cluster.stop();
  };
  return { sql, stop };
}

async function check(manifest, places) {
  const { checkRestored } = await import('./backup/check.mjs');
  const { sql, stop } = await open(manifest);
  try {
    const { cities, files, faults } = await checkRestored(sql, places.files);
    for (const fault of faults) say(fault);
    if (faults.length > 0) {
      throw new Stop(`What was restored is not whole: ${faults.length} faults, named above.`);
    }
    say(`Checked: the ledgers of ${cities} cities add up, and ${files} files are as handed in.`);
  } finally {
    await stop();
  }
}

await runCommand(async () => {
  checkNode();
  const given = process.argv[2];
  if (!given) throw new Stop('Name the folder of the backup: npm run restore -- FOLDER');
  const from = resolve(given);
  await install();
  const { readManifest, refuseStrangers } = await import('./backup/manifest.mjs');
  const manifest = await readManifest(from);
  refuseUnfit(manifest);
  await refuseStrangers(from, manifest);
  ensureDataDir();
  const places = await placesOf(manifest);
  await putInPlace(from, manifest, places, await dumpRestorer(from, manifest));
  say(`Restored: the portal as it was on ${manifest.madeAt}.`);
  await check(manifest, places);
  say('`npm start` starts it.');
});
