import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const foldersIn = (folder: string) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((one) =>
    one.isDirectory() ? [one.name] : [],
  );
const capabilities = foldersIn('features');

test('docs/architecture.md says of every capability what it gives to those above', () => {
  const rows = readFileSync('docs/architecture.md', 'utf8').split('\n');
  const start = rows.findIndex((row) => row.startsWith('| | capabilities and rooms'));
  const end = rows.findIndex((row, at) => at > start && !row.startsWith('|'));
  const named = rows.slice(start, end).join();
  expect(capabilities.filter((name) => !named.includes(`\`${name}\``))).toEqual([]);
});

test('every room of a capability has its own place in the order of imports', () => {
  // Every capability may have these, and letters have the drawing of theirs.
  const parts = ['domain', 'ui', 'pdf'];
  const rooms = capabilities.flatMap((name) =>
    foldersIn(`features/${name}`).flatMap((room) =>
      parts.includes(room) ? [] : [`${name}/${room}`],
    ),
  );
  const order = readFileSync('.dependency-cruiser.cjs', 'utf8');
  expect(rooms.length).toBeGreaterThan(5);
  expect(rooms.filter((room) => !order.includes(`'${room}'`))).toEqual([]);
});
