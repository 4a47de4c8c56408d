import 'server-only';
import {
  and,
  asc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  or,
  sql,
  type SQL,
} from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { funderBillLines } from '@/db/schema/funders';
import { entries, funderEntries, funders, settlementLines } from '@/db/schema/ledger';
import { payments, settlementBatches } from '@/db/schema/settlements';
import type { Bilingual } from '@/lib/bilingual';
import { addDays, startOfDay, type IsoDate } from '@/lib/dates';
import { fen, type Fen } from '@/lib/money';
import type { LedgerKind } from './messages';

/** A funder of a programme, by the name that the rules give it. */
export type Funder = { funderId: string; programmeId: string; name: Bilingual };

/** The days on which batches were released, first and last; open where one is missing. */
export type ReleasePeriod = { fromOn?: IsoDate | undefined; toOn?: IsoDate | undefined };

const funderColumns = {
  funderId: funders.id,
  programmeId: funders.programmeId,
  name: { 'zh-CN': funders.nameZh, en: funders.nameEn },
};

const sumOf = (amount: SQL | typeof funderEntries.amountFen, where?: SQL): SQL<Fen> => {
  const sum = where ? sql`sum(${amount}) filter (where ${where})` : sql`sum(${amount})`;
  return sql<string>`coalesce(${sum}, 0)::text`.mapWith((text: string) => fen(BigInt(text)));
};

const releasedIn = ({ fromOn, toOn }: ReleasePeriod): SQL | undefined =>
  and(
    isNotNull(settlementBatches.releasedAt),
    fromOn ? gte(settlementBatches.releasedAt, startOfDay(fromOn)) : undefined,
    toOn ? lt(settlementBatches.releasedAt, startOfDay(addDays(toOn, 1))) : undefined,
  );

/**
 * Finds reversals before a period that no bill has counted yet. They count in the next bill, whatever its period, because a funder
 * must not pay for what was reversed.
 */
const broughtForward = ({ fromOn }: ReleasePeriod): SQL =>
  fromOn
    ? sql`(${settlementBatches.releasedAt} < ${startOfDay(fromOn).toISOString()}::timestamptz
        and ${funderEntries.amountFen} < 0 and ${funderBillLines.billId} is null)`
    : sql`false`;

/** Loads one funder of the city. */
export async function getFunder(
  tx: Tx,
  cityId: string,
  funderId: string,
): Promise<Funder | undefined> {
  const [found] = await tx
    .select(funderColumns)
    .from(funders)
    .where(and(eq(funders.id, funderId), eq(funders.cityId, cityId)));
  return found;
}

/** Lists the ids of the city's programmes that have funders. */
export async function listProgrammesWithFunders(tx: Tx, cityId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: funders.programmeId })
    .from(funders)
    .where(eq(funders.cityId, cityId))
    .orderBy(asc(funders.programmeId));
  return rows.map(({ id }) => id);
}

