import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('./migrations/', import.meta.url));

type Journal = { entries: { idx: number; when: number; tag: string }[] };
const { entries } = JSON.parse(readFileSync(`${folder}meta/_journal.json`, 'utf8')) as Journal;

test('every migration is in the journal, in the order of the file names', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  expect(entries.map(({ tag }) => `${tag}.sql`)).toEqual(files.sort());
});

test('every migration is later than the one before it', () => {
  // A database that is brought up to date runs only what is later than the last that it has run. A new one runs all.
  const late = entries.filter(
    ({ idx, when }, at) => idx !== at || when <= (entries[at - 1]?.when ?? 0),
  );
  expect(late).toEqual([]);
});
