import 'server-only';
import { and, eq, gte, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { claimCosts, claims } from '@/db/schema/claims';
import { cities } from '@/db/schema/people';
import { holds, redemptions } from '@/db/schema/redemptions';
import { payments } from '@/db/schema/settlements';
import { listPayable, type PayableEntry, type PayeeScope } from '@/features/ledger/payable-queries';
import type { AdvanceKind } from '@/features/ledger/advance-commands';
import { listPaidMovements } from '@/features/ledger/advance-statement-queries';
import type { LedgerKind } from '@/features/ledger/messages';
import { recoveryReferences } from '@/features/recoveries/recoverable-queries';
import { invoiceText } from '@/features/redemptions/domain/invoice-text';
import type { Bilingual } from '@/lib/bilingual';
import type { IsoDate } from '@/lib/dates';
import { maskAccount } from '@/lib/mask';
import { fen, type Fen } from '@/lib/money';
import type { Span } from './domain/period';
import { amountsOf, mergeByDay, type Amounts, type MovementKind } from './domain/statement';

/** The payment that settled something, or that a row itself is. */
export type RowPayment = {
  reference: string;
  state: 'pending' | 'paid' | 'failed';
  paidOn: IsoDate | null;
  bankReference: string | null;
};

export type StatementRow = {
  id: string;
  kind: MovementKind;
  day: IsoDate;
  city: Bilingual;
  /** Of the redemption, the claim, the recovery or the payment; null for what was paid out at once. */
  reference: string | null;
  orderNumber: string | null;
  invoices: readonly string[];
  /** The sum of these invoices. */
  invoiceFen: Fen | null;
  /** The account that was paid to, with most digits hidden. */
  account: string | null;
  amounts: Amounts;
  payment: RowPayment | null;
};

const kinds: Partial<Record<LedgerKind, MovementKind>> = {
  capture: 'captured',
  reverse: 'reversed',
  repay: 'repaid',
  write_off: 'written_off',
};

/** Returns the row that an entry of the ledger is in a statement. */
export function kindOf(kind: LedgerKind): MovementKind {
  const found = kinds[kind];
  if (!found) throw new Error(`A statement has no row for ${kind}.`);
  return found;
}

const advanceRows = {
  advance: 'advanced',
  refill: 'refilled',
  cancel: undefined,
  draw: 'drawn',
  return: undefined,
} as const satisfies Record<AdvanceKind, MovementKind | undefined>;

/**
 * Returns the row that a movement of an advance is in a statement. What is paid back belongs to no payment, and what was taken out
 * of a payment was never paid: neither is in any.
 */
export function kindOfAdvance(kind: AdvanceKind): MovementKind {
  const found = advanceRows[kind];
  if (!found) throw new Error(`A statement has no row for ${kind}.`);
  return found;
}

/** Selects the payments that a payee has received. */
export const paidTo = ({ payeeId, cityId }: PayeeScope) =>
  and(
    eq(payments.payeeId, payeeId),
    cityId === undefined ? undefined : eq(payments.cityId, cityId),
    eq(payments.state, 'paid'),
    isNotNull(payments.paidOn),
  );

type Details = Pick<StatementRow, 'reference' | 'orderNumber' | 'invoices' | 'invoiceFen'>;
const noDetails: Details = { reference: null, orderNumber: null, invoices: [], invoiceFen: null };

/** Loads which redemption or claim each of these captures is of, with its order and its invoices. */
async function detailsOf(tx: Tx, captureIds: readonly string[]): Promise<Map<string, Details>> {
  const found = new Map<string, Details>();
  if (captureIds.length === 0) return found;
  const redeemed = await tx
    .select({
      entryId: redemptions.captureEntryId,
      reference: redemptions.reference,
      invoiceKey: redemptions.invoiceKey,
      invoiceFen: redemptions.invoiceFen,
      orderNumber: holds.orderNumber,
    })
    .from(redemptions)
    .innerJoin(holds, eq(holds.id, redemptions.holdId))
    .where(inArray(redemptions.captureEntryId, [...captureIds]));
  for (const { entryId, invoiceKey, ...row } of redeemed) {
    found.set(entryId ?? '', { ...row, invoices: [invoiceText(invoiceKey)] });
  }
  const claimed = await tx
    .select({ claim: claims, cost: claimCosts })
    .from(claims)
    .innerJoin(claimCosts, eq(claimCosts.claimId, claims.id))
    .where(inArray(claims.captureEntryId, [...captureIds]))
    .orderBy(claimCosts.id);
  for (const { claim, cost } of claimed) {
    const entryId = claim.captureEntryId ?? '';
    const earlier = found.get(entryId) ?? noDetails;
    found.set(entryId, {
      reference: claim.reference,
      orderNumber: null,
      invoices: [...earlier.invoices, invoiceText(cost.invoiceKey)],
      invoiceFen: fen((earlier.invoiceFen ?? 0n) + cost.invoiceFen),
    });
  }
  return found;
}

/** Loads the names of cities by their ids. */
async function cityNames(tx: Tx): Promise<Map<string, Bilingual>> {
  const rows = await tx
    .select({ id: cities.id, 'zh-CN': cities.nameZh, en: cities.nameEn })
    .from(cities);
  return new Map(rows.map(({ id, ...name }) => [id, name]));
}

/** Loads the payments that have settled these entries. */
async function paymentsOf(tx: Tx, entries: readonly PayableEntry[]) {
  const ids = [...new Set(entries.flatMap(({ settlementId }) => settlementId ?? []))];
  if (ids.length === 0) return new Map<string, RowPayment>();
  const rows = await tx.select().from(payments).where(inArray(payments.id, ids));
  return new Map(rows.map((row): [string, RowPayment] => [row.id, row]));
}

/** Returns rows of the ledger's entries with what they are of. */
async function entryRows(
  tx: Tx,
  entries: readonly PayableEntry[],
  names: ReadonlyMap<string, Bilingual>,
): Promise<StatementRow[]> {
  const ids = entries.map(({ id }) => id);
  const details = await detailsOf(tx, ids);
  const recovered = await recoveryReferences(tx, ids);
  const settled = await paymentsOf(tx, entries);
  return entries.map(({ id, kind, day, cityId, amountFen, settlementId }) => ({
    id,
    kind: kindOf(kind),
    day,
    city: names.get(cityId) ?? { 'zh-CN': '', en: '' },
    ...(details.get(id) ?? { ...noDetails, reference: recovered.get(id) ?? null }),
    account: null,
    amounts: amountsOf(kindOf(kind), amountFen),
    payment: settled.get(settlementId ?? '') ?? null,
  }));
}

type Page = Span & {
  after: readonly [day: IsoDate, id: string] | undefined;
  most: number;
};

/** Lists the payments that were made from one day to another, by day and id. */
async function paidRows(
  tx: Tx,
  scope: PayeeScope,
  { from, to, after, most }: Page,
  names: ReadonlyMap<string, Bilingual>,
): Promise<StatementRow[]> {
  const rows = await tx
    .select()
    .from(payments)
    .where(
      and(
        paidTo(scope),
        gte(payments.paidOn, from),
        lte(payments.paidOn, to),
        after
          ? sql`(${payments.paidOn}, ${payments.id}) > (${after[0]}, ${after[1]}::uuid)`
          : undefined,
      ),
    )
    .orderBy(payments.paidOn, payments.id)
    .limit(most);
  return rows.map((row) => ({
    ...noDetails,
    id: row.id,
    kind: 'paid',
    day: row.paidOn ?? '',
    city: names.get(row.cityId) ?? { 'zh-CN': '', en: '' },
    reference: row.reference,
    account: maskAccount(row.bank.accountNumber),
    amounts: amountsOf('paid', row.amountFen),
    payment: row,
  }));
}

/** Lists what the payments of these days drew on advances and paid into them, by day and id. */
async function movementRows(
  tx: Tx,
  scope: PayeeScope,
  page: Page,
  names: ReadonlyMap<string, Bilingual>,
): Promise<StatementRow[]> {
  const rows = await listPaidMovements(tx, scope, page);
  return rows.map(({ id, kind, day, cityId, amountFen, payment }) => ({
    ...noDetails,
    id,
    kind: kindOfAdvance(kind),
    day,
    city: names.get(cityId) ?? { 'zh-CN': '', en: '' },
    account: null,
    amounts: amountsOf(kindOfAdvance(kind), amountFen),
    payment,
  }));
}

/** Lists what happened, by day and id: at most so many rows after a place. */
export async function rowsOf(tx: Tx, scope: PayeeScope, page: Page): Promise<StatementRow[]> {
  const names = await cityNames(tx);
  const entries = await listPayable(tx, scope, page);
  const paid = await paidRows(tx, scope, page, names);
  const moved = await movementRows(tx, scope, page, names);
  const settled = mergeByDay(await entryRows(tx, entries, names), paid);
  return mergeByDay(settled, moved).slice(0, page.most);
}
