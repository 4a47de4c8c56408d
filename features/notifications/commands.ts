import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Role } from '@/lib/roles';
import { kinds } from './kinds';
import type { MailTemplate, MailValues } from './messages';

/**
 * The people of one city, of one organisation or of the platform who hold one of the roles; of those one person
 * alone (`only`), or all but the one who has done it (`except`).
 */
type Audience = { roles: readonly Role[]; only?: string | null; except?: string | null } & (
  { cityId: string } | { organisationId: string } | { platform: true }
);

/**
 * Tells everybody concerned, in the transaction of the change it tells of: on their page of
 * notifications, and by a mail as they wish. Mails go into the outbox and are sent afterwards,
 * so a mail that fails never fails the change.
 * @param values texts for the template; dates as ISO days or instants, which each mail shows in
 * its reader's language; `path` is the page to open
 */
export async function tell<T extends MailTemplate>(
  tx: Tx,
  audience: Audience,
  template: T,
  values: MailValues<T>,
): Promise<void> {
  const city = 'cityId' in audience ? audience.cityId : null;
  const organisation = 'organisationId' in audience ? audience.organisationId : null;
  const { category, mandatory } = kinds[template];
  await tx.execute(sql`select app.tell_members(${city}::uuid, ${organisation}::uuid,
    ${sql.param([...audience.roles])}::text[], ${audience.only ?? null}::uuid,
    ${audience.except ?? null}::uuid, ${template}, ${category}, ${mandatory ?? false},
    ${JSON.stringify(values)}::jsonb)`);
  await sendSoon(tx);
}

/** Has the worker look into the outbox once this transaction stands. */
const sendSoon = (tx: Tx) => tx.execute(sql`select app.enqueue('send_mails', '{}'::jsonb)`);

/** A mail to one address, for somebody who has no account yet. */
export async function tellAddress<T extends MailTemplate>(
  tx: Tx,
  to: { email: string; locale: string },
  template: T,
  values: MailValues<T>,
): Promise<void> {
  await tx.execute(sql`select app.tell_address(${to.email}, ${to.locale}, ${template},
    ${JSON.stringify(values)}::jsonb)`);
  await sendSoon(tx);
}

/** Tells the person in whose name the transaction writes what became of their own account, whatever they wished. */
export async function tellMyself<T extends MailTemplate>(
  tx: Tx,
  template: T,
  values: MailValues<T>,
): Promise<void> {
  await tx.execute(sql`select app.tell_myself(${template}, ${JSON.stringify(values)}::jsonb)`);
  await sendSoon(tx);
}

/** The same to the people of many organisations, each with values of its own. */
export async function tellMany<T extends MailTemplate>(
  tx: Tx,
  roles: readonly Role[],
  template: T,
  mails: readonly { organisationId: string; values: MailValues<T> }[],
): Promise<void> {
  if (mails.length === 0) return;
  const { category, mandatory } = kinds[template];
  await tx.execute(sql`select app.tell_members(null, x.organisation, ${sql.param([...roles])}::text[],
      null, null, ${template}, ${category}, ${mandatory ?? false}, x.values)
    from jsonb_to_recordset(${JSON.stringify(
      mails.map(({ organisationId, values }) => ({ organisation: organisationId, values })),
    )}::jsonb) as x(organisation uuid, values jsonb)`);
  await sendSoon(tx);
}
