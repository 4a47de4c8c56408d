import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pages } from '@/e2e/access-table';

/** Everything else goes through the frame: the gate is asked there, and cannot be forgotten. */
const withoutFrame = [
  // Shows nothing but that there is no such page.
  '/[locale]/[...rest]',
  // Keeps what was sent by somebody who was signed out meanwhile, before the gate turns them away.
  '/[locale]/startup/applications/[id]/[section]',
];

const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('page.tsx'))
  .map((path) => ({
    route: `/${dirname(path)}`.replace(/\/\([a-z]+\)/, ''),
    source: readFileSync(join('app', path), 'utf8'),
  }))
  .filter(({ route }) => !withoutFrame.includes(route));

/** Pages of an organisation first ask who may read one, then whether it is this kind of organisation. */
const organisation = /^\/(startup|vendor)\/organisation/;

describe.each(files)('$route', ({ route, source }) => {
  it('is made by the frame, under the name of its folder', () => {
    expect(/ = page\(\s*'([^']+)'/.exec(source)?.[1]).toBe(route);
    expect(source).toContain('export { generateMetadata, Page as default };');
  });

  it('asks for the permission that the access table names', () => {
    const path = route.replace('/[locale]', '') || '/';
    const asked = [...source.matchAll(/(?:permission: |await allow\()'([\w.]+)'/g)].map(
      ([, permission]) => permission,
    );
    expect(organisation.test(path) ? asked.at(-1) : asked[0]).toBe(pages[path]);
  });
});
