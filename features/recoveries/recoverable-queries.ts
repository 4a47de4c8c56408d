import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { claims } from '@/db/schema/claims';
import { recoveries, recoveryCredits } from '@/db/schema/recoveries';
import { redemptions } from '@/db/schema/redemptions';
import { vouchers } from '@/db/schema/vouchers';
import { listCaptures } from '@/features/ledger/capture-queries';
import { pausedSince } from '@/features/ledger/queries';
import { getVersion } from '@/features/programmes/queries';
import { payoutOf } from '@/features/rules/domain/payout';
import { fen, type Fen } from '@/lib/money';
import type { Named } from '@/lib/organisation-name';
import { cityOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { nameless, payeeNames } from './queries';
import { restoringObjection } from './domain/restoring';

export type Recoverable = {
  entryId: string;
  /** The redemption or the claim; null where the voucher was paid out to its holder at once. */
  reference: string | null;
  payee: Named;
  mostFen: Fen;
  at: Date;
};

/** Returns the references of the redemptions and claims that these captures paid, by the capture. */
export async function paidReferences(
  tx: Tx,
  captureIds: readonly string[],
): Promise<Map<string | null, string | null>> {
  if (captureIds.length === 0) return new Map();
  const redeemed = await tx
    .select({ entryId: redemptions.captureEntryId, reference: redemptions.reference })
    .from(redemptions)
    .where(inArray(redemptions.captureEntryId, [...captureIds]));
  const claimed = await tx
    .select({ entryId: claims.captureEntryId, reference: claims.reference })
    .from(claims)
    .where(inArray(claims.captureEntryId, [...captureIds]));
  return new Map([...redeemed, ...claimed].map((row) => [row.entryId, row.reference]));
}

/** Loads what can be recovered on one of the city's vouchers, and whether its amount could be used again. */
export function getRecoverable(actor: Actor<'recovery.propose'>, voucherId: string) {
  return inScope(actor, async ({ tx, now }) => {
    const cityId = cityOf(actor);
    const [voucher] = await tx
      .select()
      .from(vouchers)
      .where(and(eq(vouchers.id, voucherId), eq(vouchers.cityId, cityId)));
    if (!voucher) return undefined;
    const captures = (await listCaptures(tx, cityId, voucherId)).filter(
      (one) => one.amountFen > one.reversedFen,
    );
    const names = await payeeNames(
      tx,
      captures.map((one) => one.payeeId),
    );
    const references = await paidReferences(
      tx,
      captures.map((one) => one.id),
    );
    const { rules } = await getVersion(tx, voucher.versionId);
    const since = await pausedSince(tx, [voucher.programmeId]);
    const standing = { ...voucher, pausedFrom: since.get(voucher.programmeId) ?? null };
    return {
      voucherId,
      code: voucher.code,
      mayRestore: restoringObjection(standing, payoutOf(rules), now) === undefined,
      captures: captures.map((one): Recoverable => ({
        entryId: one.id,
        reference: references.get(one.id) ?? null,
        payee: names.get(one.payeeId) ?? nameless,
        mostFen: fen(one.amountFen - one.reversedFen),
        at: one.at,
      })),
    };
  });
}

/** Returns the references of the recoveries whose reversals, repayments and write-offs these entries are. */
export async function recoveryReferences(
  tx: Tx,
  entryIds: readonly string[],
): Promise<Map<string, string>> {
  if (entryIds.length === 0) return new Map();
  const reversals = await tx
    .select({ entryId: recoveries.reverseEntryId, reference: recoveries.reference })
    .from(recoveries)
    .where(inArray(recoveries.reverseEntryId, [...entryIds]));
  const credits = await tx
    .select({ entryId: recoveryCredits.entryId, reference: recoveries.reference })
    .from(recoveryCredits)
    .innerJoin(recoveries, eq(recoveries.id, recoveryCredits.recoveryId))
    .where(inArray(recoveryCredits.entryId, [...entryIds]));
  return new Map([...reversals, ...credits].map((row) => [row.entryId ?? '', row.reference]));
}
