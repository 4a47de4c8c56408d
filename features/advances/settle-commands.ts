import 'server-only';
import { postAdvance } from '@/features/ledger/advance-commands';
import { sumSettled } from '@/features/ledger/advance-queries';
import type { WaitingPayIn } from '@/features/ledger/advance-queries';
import { sumFen, type Fen } from '@/lib/money';
import type { Grant } from '@/server/gate';
import { coverByAdvances, type Cover } from './domain/cover';
import { listStanding } from './standing-queries';

type Settled = {
  cityId: string;
  payeeId: string;
  settlementId: string;
  settledFen: Fen;
  /** The programmes that the batch settles. */
  programmeIds: readonly string[];
};

/**
 * Draws what a settlement has taken on the payee's advances, and pays these up to their levels. The settlement holds the lock on
 * the payee. Returns what was moved, and what is left to pay.
 */
export async function coverSettlement(grant: Grant, settled: Settled): Promise<Cover> {
  const { cityId, payeeId, settlementId, settledFen, programmeIds } = settled;
  const standing = await listStanding(grant.tx, cityId, payeeId);
  const cover = coverByAdvances(
    settledFen,
    await sumSettled(grant.tx, settlementId),
    standing.filter(({ programmeId }) => programmeIds.includes(programmeId)),
  );
  for (const { advanceId, drawFen, refillFen, advanceFen } of cover.moves) {
    const amounts = { draw: drawFen, refill: refillFen, advance: advanceFen };
    for (const kind of ['draw', 'refill', 'advance'] as const) {
      const amountFen = amounts[kind];
      if (amountFen === 0n) continue;
      const movement = { advanceId, kind, amountFen, settlementId };
      await postAdvance(grant, movement, `${kind}:${advanceId}:${settlementId}`);
    }
  }
  return cover;
}

/** Takes out of a payment what it would pay into advances that get nothing any more. Returns the sum, in fen. */
export async function cancelPayIns(grant: Grant, payIns: readonly WaitingPayIn[]): Promise<Fen> {
  for (const { advanceId, paymentId: settlementId, amountFen } of payIns) {
    const movement = { advanceId, kind: 'cancel' as const, amountFen, settlementId };
    await postAdvance(grant, movement, `cancel:${advanceId}:${settlementId}`);
  }
  return sumFen(payIns.map(({ amountFen }) => amountFen));
}
