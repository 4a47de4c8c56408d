import 'server-only';
import { and, count, eq, inArray, isNotNull, ne, notInArray, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { applications } from '@/db/schema/applications';
import { vouchers } from '@/db/schema/vouchers';
import { bannedUntil } from '@/features/bans/in-force';
import { keptOf } from '@/features/ledger/queries';
import { redeemedOn } from '@/features/ledger/redeemed-queries';
import type { Known } from '@/features/rules/domain/answers';
import { getVersion } from '@/features/programmes/queries';
import type { Rules } from '@/features/rules/domain/rules';
import { inUnitOf, unitPriceOf, type UnitPrice } from '@/features/rules/domain/unit-price';
import { addMonths, shanghaiDate, startOfDay, yearOf } from '@/lib/dates';
import { sumFen, zeroFen, type Fen } from '@/lib/money';
import { promisedStates } from './domain/lifecycle';
import { namesContract, sameContract } from './same-contract';

type Row = typeof applications.$inferSelect;
type Past = {
  approvedFen: Fen | null;
  /** The price at which the award counts another unit than yuan: of its voucher, or of the version of its case. */
  price: UnitPrice | undefined;
  decidedAt: Date | null;
  direction: string | null;
  voucherId: string | null;
};

const awarded = ['awaiting_funds', 'awaiting_share', ...promisedStates, 'issued'] as const;

/** Loads the awards from the applicant's other cases under the programme. */
async function pastCases(tx: Tx, row: Row): Promise<Past[]> {
  const rows = await tx
    .select({
      approvedFen:
        sql<Fen | null>`coalesce(${keptOf(vouchers)}, ${applications.approvedFen})`.mapWith(
          applications.approvedFen,
        ),
      decidedAt: applications.decidedAt,
      direction: sql<string | null>`${applications.answers} ->> 'direction'`,
      voucherId: vouchers.id,
      versionId: applications.versionId,
    })
    .from(applications)
    .leftJoin(vouchers, eq(vouchers.applicationId, applications.id))
    .where(
      and(
        eq(applications.organisationId, row.organisationId),
        eq(applications.programmeId, row.programmeId),
        inArray(applications.state, [...awarded]),
        ne(applications.id, row.id),
      ),
    );
  return priced(tx, rows);
}

/** Adds the price at which each award was decided: a later version of the rules may have another one. */
async function priced<T extends { versionId: string }>(
  tx: Tx,
  rows: readonly T[],
): Promise<(T & Pick<Past, 'price'>)[]> {
  const prices = new Map<string, UnitPrice | undefined>();
  for (const versionId of new Set(rows.map((row) => row.versionId))) {
    prices.set(versionId, unitPriceOf((await getVersion(tx, versionId)).rules));
  }
  return rows.map((row) => ({ ...row, price: prices.get(row.versionId) }));
}

/** Loads the vouchers that the city awarded without an application. */
async function pastLists(tx: Tx, row: Row): Promise<Past[]> {
  const rows = await tx
    .select({
      approvedFen: sql<Fen>`${keptOf(vouchers)}`.mapWith(vouchers.faceValueFen),
      decidedAt: vouchers.issuedAt,
      direction: sql<null>`null`,
      voucherId: vouchers.id,
      versionId: vouchers.versionId,
    })
    .from(vouchers)
    .where(
      and(
        eq(vouchers.organisationId, row.organisationId),
        eq(vouchers.programmeId, row.programmeId),
        isNotNull(vouchers.awardRowId),
      ),
    );
  return priced(tx, rows);
}

/** Groups awards by their price, so that what was redeemed of each group is one sum. */
function byPrice(past: readonly Past[]): [UnitPrice | undefined, Past[]][] {
  const groups = new Map<string, [UnitPrice | undefined, Past[]]>();
  for (const one of past) {
    const key = one.price ? `${one.price.unit}:${one.price.priceFen}` : '';
    const group = groups.get(key) ?? [one.price, []];
    group[1].push(one);
    groups.set(key, group);
  }
  return [...groups.values()];
}

const vouchersOf = (past: readonly Past[]): string[] =>
  past.flatMap(({ voucherId }) => (voucherId ? [voucherId] : []));

/** Counts the consecutive years before this one in which the applicant was awarded something. */
function yearsBefore(past: readonly Past[], year: number): number {
  const years = new Set(
    past.flatMap(({ decidedAt }) => (decidedAt ? [yearOf(shanghaiDate(decidedAt))] : [])),
  );
  let count = 0;
  while (years.has(year - 1 - count)) count += 1;
  return count;
}

/** Returns whether another case of the applicant names the same contract (buyer, vendor, number). */
async function isClaimed(tx: Tx, row: Row): Promise<boolean> {
  const { contractNumber, vendorId } = row.answers;
  if (!namesContract(contractNumber)) return false;
  const [found] = await tx
    .select({ id: applications.id })
    .from(applications)
    .where(
      and(
        eq(applications.organisationId, row.organisationId),
        ne(applications.id, row.id),
        notInArray(applications.state, ['draft', 'rejected', 'withdrawn', 'expired']),
        sameContract(contractNumber),
        sql`coalesce(${applications.answers} ->> 'vendorId', '') = ${vendorId ?? ''}`,
      ),
    )
    .limit(1);
  return found !== undefined;
}

async function placesTaken(tx: Tx, row: Row): Promise<number> {
  const [found] = await tx
    .select({ n: count() })
    .from(applications)
    .where(
      and(
        eq(applications.roundId, row.roundId),
        inArray(applications.state, [...awarded]),
        ne(applications.id, row.id),
      ),
    );
  return found?.n ?? 0;
}

type Used = Pick<
  Known,
  'usedFen' | 'used' | 'contractClaimed' | 'placesTaken' | 'yearsBefore' | 'bannedUntil'
>;

/** Loads what the applicant was awarded before, as far as the rules count it, in the unit of the rules. */
export async function usedBefore(tx: Tx, row: Row, rules: Rules, now: Date): Promise<Used> {
  // Everything under the programme except this case.
  const past = [...(await pastCases(tx, row)), ...(await pastLists(tx, row))];
  const today = shanghaiDate(now);
  const year = yearOf(today);
  const startOfYear = startOfDay(`${year}-01-01`);
  const months = Math.max(0, ...(rules.caps ?? []).map(({ periodMonths = 0 }) => periodMonths));
  const startOfPeriod = startOfDay(addMonths(today, -months));
  const since = (from: Date) =>
    past.filter(({ decidedAt }) => decidedAt !== null && decidedAt >= from && decidedAt <= now);
  const sameDirection = past.filter(({ direction }) => direction === row.answers.direction);
  const counts = (rules.caps ?? []).some(({ counts }) => counts && counts !== 'claimed');
  const inUnit = (money: Fen, price: UnitPrice | undefined) => inUnitOf(rules, money, price);
  const claimed = (of: readonly Past[]): Fen =>
    sumFen(of.map(({ approvedFen, price }) => inUnit(approvedFen ?? zeroFen, price)));
  const redeemed = async (of: readonly Past[], from?: Date): Promise<Fen> => {
    if (!counts) return zeroFen;
    const sums: Fen[] = [];
    for (const [price, some] of byPrice(of)) {
      sums.push(inUnit(await redeemedOn(tx, vouchersOf(some), from), price));
    }
    return sumFen(sums);
  };
  return {
    usedFen: claimed(since(startOfYear)),
    used: {
      yearRedeemed: await redeemed(past, startOfYear),
      lifeClaimed: claimed(past),
      lifeRedeemed: await redeemed(past),
      directionClaimed: claimed(sameDirection),
      directionRedeemed: await redeemed(sameDirection),
      periodClaimed: claimed(since(startOfPeriod)),
      periodRedeemed: await redeemed(past, startOfPeriod),
    },
    contractClaimed: rules.claim?.oncePerContract ? await isClaimed(tx, row) : false,
    bannedUntil: await bannedUntil(tx, rules, row, now),
    placesTaken: rules.intake?.kind === 'quota' ? await placesTaken(tx, row) : 0,
    yearsBefore: yearsBefore(past, yearOf(shanghaiDate(row.submittedAt ?? now))),
  };
}
