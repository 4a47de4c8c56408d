/**
 * A base backup of a running PostgreSQL cluster by its files, as PostgreSQL's manual describes it ("Making a Base Backup Using
 * the Low Level API"): the programs that come with the embedded PostgreSQL offer no other way.
 */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { Stop } from '../lib/project.mjs';
import { copyFile, copyTree, listTree, withEach, writeSmall } from './manifest.mjs';

const name = 'database';
const control = 'global/pg_control';

/** Returns whether a file belongs to the running server and would mislead another one. */
const isOfTheServer = (path) =>
  /^(postmaster\.(pid|opts)|backup_label|tablespace_map|standby\.signal|recovery\.signal)$/.test(
    path,
  ) || /(^|\/)(pgsql_tmp|pg_internal\.init)/.test(path);

/** Folders whose content a server makes anew when it starts; the folders themselves must exist. */
const isMadeAnew =
  /^pg_(dynshmem|notify|replslot|serial|snapshots|stat_tmp|subtrans|wal(\/archive_status|\/summaries)?)\//;

const isCopied = (path) =>
  !isOfTheServer(path) && (!isMadeAnew.test(path) || /^pg_wal\/\w+$/.test(path));

/** Segments of the write-ahead log, and the files about its earlier timelines. */
const isSegment = (path) => /^[0-9A-F]{24}$/.test(path);
const isHistory = (path) => /^[0-9A-F]{8}\.history$/.test(path);

/** Copies the file that PostgreSQL reads first. It is overwritten in place, so it is read until two readings agree. */
async function copyControl(directory, to) {
  const path = join(directory, control);
  let bytes = await readFile(path);
  for (;;) {
    await sleep(10);
    const again = await readFile(path);
    if (again.equals(bytes)) break;
    bytes = again;
  }
  return { path: `${name}/${control}`, ...(await writeSmall(join(to, name, control), bytes)) };
}

/** Copies the write-ahead log from the backup's first segment to its last, which brings the copied tables to one moment. */
async function copyLog(directory, to, { first, last }) {
  const from = join(directory, 'pg_wal');
  const there = (await readdir(from)).sort();
  const segments = there.filter((path) => isSegment(path) && path >= first && path <= last);
  if (segments[0] !== first || segments.at(-1) !== last) {
    throw new Stop('The database did not keep its log of changes long enough: back up again.');
  }
  return withEach([...segments, ...there.filter(isHistory)], async (path) => {
    const copied = await copyFile(join(from, path), join(to, name, 'pg_wal', path));
    if (!copied) throw new Stop('The database threw a part of its log away: back up again.');
    return { path: `${name}/pg_wal/${path}`, ...copied };
  });
}

/**
 * Copies a running cluster below `to/database`, while it works. The copy is the database as it was when this ended.
 * @param sql one connection of a superuser, for this backup alone: the backup lasts as long as its session
 * @returns the manifest's entries, the version of PostgreSQL, and the moment of which the copy is
 */
export async function takeBaseBackup({ directory, sql, to }) {
  const [{ version }] = await sql`select current_setting('server_version') as version`;
  // A slot of this session keeps segments that a checkpoint would delete, and is dropped with the session.
  await sql`select pg_create_physical_replication_slot(${`backup_${process.pid}`}, true, true)`;
  const [{ first }] = await sql`
    select pg_walfile_name(pg_backup_start('npm run backup', fast => true)) as first`;
  const tree = await listTree(directory, (path) => isCopied(path) && path !== control);
  const copied = await copyTree(directory, to, name, {
    ...tree,
    files: tree.files.filter((path) => !path.startsWith('pg_wal/')),
  });
  const controlEntry = await copyControl(directory, to);
  const [{ last, label, spaces }] = await sql`
    select pg_walfile_name(lsn) as last, labelfile as label, spcmapfile as spaces
    from pg_backup_stop(wait_for_archive => false)`;
  const madeAt = new Date().toISOString();
  if (spaces) {
    throw new Stop('The database has tablespaces elsewhere; this backup would not have them.');
  }
  const labelEntry = {
    path: `${name}/backup_label`,
    ...(await writeSmall(join(to, name, 'backup_label'), label)),
  };
  await mkdir(join(to, name, 'pg_wal'), { recursive: true, mode: 0o700 });
  const log = await copyLog(directory, to, { first, last });
  return {
    version,
    madeAt,
    files: [...copied.files, controlEntry, labelEntry, ...log],
    folders: copied.folders,
  };
}
