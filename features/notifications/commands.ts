import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Role } from '@/lib/roles';
import { kinds } from './kinds';
import type { MailTemplate, MailValues } from './mail-values';

/**
 * The people of one city, of one organisation or of the platform with one of the roles. `only` limits them to one person;
 * `except` leaves out the person who made the change.
 */
type Audience = { roles: readonly Role[]; only?: string | null; except?: string | null } & (
  { cityId: string } | { organisationId: string } | { platform: true }
);

/**
 * Notifies everyone concerned, in the transaction of the change: on their page of notifications, and by a mail according to
 * their choices. Mails go into the outbox and are sent later, so a mail that fails never fails the change.
 * @param values texts for the template; dates as ISO days or instants, which each mail shows in its reader's language;
 * `path` is the page to open
 */
export async function notify<T extends MailTemplate>(
  tx: Tx,
  audience: Audience,
  template: T,
  values: MailValues<T>,
): Promise<void> {
  const city = 'cityId' in audience ? audience.cityId : null;
  const organisation = 'organisationId' in audience ? audience.organisationId : null;
  const { category, mandatory } = kinds[template];
  await tx.execute(sql`select app.notify_members(${city}::uuid, ${organisation}::uuid,
    ${sql.param([...audience.roles])}::text[], ${audience.only ?? null}::uuid,
    ${audience.except ?? null}::uuid, ${template}, ${category}, ${mandatory ?? false},
    ${JSON.stringify(values)}::jsonb)`);
  await sendSoon(tx);
}

/** Queues a job that sends the mails of the outbox after this transaction commits. */
const sendSoon = (tx: Tx) => tx.execute(sql`select app.enqueue('send_mails', '{}'::jsonb)`);

/** Queues a mail to one address, for a person who has no account yet. */
export async function mailAddress<T extends MailTemplate>(
  tx: Tx,
  to: { email: string; locale: string },
  template: T,
  values: MailValues<T>,
): Promise<void> {
  await tx.execute(sql`select app.queue_mail(${to.email}, ${to.locale}, ${template},
    ${JSON.stringify(values)}::jsonb)`);
  await sendSoon(tx);
}

/** Queues mails in Chinese to many addresses of people who have no account yet, each with values of its own. */
export async function mailAddresses<T extends MailTemplate>(
  tx: Tx,
  template: T,
  mails: readonly { email: string; values: MailValues<T> }[],
): Promise<void> {
  if (mails.length === 0) return;
  await tx.execute(sql`select app.queue_mail(x.email, 'zh-CN', ${template}, x.values)
    from jsonb_to_recordset(${JSON.stringify(mails)}::jsonb) as x(email text, values jsonb)`);
  await sendSoon(tx);
}

/** Notifies the acting user about a change of the user's own account, whatever the user's choices about mails. */
export async function notifySelf<T extends MailTemplate>(
  tx: Tx,
  template: T,
  values: MailValues<T>,
): Promise<void> {
  await tx.execute(sql`select app.notify_self(${template}, ${JSON.stringify(values)}::jsonb)`);
  await sendSoon(tx);
}

/** Notifies the people of many organisations, each organisation with values of its own. */
export async function notifyMany<T extends MailTemplate>(
  tx: Tx,
  roles: readonly Role[],
  template: T,
  mails: readonly { organisationId: string; values: MailValues<T> }[],
): Promise<void> {
  if (mails.length === 0) return;
  const { category, mandatory } = kinds[template];
  await tx.execute(sql`select app.notify_members(null, x.organisation, ${sql.param([...roles])}::text[],
      null, null, ${template}, ${category}, ${mandatory ?? false}, x.values)
    from jsonb_to_recordset(${JSON.stringify(
      mails.map(({ organisationId, values }) => ({ organisation: organisationId, values })),
    )}::jsonb) as x(organisation uuid, values jsonb)`);
  await sendSoon(tx);
}
