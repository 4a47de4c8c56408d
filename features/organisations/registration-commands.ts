import 'server-only';
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { organisationContacts } from '@/db/schema/organisations';
import { organisations } from '@/db/schema/people';
import { homeOf } from '@/features/people/domain';
import { joinAsFounder } from '@/features/people/session-commands';
import { startOfDay } from '@/lib/dates';
import { done, refused, type Outcome } from '@/lib/result';
import type { Grant } from '@/server/gate';
import { currentSession } from '@/server/session';
import type { registerOrganisationInput } from './input';

/** The role of whoever registers an organisation. */
const founders = {
  startup: 'owner',
  vendor: 'vendor_finance',
  operator: 'operator_admin',
} as const;

/** Registers a start-up, a vendor or an agency; who registers it becomes its first responsible person. */
export async function registerOrganisation(
  grant: Grant<'organisation.register'>,
  input: z.output<typeof registerOrganisationInput>,
): Promise<
  Outcome<{ home: string }, 'credit_code_taken' | 'registered_in_future' | 'agencies_apart'>
> {
  const { tx, now } = grant;
  const { contactName, contactPhone, ...registration } = input;
  if (startOfDay(input.registeredOn) > now) {
    return refused('registered_in_future', {}, 'registeredOn');
  }
  const id = randomUUID();
  await tx.execute(sql`select set_config('app.organisation', ${id}, true)`);
  await tx.insert(organisations).values({ id, ...registration });
  const session = await currentSession();
  await tx.insert(organisationContacts).values({
    organisationId: id,
    name: contactName,
    phone: contactPhone,
    email: session?.email ?? '',
    isMain: true,
  });
  const role = founders[input.kind];
  await joinAsFounder(grant, id, role);
  await grant.record({
    action: 'organisation.registered',
    subject: { kind: 'organisation', id },
    organisationId: id,
    data: { kind: input.kind },
  });
  return done({ home: homeOf(role) });
}
