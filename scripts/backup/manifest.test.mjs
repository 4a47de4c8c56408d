import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { root } from '../lib/project.mjs';
import { copyTree, listTree, readManifest, writeManifest, writeSmall } from './manifest.mjs';

let place;
let backup;

/** Makes a backup of a machine like this one, whose database is three small files. */
async function makeBackup(changes = {}) {
  const from = join(place, 'from');
  mkdirSync(join(from, 'base', 'empty'), { recursive: true });
  writeFileSync(join(from, 'PG_VERSION'), '18\n');
  writeFileSync(join(from, 'base', '1'), Buffer.alloc(300_000, 7));
  mkdirSync(backup);
  const { files, folders } = await copyTree(from, backup, 'database', await listTree(from));
  const secrets = {
    path: 'secrets.json',
    ...(await writeSmall(join(backup, 'secrets.json'), '{}')),
  };
  await writeManifest(backup, {
    madeAt: '2026-11-29T00:00:00.000Z',
    database: { kind: 'files', version: '18.4', system: `${process.platform}-${process.arch}` },
    areFilesElsewhere: false,
    files: [...files, secrets],
    folders,
    ...changes,
  });
}

/** Restores into a data folder; returns what the command prints, and what is in that folder afterwards. */
function restore(folder = join(place, 'data')) {
  const env = { ...process.env, SUANQUAN_DATA_DIR: folder };
  for (const name of ['DATABASE_URL', 'STORAGE_DIR', 'S3_BUCKET']) delete env[name];
  const run = spawnSync(process.execPath, [join(root, 'scripts', 'restore.mjs'), backup], { env });
  return {
    code: run.status,
    says: run.stderr.toString(),
    left: readdirSync(folder, { recursive: true }),
  };
}

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'suanquan-backup-'));
  backup = join(place, 'backup');
  mkdirSync(join(place, 'data'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

it('names every file with its size and hash, and the empty folders too', async () => {
  await makeBackup();
  const { files, folders } = await readManifest(backup);
  expect(files.map(({ path, size }) => `${path} ${size}`).sort()).toEqual([
    'database/PG_VERSION 3',
    'database/base/1 300000',
    'secrets.json 2',
  ]);
  expect(folders.sort()).toEqual(['database', 'database/base', 'database/base/empty']);
});

const damages = {
  'a byte that is another': [
    () => {
      const path = join(backup, 'database', 'base', '1');
      const bytes = readFileSync(path);
      bytes[123_456] ^= 1;
      writeFileSync(path, bytes);
    },
    'is not as it was backed up',
  ],
  'a file that is cut short': [
    () => writeFileSync(join(backup, 'secrets.json'), '{'),
    'is not as it was backed up',
  ],
  'a file that is missing': [() => rmSync(join(backup, 'database', 'PG_VERSION')), 'is missing'],
  'a file of another backup': [
    () => writeFileSync(join(backup, 'database', 'base', '2'), 'x'),
    'is no part of this backup',
  ],
  'a manifest that somebody changed': [
    () => {
      const path = join(backup, 'manifest.json');
      writeFileSync(path, readFileSync(path, 'utf8').replace('2026-11-29', '2026-11-28'));
    },
    'was changed',
  ],
  'a manifest that was cut short': [
    () => writeFileSync(join(backup, 'manifest.json'), '{"format": 1,'),
    'is damaged',
  ],
  'no manifest, as of a backup that was cut off': [
    () => rmSync(join(backup, 'manifest.json')),
    'is no backup',
  ],
};

it.each(Object.entries(damages))(
  'is refused with %s, and nothing is left',
  async (_, [damage, words]) => {
    await makeBackup();
    damage();
    const { code, says, left } = restore();
    expect(says).toContain(words);
    expect({ code, left }).toEqual({ code: 1, left: [] });
  },
);

it.each([
  [
    'a machine of another kind',
    { database: { kind: 'files', version: '18.4', system: 'plan9-vax' } },
  ],
  [
    'of PostgreSQL 17.2',
    { database: { kind: 'files', version: '17.2', system: `${process.platform}-${process.arch}` } },
  ],
  ['is of a server', { database: { kind: 'dump', version: '180004' } }],
])('is refused when it is %s', async (words, changes) => {
  await makeBackup(changes);
  const { code, says, left } = restore();
  expect(says).toContain(words);
  expect({ code, left }).toEqual({ code: 1, left: [] });
});

it('goes to where there is nothing alone', async () => {
  await makeBackup();
  writeFileSync(join(place, 'data', 'secrets.json'), 'of a portal that is there');
  const { code, says } = restore();
  expect(says).toContain('restore to where there is nothing');
  expect(code).toBe(1);
  expect(readFileSync(join(place, 'data', 'secrets.json'), 'utf8')).toBe(
    'of a portal that is there',
  );
});
