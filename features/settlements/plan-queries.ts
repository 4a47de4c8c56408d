import 'server-only';
import { and, asc, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { bankAccounts } from '@/db/schema/people';
import { payments } from '@/db/schema/settlements';
import { listUnnetted } from '@/features/ledger/capture-queries';
import type { Cutoff } from '@/features/ledger/commands';
import { listUnsettledDays, programmesOfSettlements } from '@/features/ledger/settlement-queries';
import { coverByAdvances, sumMoves } from '@/features/advances/domain/cover';
import { listStanding, listStopped } from '@/features/advances/standing-queries';
import { listCycles } from '@/features/programmes/queries';
import { nameless, payeeNames } from '@/features/recoveries/queries';
import { shanghaiDate, type IsoDate } from '@/lib/dates';
import { day } from '@/lib/input/filter';
import { fen, sumFen, zeroFen, type Fen } from '@/lib/money';
import { cityOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { settleableOn } from './domain/cycle';
import { debtsByPayee, dueByPayee, dueByProgramme, shareOf } from './domain/plan';
import type { DueDay, LastDays } from './domain/plan';
import { payableNow } from './domain/waiting';

/** Which batch is meant: of one programme or of all, and no further than a day or as far as each cycle lets. */
export type Selection = {
  readonly programmeId?: string | undefined;
  readonly through?: IsoDate | undefined;
};

/** The filter in the address of the page on which a batch is made. */
export const batchFilter = z.object({
  programme: z.uuid().optional(),
  through: day(),
});
export type BatchFilter = z.output<typeof batchFilter>;

const earlier = (one: IsoDate, other: IsoDate | undefined): IsoDate =>
  other !== undefined && other < one ? other : one;

/**
 * Works out what a batch would settle with each payee, in fen, what of it the payee's advances cover, what is paid into these, and
 * what is left to pay. A payee with an advance that is not paid up is in it without anything to settle.
 */
async function dueOf(tx: Tx, cityId: string, days: readonly DueDay[], last: LastDays) {
  const settled = dueByPayee(days, last);
  const byProgramme = dueByProgramme(days, last);
  const standing = (await listStanding(tx, cityId)).filter(({ programmeId }) =>
    last.has(programmeId),
  );
  const payees = new Set([...settled.keys(), ...standing.map(({ payeeId }) => payeeId)]);
  return [...payees].flatMap((payeeId) => {
    const amountFen = settled.get(payeeId) ?? zeroFen;
    const own = standing.filter((advance) => advance.payeeId === payeeId);
    const cover = coverByAdvances(amountFen, byProgramme.get(payeeId) ?? new Map(), own);
    const { payFen } = cover;
    return amountFen === 0n && payFen === 0n
      ? []
      : [{ payeeId, amountFen, payFen, ...sumMoves(cover.moves) }];
  });
}

/**
 * Loads what a batch made now may contain. Each programme is settled by the cycle of its present rules, whatever version an
 * award is of, because a batch is made for the programme as a whole.
 */
export async function loadPlan(tx: Tx, cityId: string, on: IsoDate, selection: Selection) {
  const days = await listUnsettledDays(tx, cityId);
  const all = (await listCycles(tx, cityId)).map((programme) => {
    const { through, nextOn } = settleableOn(programme.cycle, on);
    const until = earlier(through, selection.through);
    return { ...programme, through: until, nextOn, ...shareOf(days, programme.id, until) };
  });
  const programmes = all.filter(
    ({ id }) => selection.programmeId === undefined || id === selection.programmeId,
  );
  const last = new Map(programmes.map(({ id, through }) => [id, through]));
  return {
    programmes,
    cutoffs: programmes.map(({ id, through }): Cutoff => ({ programmeId: id, through })),
    debts: debtsByPayee(days),
    due: await dueOf(tx, cityId, days, last),
  };
}

export type Plan = Awaited<ReturnType<typeof loadPlan>>;
export type ProgrammePlan = Plan['programmes'][number];

/** Returns the first day on which what waits for the end of a period may be settled; null where nothing waits for one. */
export function nextDue({ programmes }: Plan): IsoDate | null {
  const days = programmes.flatMap(({ waiting, nextOn }) =>
    waiting.amountFen > 0n && nextOn !== null ? [nextOn] : [],
  );
  return days.sort()[0] ?? null;
}

/** Selects the payments that wait for a batch: failed ones that were queued again, and those of batches that ended. */
export const isQueued = (cityId: string) =>
  and(eq(payments.cityId, cityId), eq(payments.state, 'pending'), isNull(payments.batchId));

/** Keeps the queued payments that a batch contains: of one programme those that have anything of it, since none can be split. */
export async function queuedFor<T extends { id: string }>(
  tx: Tx,
  queued: readonly T[],
  { programmeId }: Selection,
): Promise<readonly T[]> {
  if (programmeId === undefined) return queued;
  const programmes = await programmesOfSettlements(
    tx,
    queued.map(({ id }) => id),
  );
  return queued.filter(({ id }) => programmes.get(id)?.includes(programmeId));
}

/** Returns the payments among some that pay what was reversed since, which none of their settlements nets. */
export async function unnettedAmong(tx: Tx, which: SQL | undefined): Promise<ReadonlySet<string>> {
  const ids = tx.select({ id: payments.id }).from(payments).where(which);
  return new Set((await listUnnetted(tx, ids)).map(({ settlementId }) => settlementId));
}

/** Loads the payments that wait for a batch of this selection, with the amount that each still has, in the order of a batch. */
async function loadQueued(tx: Tx, cityId: string, selection: Selection) {
  const all = await tx
    .select({ id: payments.id, payeeId: payments.payeeId, amountFen: payments.amountFen })
    .from(payments)
    .where(isQueued(cityId))
    .orderBy(asc(payments.id));
  const stopped = await listStopped(tx, cityId);
  const unnetted = await unnettedAmong(tx, isQueued(cityId));
  return (await queuedFor(tx, all, selection)).map(({ id, payeeId, amountFen }) => {
    const stoppedFen = sumFen((stopped.get(id) ?? []).map((payIn) => payIn.amountFen));
    return { payeeId, amountFen: fen(amountFen - stoppedFen), isUnnetted: unnetted.has(id) };
  });
}

/** Loads which of these organisations have an account, and which of them have a change of it under way. */
async function accountsOf(tx: Tx, ids: readonly string[], now: Date) {
  if (ids.length === 0) return { banked: new Set<string>(), changing: new Set<string>() };
  const rows = await tx
    .select({
      id: bankAccounts.organisationId,
      requestedAt: bankAccounts.nextRequestedAt,
      effectiveAt: bankAccounts.nextEffectiveAt,
    })
    .from(bankAccounts)
    .where(inArray(bankAccounts.organisationId, [...ids]));
  const open = rows.filter(
    ({ requestedAt, effectiveAt }) =>
      requestedAt !== null && (effectiveAt === null || effectiveAt > now),
  );
  return {
    banked: new Set(rows.map(({ id }) => id)),
    changing: new Set(open.map(({ id }) => id)),
  };
}

/** How many waiting items are shown. Automatic awards can create thousands. */
const waitingShown = 100;

/** Why a payee gets nothing from a batch, or needs a look: no account, a debt, or a change of its account. */
export type Exception = 'noAccount' | 'owes' | 'usedUp' | 'accountChanges';

type WaitingRow = {
  payeeId: string;
  amountFen: Fen;
  /** The debt that is taken off already. */
  nettedFen: Fen;
  /** What of the amount the payee's advances cover, and what is paid into these. */
  drawnFen: Fen;
  paidInFen: Fen;
  /** What the batch would pay. */
  payFen: Fen;
  exception: Exception | null;
};

/** Loads what a batch of this selection would pay and what it leaves out: the sums, and the first rows, exceptions first. */
export async function loadWaiting(tx: Tx, cityId: string, now: Date, selection: Selection) {
  const plan = await loadPlan(tx, cityId, shanghaiDate(now), selection);
  const queued = await loadQueued(tx, cityId, selection);
  const { banked, changing } = await accountsOf(
    tx,
    [...plan.due, ...queued].map((row) => row.payeeId),
    now,
  );
  const due = plan.due.map((row) => ({ ...row, hasAccount: banked.has(row.payeeId) }));
  const { made, usedUp } = payableNow(due, queued);
  const changes = (payeeId: string): Exception | null =>
    changing.has(payeeId) ? 'accountChanges' : null;
  const rows: WaitingRow[] = [
    ...due.map(({ hasAccount, payFen, ...row }): WaitingRow => ({
      ...row,
      payFen: hasAccount ? payFen : zeroFen,
      nettedFen: plan.debts.get(row.payeeId) ?? zeroFen,
      exception: row.amountFen < 0n ? 'owes' : hasAccount ? changes(row.payeeId) : 'noAccount',
    })),
    // A queued payment keeps the account that it had, even if its payee has none now.
    ...queued.map((payment): WaitingRow => ({
      payeeId: payment.payeeId,
      amountFen: payment.amountFen,
      payFen: usedUp.has(payment) ? zeroFen : payment.amountFen,
      nettedFen: zeroFen,
      drawnFen: zeroFen,
      paidInFen: zeroFen,
      exception: usedUp.has(payment) ? 'usedUp' : changes(payment.payeeId),
    })),
  ];
  const shown = [
    ...rows.filter(({ exception }) => exception !== null),
    ...rows.filter(({ exception }) => exception === null),
  ].slice(0, waitingShown);
  const names = await payeeNames(
    tx,
    shown.map((row) => row.payeeId),
  );
  return {
    programmes: plan.programmes,
    count: rows.length,
    totalFen: sumFen(rows.map((row) => row.amountFen)),
    payableCount: made.length,
    payableFen: sumFen(made),
    rows: shown.map((row) => ({ ...row, payee: names.get(row.payeeId) ?? nameless })),
  };
}

export type Waiting = Awaited<ReturnType<typeof loadWaiting>>;

/** Loads what a batch would pay, for the page on which it is made. */
export const getWaiting = (
  actor: Actor<'settlement.propose'>,
  { programme, through }: BatchFilter,
): Promise<Waiting> =>
  inScope(actor, ({ tx, now }) =>
    loadWaiting(tx, cityOf(actor), now, { programmeId: programme, through }),
  );

/** Lists the programmes that a batch can be made for. */
export const listChoices = (actor: Actor<'settlement.propose'>) =>
  inScope(actor, ({ tx }) => listCycles(tx, cityOf(actor)));
