import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { bans } from '@/db/schema/bans';
import { cities, organisations } from '@/db/schema/people';
import { notify } from '@/features/notifications/commands';
import { addMonths, shanghaiDate } from '@/lib/dates';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { advance, lockInCity } from '@/server/rows';
import { lastBanDay } from './in-force';
import { banLifecycle } from './domain/lifecycle';
import type * as inputs from './input';

type Ban = typeof bans.$inferSelect;

/** The longest ban in months, so that a mistyped year is refused. */
const longestMonths = 120;

const aboutBan = ({ id, organisationId }: Pick<Ban, 'id' | 'organisationId'>) => ({
  subject: { kind: 'ban' as const, id },
  organisationId,
});

async function nameOf(tx: Tx, organisationId: string): Promise<string> {
  const [row] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  return row?.name ?? '';
}

async function phoneOf(tx: Tx, cityId: string): Promise<string> {
  const [row] = await tx.select({ phone: cities.phone }).from(cities).where(eq(cities.id, cityId));
  return row?.phone ?? '';
}

type ProposeRefusal =
  'firm_unknown' | 'ban_in_force' | 'ban_ends_early' | 'ban_too_long' | 'ban_open';

/**
 * Proposes to ban a firm from the city's support until a day. It counts once an approver has released it, and only under
 * programmes whose rules say that a ban does (`ban`).
 */
export async function proposeBan(
  grant: Grant<'ban.propose'>,
  input: z.output<typeof inputs.proposeBanInput>,
): Promise<Outcome<null, ProposeRefusal>> {
  const { tx, actor, now } = grant;
  const cityId = cityOf(actor);
  const { creditCode, untilOn, ground, reason } = input;
  // A city sees only the start-ups that have applied to it or were awarded by it, and every vendor, which applies for nothing.
  const [firm] = await tx
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(and(eq(organisations.creditCode, creditCode), eq(organisations.kind, 'startup')));
  if (!firm) return refused('firm_unknown', undefined, 'creditCode');
  const today = shanghaiDate(now);
  const until = await lastBanDay(tx, { cityId, organisationId: firm.id }, today);
  if (until !== undefined) return refused('ban_in_force', { on: until }, 'creditCode');
  if (untilOn <= today) return refused('ban_ends_early', undefined, 'untilOn');
  const latest = addMonths(today, longestMonths);
  if (untilOn > latest) return refused('ban_too_long', { on: latest }, 'untilOn');
  const [row] = await tx
    .insert(bans)
    .values({
      cityId,
      organisationId: firm.id,
      untilOn,
      ground,
      reason,
      state: banLifecycle.initial,
      proposedBy: userOf(actor),
      proposedAt: now,
    })
    .returning();
  if (!row) throw new Error('The ban was not written.');
  const approvers = { cityId, roles: ['approver'] as const, except: userOf(actor) };
  await notify(tx, approvers, 'ban_proposed', {
    firm: firm.name,
    ends: untilOn,
    ground,
    path: paths.city.bans(),
  });
  await grant.record({ action: 'ban.proposed', ...aboutBan(row), data: { untilOn, ground } });
  return done(null);
}

type DecideRefusal = 'ban_unknown' | 'ban_decided' | 'same_person';

/** Locks a proposed ban, if this user may decide on it. */
async function findDecidable(
  grant: Grant<'ban.release'>,
  banId: string,
): Promise<Outcome<Ban, DecideRefusal>> {
  const row = await lockInCity(grant, bans, banId);
  if (!row) return refused('ban_unknown');
  if (row.state !== 'proposed') return refused('ban_decided');
  if (row.proposedBy === userOf(grant.actor)) return refused('same_person');
  return done(row);
}

/** Puts a ban into force that another person proposed, and tells the firm why and until when. */
export async function releaseBan(
  grant: Grant<'ban.release'>,
  input: z.output<typeof inputs.banInput>,
): Promise<Outcome<{ id: string }, DecideRefusal | 'ban_ends_early'>> {
  const { tx, actor, now } = grant;
  const found = await findDecidable(grant, input.banId);
  if (!found.ok) return found;
  const row = found.value;
  if (row.untilOn <= shanghaiDate(now)) return refused('ban_ends_early');
  const { untilOn, ground, reason } = row;
  const moved = await advance(grant, bans, row, {
    lifecycle: banLifecycle,
    transition: 'release',
    set: { decidedBy: userOf(actor), decidedAt: now },
    event: { ...aboutBan(row), action: 'ban.released', data: { untilOn, ground } },
  });
  if (!moved.ok) return refused('ban_decided');
  const owner = { organisationId: row.organisationId, roles: ['owner'] as const };
  await notify(tx, owner, 'ban_released', {
    ends: untilOn,
    ground,
    reason,
    phone: await phoneOf(tx, row.cityId),
    path: paths.startup.home(),
  });
  return moved;
}

/** Sends a proposed ban back, with the reason. Another one can then be proposed. */
export async function declineBan(
  grant: Grant<'ban.release'>,
  input: z.output<typeof inputs.declineBanInput>,
): Promise<Outcome<{ id: string }, DecideRefusal>> {
  const { tx, actor, now } = grant;
  const found = await findDecidable(grant, input.banId);
  if (!found.ok) return found;
  const row = found.value;
  const { answer } = input;
  const moved = await advance(grant, bans, row, {
    lifecycle: banLifecycle,
    transition: 'decline',
    set: { answer, decidedBy: userOf(actor), decidedAt: now },
    event: { ...aboutBan(row), action: 'ban.declined', data: { answer } },
  });
  if (!moved.ok) return refused('ban_decided');
  const proposer = {
    cityId: row.cityId,
    roles: ['manager', 'finance'] as const,
    only: row.proposedBy,
  };
  await notify(tx, proposer, 'ban_declined', {
    firm: await nameOf(tx, row.organisationId),
    answer,
    path: paths.city.bans(),
  });
  return moved;
}

/**
 * Lifts a ban before its last day, by a person other than the one who released it, and tells the firm. The constraint
 * `bans_lifted_four_eyes` enforces the two people.
 */
export async function liftBan(
  grant: Grant<'ban.release'>,
  input: z.output<typeof inputs.liftBanInput>,
): Promise<Outcome<{ id: string }, 'ban_unknown' | 'ban_not_in_force' | 'ban_released_by_you'>> {
  const { tx, actor, now } = grant;
  const row = await lockInCity(grant, bans, input.banId);
  if (!row) return refused('ban_unknown');
  if (row.state !== 'released' || row.untilOn < shanghaiDate(now)) {
    return refused('ban_not_in_force');
  }
  if (row.decidedBy === userOf(actor)) return refused('ban_released_by_you');
  const { liftReason } = input;
  const moved = await advance(grant, bans, row, {
    lifecycle: banLifecycle,
    transition: 'lift',
    set: { liftReason, liftedBy: userOf(actor), liftedAt: now },
    event: { ...aboutBan(row), action: 'ban.lifted', data: { liftReason } },
  });
  if (!moved.ok) return refused('ban_not_in_force');
  const owner = { organisationId: row.organisationId, roles: ['owner'] as const };
  await notify(tx, owner, 'ban_lifted', { reason: liftReason, path: paths.startup.home() });
  return moved;
}
