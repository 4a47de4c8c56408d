import 'server-only';
import { and, desc, eq, lt, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { applications } from '@/db/schema/applications';
import { awardImports, awardRows } from '@/db/schema/awards';
import { cities, organisations } from '@/db/schema/people';
import { programmeVersions } from '@/db/schema/programmes';
import { vouchers } from '@/db/schema/vouchers';
import {
  getBalances,
  listVoucherEntries,
  pausedSince,
  type Balance,
  type EntryPage,
} from '@/features/ledger/queries';
import type { Named } from '@/lib/organisation-name';
import { payoutOf, type Payout } from '@/features/rules/domain/payout';
import type { Rules } from '@/features/rules/domain/rules';
import { priceOf, unitPriceOf, type UnitPrice } from '@/features/rules/domain/unit-price';
import type { Bilingual } from '@/lib/bilingual';
import { listVoucherClaims, type ClaimPage } from '@/features/claims/queries';
import { getVersion, programmeTitles } from '@/features/programmes/queries';
import { pauseOf, type Pause } from '@/features/pauses/queries';
import { listVoucherHolds, type HoldPage } from '@/features/redemptions/hold-queries';
import { listVoucherRedemptions, type RedemptionPage } from '@/features/redemptions/queries';
import { daysBetween, shanghaiDate } from '@/lib/dates';
import { idCursor, search } from '@/lib/input/filter';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import { fen, type Fen } from '@/lib/money';
import { cityOf, organisationOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { everyWord } from '@/server/search';
import { usageOf, voucherLifecycle, type VoucherState } from './domain/lifecycle';
import { statusOf, type VoucherStatus } from './domain/status';

/** The filter in the query of the address. */
export const voucherFilter = z.object({
  state: z.enum(voucherLifecycle.states).optional(),
  q: search(),
  cursor: idCursor(),
});
export type VoucherFilter = z.output<typeof voucherFilter>;

export type VoucherSummary = {
  id: string;
  code: string;
  programmeId: string;
  programme: Bilingual;
  city: Bilingual;
  holder: Named;
  status: VoucherStatus;
  payout: Payout;
  /** The price at which it counts another unit than yuan, as at its issue. */
  price: UnitPrice | undefined;
  faceValueFen: Fen;
  availableFen: Fen;
  heldFen: Fen;
  usedFen: Fen;
  returnedFen: Fen;
  issuedAt: Date;
  validTo: Date;
  /** Whether its programme is paused now, so that the last day moves. */
  paused: boolean;
  /** Calendar days until the last day; negative after it. */
  daysLeft: number;
};

const columns = {
  id: vouchers.id,
  code: vouchers.code,
  state: vouchers.state,
  programmeId: vouchers.programmeId,
  versionId: vouchers.versionId,
  applicationId: vouchers.applicationId,
  unit: vouchers.unit,
  priceFen: vouchers.unitPriceFen,
  faceValueFen: vouchers.faceValueFen,
  issuedAt: vouchers.issuedAt,
  validTo: vouchers.validTo,
  frozenReason: vouchers.frozenReason,
  holder: { name: organisations.name, nameEn: organisations.nameEn },
  cityZh: cities.nameZh,
  cityEn: cities.nameEn,
  reference: applications.reference,
  awardedFor: awardRows.contractReference,
  importId: awardImports.id,
  importReference: awardImports.reference,
  // What decides how it is paid, without the rest of the rules.
  mode: sql<Rules['mode']>`${programmeVersions.rules} ->> 'mode'`,
  evidence: sql<Rules['evidence']>`${programmeVersions.rules} -> 'evidence'`,
};

const find = (tx: Tx) =>
  tx
    .select(columns)
    .from(vouchers)
    .innerJoin(organisations, eq(organisations.id, vouchers.organisationId))
    .innerJoin(cities, eq(cities.id, vouchers.cityId))
    .innerJoin(programmeVersions, eq(programmeVersions.id, vouchers.versionId))
    .leftJoin(applications, eq(applications.id, vouchers.applicationId))
    .leftJoin(awardRows, eq(awardRows.id, vouchers.awardRowId))
    // Row security lets the city see the whole list, and the holder only its own row of it.
    .leftJoin(awardImports, eq(awardImports.id, awardRows.importId));

type Row = Awaited<ReturnType<typeof find>>[number];

function toSummary(
  row: Row,
  balance: Balance | undefined,
  title: Bilingual | undefined,
  { now, pausedFrom }: { now: Date; pausedFrom: Date | null },
): VoucherSummary {
  if (!balance || !title) throw new Error(`Voucher ${row.id} has no money or no programme.`);
  return {
    id: row.id,
    code: row.code,
    programmeId: row.programmeId,
    programme: title,
    city: { 'zh-CN': row.cityZh, en: row.cityEn },
    holder: row.holder,
    status: statusOf({ ...row, pausedFrom }, usageOf(balance), now),
    paused: pausedFrom !== null && pausedFrom <= now,
    payout: payoutOf(row),
    price: priceOf(row),
    faceValueFen: row.faceValueFen,
    availableFen: balance.availableFen,
    heldFen: balance.heldFen,
    usedFen: balance.spentFen,
    returnedFen: balance.returnedFen,
    issuedAt: row.issuedAt,
    validTo: row.validTo,
    daysLeft: daysBetween(shanghaiDate(now), shanghaiDate(row.validTo)),
  };
}

async function summarise(
  { tx, now }: { tx: Tx; now: Date },
  rows: readonly Row[],
): Promise<VoucherSummary[]> {
  const balances = await getBalances(
    tx,
    rows.map((row) => row.id),
  );
  const titles = await programmeTitles(
    tx,
    rows.map((row) => row.programmeId),
  );
  const since = await pausedSince(
    tx,
    rows.map((row) => row.programmeId),
  );
  return rows.map((row) =>
    toSummary(row, balances.get(row.id), titles.get(row.programmeId), {
      now,
      pausedFrom: since.get(row.programmeId) ?? null,
    }),
  );
}

export type VoucherPage = { rows: VoucherSummary[]; nextCursor: string | null };

async function pageWhere(
  reading: { tx: Tx; now: Date },
  scope: SQL | undefined,
  cursor: string | undefined,
): Promise<VoucherPage> {
  const before = decodeIdCursor(cursor);
  const found = await find(reading.tx)
    .where(and(scope, before ? lt(vouchers.id, before) : undefined))
    .orderBy(desc(vouchers.id))
    .limit(pageSize + 1);
  const page = pageOf(found, pageSize, (row) => [row.id]);
  return { nextCursor: page.nextCursor, rows: await summarise(reading, page.rows) };
}

/** Lists the start-up's own vouchers, newest first. */
export const listOwnVouchers = (actor: Actor<'startup.read'>, cursor: string | undefined) =>
  inScope(actor, (reading) =>
    pageWhere(reading, eq(vouchers.organisationId, organisationOf(actor)), cursor),
  );

/** Matches words of the code, of the holder's names or of its credit code. */
const matches = (q: string): SQL | undefined =>
  everyWord(q, sql`lower(${vouchers.code}) || ' ' || ${organisations.searchText}`);

/** Lists the city's vouchers, newest first. */
export const listCityVouchers = (actor: Actor<'voucher.oversee'>, filter: VoucherFilter) =>
  inScope(actor, (reading) =>
    pageWhere(
      reading,
      and(
        eq(vouchers.cityId, cityOf(actor)),
        filter.state ? eq(vouchers.state, filter.state) : undefined,
        filter.q ? matches(filter.q) : undefined,
      ),
      filter.cursor,
    ),
  );

/** The source of a voucher: an application, or a list of automatic awards. */
export type Origin =
  | { kind: 'application'; id: string; reference: string }
  | { kind: 'award'; awardedFor: string; list: { id: string; reference: string } | null };

export type VoucherDetail = VoucherSummary & {
  state: VoucherState;
  frozenReason: string | null;
  origin: Origin;
  mode: Rules['mode'];
  /** Whether it may be spent, or claimed, in parts. */
  partialUse: boolean;
  holds: HoldPage;
  redemptions: RedemptionPage;
  claims: ClaimPage;
  entries: EntryPage;
  /** The cursor of the shown page of entries; undefined on the first page. */
  entriesFrom: string | undefined;
};

function originOf(row: Row): Origin {
  if (row.applicationId !== null) {
    return { kind: 'application', id: row.applicationId, reference: row.reference ?? '' };
  }
  const { importId, importReference } = row;
  const list = importId && importReference ? { id: importId, reference: importReference } : null;
  return { kind: 'award', awardedFor: row.awardedFor ?? '', list };
}

type Cursors = { entries?: string | undefined };
/** `drafts`: claims that are not submitted yet are listed too. */
type Shown = Cursors & { drafts?: true };

async function findOne(
  reading: { tx: Tx; now: Date },
  id: string,
  scope: SQL,
  cursors: Shown,
): Promise<VoucherDetail | undefined> {
  const { tx } = reading;
  const [row] = await find(tx).where(and(eq(vouchers.id, id), scope));
  if (!row) return undefined;
  const [summary] = await summarise(reading, [row]);
  if (!summary) return undefined;
  const { rules } = await getVersion(tx, row.versionId);
  return {
    ...summary,
    state: row.state,
    frozenReason: row.frozenReason,
    origin: originOf(row),
    mode: rules.mode,
    partialUse: rules.voucher.partialUse,
    holds: await listVoucherHolds(tx, id, undefined),
    redemptions: await listVoucherRedemptions(tx, id, undefined),
    claims: await listVoucherClaims(tx, id, { drafts: cursors.drafts === true }),
    entries: await listVoucherEntries(tx, id, cursors.entries),
    entriesFrom: cursors.entries,
  };
}

/** Loads one of the start-up's own vouchers, with its history. */
export const getOwnVoucher = (actor: Actor<'startup.read'>, id: string, cursors: Cursors) =>
  inScope(actor, (reading) =>
    findOne(reading, id, eq(vouchers.organisationId, organisationOf(actor)), {
      ...cursors,
      drafts: true,
    }),
  );

/** Loads one of the city's vouchers, with its history. */
export const getCityVoucher = (actor: Actor<'voucher.oversee'>, id: string, cursors: Cursors) =>
  inScope(actor, (reading) => findOne(reading, id, eq(vouchers.cityId, cityOf(actor)), cursors));

/** The facts that everyone with the code of a voucher may see. */
export type VerifiedVoucher = {
  pause: Pause | undefined;
  city: Bilingual;
  programme: Bilingual;
  holder: string;
  state: VoucherState;
  price: UnitPrice | undefined;
  faceValueFen: Fen;
  issuedAt: Date;
  validTo: Date;
};

type VerifyRow = {
  city_id: string;
  programme_id: string;
  version_id: string;
  holder_name: string;
  state: VoucherState;
  face_value_fen: string;
  issued_at: string;
  valid_to: string;
};

/** Returns the public facts of a voucher by its code. @param code as stored, without dashes */
export function verifyVoucher(
  actor: Actor<'public.read'>,
  code: string,
): Promise<{ checkedAt: Date; voucher: VerifiedVoucher | undefined }> {
  return inScope(actor, async ({ tx, now }) => {
    const [row] = await tx.execute<VerifyRow>(
      sql`select city_id, programme_id, version_id, holder_name, state, face_value_fen::text,
        issued_at::text, valid_to::text from app.verify_voucher(${code})`,
    );
    if (!row) return { checkedAt: now, voucher: undefined };
    const [city] = await tx
      .select({ 'zh-CN': cities.nameZh, en: cities.nameEn })
      .from(cities)
      .where(eq(cities.id, row.city_id));
    const programme = (await programmeTitles(tx, [row.programme_id])).get(row.programme_id);
    if (!city || !programme) throw new Error('A voucher has no city or no programme.');
    const voucher = {
      pause: await pauseOf({ tx, now }, row.programme_id),
      city,
      programme,
      holder: row.holder_name,
      state: row.state,
      // Its version never changes, so the price there is the one that was frozen with the voucher.
      price: unitPriceOf((await getVersion(tx, row.version_id)).rules),
      faceValueFen: fen(BigInt(row.face_value_fen)),
      issuedAt: new Date(row.issued_at),
      validTo: new Date(row.valid_to),
    };
    return { checkedAt: now, voucher };
  });
}
