import 'server-only';
import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { pauses } from '@/db/schema/pauses';
import { programmes } from '@/db/schema/programmes';
import { beginPause } from '@/features/ledger/commands';
import { notify } from '@/features/notifications/commands';
import { getVersion } from '@/features/programmes/queries';
import { rulesInForce } from '@/features/rules/domain/in-force';
import { payoutOf } from '@/features/rules/domain/payout';
import { shanghaiDate, startOfDay, type IsoDate } from '@/lib/dates';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { advance, lockInCity } from '@/server/rows';
import { pauseEnd } from '../domain/days';
import { pauseLifecycle } from '../domain/lifecycle';
import { aboutPause, tellBegin, titleOf, type PauseRow } from './about';
import type * as inputs from './input';

/**
 * Returns why a programme cannot be paused: it is not the city's, or the rules that it is published under name no pause, or none of
 * its vouchers are spent at vendors. The rules now decide, because all vouchers of a programme are paused together.
 */
async function programmeObjection({ tx, actor, now }: Grant, programmeId: string) {
  const [programme] = await tx
    .select({ versionId: programmes.currentVersionId })
    .from(programmes)
    .where(and(eq(programmes.id, programmeId), eq(programmes.cityId, cityOf(actor))));
  if (!programme?.versionId) return refused('programme_unknown', undefined, 'programmeId');
  const { rules } = await getVersion(tx, programme.versionId);
  const named = rulesInForce(rules, shanghaiDate(now)).pause && payoutOf(rules) === 'vendor';
  return named ? undefined : refused('pause_not_allowed', undefined, 'programmeId');
}

/** Returns the last day of the programme's latest pause that is over. */
async function lastPausedDay(tx: Tx, programmeId: string): Promise<IsoDate | undefined> {
  const [row] = await tx
    .select({ on: pauses.endedOn })
    .from(pauses)
    .where(and(eq(pauses.programmeId, programmeId), isNotNull(pauses.endedOn)))
    .orderBy(desc(pauses.endedOn))
    .limit(1);
  return row?.on ?? undefined;
}

type DayRefusal = 'pause_begins_early' | 'pause_ends_early' | 'pauses_overlap';

/** Checks the days of a pause: it begins today or later, after any earlier pause, and does not end before it begins. */
async function checkDays(
  { tx, now }: Grant,
  { programmeId, fromOn, untilOn }: Pick<PauseRow, 'programmeId' | 'fromOn' | 'untilOn'>,
): Promise<Outcome<null, DayRefusal>> {
  if (fromOn < shanghaiDate(now)) return refused('pause_begins_early', undefined, 'fromOn');
  if (untilOn !== null && untilOn < fromOn) {
    return refused('pause_ends_early', undefined, 'untilOn');
  }
  const before = await lastPausedDay(tx, programmeId);
  if (before !== undefined && before >= fromOn) {
    return refused('pauses_overlap', { on: before }, 'fromOn');
  }
  return done(null);
}

type ProposeRefusal = 'programme_unknown' | 'pause_not_allowed' | 'pause_open' | DayRefusal;

/**
 * Proposes to pause all vouchers of a programme while no accredited vendor can deliver, which the official states. Nothing happens
 * until another person releases that. The constraint `pauses_one_open` reports `pause_open`.
 */
export async function proposePause(
  grant: Grant<'pause.propose'>,
  input: z.output<typeof inputs.proposePauseInput>,
): Promise<Outcome<null, ProposeRefusal>> {
  const { tx, actor, now } = grant;
  const cityId = cityOf(actor);
  const objection = await programmeObjection(grant, input.programmeId);
  if (objection) return objection;
  const { programmeId, fromOn, untilOn = null, reason } = input;
  const days = await checkDays(grant, { programmeId, fromOn, untilOn });
  if (!days.ok) return days;
  const [row] = await tx
    .insert(pauses)
    .values({
      cityId,
      programmeId,
      fromOn,
      untilOn,
      reason,
      state: pauseLifecycle.initial,
      proposedBy: userOf(actor),
      proposedAt: now,
    })
    .returning();
  if (!row) throw new Error('The pause was not written.');
  const releasers = { cityId, roles: ['finance'] as const, except: userOf(actor) };
  await notify(tx, releasers, 'pause_proposed', {
    programme: await titleOf(tx, programmeId),
    from: fromOn,
    reason,
    path: paths.city.pauses(),
  });
  await grant.record({ action: 'pause.proposed', ...aboutPause(row), data: { fromOn, reason } });
  return done(null);
}

type DecideRefusal = 'pause_unknown' | 'pause_decided' | 'same_person';

/** Locks a proposed pause, if this user may decide on it. */
async function findDecidable(
  grant: Grant<'pause.release'>,
  pauseId: string,
): Promise<Outcome<PauseRow, DecideRefusal>> {
  const row = await lockInCity(grant, pauses, pauseId);
  if (!row) return refused('pause_unknown');
  if (row.state !== 'proposed') return refused('pause_decided');
  if (row.proposedBy === userOf(grant.actor)) return refused('same_person');
  return done(row);
}

/**
 * Puts a pause into force that another person proposed, and tells the holders and the vendors. One whose first day is over begins
 * today, because nothing was paused before. Waits for holds that are being opened, and none is opened after it.
 */
export async function releasePause(
  grant: Grant<'pause.release'>,
  input: z.output<typeof inputs.pauseInput>,
): Promise<Outcome<{ id: string }, DecideRefusal | ProposeRefusal>> {
  const { actor, now } = grant;
  const found = await findDecidable(grant, input.pauseId);
  if (!found.ok) return found;
  const row = found.value;
  const today = shanghaiDate(now);
  const fromOn = row.fromOn < today ? today : row.fromOn;
  const objection = await programmeObjection(grant, row.programmeId);
  if (objection) return objection;
  const days = await checkDays(grant, { ...row, fromOn });
  if (!days.ok) return days;
  const { cityId, programmeId, untilOn, reason } = row;
  const from = startOfDay(fromOn);
  await beginPause(grant, {
    cityId,
    programmeId,
    from,
    ...(untilOn !== null && { to: pauseEnd(untilOn) }),
  });
  const moved = await advance(grant, pauses, row, {
    lifecycle: pauseLifecycle,
    transition: 'release',
    set: { fromOn, decidedBy: userOf(actor), decidedAt: now },
    event: { ...aboutPause(row), action: 'pause.released', data: { fromOn, reason } },
  });
  if (!moved.ok) return refused('pause_decided');
  await tellBegin(grant, { ...row, fromOn });
  return moved;
}

/** Sends a proposed pause back, with the reason. Another one can then be proposed. */
export async function declinePause(
  grant: Grant<'pause.release'>,
  input: z.output<typeof inputs.declinePauseInput>,
): Promise<Outcome<{ id: string }, DecideRefusal>> {
  const { tx, actor, now } = grant;
  const found = await findDecidable(grant, input.pauseId);
  if (!found.ok) return found;
  const row = found.value;
  const { answer } = input;
  const moved = await advance(grant, pauses, row, {
    lifecycle: pauseLifecycle,
    transition: 'decline',
    set: { answer, decidedBy: userOf(actor), decidedAt: now },
    event: { ...aboutPause(row), action: 'pause.declined', data: { answer } },
  });
  if (!moved.ok) return refused('pause_decided');
  const proposer = {
    cityId: row.cityId,
    roles: ['manager', 'finance'] as const,
    only: row.proposedBy,
  };
  await notify(tx, proposer, 'pause_declined', {
    programme: await titleOf(tx, row.programmeId),
    answer,
    path: paths.city.pauses(),
  });
  return moved;
}
