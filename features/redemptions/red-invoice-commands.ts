import 'server-only';
import { and, eq, inArray, isNotNull, ne, type SQLWrapper } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { redemptions } from '@/db/schema/redemptions';
import { notify } from '@/features/notifications/commands';
import { shanghaiDate, type IsoDate } from '@/lib/dates';
import { normalText } from '@/lib/normal';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { lockInCity } from '@/server/rows';
import { aboutRedemption } from './about';

type RedemptionRow = typeof redemptions.$inferSelect;

export type RedInvoiceRefusal =
  | 'redemption_unknown'
  | 'red_invoice_known'
  | 'red_invoice_needless'
  | 'red_invoice_same'
  | 'red_invoice_in_future'
  | 'red_invoice_too_early';

/** Notifies the vendor, which has reversed its invoice, and the start-up. */
async function tellParties({ tx }: Grant, row: RedemptionRow, number: string): Promise<void> {
  const values = { reference: row.reference, number };
  const vendor = {
    organisationId: row.vendorId,
    roles: ['vendor_operator', 'vendor_finance'] as const,
  };
  await notify(tx, vendor, 'red_invoice_recorded', {
    ...values,
    path: paths.vendor.redemption(row.id),
  });
  const holder = { organisationId: row.organisationId, roles: ['owner'] as const };
  await notify(tx, holder, 'red_invoice_recorded', {
    ...values,
    path: paths.startup.redemption(row.id),
  });
}

/**
 * Records that the invoice of a redemption was reversed at the tax office (红冲). From then on it cannot be verified, and no
 * batch that pays it can be released.
 * @returns the redemption as it was, locked
 */
export async function markRedInvoice(
  grant: Grant<'redemption.verify'>,
  red: { redemptionId: string; number: string; on: IsoDate },
): Promise<Outcome<RedemptionRow, RedInvoiceRefusal>> {
  const { tx, actor, now } = grant;
  const { number, on } = red;
  const row = await lockInCity(grant, redemptions, red.redemptionId);
  if (!row) return refused('redemption_unknown');
  if (row.redInvoiceNumber !== null) return refused('red_invoice_known');
  if (row.state === 'rejected' || row.state === 'reversed') return refused('red_invoice_needless');
  const own = row.invoiceKey.slice(row.invoiceKey.indexOf(':') + 1);
  if (normalText(number) === normalText(own)) {
    return refused('red_invoice_same', undefined, 'redInvoiceNumber');
  }
  const today = shanghaiDate(now);
  if (on > today) return refused('red_invoice_in_future', { on: today }, 'redInvoiceOn');
  if (on < row.servedFrom) {
    return refused('red_invoice_too_early', { on: row.servedFrom }, 'redInvoiceOn');
  }
  await tx
    .update(redemptions)
    .set({
      redInvoiceNumber: number,
      redInvoiceOn: on,
      redInvoiceBy: userOf(actor),
      redInvoiceAt: now,
    })
    .where(eq(redemptions.id, row.id));
  await tellParties(grant, row, number);
  await grant.record({
    ...aboutRedemption(row),
    action: 'redemption.red_invoice_recorded',
    data: { reference: row.reference, redInvoiceNumber: number, redInvoiceOn: on },
  });
  return done(row);
}

/** Takes back the record of a reversed invoice, because a second person found that it does not hold. */
export async function clearRedInvoice(grant: Grant, redemptionId: string): Promise<void> {
  const row = await lockInCity(grant, redemptions, redemptionId);
  if (row?.redInvoiceNumber == null) return;
  await grant.tx
    .update(redemptions)
    .set({ redInvoiceNumber: null, redInvoiceOn: null, redInvoiceBy: null, redInvoiceAt: null })
    .where(eq(redemptions.id, row.id));
  await grant.record({
    ...aboutRedemption(row),
    action: 'redemption.red_invoice_cleared',
    data: { reference: row.reference, redInvoiceNumber: row.redInvoiceNumber },
  });
}

/**
 * Lists the references of the redemptions among these captures whose invoice was reversed, and that are not reversed themselves.
 * @param captureEntryIds a query for the ids of the captures
 */
export async function redInvoicedAmong(tx: Tx, captureEntryIds: SQLWrapper): Promise<string[]> {
  const rows = await tx
    .select({ reference: redemptions.reference })
    .from(redemptions)
    .where(
      and(
        inArray(redemptions.captureEntryId, captureEntryIds),
        isNotNull(redemptions.redInvoiceNumber),
        ne(redemptions.state, 'reversed'),
      ),
    )
    .orderBy(redemptions.reference);
  return rows.map(({ reference }) => reference);
}
