import 'server-only';
import { and, eq, gte, lt, lte, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { organisations } from '@/db/schema/people';
import { payments } from '@/db/schema/settlements';
import { listMovable } from '@/features/ledger/advance-queries';
import { sumPaidMovements } from '@/features/ledger/advance-statement-queries';
import { sumPayable, type PayeeScope } from '@/features/ledger/payable-queries';
import { isIsoDate, shanghaiDate, type IsoDate } from '@/lib/dates';
import { day, pageCursor, readFilter, type ReadFilter } from '@/lib/input/filter';
import { decodeCursor, pageOf, pageSize } from '@/lib/keyset';
import { fen, sumFen, zeroFen, type Fen } from '@/lib/money';
import type { Named } from '@/lib/organisation-name';
import { isId, type Query } from '@/lib/query';
import { cityOf, organisationOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { chosenSpan, periodPattern, periodsUpTo, type Span } from './domain/period';
import { addAmounts, amountsOf, changeOf, noAmounts, type Amounts } from './domain/statement';
import { kindOf, kindOfAdvance, paidTo, rowsOf, type StatementRow } from './statement-rows';

/** The filter in the address of a statement and of its files. */
const statementFilter = z.object({
  period: z.string().regex(periodPattern).optional(),
  from: day(),
  to: day(),
  cursor: pageCursor(),
});
export type StatementSearch = ReadFilter<z.output<typeof statementFilter>>;

/** Reads the filter; the last day must not be before the first. */
export const readStatementFilter = (query: Query): StatementSearch =>
  readFilter(statementFilter, query, { ranges: [['from', 'to']] });

export type StatementTotals = {
  openingFen: Fen;
  amounts: Amounts;
  closingFen: Fen;
  /** How many rows the whole statement has. */
  count: number;
};

/** Adds up what was owed before the first day, what happened from then to the last, and what is owed after it. */
async function totalsOf(tx: Tx, scope: PayeeScope, span: Span): Promise<StatementTotals> {
  const entries = await sumPayable(tx, scope, span);
  const before = lt(payments.paidOn, span.from);
  const within = gte(payments.paidOn, span.from);
  const [paid] = await tx
    .select({
      before: sql<string>`coalesce(sum(${payments.amountFen}) filter (where ${before}), 0)::text`,
      within: sql<string>`coalesce(sum(${payments.amountFen}) filter (where ${within}), 0)::text`,
      count: sql<number>`(count(*) filter (where ${within}))::int`,
    })
    .from(payments)
    .where(and(paidTo(scope), lte(payments.paidOn, span.to)));
  const moved = (await sumPaidMovements(tx, scope, span)).map(({ kind, ...sums }) => ({
    ...sums,
    kind: kindOfAdvance(kind),
  }));
  const earlier = moved.reduce(
    (sum, { kind, beforeFen }) => addAmounts(sum, amountsOf(kind, beforeFen)),
    amountsOf('paid', fen(BigInt(paid?.before ?? '0'))),
  );
  const openingFen = fen(sumFen(entries.map(({ beforeFen }) => beforeFen)) + changeOf(earlier));
  const all = [...entries.map((row) => ({ ...row, kind: kindOf(row.kind) })), ...moved];
  const amounts = all.reduce(
    (sum, { kind, withinFen }) => addAmounts(sum, amountsOf(kind, withinFen)),
    amountsOf('paid', fen(BigInt(paid?.within ?? '0'))),
  );
  return {
    openingFen,
    amounts,
    closingFen: fen(openingFen + changeOf(amounts)),
    count: (paid?.count ?? 0) + all.reduce((sum, { count }) => sum + count, 0),
  };
}

function placeOf(cursor: string | undefined): readonly [IsoDate, string] | undefined {
  const [day, id] = decodeCursor(cursor) ?? [];
  return typeof day === 'string' && isIsoDate(day) && typeof id === 'string' && isId(id)
    ? [day, id]
    : undefined;
}

type Payee = Named & { id: string; creditCode: string };

async function payeeOf(tx: Tx, id: string): Promise<Payee | undefined> {
  const { name, nameEn, creditCode } = organisations;
  const [found] = await tx
    .select({ id: organisations.id, name, nameEn, creditCode })
    .from(organisations)
    .where(eq(organisations.id, id));
  return found;
}

const nothing: StatementTotals = {
  openingFen: zeroFen,
  amounts: noAmounts,
  closingFen: zeroFen,
  count: 0,
};

/** How many rows a file loads at once. There are few such loads, because each sorts all rows that follow. */
const batchSize = 5_000;

/** Loads a statement: one page of its rows for the screen, or all of them for a file. */
async function loadStatement(
  { tx, now }: { tx: Tx; now: Date },
  scope: PayeeScope,
  search: StatementSearch,
  whole: boolean,
) {
  const today = shanghaiDate(now);
  const span = chosenSpan(search.filter, today);
  const payee = await payeeOf(tx, scope.payeeId);
  if (!payee) return undefined;
  const head = { payee, span, today, periods: periodsUpTo(today) };
  if (!search.fits) return { ...head, totals: nothing, rows: [], nextCursor: null };
  const totals = await totalsOf(tx, scope, span);
  const most = whole ? batchSize : pageSize + 1;
  let after = whole ? undefined : placeOf(search.filter.cursor);
  const rows: StatementRow[] = [];
  for (;;) {
    const part = await rowsOf(tx, scope, { ...span, after, most });
    rows.push(...part);
    const last = part.at(-1);
    if (!whole || part.length < most || !last) break;
    after = [last.day, last.id];
  }
  if (whole) return { ...head, totals, rows, nextCursor: null };
  return { ...head, totals, ...pageOf(rows, pageSize, ({ day, id }) => [day, id]) };
}

export type Statement = NonNullable<Awaited<ReturnType<typeof loadStatement>>>;

/** Loads what all cities owe and paid to the actor's organisation. */
export const getOwnStatement = (
  actor: Actor<'organisation.read'>,
  search: StatementSearch,
  whole = false,
) =>
  inScope(actor, (reading) =>
    loadStatement(reading, { payeeId: organisationOf(actor) }, search, whole),
  );

/** Loads what the actor's city owes and paid to one payee; undefined where there is nothing between the two. */
export const getPayeeStatement = (
  actor: Actor<'settlement.read'>,
  payeeId: string,
  search: StatementSearch,
  whole = false,
) =>
  inScope(actor, async (reading) => {
    const scope = { payeeId, cityId: cityOf(actor) };
    const ever = { from: '2000-01-01', to: '2199-12-31' };
    const between = (await totalsOf(reading.tx, scope, ever)).count;
    const advances = await listMovable(reading.tx, scope.cityId, payeeId);
    if (between + advances.length === 0) return undefined;
    return loadStatement(reading, scope, search, whole);
  });
