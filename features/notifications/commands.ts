import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Role } from '@/lib/roles';
import type { MailTemplate } from './messages';

/** The people of one city or of one organisation who hold one of the roles. */
type Audience = { roles: readonly Role[] } & ({ cityId: string } | { organisationId: string });

/**
 * Puts a letter into the outbox for everybody concerned, in the transaction of the change it tells
 * of; the worker sends it afterwards, so a mail that fails never fails the change.
 * @param values texts for the template, amounts already formatted; `path` is the page to open
 */
export async function tell(
  tx: Tx,
  audience: Audience,
  template: MailTemplate,
  values: Record<string, string>,
): Promise<void> {
  const city = 'cityId' in audience ? audience.cityId : null;
  const organisation = 'organisationId' in audience ? audience.organisationId : null;
  await tx.execute(sql`select app.tell_members(${city}::uuid, ${organisation}::uuid,
    ${sql.param([...audience.roles])}::text[], ${template}, ${JSON.stringify(values)}::jsonb)`);
  await tx.execute(sql`select app.enqueue('send_mails', '{}'::jsonb)`);
}

/** The same to one address, for somebody who has no account yet. */
export async function tellAddress(
  tx: Tx,
  to: { email: string; locale: string },
  template: MailTemplate,
  values: Record<string, string>,
): Promise<void> {
  await tx.execute(sql`select app.tell_address(${to.email}, ${to.locale}, ${template},
    ${JSON.stringify(values)}::jsonb)`);
  await tx.execute(sql`select app.enqueue('send_mails', '{}'::jsonb)`);
}

/** The same letter to the people of many organisations, each with values of its own. */
export async function tellMany(
  tx: Tx,
  roles: readonly Role[],
  template: MailTemplate,
  letters: readonly { organisationId: string; values: Record<string, string> }[],
): Promise<void> {
  await tx.execute(sql`select app.tell_members(null, x.organisation, ${sql.param([...roles])}::text[],
      ${template}, x.values)
    from jsonb_to_recordset(${JSON.stringify(
      letters.map(({ organisationId, values }) => ({ organisation: organisationId, values })),
    )}::jsonb) as x(organisation uuid, values jsonb)`);
  await tx.execute(sql`select app.enqueue('send_mails', '{}'::jsonb)`);
}
