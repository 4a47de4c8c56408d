import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { mandates } from '@/db/schema/mandates';
import { cities, organisations } from '@/db/schema/people';
import { notify } from '@/features/notifications/commands';
import { shanghaiDate } from '@/lib/dates';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { advance, lockInCity } from '@/server/rows';
import { mandateLifecycle } from './domain/lifecycle';
import { latestLastDay, overlap } from './domain/standing';
import type * as inputs from './input';

type Mandate = typeof mandates.$inferSelect;

const aboutMandate = ({ id, rights, firstOn, lastOn, number }: Mandate) => ({
  subject: { kind: 'mandate' as const, id },
  data: { number, rights: rights.join(' '), fromOn: firstOn, toOn: lastOn },
});

/** Loads how the agency and the bureau are called in mails. */
async function namesOf(tx: Tx, { operatorId, cityId }: Pick<Mandate, 'operatorId' | 'cityId'>) {
  const [row] = await tx
    .select({ agency: organisations.name, bureau: cities.bureauZh })
    .from(organisations)
    .innerJoin(cities, eq(cities.id, cityId))
    .where(eq(organisations.id, operatorId));
  if (!row) throw new Error('A mandate has no agency or no city.');
  return row;
}

/** Returns who is told of a decision, each with the page to open: everybody of the agency, and the city's other administrators. */
const bothSides = ({ actor }: Grant, row: Mandate) => [
  {
    audience: {
      organisationId: row.operatorId,
      roles: ['operator_admin', 'operator_staff'] as const,
    },
    path: paths.operator.home(),
  },
  {
    audience: { cityId: row.cityId, roles: ['city_admin'] as const, except: userOf(actor) },
    path: paths.city.mandate(row.id),
  },
];

/** Finds a confirmed mandate of the same agency that has a day in common with a term. */
async function overlapping(
  tx: Tx,
  wanted: Pick<Mandate, 'cityId' | 'operatorId' | 'firstOn' | 'lastOn'>,
): Promise<Mandate | undefined> {
  const confirmed = await tx
    .select()
    .from(mandates)
    .where(
      and(
        eq(mandates.cityId, wanted.cityId),
        eq(mandates.operatorId, wanted.operatorId),
        eq(mandates.state, 'confirmed'),
      ),
    );
  return confirmed.find((other) => overlap(other, wanted));
}

type ProposeRefusal =
  | 'agency_unknown'
  | 'agreed_in_future'
  | 'mandate_ends_early'
  | 'mandate_too_long'
  | 'mandate_overlaps'
  | 'mandate_open';

/** Proposes to give an agency rights of the city from a day to a day. Another administrator must confirm it. */
export async function proposeMandate(
  grant: Grant<'mandate.propose'>,
  input: z.output<typeof inputs.proposeMandateInput>,
): Promise<Outcome<{ id: string }, ProposeRefusal>> {
  const { tx, actor, now } = grant;
  const cityId = cityOf(actor);
  const { creditCode, number, agreedOn, rights, firstOn, lastOn } = input;
  const [agency] = await tx
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(and(eq(organisations.creditCode, creditCode), eq(organisations.kind, 'operator')));
  if (!agency) return refused('agency_unknown', undefined, 'creditCode');
  const today = shanghaiDate(now);
  if (agreedOn > today) return refused('agreed_in_future', undefined, 'agreedOn');
  if (lastOn < firstOn || lastOn < today) return refused('mandate_ends_early', undefined, 'lastOn');
  const latest = latestLastDay(firstOn);
  if (lastOn > latest) return refused('mandate_too_long', { on: latest }, 'lastOn');
  const other = await overlapping(tx, { cityId, operatorId: agency.id, firstOn, lastOn });
  if (other) return refused('mandate_overlaps', { on: other.lastOn }, 'firstOn');
  const [row] = await tx
    .insert(mandates)
    .values({
      cityId,
      operatorId: agency.id,
      number,
      agreedOn,
      rights,
      firstOn,
      lastOn,
      state: mandateLifecycle.initial,
      proposedBy: userOf(actor),
      proposedAt: now,
    })
    .returning();
  if (!row) throw new Error('The mandate was not written.');
  const admins = { cityId, roles: ['city_admin'] as const, except: userOf(actor) };
  await notify(tx, admins, 'mandate_proposed', {
    agency: agency.name,
    number,
    ends: lastOn,
    path: paths.city.mandate(row.id),
  });
  await grant.record({ action: 'mandate.proposed', ...aboutMandate(row) });
  return done({ id: row.id });
}

