import 'server-only';
import { and, desc, eq, inArray, lt, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { cities, organisations } from '@/db/schema/people';
import { holds, redemptions } from '@/db/schema/redemptions';
import { listDocuments, type DocumentSummary } from '@/features/documents/queries';
import { getHoldBalances } from '@/features/ledger/queries';
import { priceOf, type UnitPrice } from '@/features/rules/domain/unit-price';
import type { Named } from '@/lib/organisation-name';
import type { Bilingual } from '@/lib/bilingual';
import { idCursor } from '@/lib/input/filter';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import { fen, sumFen, zeroFen, type Fen } from '@/lib/money';
import { identityKey } from '@/lib/normal';
import { cityOf, organisationOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { redemptionLifecycle, type RedemptionState } from './domain/lifecycle';

/** Loads an organisation's name, for notifications. Returns an empty text if the user may not read it. */
export async function nameOf(tx: Tx, organisationId: string): Promise<string> {
  const [row] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  return row?.name ?? '';
}

/**
 * Loads the version of the rules under which a hold's voucher was issued. The vendor may not read the voucher itself.
 */
export async function versionOfHold(tx: Tx, holdId: string): Promise<string | undefined> {
  const [row] = await tx.execute<{ id: string | null }>(
    sql`select app.version_of_hold(${holdId}::uuid) as id`,
  );
  return row?.id ?? undefined;
}

/** Loads the state of a hold's voucher. The vendor may not read the voucher itself. */
export async function voucherStateOfHold(tx: Tx, holdId: string): Promise<string | undefined> {
  const [row] = await tx.execute<{ state: string | null }>(
    sql`select app.voucher_state_of_hold(${holdId}::uuid) as state`,
  );
  return row?.state ?? undefined;
}

/** Counts the redemptions of a voucher that nobody has decided on yet. */
export const waitingRedemptions = (tx: Tx, voucherId: string): Promise<number> =>
  tx.$count(
    redemptions,
    and(
      eq(redemptions.voucherId, voucherId),
      inArray(redemptions.state, ['submitted', 'confirmed', 'disputed']),
    ),
  );

export type OrderHeld = { vendorId: string; orderNumber: string; heldFen: Fen };

/** Lists the amounts (fen) of a voucher that its orders use, hold by hold: held, claimed and redeemed. */
export async function heldByOrder(tx: Tx, voucherId: string): Promise<OrderHeld[]> {
  const rows = await tx
    .select({ id: holds.id, vendorId: holds.vendorId, orderNumber: holds.orderNumber })
    .from(holds)
    .where(eq(holds.voucherId, voucherId));
  const balances = await getHoldBalances(
    tx,
    rows.map((row) => row.id),
  );
  return rows.flatMap(({ id, vendorId, orderNumber }) => {
    const hold = balances.get(id);
    const heldFen = hold ? fen(hold.amountFen - hold.releasedFen) : zeroFen;
    return heldFen > 0n ? [{ vendorId, orderNumber, heldFen }] : [];
  });
}

/** Adds up the amounts (fen) of a voucher that one order uses, however its number was typed. */
export async function heldForOrder(
  tx: Tx,
  order: { voucherId: string; vendorId: string; orderNumber: string },
): Promise<Fen> {
  const all = await heldByOrder(tx, order.voucherId);
  const key = identityKey(order.orderNumber);
  return sumFen(
    all
      .filter((one) => one.vendorId === order.vendorId && identityKey(one.orderNumber) === key)
      .map(({ heldFen }) => heldFen),
  );
}

/** The two organisations of a hold or a redemption, by their roles in it. */
export const vendor = alias(organisations, 'vendor');
export const holder = alias(organisations, 'holder');

/** The filter in the page's address. */
export const redemptionFilter = z.object({
  state: z.enum(redemptionLifecycle.states).optional(),
  cursor: idCursor(),
});
export type RedemptionFilter = z.output<typeof redemptionFilter>;

/** The filter of a city, which has many vendors. Vendor and month are picked from lists. */
export const cityRedemptionFilter = redemptionFilter.extend({
  vendor: z.uuid().optional(),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
});
export type CityFilter = RedemptionFilter & {
  vendor?: string | undefined;
  month?: string | undefined;
};

/** Selects the names of one side, in both languages. */
export const namesIn = (side: typeof vendor | typeof holder) => ({
  name: side.name,
  nameEn: side.nameEn,
});

const summary = {
  id: redemptions.id,
  reference: redemptions.reference,
  state: redemptions.state,
  subsidyFen: redemptions.subsidyFen,
  reversedFen: redemptions.reversedFen,
  invoiceFen: redemptions.invoiceFen,
  submittedAt: redemptions.submittedAt,
  redInvoiceNumber: redemptions.redInvoiceNumber,
  unit: holds.unit,
  priceFen: holds.unitPriceFen,
  vendor: namesIn(vendor),
  holder: namesIn(holder),
};

export type RedemptionSummary = {
  id: string;
  reference: string;
  state: RedemptionState;
  subsidyFen: Fen;
  /** What was recovered of it. */
  reversedFen: Fen;
  invoiceFen: Fen;
  /** The price at which the voucher counts another unit than yuan. */
  price: UnitPrice | undefined;
  submittedAt: Date;
  /** The invoice with which the tax side has reversed this one's. */
  redInvoiceNumber: string | null;
  vendor: Named;
  holder: Named;
};

export type RedemptionPage = { rows: RedemptionSummary[]; nextCursor: string | null };

/** Reads redemptions with the names of both parties, the newest first. */
export async function readSummaries(
  tx: Tx,
  where: SQL | undefined,
  most = pageSize + 1,
): Promise<RedemptionSummary[]> {
  const rows = await tx
    .select(summary)
    .from(redemptions)
    .innerJoin(holds, eq(holds.id, redemptions.holdId))
    .innerJoin(vendor, eq(vendor.id, redemptions.vendorId))
    .innerJoin(holder, eq(holder.id, redemptions.organisationId))
    .where(where)
    .orderBy(desc(redemptions.id))
    .limit(most);
  return rows.map(({ unit, priceFen, ...row }) => ({ ...row, price: priceOf({ unit, priceFen }) }));
}

/** The month in which a redemption was submitted, in Beijing time: `2026-05`. */
export const submittedMonth = sql<string>`to_char(${redemptions.submittedAt} at time zone 'Asia/Shanghai', 'YYYY-MM')`;

async function pageWhere(tx: Tx, scope: SQL, filter: CityFilter): Promise<RedemptionPage> {
  const before = decodeIdCursor(filter.cursor);
  const rows = await readSummaries(
    tx,
    and(
      scope,
      filter.state ? eq(redemptions.state, filter.state) : undefined,
      filter.vendor ? eq(redemptions.vendorId, filter.vendor) : undefined,
      filter.month ? eq(submittedMonth, filter.month) : undefined,
      before ? lt(redemptions.id, before) : undefined,
    ),
  );
  return pageOf(rows, pageSize, (row) => [row.id]);
}

/** Lists a vendor's own redemptions, the newest first. */
export const listVendorRedemptions = (actor: Actor<'vendor.read'>, filter: RedemptionFilter) =>
  inScope(actor, ({ tx }) =>
    pageWhere(tx, eq(redemptions.vendorId, organisationOf(actor)), filter),
  );

/** Lists the redemptions in a city, the newest first. */
export const listCityRedemptions = (actor: Actor<'redemption.read'>, filter: CityFilter) =>
  inScope(actor, ({ tx }) => pageWhere(tx, eq(redemptions.cityId, cityOf(actor)), filter));

/** Lists the redemptions that wait for the start-up's answer, the newest first. */
export const listToAnswer = (actor: Actor<'startup.read'>) =>
  inScope(actor, ({ tx }) =>
    pageWhere(tx, eq(redemptions.organisationId, organisationOf(actor)), {
      state: 'submitted',
      cursor: undefined,
    }),
  );

/** Lists the redemptions of one voucher, for users who may read the voucher. */
export const listVoucherRedemptions = (
  tx: Tx,
  voucherId: string,
  cursor: string | undefined,
): Promise<RedemptionPage> =>
  pageWhere(tx, eq(redemptions.voucherId, voucherId), { state: undefined, cursor });

export type RedemptionDetail = RedemptionSummary & {
  voucherId: string;
  city: Bilingual;
  orderNumber: string;
  orderFen: Fen;
  holdFen: Fen;
  holdId: string;
  /** The entry that made it money, which a recovery undoes. */
  captureEntryId: string | null;
  /** The invoice that reversed this one at the tax office, and its date. */
  redInvoiceNumber: string | null;
  redInvoiceOn: string | null;
  invoiceKey: string;
  cardHours: string;
  chip: string;
  servedFrom: string;
  servedTo: string;
  /** Until when the start-up may answer before its silence confirms; null where it never does. */
  silenceUntil: Date | null;
  confirmedAt: Date | null;
  /** Whether silence confirmed it. */
  silent: boolean;
  verifiedAt: Date | null;
  disputeReason: string | null;
  rejectionReason: string | null;
  documents: DocumentSummary[];
};

async function findRedemption(
  tx: Tx,
  id: string,
  scope: SQL,
): Promise<RedemptionDetail | undefined> {
  const [row] = await tx
    .select({
      ...summary,
      voucherId: redemptions.voucherId,
      cityZh: cities.nameZh,
      cityEn: cities.nameEn,
      orderNumber: holds.orderNumber,
      orderFen: holds.orderFen,
      holdFen: holds.amountFen,
      holdId: holds.id,
      captureEntryId: redemptions.captureEntryId,
      redInvoiceNumber: redemptions.redInvoiceNumber,
      redInvoiceOn: redemptions.redInvoiceOn,
      invoiceKey: redemptions.invoiceKey,
      cardHours: redemptions.cardHours,
      chip: redemptions.chip,
      servedFrom: redemptions.servedFrom,
      servedTo: redemptions.servedTo,
      silenceUntil: redemptions.silenceUntil,
      confirmedAt: redemptions.confirmedAt,
      silent: sql<boolean>`${redemptions.confirmedAt} is not null and ${redemptions.confirmedBy} is null`,
      verifiedAt: redemptions.verifiedAt,
      disputeReason: redemptions.disputeReason,
      rejectionReason: redemptions.rejectionReason,
    })
    .from(redemptions)
    .innerJoin(holds, eq(holds.id, redemptions.holdId))
    .innerJoin(vendor, eq(vendor.id, redemptions.vendorId))
    .innerJoin(holder, eq(holder.id, redemptions.organisationId))
    .innerJoin(cities, eq(cities.id, redemptions.cityId))
    .where(and(eq(redemptions.id, id), scope));
  if (!row) return undefined;
  const { cityZh, cityEn, unit, priceFen, ...rest } = row;
  return {
    ...rest,
    price: priceOf({ unit, priceFen }),
    city: { 'zh-CN': cityZh, en: cityEn },
    documents: await listDocuments(tx, { redemptionId: id }),
  };
}

export const getOwnRedemption = (actor: Actor<'startup.read'>, id: string) =>
  inScope(actor, ({ tx }) =>
    findRedemption(tx, id, eq(redemptions.organisationId, organisationOf(actor))),
  );

export const getVendorRedemption = (actor: Actor<'vendor.read'>, id: string) =>
  inScope(actor, ({ tx }) =>
    findRedemption(tx, id, eq(redemptions.vendorId, organisationOf(actor))),
  );

export const getCityRedemption = (actor: Actor<'redemption.read'>, id: string) =>
  inScope(actor, ({ tx }) => findRedemption(tx, id, eq(redemptions.cityId, cityOf(actor))));
