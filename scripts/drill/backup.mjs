/** A backup that is made while users work, restored to an empty folder, and used. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataDir, root, say, Stop } from '../lib/project.mjs';
import { acknowledgedIn, compare, readBooks } from './books.mjs';
import { environmentOf, forgetData, startPortal } from './portal.mjs';
import { Visitor } from './visitor.mjs';

const owner = 'owner@startup.demo';
const copyFolder = join(dataDir, 'copy');
const restoredFolder = join(dataDir, 'restored');

/** Runs one of the portal's commands on a data folder, and prints its output. */
async function run(command, argument, folder) {
  const child = spawn(process.execPath, [join('scripts', `${command}.mjs`), argument], {
    cwd: root,
    env: environmentOf(folder),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  const code = await new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  for (const line of output.trim().split('\n')) say(`  ${command}: ${line}`);
  if (code !== 0) throw new Stop(`The command "${command}" failed.`);
}

/** Backs a portal up under load; returns what must be in the copy: all that was acknowledged before the backup began. */
export async function backUp(portal, journal) {
  rmSync(copyFolder, { recursive: true, force: true });
  const acknowledged = acknowledgedIn(journal);
  await run('backup', copyFolder, portal.folder);
  return { prefix: journal.prefix, acknowledged };
}

/** Reads a file through the portal, as the user who handed it in. Returns a sentence where it is not the same. */
async function readFile(portal) {
  const { default: postgres } = await import('postgres');
  const sql = postgres(portal.superuserUrl(), { max: 1, onnotice: () => {} });
  const [file] = await sql`
    select d.id, d.sha256 from documents d join users u on u.id = d.uploaded_by
    where u.email = ${owner} and d.removed_at is null order by d.id limit 1`;
  await sql.end();
  const visitor = new Visitor(portal.address, () => {});
  if (!(await visitor.signIn(owner))) return ['Nobody can sign in to the restored portal.'];
  // The page of a file contains its address, sealed for the reader.
  const page = await visitor.read('page', `/documents/${file.id}`);
  const [, address = '/'] = /href="(\/api\/documents\/[^"]+)"/.exec(page) ?? [];
  const answer = await visitor.get('file', address.replaceAll('&amp;', '&'));
  const sha256 = createHash('sha256')
    .update(answer.bytes ?? '')
    .digest('hex');
  if (answer.status === 200 && sha256 === file.sha256) return [];
  return [`A file of the restored portal cannot be read (${answer.status ?? answer.fault}).`];
}

/** Restores a backup, starts the restored portal, and returns a sentence for everything that is wrong. */
export async function restoreAndLook({ prefix, acknowledged }) {
  forgetData(restoredFolder);
  await run('restore', copyFolder, restoredFolder);
  const portal = await startPortal(restoredFolder);
  try {
    const { lost, doubled, breaks } = compare(await readBooks(portal, prefix), acknowledged);
    const { held, released } = acknowledged;
    say(
      `restored: ${held.length} holds and ${released.length} releases acknowledged before, ${lost.length} lost, ${doubled.length} doubled, breaks ${breaks.length === 0 ? 'none' : breaks.join(', ')}`,
    );
    return [
      ...lost.map((key) => `Acknowledged before the backup and not in it: ${key}.`),
      ...doubled.map((order) => `Twice in the backup: ${order}.`),
      ...breaks.map((city) => `The restored ledger has breaks (${city}).`),
      ...(await readFile(portal)),
    ];
  } finally {
    await portal.stop();
    forgetData(restoredFolder);
    rmSync(copyFolder, { recursive: true, force: true });
  }
}
