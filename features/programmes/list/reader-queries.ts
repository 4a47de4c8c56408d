import 'server-only';
import { eq } from 'drizzle-orm';
import { organisations } from '@/db/schema/people';
import { divisionOf } from '@/features/organisations/domain/profile';
import type { Actor } from '@/server/actor';
import { inScope } from '@/server/scope';

/** Returns the division in which a signed-in reader's organisation is registered, to show what is near first. */
export function readerRegion(actor: Actor<'public.read'>): Promise<string | undefined> {
  const { organisationId } = actor;
  if (!organisationId) return Promise.resolve(undefined);
  return inScope(actor, async ({ tx }) => {
    const [own] = await tx
      .select({ creditCode: organisations.creditCode })
      .from(organisations)
      .where(eq(organisations.id, organisationId));
    return own && divisionOf(own.creditCode);
  });
}
