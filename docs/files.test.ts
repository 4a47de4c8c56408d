import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../scripts/lifecycles';

const ignored = new Set(['node_modules', 'test-results']);

/** Lists the files of a folder and of those in it, relative to the project. Folders of tools are left out. */
const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return [path];
    return ignored.has(entry.name) || entry.name.startsWith('.') ? [] : filesIn(path);
  });

const files = filesIn('').map((path) => `/${path}`);
const documents = files.map((path) => path.slice(1)).filter((path) => path.endsWith('.md'));

/** Files that a document names although they are not there, and why. */
const absent: Readonly<Record<string, string>> = {
  'db/migrations/00NN_what_it_is.sql': 'the name of a migration to come',
  'loading.tsx': 'a decision against it',
  'roles.sql': 'written by an administrator',
};

/** Returns whether a file of the project has this name or this end of a path; `…` is any folders. */
function isThere(name: string): boolean {
  const [first = '', ...rest] = name.split('…/');
  const last = rest.at(-1) ?? first;
  return files.some((path) =>
    rest.length === 0
      ? path.endsWith(`/${last}`)
      : path.startsWith(`/${first}`) && path.endsWith(`/${last}`),
  );
}

it.each(documents)('%s names files that are there', (document) => {
  const text = readFileSync(join(root, document), 'utf8');
  const named = [...text.matchAll(/`([^`\s]+\.(?:ts|tsx|mjs|cjs|sql|sh|md))`/g)].map(
    ([, name = '']) => name,
  );
  // A name such as `…-messages.ts` or `*.test.ts` is a pattern.
  const whole = named.filter((name) => !/…[^/]|\*/.test(name));
  expect(whole.filter((name) => !isThere(name) && !(name in absent))).toEqual([]);
  const linked = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = '']) => path);
  expect(linked.filter((path) => !existsSync(join(root, dirname(document), path)))).toEqual([]);
});
