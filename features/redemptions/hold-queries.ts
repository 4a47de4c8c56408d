import 'server-only';
import { and, desc, eq, gt, lt, or, sql, type SQL } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { cities } from '@/db/schema/people';
import { holds } from '@/db/schema/redemptions';
import { vouchers } from '@/db/schema/vouchers';
import {
  getBalance,
  getHoldBalances,
  pausedSince,
  type HoldBalance,
} from '@/features/ledger/queries';
import type { Named } from '@/lib/organisation-name';
import type { Bilingual } from '@/lib/bilingual';
import { payoutOf } from '@/features/rules/domain/payout';
import type { EvidenceCode } from '@/features/rules/domain/rules';
import { priceOf, unitPriceOf, type UnitPrice } from '@/features/rules/domain/unit-price';
import { getVersion, programmeTitles } from '@/features/programmes/queries';
import { isOver } from '@/features/pauses/domain/days';
import { pauseOf, type Pause } from '@/features/pauses/queries';
import { listedVendors, type ListedVendor } from '@/features/vendors/queries';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import { fen, sumFen, zeroFen, type Fen } from '@/lib/money';
import { isId } from '@/lib/query';
import { organisationOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { heldByOrder, holder, namesIn, vendor, versionOfHold, type OrderHeld } from './queries';

type VoucherState = (typeof vouchers.$inferSelect)['state'];

export type HoldSummary = HoldBalance & {
  id: string;
  vendor: Named;
  holder: Named;
  orderNumber: string;
  orderFen: Fen;
  /** The price at which the voucher counts another unit than yuan. */
  price: UnitPrice | undefined;
  state: 'open' | 'released' | 'expired';
};

export type HoldPage = { rows: HoldSummary[]; nextCursor: string | null };

/** Lists a page of holds with the balance of each, the newest first. */
async function pageOfHolds(
  tx: Tx,
  scope: SQL | undefined,
  cursor: string | undefined,
): Promise<HoldPage> {
  const before = decodeIdCursor(cursor);
  const rows = await tx
    .select({
      id: holds.id,
      vendor: namesIn(vendor),
      holder: namesIn(holder),
      orderNumber: holds.orderNumber,
      orderFen: holds.orderFen,
      unit: holds.unit,
      priceFen: holds.unitPriceFen,
      state: holds.state,
    })
    .from(holds)
    .innerJoin(vendor, eq(vendor.id, holds.vendorId))
    .innerJoin(holder, eq(holder.id, holds.organisationId))
    .where(and(scope, before ? lt(holds.id, before) : undefined))
    .orderBy(desc(holds.id))
    .limit(pageSize + 1);
  const page = pageOf(rows, pageSize, (row) => [row.id]);
  const balances = await getHoldBalances(
    tx,
    page.rows.map((row) => row.id),
  );
  return {
    nextCursor: page.nextCursor,
    rows: page.rows.map(({ unit, priceFen, ...row }) => {
      const balance = balances.get(row.id);
      if (!balance) throw new Error(`Hold ${row.id} has no money.`);
      return { ...balance, ...row, price: priceOf({ unit, priceFen }) };
    }),
  };
}

/** Lists the holds of one voucher, for users who may read the voucher. */
export const listVoucherHolds = (tx: Tx, voucherId: string, cursor: string | undefined) =>
  pageOfHolds(tx, eq(holds.voucherId, voucherId), cursor);

/** Returns what is held for orders on one voucher and not claimed yet, in fen. */
export async function openOnVoucher(tx: Tx, voucherId: string): Promise<Fen> {
  const rows = await tx
    .select({ id: holds.id })
    .from(holds)
    .where(and(eq(holds.voucherId, voucherId), eq(holds.state, 'open')));
  const balances = await getHoldBalances(
    tx,
    rows.map(({ id }) => id),
  );
  return sumFen([...balances.values()].map(({ openFen }) => openFen));
}

/** Finds the holds that have not run out, those that a pause keeps among them. */
const stillOpen = (now: Date) =>
  or(gt(holds.expiresAt, now), sql`app.pause_keeps_hold(${holds.id})`);

/** Lists the holds for this vendor that it may still claim. */
export const listOpenHolds = (
  actor: Actor<'vendor.read' | 'redemption.submit'>,
  cursor: string | undefined,
) =>
  inScope(actor, ({ tx, now }) =>
    pageOfHolds(
      tx,
      and(eq(holds.vendorId, organisationOf(actor)), eq(holds.state, 'open'), stillOpen(now)),
      cursor,
    ),
  );

export type OpenHold = HoldSummary & {
  cityName: Bilingual;
  percentOfOrder: string;
  /** The documents that the rules require with a redemption. */
  evidence: readonly EvidenceCode[];
};

/** Loads one hold of this vendor, with the rule that limits its claims. */
export function getVendorHold(
  actor: Actor<'redemption.submit'>,
  id: string,
): Promise<OpenHold | undefined> {
  if (!isId(id)) return Promise.resolve(undefined);
  return inScope(actor, async ({ tx }) => {
    const scope = and(eq(holds.id, id), eq(holds.vendorId, organisationOf(actor)));
    const [hold] = (await pageOfHolds(tx, scope, undefined)).rows;
    const versionId = await versionOfHold(tx, id);
    const [city] = await tx
      .select({ 'zh-CN': cities.nameZh, en: cities.nameEn })
      .from(cities)
      .innerJoin(holds, eq(holds.cityId, cities.id))
      .where(scope);
    if (!hold || !versionId || !city) return undefined;
    const { rules } = await getVersion(tx, versionId);
    return {
      ...hold,
      cityName: city,
      percentOfOrder: rules.voucher.percentOfOrder,
      evidence: rules.evidence.redemption,
    };
  });
}

/** What the form of a new hold needs: the voucher, what it may pay, and at which vendors. */
export type HoldForm = {
  voucherId: string;
  state: VoucherState;
  programme: Bilingual;
  availableFen: Fen;
  /** The price at which the voucher counts another unit than yuan. */
  price: UnitPrice | undefined;
  validTo: Date;
  expired: boolean;
  /** The pause that keeps anything from being held, or is announced. */
  pause: Pause | undefined;
  percentOfOrder: string;
  holdDays: number;
  vendors: ListedVendor[];
  /** The amounts already held for orders. They count against the share of each order. */
  orders: OrderHeld[];
};

export function getHoldForm(
  actor: Actor<'hold.authorise'>,
  voucherId: string,
): Promise<HoldForm | undefined> {
  return inScope(actor, async ({ tx, now }) => {
    const [voucher] = await tx
      .select()
      .from(vouchers)
      .where(and(eq(vouchers.id, voucherId), eq(vouchers.organisationId, organisationOf(actor))));
    if (!voucher) return undefined;
    const { rules } = await getVersion(tx, voucher.versionId);
    if (payoutOf(rules) !== 'vendor') return undefined;
    const titles = await programmeTitles(tx, [voucher.programmeId]);
    const programme = titles.get(voucher.programmeId);
    if (!programme) throw new Error(`Programme ${voucher.programmeId} has no title.`);
    const since = await pausedSince(tx, [voucher.programmeId]);
    const pausedFrom = since.get(voucher.programmeId) ?? null;
    return {
      voucherId,
      state: voucher.state,
      programme,
      availableFen: (await getBalance(tx, voucherId))?.availableFen ?? zeroFen,
      price: priceOf({ unit: voucher.unit, priceFen: voucher.unitPriceFen }),
      validTo: voucher.validTo,
      expired: isOver({ validTo: voucher.validTo, pausedFrom }, now),
      pause: await pauseOf({ tx, now }, voucher.programmeId),
      percentOfOrder: rules.voucher.percentOfOrder,
      holdDays: rules.voucher.holdDays,
      vendors: await listedVendors(tx, voucher.cityId),
      orders: await heldByOrder(tx, voucherId),
    };
  });
}

/** What a vendor learns about a voucher whose code it was shown. */
export type CheckedVoucher = {
  holderName: string;
  state: VoucherState;
  city: Bilingual;
  programme: Bilingual;
  validTo: Date;
  availableFen: Fen;
  /** The price at which the voucher counts another unit than yuan. */
  price: UnitPrice | undefined;
  /** Whether this vendor is accredited in the issuing city. */
  listed: boolean;
  pause: Pause | undefined;
  /** Whether vendors redeem it; otherwise the holder itself is paid. */
  spentAtVendors: boolean;
  holds: HoldSummary[];
};

type CheckRow = {
  voucher_id: string;
  city_id: string;
  programme_id: string;
  version_id: string;
  holder_name: string;
  state: VoucherState;
  valid_to: string;
  available_fen: string;
  listed: boolean;
};

/** Loads what a vendor may know of a voucher, when it is shown its code. @param code as stored, without dashes */
export function checkVoucher(
  actor: Actor<'voucher.check'>,
  code: string,
): Promise<CheckedVoucher | undefined> {
  return inScope(actor, async ({ tx, now }) => {
    const [row] = await tx.execute<CheckRow>(
      sql`select voucher_id, city_id, programme_id, version_id, holder_name, state, valid_to::text, available_fen::text, listed
        from app.check_voucher(${code})`,
    );
    if (!row) return undefined;
    const [city] = await tx
      .select({ 'zh-CN': cities.nameZh, en: cities.nameEn })
      .from(cities)
      .where(eq(cities.id, row.city_id));
    const programme = (await programmeTitles(tx, [row.programme_id])).get(row.programme_id);
    if (!city || !programme) throw new Error(`Voucher ${row.voucher_id} has no city.`);
    const { rules } = await getVersion(tx, row.version_id);
    const held = await pageOfHolds(
      tx,
      and(
        eq(holds.voucherId, row.voucher_id),
        eq(holds.vendorId, organisationOf(actor)),
        eq(holds.state, 'open'),
        stillOpen(now),
      ),
      undefined,
    );
    return {
      holderName: row.holder_name,
      state: row.state,
      city,
      programme,
      validTo: new Date(row.valid_to),
      availableFen: fen(BigInt(row.available_fen)),
      // Its version never changes, so the price there is the one that was frozen with the voucher.
      price: unitPriceOf(rules),
      listed: row.listed,
      pause: await pauseOf({ tx, now }, row.programme_id),
      spentAtVendors: payoutOf(rules) === 'vendor',
      holds: held.rows,
    };
  });
}
