import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { newId } from '@/db/new-id';
import { advanceRequests } from '@/db/schema/advances';
import { endAdvance as endInLedger } from '@/features/ledger/advance-commands';
import { expectedFor, getAdvance, type Advance } from '@/features/ledger/advance-queries';
import { lockPayee } from '@/features/ledger/commands';
import { notify } from '@/features/notifications/commands';
import { listCycles } from '@/features/programmes/queries';
import { listedVendors } from '@/features/vendors/queries';
import { shanghaiDate } from '@/lib/dates';
import { fen, formatFen, type Fen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome, type Refused } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { nextReference } from '@/server/references';
import { aboutRequest } from './about';
import { mostInAdvance, type Expected } from './domain/level';
import { advanceRequestLifecycle } from './domain/lifecycle';
import type * as inputs from './input';

type Place = { cityId: string; programmeId: string; payeeId: string };
type LevelRefusal =
  | 'programme_unknown'
  | 'advance_not_in_rules'
  | 'vendor_not_listed'
  | 'advance_above'
  | 'advance_below_balance';

/** Returns what a level is computed from; or why a payee cannot have one of this amount. */
export async function checkLevel(
  tx: Tx,
  { cityId, programmeId, payeeId }: Place,
  amountFen: Fen,
): Promise<Outcome<Expected & { percent: string }, LevelRefusal>> {
  const programme = (await listCycles(tx, cityId)).find(({ id }) => id === programmeId);
  if (!programme) return refused('programme_unknown', {}, 'programmeId');
  const { advancePercent: percent } = programme;
  if (percent === null) return refused('advance_not_in_rules', {}, 'programmeId');
  const listed = await listedVendors(tx, cityId);
  if (!listed.some(({ id }) => id === payeeId)) return refused('vendor_not_listed', {}, 'payeeId');
  const expected = await expectedFor(tx, { programmeId, payeeId });
  const mostFen = mostInAdvance(expected, percent);
  if (amountFen > mostFen)
    return refused('advance_above', { most: formatFen(mostFen) }, 'amountFen');
  const account = await getAdvance(tx, cityId, { programmeId, payeeId });
  if (account && amountFen < account.balanceFen) {
    return refused('advance_below_balance', { least: formatFen(account.balanceFen) }, 'amountFen');
  }
  return done({ ...expected, percent });
}

type RequestRow = typeof advanceRequests.$inferInsert;

/** Checks whether a proposal of the same kind waits for its second person. */
const waits = (tx: Tx, { kind, programmeId, payeeId }: Place & Pick<RequestRow, 'kind'>) =>
  tx.$count(
    advanceRequests,
    and(
      eq(advanceRequests.kind, kind),
      eq(advanceRequests.programmeId, programmeId),
      eq(advanceRequests.payeeId, payeeId),
      eq(advanceRequests.state, advanceRequestLifecycle.initial),
    ),
  );

/** Keeps a proposal, and notifies those who may decide on it. */
async function propose(
  grant: Grant<'advance.propose'>,
  request: Pick<RequestRow, 'kind' | 'programmeId' | 'payeeId' | 'amountFen'> &
    Partial<Pick<RequestRow, 'openFen' | 'unsettledFen' | 'percent' | 'paidOn' | 'bankReference'>>,
): Promise<Outcome<{ id: string }, 'advance_waiting'>> {
  const { tx, actor, now } = grant;
  const cityId = cityOf(actor);
  await lockPayee(grant, { cityId, payeeId: request.payeeId });
  if ((await waits(tx, { cityId, ...request })) > 0) return refused('advance_waiting');
  const id = await newId(tx);
  const reference = await nextReference(tx, cityId, 'BY');
  await tx.insert(advanceRequests).values({
    ...request,
    id,
    cityId,
    reference,
    state: advanceRequestLifecycle.initial,
    proposedBy: userOf(actor),
    proposedAt: now,
  });
  const { kind, payeeId, amountFen, paidOn, bankReference } = request;
  await notify(tx, { cityId, roles: ['finance'], except: userOf(actor) }, 'advance_proposed', {
    reference,
    amount: formatFen(amountFen),
    path: paths.city.advanceRequest(id),
  });
  await grant.record({
    ...aboutRequest({ id, payeeId }),
    action: kind === 'level' ? 'advance.level_proposed' : 'advance.return_entered',
    data: {
      reference,
      amountFen: amountFen.toString(),
      ...(paidOn && bankReference && { paidOn, bankReference }),
    },
  });
  return done({ id });
}