type DecideRefusal = 'mandate_unknown' | 'mandate_decided' | 'same_person';

/** Locks a proposed mandate, if this user may decide on it. */
async function findDecidable(
  grant: Grant<'mandate.confirm'>,
  mandateId: string,
): Promise<Outcome<Mandate, DecideRefusal>> {
  const row = await lockInCity(grant, mandates, mandateId);
  if (!row) return refused('mandate_unknown');
  if (row.state !== 'proposed') return refused('mandate_decided');
  if (row.proposedBy === userOf(grant.actor)) return refused('same_person');
  return done(row);
}

type ConfirmRefusal = DecideRefusal | 'mandate_ends_early' | 'mandate_overlaps';

/** Confirms a mandate that another administrator proposed. It counts from its first day until its last one. */
export async function confirmMandate(
  grant: Grant<'mandate.confirm'>,
  input: z.output<typeof inputs.mandateInput>,
): Promise<Outcome<{ id: string }, ConfirmRefusal>> {
  const { tx, actor, now } = grant;
  const found = await findDecidable(grant, input.mandateId);
  if (!found.ok) return found;
  const row = found.value;
  if (row.lastOn < shanghaiDate(now)) return refused('mandate_ends_early');
  const other = await overlapping(tx, row);
  if (other) return refused('mandate_overlaps', { on: other.lastOn });
  const moved = await advance(grant, mandates, row, {
    lifecycle: mandateLifecycle,
    transition: 'confirm',
    set: { decidedBy: userOf(actor), decidedAt: now },
    event: { ...aboutMandate(row), action: 'mandate.confirmed' },
  });
  if (!moved.ok) return refused('mandate_decided');
  const { number, firstOn: starts, lastOn: ends } = row;
  const values = { ...(await namesOf(tx, row)), number, starts, ends };
  for (const { audience, path } of bothSides(grant, row)) {
    await notify(tx, audience, 'mandate_confirmed', { ...values, path });
  }
  return moved;
}

/** Sends a proposed mandate back, with the reason. Another one can then be proposed. */
export async function declineMandate(
  grant: Grant<'mandate.confirm'>,
  input: z.output<typeof inputs.declineMandateInput>,
): Promise<Outcome<{ id: string }, DecideRefusal>> {
  const { tx, actor, now } = grant;
  const found = await findDecidable(grant, input.mandateId);
  if (!found.ok) return found;
  const row = found.value;
  const { answer } = input;
  const { subject } = aboutMandate(row);
  const moved = await advance(grant, mandates, row, {
    lifecycle: mandateLifecycle,
    transition: 'decline',
    set: { answer, decidedBy: userOf(actor), decidedAt: now },
    event: { subject, action: 'mandate.declined', data: { answer } },
  });
  if (!moved.ok) return refused('mandate_decided');
  const { agency } = await namesOf(tx, row);
  const proposer = { cityId: row.cityId, roles: ['city_admin'] as const, only: row.proposedBy };
  await notify(tx, proposer, 'mandate_declined', {
    agency,
    answer,
    path: paths.city.mandate(row.id),
  });
  return moved;
}

/**
 * Ends a mandate before its last day, by one person and at once: every request under it asks the database whether it is in force,
 * so open sessions lose its rights too.
 */
export async function endMandate(
  grant: Grant<'mandate.end'>,
  input: z.output<typeof inputs.endMandateInput>,
): Promise<Outcome<{ id: string }, 'mandate_unknown' | 'mandate_not_confirmed'>> {
  const { tx, actor, now } = grant;
  const row = await lockInCity(grant, mandates, input.mandateId);
  if (!row) return refused('mandate_unknown');
  if (row.state !== 'confirmed' || row.lastOn < shanghaiDate(now)) {
    return refused('mandate_not_confirmed');
  }
  const { endReason } = input;
  const { subject } = aboutMandate(row);
  const moved = await advance(grant, mandates, row, {
    lifecycle: mandateLifecycle,
    transition: 'end',
    set: { endReason, endedBy: userOf(actor), endedAt: now },
    event: { subject, action: 'mandate.ended', data: { reason: endReason } },
  });
  if (!moved.ok) return refused('mandate_not_confirmed');
  const values = { ...(await namesOf(tx, row)), number: row.number, reason: endReason };
  for (const { audience, path } of bothSides(grant, row)) {
    await notify(tx, audience, 'mandate_ended', { ...values, path });
  }
  return moved;
}
