import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pages } from '@/e2e/access-table';
import { routesOf } from '@/lib/testing/routes';

/** All other pages are made by the frame, which always checks the permission. */
const withoutFrame = [
  // It only shows that there is no such page.
  '/[locale]/[...rest]',
  // It first saves a form that was sent after the user was signed out. Only then the gate checks the user.
  '/[locale]/startup/applications/[id]/[section]',
];

const files = routesOf('page.tsx')
  .map(({ file, route, address }) => ({ route, address, source: readFileSync(file, 'utf8') }))
  .filter(({ route }) => !withoutFrame.includes(route));

/** Pages that start-ups and vendors both have check the permission to read an organisation first, then the kind of it. */
const shared = /^\/(startup|vendor|operator)\/(organisation|statement)/;

describe.each(files)('$route', ({ route, address, source }) => {
  it('is made by the frame with the path of its folder', () => {
    expect(/ = page\(\s*'([^']+)'/.exec(source)?.[1]).toBe(route);
    expect(source).toContain('export { generateMetadata, Page as default };');
  });

  it('checks the permission in the access table', () => {
    const asked = [...source.matchAll(/(?:permission: |area: |await allow\()'([\w.]+)'/g)].map(
      ([, permission]) => permission,
    );
    expect(shared.test(address) ? asked.at(-1) : asked[0]).toBe(pages[address]);
  });
});
