import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pages } from '@/e2e/access-table';

/** All other pages are made by the frame, which always checks the permission. */
const withoutFrame = [
  // It only shows that there is no such page.
  '/[locale]/[...rest]',
  // It first saves a form that was sent after the user was signed out. Only then the gate checks the user.
  '/[locale]/startup/applications/[id]/[section]',
];

const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('page.tsx'))
  .map((path) => ({
    route: `/${dirname(path)}`.replace(/\/\([a-z]+\)/, ''),
    source: readFileSync(join('app', path), 'utf8'),
  }))
  .filter(({ route }) => !withoutFrame.includes(route));

/** Pages of an organisation first check the permission to read one, then the kind of the organisation. */
const organisation = /^\/(startup|vendor)\/organisation/;

describe.each(files)('$route', ({ route, source }) => {
  it('is made by the frame with the path of its folder', () => {
    expect(/ = page\(\s*'([^']+)'/.exec(source)?.[1]).toBe(route);
    expect(source).toContain('export { generateMetadata, Page as default };');
  });

  it('checks the permission in the access table', () => {
    const path = route.replace('/[locale]', '') || '/';
    const found = [...source.matchAll(/(?:permission: |await allow\()'([\w.]+)'/g)].map(
      ([, permission]) => permission,
    );
    expect(organisation.test(path) ? found.at(-1) : found[0]).toBe(pages[path]);
  });
});
