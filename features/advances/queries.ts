import 'server-only';
import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { advanceRequests } from '@/db/schema/advances';
import { cities, users } from '@/db/schema/people';
import { listEventsAbout } from '@/features/audit/queries';
import {
  expectedFor,
  getAdvance as getAccount,
  listAdvances as listAccounts,
  listMovements,
  sumDrawn,
  type Advance,
} from '@/features/ledger/advance-queries';
import { listCycles, programmeTitles } from '@/features/programmes/queries';
import { nameless, payeeNames } from '@/features/recoveries/queries';
import { listedVendors } from '@/features/vendors/queries';
import type { Bilingual } from '@/lib/bilingual';
import { shanghaiDate, startOfDay } from '@/lib/dates';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import { zeroFen } from '@/lib/money';
import { cityOf, organisationOf, userOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { mostInAdvance } from './domain/level';

const maker = alias(users, 'maker');
const checker = alias(users, 'checker');

const untitled: Bilingual = { 'zh-CN': '', en: '' };

/** Adds the programme's title and the vendor's name. */
async function withNames<R extends { programmeId: string; payeeId: string }>(
  tx: Tx,
  rows: readonly R[],
) {
  const titles = await programmeTitles(
    tx,
    rows.map(({ programmeId }) => programmeId),
  );
  const names = await payeeNames(
    tx,
    rows.map(({ payeeId }) => payeeId),
  );
  return rows.map((row) => ({
    ...row,
    programme: titles.get(row.programmeId) ?? untitled,
    payee: names.get(row.payeeId) ?? nameless,
  }));
}

/** Adds what was drawn on each account this year. */
async function withDrawn(tx: Tx, rows: readonly Advance[], now: Date) {
  const year = startOfDay(`${shanghaiDate(now).slice(0, 4)}-01-01`);
  const drawn = await sumDrawn(
    tx,
    rows.map(({ id }) => id),
    year,
  );
  return rows.map((row) => ({ ...row, drawnFen: drawn.get(row.id) ?? zeroFen }));
}

/** How many proposals are listed at once: there is at most one of each kind for a vendor and programme that waits. */
const requestsShown = 100;

const readRequests = (tx: Tx, which: ReturnType<typeof and>) =>
  tx
    .select({ request: advanceRequests, maker: maker.name, checker: checker.name })
    .from(advanceRequests)
    .leftJoin(maker, eq(maker.id, advanceRequests.proposedBy))
    .leftJoin(checker, eq(checker.id, advanceRequests.decidedBy))
    .where(which)
    .orderBy(desc(advanceRequests.id))
    .limit(requestsShown);

async function listRequests(tx: Tx, which: ReturnType<typeof and>) {
  const rows = await readRequests(tx, which);
  return withNames(
    tx,
    rows.map(({ request, ...people }) => ({ ...request, ...people })),
  );
}
export type Request = Awaited<ReturnType<typeof listRequests>>[number];

/** Lists the advances of the city, the newest first, and the proposals that wait for a second person. */
export function listAdvances(actor: Actor<'advance.read'>, cursor: string | undefined) {
  return inScope(actor, async ({ tx, now }) => {
    const cityId = cityOf(actor);
    const page = pageOf(
      await listAccounts(tx, { cityId }, { before: decodeIdCursor(cursor), limit: pageSize + 1 }),
      pageSize,
      (row) => [row.id],
    );
    return {
      nextCursor: page.nextCursor,
      rows: await withNames(tx, await withDrawn(tx, page.rows, now)),
      open: await listRequests(
        tx,
        and(eq(advanceRequests.cityId, cityId), eq(advanceRequests.state, 'proposed')),
      ),
    };
  });
}

/** Loads one advance of the city with a page of its movements, its proposals and its history. */
export function getAdvance(actor: Actor<'advance.read'>, id: string, cursor: string | undefined) {
  return inScope(actor, async ({ tx, now }) => {
    const cityId = cityOf(actor);
    const account = await getAccount(tx, cityId, { id });
    if (!account) return undefined;
    const [named] = await withNames(tx, await withDrawn(tx, [account], now));
    if (!named) return undefined;
    const movements = pageOf(
      await listMovements(tx, [id], { before: decodeIdCursor(cursor), limit: pageSize + 1 }),
      pageSize,
      (row) => [row.id],
    );
    const requests = await listRequests(
      tx,
      and(
        eq(advanceRequests.cityId, cityId),
        eq(advanceRequests.programmeId, account.programmeId),
        eq(advanceRequests.payeeId, account.payeeId),
      ),
    );
    return {
      ...named,
      movements,
      requests,
      events: await listEventsAbout(
        tx,
        cityId,
        requests.map((row) => row.id),
      ),
    };
  });
}
export type AdvanceDetail = NonNullable<Awaited<ReturnType<typeof getAdvance>>>;

/** Loads one proposal of the city, what its level is computed from now, and its history. */
export function getRequest(actor: Actor<'advance.read'>, id: string) {
  return inScope(actor, async ({ tx }) => {
    const cityId = cityOf(actor);
    const [request] = await listRequests(
      tx,
      and(eq(advanceRequests.cityId, cityId), eq(advanceRequests.id, id)),
    );
    if (!request) return undefined;
    const account = await getAccount(tx, cityId, request);
    const expected = await expectedFor(tx, request);
    return {
      ...request,
      mine: request.proposedBy === userOf(actor),
      accountId: account?.id ?? null,
      balanceFen: account?.balanceFen ?? zeroFen,
      now: request.percent === null ? null : { ...expected, percent: request.percent },
      events: await listEventsAbout(tx, cityId, [id]),
    };
  });
}
export type RequestDetail = NonNullable<Awaited<ReturnType<typeof getRequest>>>;

/** The filter in the address of the page on which a level is proposed. */
export const levelFilter = z.object({
  programme: z.uuid().optional(),
  vendor: z.uuid().optional(),
});
export type LevelFilter = z.output<typeof levelFilter>;

/** Lists for which programmes and vendors a level can be proposed. */
export const listLevelChoices = (actor: Actor<'advance.propose'>) =>
  inScope(actor, async ({ tx }) => {
    const cityId = cityOf(actor);
    const programmes = await listCycles(tx, cityId);
    return {
      programmes: programmes.filter(({ advancePercent }) => advancePercent !== null),
      vendors: await listedVendors(tx, cityId),
    };
  });
export type LevelChoices = Awaited<ReturnType<typeof listLevelChoices>>;

/** Works out the most that a vendor may be paid in advance in a programme; undefined before both are chosen. */
export function getLevelBasis(actor: Actor<'advance.propose'>, filter: LevelFilter) {
  return inScope(actor, async ({ tx }) => {
    const { programme: programmeId, vendor: payeeId } = filter;
    if (!programmeId || !payeeId) return undefined;
    const cityId = cityOf(actor);
    const programme = (await listCycles(tx, cityId)).find(({ id }) => id === programmeId);
    if (!programme || programme.advancePercent === null) return undefined;
    const place = { programmeId, payeeId };
    const expected = await expectedFor(tx, place);
    const account = await getAccount(tx, cityId, place);
    return {
      ...place,
      ...expected,
      percent: programme.advancePercent,
      mostFen: mostInAdvance(expected, programme.advancePercent),
      account: account ?? null,
    };
  });
}
export type LevelBasis = NonNullable<Awaited<ReturnType<typeof getLevelBasis>>>;

/** How many advances of a vendor are shown: it has one for each programme of each city that pays in advance. */
const ownShown = 100;

/** Lists what cities have paid the actor's organisation in advance, and a page of how it moved. */
export function listOwnAdvances(actor: Actor<'statement.read'>, cursor: string | undefined) {
  return inScope(actor, async ({ tx, now }) => {
    const own = { payeeId: organisationOf(actor) };
    const accounts = await listAccounts(tx, own, { before: undefined, limit: ownShown });
    const named = await withNames(tx, await withDrawn(tx, accounts, now));
    const cityRows = await tx
      .select({ id: cities.id, 'zh-CN': cities.nameZh, en: cities.nameEn })
      .from(cities)
      .where(
        inArray(
          cities.id,
          named.map(({ cityId }) => cityId),
        ),
      )
      .orderBy(asc(cities.id));
    const cityNames = new Map(cityRows.map(({ id, ...name }) => [id, name]));
    const movements = pageOf(
      await listMovements(
        tx,
        named.map(({ id }) => id),
        { before: decodeIdCursor(cursor), limit: pageSize + 1 },
      ),
      pageSize,
      (row) => [row.id],
    );
    return {
      accounts: named.map((row) => ({ ...row, city: cityNames.get(row.cityId) ?? untitled })),
      movements,
    };
  });
}
export type OwnAdvances = Awaited<ReturnType<typeof listOwnAdvances>>;