/** Loads funders by their ids. */
export const listFunders = (tx: Tx, ids: readonly string[]): Promise<Funder[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .select(funderColumns)
        .from(funders)
        .where(inArray(funders.id, [...new Set(ids)]));

/** Lists what each funder bears of a batch. Empty where no programme in it has funders. */
export const listBatchFunders = (
  tx: Tx,
  batchId: string,
): Promise<(Funder & { amountFen: Fen })[]> =>
  tx
    .select({ ...funderColumns, amountFen: sumOf(funderEntries.amountFen) })
    .from(payments)
    .innerJoin(settlementLines, eq(settlementLines.settlementId, payments.id))
    .innerJoin(funderEntries, eq(funderEntries.entryId, settlementLines.entryId))
    .innerJoin(funders, eq(funders.id, funderEntries.funderId))
    .where(eq(payments.batchId, batchId))
    .groupBy(funders.id)
    .orderBy(asc(funders.id));

const standingLine = and(
  eq(funderBillLines.entryId, funderEntries.entryId),
  eq(funderBillLines.funderId, funderEntries.funderId),
  funderBillLines.standing,
);

/** Leaves out what the bank has not paid: it is billed once it was paid. What is on a bill already stays there. */
const notFailed = or(ne(payments.state, 'failed'), isNotNull(funderBillLines.billId));

/** What a funder bears of the batches that were released in a period, and how much of it is on a bill. */
export type FunderSum = Funder & {
  shareFen: Fen;
  billedFen: Fen;
  /** Reversals of earlier batches that no bill has; zero or less. */
  broughtFen: Fen;
};

/** Lists the city's funders with what they bear of the batches released in a period. */
export const listFunderSums = (
  tx: Tx,
  cityId: string,
  period: ReleasePeriod,
  programmeId: string | undefined,
): Promise<FunderSum[]> =>
  tx
    .select({
      ...funderColumns,
      shareFen: sumOf(funderEntries.amountFen, releasedIn(period)),
      billedFen: sumOf(
        funderEntries.amountFen,
        and(releasedIn(period), isNotNull(funderBillLines.billId)),
      ),
      broughtFen: sumOf(funderEntries.amountFen, broughtForward(period)),
    })
    .from(funders)
    .innerJoin(funderEntries, eq(funderEntries.funderId, funders.id))
    .innerJoin(settlementLines, eq(settlementLines.entryId, funderEntries.entryId))
    .innerJoin(payments, eq(payments.id, settlementLines.settlementId))
    .innerJoin(settlementBatches, eq(settlementBatches.id, payments.batchId))
    .leftJoin(funderBillLines, standingLine)
    .where(
      and(
        eq(funders.cityId, cityId),
        programmeId ? eq(funders.programmeId, programmeId) : undefined,
        or(releasedIn(period), broughtForward(period)),
        notFailed,
      ),
    )
    .groupBy(funders.id)
    .orderBy(asc(funders.programmeId), asc(funders.id));

/** A part of a settled line that can be billed. */
export type Unbilled = { entryId: string; batchId: string; amountFen: Fen };

/** Lists a funder's parts that no standing bill has: of batches released in a period, and reversals before it. */
export const listUnbilled = (
  tx: Tx,
  funderId: string,
  period: ReleasePeriod,
): Promise<Unbilled[]> =>
  tx
    .select({
      entryId: funderEntries.entryId,
      batchId: settlementBatches.id,
      amountFen: funderEntries.amountFen,
    })
    .from(funderEntries)
    .innerJoin(settlementLines, eq(settlementLines.entryId, funderEntries.entryId))
    .innerJoin(payments, eq(payments.id, settlementLines.settlementId))
    .innerJoin(settlementBatches, eq(settlementBatches.id, payments.batchId))
    .leftJoin(funderBillLines, standingLine)
    .where(
      and(
        eq(funderEntries.funderId, funderId),
        isNull(funderBillLines.billId),
        or(releasedIn(period), broughtForward(period)),
        notFailed,
      ),
    )
    .orderBy(asc(funderEntries.entryId));

const ofBill = and(
  eq(funderBillLines.entryId, funderEntries.entryId),
  eq(funderBillLines.funderId, funderEntries.funderId),
);

/** Lists the batches of a bill, with how many lines of each it has and what the funder bears of them. */
export const listBillBatches = (tx: Tx, billId: string) =>
  tx
    .select({
      batchId: settlementBatches.id,
      reference: settlementBatches.reference,
      releasedAt: settlementBatches.releasedAt,
      lines: sql<number>`count(*)::int`,
      amountFen: sumOf(funderEntries.amountFen),
    })
    .from(funderBillLines)
    .innerJoin(funderEntries, ofBill)
    .innerJoin(settlementBatches, eq(settlementBatches.id, funderBillLines.batchId))
    .where(eq(funderBillLines.billId, billId))
    .groupBy(settlementBatches.id)
    .orderBy(asc(settlementBatches.releasedAt), asc(settlementBatches.id));

/** Lists the lines of a bill in the order of their entries: what was settled, and what the funder bears of it. */
export const listBillLines = (tx: Tx, billId: string) =>
  tx
    .select({
      entryId: funderEntries.entryId,
      batch: settlementBatches.reference,
      payment: payments.reference,
      payeeId: payments.payeeId,
      kind: sql<LedgerKind>`${entries.kind}`,
      settledFen: settlementLines.amountFen,
      amountFen: funderEntries.amountFen,
    })
    .from(funderBillLines)
    .innerJoin(funderEntries, ofBill)
    .innerJoin(settlementLines, eq(settlementLines.entryId, funderEntries.entryId))
    .innerJoin(entries, eq(entries.id, settlementLines.entryId))
    .innerJoin(payments, eq(payments.id, settlementLines.settlementId))
    .innerJoin(settlementBatches, eq(settlementBatches.id, funderBillLines.batchId))
    .where(eq(funderBillLines.billId, billId))
    .orderBy(asc(funderEntries.entryId));
