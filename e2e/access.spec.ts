import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { may, permissions, type Permission } from '@/lib/permissions';
import type { Role } from '@/lib/roles';
import { actionFiles } from '@/lib/testing/action-files';
import { routesOf } from '@/lib/testing/routes';
import { handlers, isPublic, pages } from './access-table';
import { accounts } from '@/db/testing/accounts';
import { fill, qingyangIds } from './addresses';
import { expect, signIn, test } from './fixtures';

// Each failure names the user and the address; there are no pages to look at.
test.use({ trace: 'off' });

/** Returns the addresses of all pages or handlers, without the page that only shows that there is no such page. */
const addressesOf = (name: 'page.tsx' | 'route.ts') =>
  routesOf(name)
    .map(({ address }) => address)
    .filter((address) => address !== '/[...rest]');

test('every page, route handler and action is listed with the permission that it requires', () => {
  expect(addressesOf('page.tsx').sort()).toEqual(Object.keys(pages).sort());
  expect(addressesOf('route.ts').sort()).toEqual(Object.keys(handlers).sort());
  const permissionsOfFiles = ['app', 'components', 'features', 'lib', 'server'].flatMap((folder) =>
    actionFiles(folder).flatMap((path) => {
      const source = readFileSync(join(folder, path), 'utf8');
      const exports = source.match(/^export const \w+Action/gm) ?? [];
      const permissionsAsked = source.match(/permission: '[\w.]+'/g) ?? [];
      // A browser can call a function however it is exported.
      expect(source.match(/^export (?!type )/gm) ?? [], path).toHaveLength(exports.length);
      expect(permissionsAsked, path).toHaveLength(exports.length);
      return permissionsAsked.map((text) => text.slice("permission: '".length, -1));
    }),
  );
  expect(permissionsOfFiles.length).toBeGreaterThan(30);
  for (const permission of permissionsOfFiles)
    expect(Object.keys(permissions)).toContain(permission);
});

let known: Record<string, string> | undefined;

/**
 * Addresses that everyone may request, and their status: unknown addresses, a method that does not exist, and files that are
 * there only where a contact is set or a certificate is in the address.
 */
const otherwise: Readonly<Record<string, number>> = {
  '/.well-known/security.txt': 404,
  '/api/certificates': 404,
  '/api/v1/[[...rest]]': 404,
  '/api/v1/programmes/[slug]/assess': 405,
};

/** Pages for a role that, for these ids, lead to another page and do not answer 200: Qingyang has no claim, share-out, sample, advance or bill to a funder, and lists of awards have a test of their own. */
const elsewhere =
  /^\/notifications\/\[id\]|^\/city\/awards\/\[id\]|^\/city\/(advances|advances\/requests|claims|funders|samples|shares)\/\[id\]|^\/api\/funder-bills|^\/city\/settlements\/\[id\]\/|^\/api\/awards|^\/startup\/applications\/\[id\]|^\/vendor\/redemptions\/new|^\/startup\/applications\/new|\/hold$/;

async function visit(page: Page, role: Role | undefined, stranger: boolean) {
  known ??= await qingyangIds();
  const ids = known;
  const all: Record<string, Permission> = { ...pages, ...handlers };
  for (const [route, permission] of Object.entries(all)) {
    // These accept POST only; files.spec.ts tests them.
    if (route === '/api/preferences' || route === '/api/documents') continue;
    // Only a page of one thing can be a page of another user's thing.
    if (stranger && !route.includes('[id]')) continue;
    const response = await page.request.get(fill(route, ids), { maxRedirects: 0 });
    const status = response.status();
    const where = `${role ?? 'nobody'}${stranger ? ' of another place' : ''} at ${route}: ${status}`;
    expect(status, where).toBeLessThan(500);
    if (isPublic(permission)) {
      const expected = otherwise[route] ?? 200;
      expect(route === '/invitations/[token]' ? 200 : status, where).toBe(expected);
    } else if (role === undefined) {
      expect([307, 404], where).toContain(status);
    } else if (!may(permission, role) || (stranger && route.includes('[id]'))) {
      expect(status, where).toBe(404);
    } else if (!elsewhere.test(route) && !/^(\/api)?\/documents|^\/api\/applications/.test(route)) {
      expect(status, where).toBe(200);
    }
  }
}

test('nobody signed in sees public pages only', async ({ page }) => {
  await visit(page, undefined, false);
});

for (const [role, email] of Object.entries(accounts) as [Role, string][]) {
  test(`${role}: each page answers as the permission table says`, async ({ page }) => {
    await signIn(page, email);
    await visit(page, role, false);
  });
}

const strangers: [Role, string][] = [
  ['owner', 'owner@startup2.demo'],
  ['vendor_operator', 'operator@vendor4.demo'],
  ['manager', 'manager@shenzhen.demo'],
  ['reviewer', 'reviewer@shenzhen.demo'],
  ['approver', 'approver@nanning.demo'],
  ['finance', 'finance1@shenzhen.demo'],
  ['auditor', 'auditor@nanning.demo'],
];
for (const [role, email] of strangers) {
  test(`${role} of another place: ids of Qingyang lead nowhere`, async ({ page }) => {
    await signIn(page, email);
    await visit(page, role, true);
  });
}
