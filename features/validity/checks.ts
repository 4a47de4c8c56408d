import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { voucherChanges } from '@/db/schema/voucher-changes';
import { vouchers } from '@/db/schema/vouchers';
import { getBalance, pausedSince } from '@/features/ledger/queries';
import { getVersion } from '@/features/programmes/queries';
import { shanghaiDate, type IsoDate } from '@/lib/dates';
import { fen } from '@/lib/money';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { lockInCity } from '@/server/rows';
import { changeObjection, latestDay } from './domain/objections';

export type VoucherRow = typeof vouchers.$inferSelect;
export type ChangeRow = typeof voucherChanges.$inferSelect;

export type ExtensionRefusal =
  | 'extension_not_allowed'
  | 'extended_already'
  | 'extension_not_later'
  | 'extension_too_long'
  | 'extension_paused';

/** Returns since when the programme of a voucher is paused. */
export const pausedFromOf = async (
  tx: Tx,
  { programmeId }: Pick<VoucherRow, 'programmeId'>,
): Promise<Date | null> => (await pausedSince(tx, [programmeId])).get(programmeId) ?? null;

/** Returns why a locked voucher cannot be changed. */
export async function objectionTo({ tx, now }: Grant, row: VoucherRow) {
  const balance = await getBalance(tx, row.id);
  if (!balance) throw new Error(`Voucher ${row.id} has no account.`);
  const unusedFen = fen(balance.availableFen + balance.heldFen);
  const pausedFrom = await pausedFromOf(tx, row);
  const objection = changeObjection({ ...row, pausedFrom, unusedFen }, now);
  return objection && refused(objection, { on: shanghaiDate(row.validTo) });
}

/** Returns whether a voucher was extended before. */
export const wasExtended = async (tx: Tx, voucherId: string): Promise<boolean> =>
  (await tx.$count(
    voucherChanges,
    and(
      eq(voucherChanges.voucherId, voucherId),
      eq(voucherChanges.kind, 'extension'),
      eq(voucherChanges.state, 'released'),
    ),
  )) > 0;

/** Checks that the rules let a voucher be extended to a day, and that it was not extended before. */
export async function checkExtension(
  { tx, now }: Pick<Grant, 'tx' | 'now'>,
  row: VoucherRow,
  to: IsoDate,
): Promise<Outcome<null, ExtensionRefusal>> {
  const { extensionMonths } = (await getVersion(tx, row.versionId)).rules.voucher;
  const latest = latestDay(row.validTo, extensionMonths);
  if (latest === undefined) return refused('extension_not_allowed');
  if (await wasExtended(tx, row.id)) return refused('extended_already');
  const pausedFrom = await pausedFromOf(tx, row);
  // The end of the pause gives it another last day, from which an extension is reckoned.
  if (pausedFrom && pausedFrom <= now) return refused('extension_paused');
  const last = shanghaiDate(row.validTo);
  if (to <= last) return refused('extension_not_later', { on: last });
  return to > latest ? refused('extension_too_long', { on: latest }) : done(null);
}

/** Locks the voucher and then its change, the change as it stands after whatever was waited for. */
export async function lockChange(
  grant: Grant,
  changeId: string,
): Promise<
  Outcome<{ voucher: VoucherRow; change: ChangeRow }, 'change_unknown' | 'change_decided'>
> {
  const { tx, actor } = grant;
  const [known] = await tx
    .select({ voucherId: voucherChanges.voucherId })
    .from(voucherChanges)
    .where(and(eq(voucherChanges.id, changeId), eq(voucherChanges.cityId, cityOf(actor))));
  if (!known) return refused('change_unknown');
  const voucher = await lockInCity(grant, vouchers, known.voucherId);
  const change = await lockInCity(grant, voucherChanges, changeId);
  if (!voucher || !change) return refused('change_unknown');
  return change.state === 'proposed' ? done({ voucher, change }) : refused('change_decided');
}
