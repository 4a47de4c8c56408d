import 'server-only';
import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { programmes } from '@/db/schema/programmes';
import {
  getSubPools,
  listPressed,
  noSums,
  sumAccounts,
  sumCity,
  type CitySums,
  type PoolSums,
} from '@/features/ledger/pool-queries';
import { getPools, leftOf, type Pool } from '@/features/ledger/queries';
import type { Bilingual } from '@/lib/bilingual';
import { listProgrammePools } from '@/features/programmes/pool-queries';
import { programmeTitles } from '@/features/programmes/queries';
import { decodeCursor, pageOf, pageSize } from '@/lib/keyset';
import { fen, type Fen } from '@/lib/money';
import { may } from '@/lib/permissions';
import { authorityOf, cityOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import type { PoolAmounts } from './domain/parts';
import { warningLevel, type WarningLevel } from './domain/level';

/** How a pool's money is divided. A programme's figures include its sub-pools. */
export type PoolBudget = Omit<Pool, 'id'> &
  PoolSums & {
    id: string;
    title: Bilingual;
    level: WarningLevel;
  };
export type ProgrammeBudget = PoolBudget & { slug: string; subPools: PoolBudget[] };

/** The sums over the city's programmes. */
export type BudgetTotals = Omit<CitySums, 'budget' | 'committed' | 'promised'> &
  Record<'budgetFen' | 'committedFen' | 'promisedFen' | 'leftFen', Fen>;

export type BudgetPage = {
  rows: ProgrammeBudget[];
  nextCursor: string | null;
  totals: BudgetTotals;
  /** The portal's time when this was read. */
  asOf: Date;
};

const add = (a: PoolSums, b: PoolSums): PoolSums => ({
  issued: fen(a.issued + b.issued),
  held: fen(a.held + b.held),
  spent: fen(a.spent + b.spent),
  returned: fen(a.returned + b.returned),
  paid: fen(a.paid + b.paid),
  writtenOff: fen(a.writtenOff + b.writtenOff),
});

type Found = { id: string; slug: string };

/** Loads the figures of programmes that have a pool, with those of their sub-pools. */
export async function withFigures(tx: Tx, found: readonly Found[]): Promise<ProgrammeBudget[]> {
  const ids = found.map(({ id }) => id);
  const pools = await getPools(tx, ids);
  const parts = await getSubPools(tx, ids);
  const named = new Map((await listProgrammePools(tx, ids)).map((part) => [part.id, part.title]));
  const titles = await programmeTitles(tx, ids);
  const partIds = [...parts.values()].flat().map(({ id }) => id);
  const sums = await sumAccounts(tx, [...ids, ...partIds]);
  return found.flatMap(({ id, slug }) => {
    const pool = pools.get(id);
    if (!pool) return [];
    const subPools = (parts.get(id) ?? []).map((part) => ({
      ...part,
      ...(sums.get(part.id) ?? noSums),
      title: named.get(part.id) ?? { 'zh-CN': '', en: '' },
      level: warningLevel(part),
    }));
    const title = titles.get(id) ?? { 'zh-CN': slug, en: slug };
    const all = subPools.reduce<PoolSums>(add, sums.get(id) ?? noSums);
    return [{ ...pool, ...all, slug, title, level: warningLevel(pool), subPools }];
  });
}

function findProgrammes(tx: Tx, cityId: string, after: string | undefined, limit: number) {
  return tx
    .select({ id: programmes.id, slug: programmes.slug })
    .from(programmes)
    .where(
      and(
        eq(programmes.cityId, cityId),
        after === undefined ? undefined : gt(programmes.slug, after),
      ),
    )
    .orderBy(asc(programmes.slug))
    .limit(limit);
}

async function totalsOf(tx: Tx, cityId: string): Promise<BudgetTotals> {
  const { budget, committed, promised, ...sums } = await sumCity(tx, cityId);
  const amounts = { budgetFen: budget, committedFen: committed, promisedFen: promised };
  return { ...sums, ...amounts, leftFen: leftOf(amounts) };
}

/** Lists a page of the city's programmes with the state of their money, and the sums over all programmes. */
export function listBudgets(
  actor: Actor<'budget.read'>,
  cursor: string | undefined,
): Promise<BudgetPage> {
  return inScope(actor, async ({ tx, now }) => {
    const cityId = cityOf(actor);
    const [after] = decodeCursor(cursor) ?? [];
    const start = typeof after === 'string' ? after : undefined;
    const found = await findProgrammes(tx, cityId, start, pageSize + 1);
    const page = pageOf(found, pageSize, (row) => [row.slug]);
    return {
      rows: await withFigures(tx, page.rows),
      nextCursor: page.nextCursor,
      totals: await totalsOf(tx, cityId),
      asOf: now,
    };
  });
}

/** Loads the whole table at once, for a file. Reads it page after page in one transaction. */
export function readBudgets(actor: Actor<'budget.read'>): Promise<Omit<BudgetPage, 'nextCursor'>> {
  return inScope(actor, async ({ tx, now }) => {
    const cityId = cityOf(actor);
    const rows: ProgrammeBudget[] = [];
    let found = await findProgrammes(tx, cityId, undefined, pageSize);
    while (found.length > 0) {
      rows.push(...(await withFigures(tx, found)));
      found = await findProgrammes(tx, cityId, found.at(-1)?.slug, pageSize);
    }
    return { rows, totals: await totalsOf(tx, cityId), asOf: now };
  });
}

export type BudgetAlert = {
  programmeId: string;
  title: Bilingual;
  /** The sub-pool, if the warning is not for the programme's whole pool. */
  part: Bilingual | undefined;
  level: 80 | 95;
  amounts: PoolAmounts;
};

/** Lists the pools of which 80 or 95 % are committed or promised. */
export const alertsOf = (rows: readonly ProgrammeBudget[]): BudgetAlert[] =>
  rows.flatMap((row) =>
    [row, ...row.subPools].flatMap(({ id, title, level, ...pool }) => {
      if (level === 0) return [];
      const part = id === row.id ? undefined : title;
      return [{ programmeId: row.id, title: row.title, part, level, amounts: pool }];
    }),
  );

/** Lists the warnings on the city's first page, for users who work with budgets. */
export function listAlerts(actor: Actor<'city.read'>): Promise<BudgetAlert[]> {
  if (!may('budget.read', authorityOf(actor))) return Promise.resolve([]);
  return inScope(actor, async ({ tx }) => {
    const cityId = cityOf(actor);
    const ids = await listPressed(tx, { cityId, percent: 80, limit: pageSize });
    const pressed = await tx
      .select({ id: programmes.id, slug: programmes.slug })
      .from(programmes)
      .where(and(eq(programmes.cityId, cityId), inArray(programmes.id, ids)))
      .orderBy(asc(programmes.slug));
    return alertsOf(await withFigures(tx, pressed));
  });
}
