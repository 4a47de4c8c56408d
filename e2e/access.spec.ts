import type { Page } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { may, permissions, type Permission } from '@/lib/permissions';
import type { Role } from '@/lib/roles';
import { handlers, isPublic, pages } from './access-table';
import { expect, lookUp, signIn, test } from './fixtures';

const accounts: Record<Role, string> = {
  owner: 'owner@startup.demo',
  member: 'member@startup.demo',
  vendor_operator: 'operator@vendor.demo',
  vendor_finance: 'finance@vendor.demo',
  manager: 'manager@qingyang.demo',
  reviewer: 'reviewer@qingyang.demo',
  approver: 'approver@qingyang.demo',
  finance: 'finance1@qingyang.demo',
  city_admin: 'admin@qingyang.demo',
  auditor: 'auditor@qingyang.demo',
  platform_admin: 'platform@suanquan.demo',
};

/** The addresses of every file of a kind below app/, as the router sees them. */
function routes(file: string): string[] {
  const walk = (folder: string, path: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      if (entry.isDirectory()) {
        const silent = entry.name.startsWith('(') || entry.name === '[locale]';
        return walk(join(folder, entry.name), silent ? path : `${path}/${entry.name}`);
      }
      return entry.name === file ? [path || '/'] : [];
    });
  return walk('app', '').filter((path) => path !== '/[...rest]');
}

/** Real ids of Qingyang, so that what refuses a stranger is authority and not absence. */
async function qingyangIds(): Promise<Record<string, string>> {
  const one = async (query: string) => {
    const id = (await lookUp(query))[0]?.id;
    if (typeof id !== 'string') throw new Error(`Nothing is found by: ${query}`);
    return id;
  };
  const city = `(select id from cities where slug = 'qingyang')`;
  const owner = `(select m.organisation_id from memberships m join users u on u.id = m.user_id where u.email = 'owner@startup.demo')`;
  const voucher = await one(
    `select id from vouchers where organisation_id = ${owner} and city_id = ${city} limit 1`,
  );
  return {
    '/notices/[id]': await one(`select id from notices where city_id = ${city} limit 1`),
    '/startup/applications/[id]': await one(
      `select id from applications where organisation_id = ${owner} and state = 'issued' limit 1`,
    ),
    '/startup/vouchers/[id]': voucher,
    '/startup/redemptions/[id]': await one(
      `select id from redemptions where voucher_id = '${voucher}' limit 1`,
    ),
    '/vendor/redemptions/[id]': await one(
      `select r.id from redemptions r join memberships m on m.organisation_id = r.vendor_id join users u on u.id = m.user_id where u.email = 'operator@vendor.demo' limit 1`,
    ),
    '/vendors/[id]': await one(
      `select vendor_id as id from accreditations where city_id = ${city} and state = 'listed' limit 1`,
    ),
    '/city/cases/[id]': await one(
      `select id from applications where city_id = ${city} and state = 'accepted' limit 1`,
    ),
    '/city/objections/[id]': await one(`select id from objections where city_id = ${city} limit 1`),
    '/city/vouchers/[id]': voucher,
    '/city/redemptions/[id]': await one(
      `select id from redemptions where city_id = ${city} limit 1`,
    ),
    '/city/settlements/[id]': await one(
      `select id from settlement_batches where city_id = ${city} limit 1`,
    ),
    '/api/settlements/[id]/payment-file': await one(
      `select id from settlement_batches where city_id = ${city} and state <> 'proposed' limit 1`,
    ),
    '/api/documents/[id]': await one(
      `select d.id from documents d join applications a on a.id = d.application_id where a.city_id = ${city} and a.organisation_id = ${owner} limit 1`,
    ),
    code: await one(`select code as id from vouchers where city_id = ${city} limit 1`),
  };
}

function fill(route: string, ids: Record<string, string>): string {
  const key = Object.keys(ids).find((known) => route === known || route.startsWith(`${known}/`));
  return route
    .replace('[id]', (key && ids[key]) ?? 'missing')
    .replace('[slug]', route.startsWith('/platform') ? 'qingyang' : 'qingyang-compute-2024')
    .replace('[section]', 'contact')
    .replace('[code]', ids.code ?? '')
    .replace('[token]', 'not-a-token');
}

test('every page, route handler and action is listed with the permission it asks for', () => {
  expect(routes('page.tsx').sort()).toEqual(Object.keys(pages).sort());
  expect(routes('route.ts').sort()).toEqual(Object.keys(handlers).sort());
  const actions = readdirSync('features').flatMap((feature) => {
    try {
      const source = readFileSync(join('features', feature, 'actions.ts'), 'utf8');
      const exports = source.match(/^export const \w+Action/gm) ?? [];
      const asked = source.match(/permission: '[\w.]+'/g) ?? [];
      expect(asked.length, feature).toBe(exports.length);
      return asked.map((text) => text.slice("permission: '".length, -1));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
      throw error;
    }
  });
  expect(actions.length).toBeGreaterThan(30);
  for (const permission of actions) expect(Object.keys(permissions)).toContain(permission);
});

let known: Record<string, string> | undefined;

/** Pages that answer to a role, but for these ids lead somewhere else than 200. */
const elsewhere =
  /^\/startup\/applications\/\[id\]|^\/vendor\/redemptions\/new|^\/startup\/applications\/new|\/hold$/;

async function visit(page: Page, role: Role | undefined, stranger: boolean) {
  known ??= await qingyangIds();
  const ids = known;
  const all: Record<string, Permission> = { ...pages, ...handlers };
  for (const [route, permission] of Object.entries(all)) {
    if (route === '/api/preferences') continue;
    const response = await page.request.get(fill(route, ids), { maxRedirects: 0 });
    const status = response.status();
    const where = `${role ?? 'nobody'}${stranger ? ' of another place' : ''} at ${route}: ${status}`;
    expect(status, where).toBeLessThan(500);
    if (isPublic(permission)) {
      expect(route === '/invitations/[token]' ? 200 : status, where).toBe(200);
    } else if (role === undefined) {
      expect([307, 404], where).toContain(status);
    } else if (!may(permission, role) || (stranger && route.includes('[id]'))) {
      expect(status, where).toBe(404);
    } else if (!elsewhere.test(route) && !route.startsWith('/api/documents')) {
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
