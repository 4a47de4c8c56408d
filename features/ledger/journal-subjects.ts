import 'server-only';
import { inArray, or } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { claims } from '@/db/schema/claims';
import { recoveries, recoveryCredits } from '@/db/schema/recoveries';
import { holds, redemptions } from '@/db/schema/redemptions';
import type { SubjectRef } from '@/server/subjects';
import type { EntryRow } from './journal-filter';

type Redemption = Pick<
  typeof redemptions.$inferSelect,
  'id' | 'holdId' | 'captureEntryId' | 'subsidyFen' | 'submittedAt'
>;

type Known = {
  holds: ReadonlySet<string>;
  claims: ReadonlyMap<string, string>;
  recoveries: ReadonlyMap<string, string>;
  redemptions: readonly Redemption[];
};

/** The ledger's moments have microseconds, those of the portal are rounded to the millisecond. */
const rounding = 1;

/**
 * Returns the redemption that an entry is about. The entry that captured it is named there; of others the order is known, and an
 * order may have several: the amount and, for a claim, the moment tell them apart. Where they do not, nothing is returned.
 */
function redemptionOf(entry: EntryRow, all: readonly Redemption[]): Redemption | undefined {
  const captured = all.find((one) => one.captureEntryId === entry.id);
  if (captured || entry.kind === 'capture') return captured;
  const alike = all.filter(
    (one) => one.holdId === entry.holdId && one.subsidyFen === entry.amountFen,
  );
  const then = alike.filter(
    (one) =>
      entry.kind !== 'claim' ||
      Math.abs(one.submittedAt.getTime() - entry.at.getTime()) <= rounding,
  );
  return then.length === 1 ? then[0] : undefined;
}

function subjectOf(entry: EntryRow, known: Known): SubjectRef {
  const recovery = known.recoveries.get(entry.id);
  if (recovery) return { kind: 'recovery', id: recovery };
  const voucher = { kind: 'voucher', id: entry.voucherId };
  if (entry.holdId === null) return voucher;
  const claim = known.claims.get(entry.holdId);
  if (claim) return { kind: 'claim', id: claim };
  const order = known.holds.has(entry.holdId) ? { kind: 'hold', id: entry.holdId } : voucher;
  if (entry.kind === 'hold' || entry.kind === 'release') return order;
  const redemption = redemptionOf(entry, known.redemptions);
  return redemption ? { kind: 'redemption', id: redemption.id } : order;
}

/** Finds out what entries are about: a redemption, claim, recovery or order, or else the voucher; by the entries' ids. */
export async function subjectsOfEntries(
  tx: Tx,
  rows: readonly EntryRow[],
): Promise<Map<string, SubjectRef>> {
  if (rows.length === 0) return new Map();
  const entryIds = rows.map(({ id }) => id);
  const holdIds = [...new Set(rows.flatMap(({ holdId }) => holdId ?? []))];
  const orders = await tx.select({ id: holds.id }).from(holds).where(inArray(holds.id, holdIds));
  const claimed = await tx
    .select({ id: claims.id, holdId: claims.holdId })
    .from(claims)
    .where(inArray(claims.holdId, holdIds));
  const redeemed = await tx
    .select({
      id: redemptions.id,
      holdId: redemptions.holdId,
      captureEntryId: redemptions.captureEntryId,
      subsidyFen: redemptions.subsidyFen,
      submittedAt: redemptions.submittedAt,
    })
    .from(redemptions)
    .where(or(inArray(redemptions.holdId, holdIds), inArray(redemptions.captureEntryId, entryIds)));
  const reversed = await tx
    .select({ id: recoveries.id, entryId: recoveries.reverseEntryId })
    .from(recoveries)
    .where(inArray(recoveries.reverseEntryId, entryIds));
  const credited = await tx
    .select({ id: recoveryCredits.recoveryId, entryId: recoveryCredits.entryId })
    .from(recoveryCredits)
    .where(inArray(recoveryCredits.entryId, entryIds));
  const known: Known = {
    holds: new Set(orders.map(({ id }) => id)),
    claims: new Map(claimed.flatMap(({ id, holdId }) => (holdId ? [[holdId, id]] : []))),
    recoveries: new Map(
      [...reversed, ...credited].flatMap(({ id, entryId }) => (entryId ? [[entryId, id]] : [])),
    ),
    redemptions: redeemed,
  };
  return new Map(rows.map((row) => [row.id, subjectOf(row, known)]));
}
