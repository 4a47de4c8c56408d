import 'server-only';
import { and, eq, gt, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { pauses } from '@/db/schema/pauses';
import { holds } from '@/db/schema/redemptions';
import { vouchers } from '@/db/schema/vouchers';
import { notifyMany } from '@/features/notifications/commands';
import { programmeTitles } from '@/features/programmes/queries';
import { listedVendors } from '@/features/vendors/queries';
import { startOfDay } from '@/lib/dates';
import { formatFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import type { Grant } from '@/server/gate';

export type PauseRow = typeof pauses.$inferSelect;

export const aboutPause = ({ id }: Pick<PauseRow, 'id'>) => ({
  subject: { kind: 'pause' as const, id },
});

/** Returns the title of a programme for a mail of either language. */
export const titleOf = async (tx: Tx, programmeId: string): Promise<string> =>
  (await programmeTitles(tx, [programmeId])).get(programmeId)?.['zh-CN'] ?? '';

/**
 * Lists the vendors whom a pause concerns: those that the city accredits, and those that were and still have an order open under the
 * programme.
 */
export async function concernedVendors(
  tx: Tx,
  { cityId, programmeId }: Pick<PauseRow, 'cityId' | 'programmeId'>,
): Promise<string[]> {
  const listed = await listedVendors(tx, cityId);
  const holding = await tx
    .selectDistinct({ id: holds.vendorId })
    .from(holds)
    .innerJoin(vouchers, eq(vouchers.id, holds.voucherId))
    .where(and(eq(vouchers.programmeId, programmeId), eq(holds.state, 'open')));
  return [...new Set([...listed, ...holding].map(({ id }) => id))];
}

/** Lists the vouchers of a programme that are in use on the first day of a pause, for mails to their holders. */
const vouchersInUse = (tx: Tx, { programmeId, fromOn }: PauseRow) =>
  tx
    .select({
      id: vouchers.id,
      organisationId: vouchers.organisationId,
      faceValueFen: vouchers.faceValueFen,
    })
    .from(vouchers)
    .where(
      and(
        eq(vouchers.programmeId, programmeId),
        inArray(vouchers.state, ['active', 'frozen']),
        gt(vouchers.validTo, startOfDay(fromOn)),
      ),
    )
    .orderBy(vouchers.id);

/** Tells the holders of vouchers in use, each voucher by itself, and the vendors that a pause is in force or will be. */
export async function tellBegin({ tx }: Grant, row: PauseRow): Promise<void> {
  const { fromOn, untilOn, reason } = row;
  const programme = await titleOf(tx, row.programmeId);
  const values = { programme, from: fromOn, ends: untilOn ?? '', reason };
  const holders = (await vouchersInUse(tx, row)).map(({ id, organisationId, faceValueFen }) => ({
    organisationId,
    values: { ...values, amount: formatFen(faceValueFen), path: paths.startup.voucher(id) },
  }));
  await notifyMany(tx, ['owner', 'member'], 'pause_begins', holders);
  const vendors = (await concernedVendors(tx, row)).map((organisationId) => ({
    organisationId,
    values: { ...values, path: paths.vendor.home() },
  }));
  await notifyMany(tx, ['vendor_operator'], 'pause_begins_vendor', vendors);
}

/** Tells the holders and the vendors that a pause of which they were told does not take place. */
export async function tellCalledOff({ tx }: Grant, row: PauseRow): Promise<void> {
  const programme = await titleOf(tx, row.programmeId);
  const values = { programme, from: row.fromOn };
  const holders = (await vouchersInUse(tx, row)).map(({ id, organisationId }) => ({
    organisationId,
    values: { ...values, path: paths.startup.voucher(id) },
  }));
  await notifyMany(tx, ['owner', 'member'], 'pause_called_off', holders);
  const vendors = (await concernedVendors(tx, row)).map((organisationId) => ({
    organisationId,
    values: { ...values, path: paths.vendor.home() },
  }));
  await notifyMany(tx, ['vendor_operator'], 'pause_called_off', vendors);
}
