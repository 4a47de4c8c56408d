import 'server-only';
import { and, eq, gte, lte } from 'drizzle-orm';
import type { z } from 'zod';
import { actingSessions, mandates } from '@/db/schema/mandates';
import { shanghaiDate } from '@/lib/dates';
import { done, refused, repeated, type Outcome } from '@/lib/result';
import { organisationOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { currentSession } from '@/server/session';
import type * as inputs from './input';

/** Makes the session at hand act for the city of a mandate of the user's own agency that is in force today. */
export async function enterMandate(
  grant: Grant<'mandate.enter'>,
  input: z.output<typeof inputs.mandateInput>,
): Promise<Outcome<null, 'mandate_not_in_force'>> {
  const { tx, actor, now } = grant;
  const today = shanghaiDate(now);
  const [mandate] = await tx
    .select({ id: mandates.id, cityId: mandates.cityId })
    .from(mandates)
    .where(
      and(
        eq(mandates.id, input.mandateId),
        eq(mandates.operatorId, organisationOf(actor)),
        eq(mandates.state, 'confirmed'),
        lte(mandates.firstOn, today),
        gte(mandates.lastOn, today),
      ),
    );
  const session = await currentSession();
  if (!mandate || !session) return refused('mandate_not_in_force');
  const acting = { mandateId: mandate.id, enteredAt: now };
  await tx
    .insert(actingSessions)
    .values({ idHash: session.idHash, userId: userOf(actor), ...acting })
    .onConflictDoUpdate({ target: actingSessions.idHash, set: acting });
  await grant.record({
    action: 'mandate.entered',
    subject: { kind: 'mandate', id: mandate.id },
    cityId: mandate.cityId,
  });
  return done(null);
}

/** Makes the session at hand act in the user's own agency again. */
export async function leaveMandate(grant: Grant<'mandate.leave'>): Promise<Outcome<null, never>> {
  const { tx, actor } = grant;
  const session = await currentSession();
  if (!session) return repeated(null);
  const [left] = await tx
    .delete(actingSessions)
    .where(and(eq(actingSessions.idHash, session.idHash), eq(actingSessions.userId, userOf(actor))))
    .returning({ mandateId: actingSessions.mandateId });
  if (!left) return repeated(null);
  await grant.record({
    action: 'mandate.left',
    subject: { kind: 'mandate', id: left.mandateId },
  });
  return done(null);
}