/**
 * Proposes up to which level a vendor is paid in advance in a programme: no more than the rules let of what it is expected to
 * deduct. Another person releases it.
 */
export async function proposeLevel(
  grant: Grant<'advance.propose'>,
  input: z.output<typeof inputs.proposeLevelInput>,
): Promise<Outcome<{ id: string }, LevelRefusal | 'advance_waiting'>> {
  const checked = await checkLevel(
    grant.tx,
    { ...input, cityId: cityOf(grant.actor) },
    input.amountFen,
  );
  if (!checked.ok) return checked;
  return propose(grant, { kind: 'level', ...input, ...checked.value });
}

/** Returns why so much of an advance cannot have been paid back: only one that has ended, and no more than the payee holds. */
export function returnObjection(
  { running, balanceFen, onTheWayFen }: Pick<Advance, 'running' | 'balanceFen' | 'onTheWayFen'>,
  amountFen: Fen,
): Refused<'advance_running' | 'return_above'> | undefined {
  if (running) return refused('advance_running');
  const heldFen = fen(balanceFen - onTheWayFen);
  return amountFen > heldFen
    ? refused('return_above', { most: formatFen(heldFen) }, 'amountFen')
    : undefined;
}

type ReturnRefusal =
  | 'advance_unknown'
  | 'advance_running'
  | 'return_above'
  | 'returned_in_future'
  | 'advance_waiting'
  | 'bank_taken';

/** Enters what a vendor has paid back of an advance that has ended, as the bank shows it. Another person confirms it. */
export async function proposeReturn(
  grant: Grant<'advance.propose'>,
  input: z.output<typeof inputs.proposeReturnInput>,
): Promise<Outcome<{ id: string }, ReturnRefusal>> {
  const { tx, actor, now } = grant;
  const { advanceId, amountFen, paidOn, bankReference } = input;
  const account = await getAdvance(tx, cityOf(actor), { id: advanceId });
  if (!account) return refused('advance_unknown');
  const objection = returnObjection(account, amountFen);
  if (objection) return objection;
  const today = shanghaiDate(now);
  if (paidOn > today) return refused('returned_in_future', { on: today }, 'paidOn');
  const { programmeId, payeeId } = account;
  const returned = { programmeId, payeeId, amountFen, paidOn, bankReference };
  return propose(grant, { kind: 'return', ...returned });
}

/** Returns the proposal by which an advance has its level. */
async function levelInForce(tx: Tx, { cityId, programmeId, payeeId }: Place): Promise<string> {
  const [row] = await tx
    .select({ id: advanceRequests.id })
    .from(advanceRequests)
    .where(
      and(
        eq(advanceRequests.cityId, cityId),
        eq(advanceRequests.programmeId, programmeId),
        eq(advanceRequests.payeeId, payeeId),
        eq(advanceRequests.kind, 'level'),
        eq(advanceRequests.state, 'released'),
      ),
    )
    .orderBy(desc(advanceRequests.decidedAt), desc(advanceRequests.id))
    .limit(1);
  if (!row) throw new Error(`The advance of ${payeeId} has no level.`);
  return row.id;
}

/** Ends an advance with the reason: nothing is paid into it any more, and settlements draw it down. */
export async function endAdvance(
  grant: Grant<'advance.propose'>,
  input: z.output<typeof inputs.endAdvanceInput>,
): Promise<Outcome<{ id: string }, 'advance_unknown' | 'advance_ended'>> {
  const { tx, actor } = grant;
  const cityId = cityOf(actor);
  const seen = await getAdvance(tx, cityId, { id: input.advanceId });
  if (!seen) return refused('advance_unknown');
  const { id, payeeId } = seen;
  await lockPayee(grant, { cityId, payeeId });
  const account = await getAdvance(tx, cityId, { id });
  if (!account?.running) return refused('advance_ended');
  await endInLedger(grant, { cityId, id });
  const { reason } = input;
  const amount = formatFen(account.balanceFen);
  const vendor = { organisationId: payeeId, roles: ['vendor_finance'] as const };
  await notify(tx, vendor, 'advance_ended', { amount, reason, path: paths.vendor.advances() });
  await grant.record({
    ...aboutRequest({ id: await levelInForce(tx, account), payeeId }),
    action: 'advance.ended',
    data: { reason, amountFen: account.balanceFen.toString() },
  });
  return done({ id });
}
