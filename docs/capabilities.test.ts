import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('docs/architecture.md says of every capability what it gives to those above', () => {
  const rows = readFileSync('docs/architecture.md', 'utf8').split('\n');
  const start = rows.findIndex((row) => row.startsWith('| | capabilities and rooms'));
  const end = rows.findIndex((row, at) => at > start && !row.startsWith('|'));
  const named = rows.slice(start, end).join();
  const folders = readdirSync('features', { withFileTypes: true }).filter((one) =>
    one.isDirectory(),
  );
  expect(folders.map(({ name }) => name).filter((name) => !named.includes(`\`${name}\``))).toEqual(
    [],
  );
});
