import { lookUp } from './fixtures';

/** Pages of which Qingyang has none, so that its ids lead to no page; the first is shown in claims.spec.ts. */
export const absentInQingyang: ReadonlySet<string> = new Set([
  '/city/advances/[id]',
  '/city/advances/requests/[id]',
  '/city/claims/[id]',
  '/city/funders/[id]',
  '/city/samples/[id]',
  '/city/shares/[id]',
]);

/**
 * Returns real ids of Qingyang's things, so that a user from elsewhere is refused for lack of
 * authority and not because nothing is there.
 */
export async function qingyangIds(): Promise<Record<string, string>> {
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
  const document = await one(
    `select d.id from documents d join applications a on a.id = d.application_id where a.city_id = ${city} and a.organisation_id = ${owner} limit 1`,
  );
  const payee = await one(`select payee_id as id from payments where city_id = ${city} limit 1`);
  return {
    '/notices/[id]': await one(`select id from notices where city_id = ${city} limit 1`),
    '/startup/applications/[id]': await one(
      `select id from applications where organisation_id = ${owner} and state = 'issued' limit 1`,
    ),
    '/startup/vouchers/[id]': voucher,
    '/startup/redemptions/[id]': await one(
      `select id from redemptions where voucher_id = '${voucher}' limit 1`,
    ),
    // The demonstration's start-up pays first in Shenzhen alone.
    '/startup/claims/[id]': await one(
      `select id from claims where organisation_id = ${owner} limit 1`,
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
    '/city/organisations/[id]': await one(
      `select id from verifications where city_id = ${city} limit 1`,
    ),
    '/city/objections/[id]': await one(`select id from objections where city_id = ${city} limit 1`),
    '/city/mandates/[id]': await one(`select id from mandates where city_id = ${city} limit 1`),
    '/city/appeals/[id]': await one(`select id from appeals where city_id = ${city} limit 1`),
    '/api/applications/[id]': await one(
      `select application_id as id from letters where organisation_id = ${owner} and kind = 'receipt' and city_id = ${city} limit 1`,
    ),
    '/city/vouchers/[id]': voucher,
    '/city/redemptions/[id]': await one(
      `select id from redemptions where city_id = ${city} limit 1`,
    ),
    // Qingyang has no claims: claims.spec.ts shows those of Shenzhen. Here nobody may find anything.
    '/city/claims/[id]': voucher,
    // None of Qingyang's programmes pays in advance.
    '/city/advances/[id]': voucher,
    '/city/advances/requests/[id]': voucher,
    // None of Qingyang's programmes has funders.
    '/city/funders/[id]': voucher,
    '/api/funder-bills/[id]': voucher,
    '/city/budget/[id]': await one(`select id from programmes where city_id = ${city} limit 1`),
    '/city/voucher-changes/[id]': await one(
      `select id from voucher_changes where city_id = ${city} limit 1`,
    ),
    '/city/recoveries/[id]': await one(`select id from recoveries where city_id = ${city} limit 1`),
    '/city/settlements/[id]': await one(
      `select id from settlement_batches where city_id = ${city} limit 1`,
    ),
    '/city/settlements/payees/[id]': payee,
    '/api/settlements/payees/[id]/statement': payee,
    '/api/settlements/[id]/payment-file': await one(
      `select id from settlement_batches where city_id = ${city} and state <> 'proposed' limit 1`,
    ),
    '/city/programmes/[id]': await one(
      `select id from programmes where slug = 'qingyang-compute-2024'`,
    ),
    '/api/programmes/[id]/what-if': await one(
      `select id from programmes where slug = 'qingyang-compute-2024'`,
    ),
    '/api/vouchers/[id]': await one(
      `select voucher_id as id from certificates where organisation_id = ${owner} and city_id = ${city} limit 1`,
    ),
    '/api/documents/[id]': document,
    '/documents/[id]': document,
    '/notifications/[id]': await one(
      `select n.id from notifications n join users u on u.id = n.user_id where u.email = 'owner@startup.demo' limit 1`,
    ),
    code: await one(`select code as id from vouchers where city_id = ${city} limit 1`),
    key: await one(`select key_id as id from signing_keys where city_id = ${city} limit 1`),
  };
}

/** Returns a route with real ids in it. */
export function fill(route: string, ids: Record<string, string>): string {
  const key = Object.keys(ids).find((known) => route === known || route.startsWith(`${known}/`));
  return route
    .replace('[id]', (key && ids[key]) ?? 'missing')
    .replace(
      '[slug]',
      /^\/(platform|verify|api\/signing)/.test(route) ? 'qingyang' : 'qingyang-compute-2024',
    )
    .replace('/form/sections/[section]', '/form/sections/own-financing')
    .replace('[section]', 'contact')
    .replace('[kind]', 'receipt')
    .replace('[carried]', '1')
    .replace('[key]', ids.key ?? '')
    .replace('[code]', route.startsWith('/samples') ? 'contract' : (ids.code ?? ''))
    .replace('[part]', 'members')
    .replace('[question]', 'ownPlan')
    .replace('[row]', 'missing')
    .replace('[answer]', 'missing')
    .replace('[token]', 'not-a-token');
}
