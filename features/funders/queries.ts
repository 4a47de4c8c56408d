import 'server-only';
import { and, asc, desc, eq, lt } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { funderBills, funderReceipts } from '@/db/schema/funders';
import { users } from '@/db/schema/people';
import { listEventsAbout } from '@/features/audit/queries';
import {
  getFunder,
  listBillBatches,
  listFunders,
  listFunderSums,
  listProgrammesWithFunders,
} from '@/features/ledger/funder-queries';
import { programmeTitles } from '@/features/programmes/queries';
import type { Bilingual } from '@/lib/bilingual';
import { day, idCursor } from '@/lib/input/filter';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import { fen } from '@/lib/money';
import { cityOf, userOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';

/** The filter in the query of the address. The days are those on which batches were released. */
export const funderFilter = z.object({
  programme: z.uuid().optional(),
  from: day(),
  to: day(),
  cursor: idCursor(),
});
export type FunderFilter = z.output<typeof funderFilter>;

const nameless: Bilingual = { 'zh-CN': '', en: '' };

const issuer = alias(users, 'issuer');
const withdrawer = alias(users, 'withdrawer');
const enterer = alias(users, 'enterer');
const decider = alias(users, 'decider');

/** Lists the bills of the city, the newest first. */
async function pageOfBills(tx: Tx, cityId: string, filter: FunderFilter) {
  const before = decodeIdCursor(filter.cursor);
  const rows = await tx
    .select()
    .from(funderBills)
    .where(
      and(
        eq(funderBills.cityId, cityId),
        filter.programme ? eq(funderBills.programmeId, filter.programme) : undefined,
        before ? lt(funderBills.id, before) : undefined,
      ),
    )
    .orderBy(desc(funderBills.id))
    .limit(pageSize + 1);
  const page = pageOf(rows, pageSize, (row) => [row.id]);
  const named = new Map(
    (
      await listFunders(
        tx,
        page.rows.map(({ funderId }) => funderId),
      )
    ).map(({ funderId, name }) => [funderId, name]),
  );
  return {
    nextCursor: page.nextCursor,
    rows: page.rows.map((row) => ({ ...row, funder: named.get(row.funderId) ?? nameless })),
  };
}

/** Lists the city's programmes that have funders. */
export const listFundedProgrammes = (actor: Actor<'funder.read'>) =>
  inScope(actor, async ({ tx }) => {
    const ids = await listProgrammesWithFunders(tx, cityOf(actor));
    const titles = await programmeTitles(tx, ids);
    return ids.map((id) => ({ id, title: titles.get(id) ?? nameless }));
  });

/** Lists what each funder bears of the batches released in a period, and the bills so far. */
export function listFunding(actor: Actor<'funder.read'>, filter: FunderFilter) {
  return inScope(actor, async ({ tx }) => {
    const cityId = cityOf(actor);
    const period = { fromOn: filter.from, toOn: filter.to };
    const sums = await listFunderSums(tx, cityId, period, filter.programme);
    const bills = await pageOfBills(tx, cityId, filter);
    const titles = await programmeTitles(
      tx,
      [...sums, ...bills.rows].map(({ programmeId }) => programmeId),
    );
    const titleOf = ({ programmeId }: { programmeId: string }) =>
      titles.get(programmeId) ?? nameless;
    return {
      sums: sums.map((row) => ({
        ...row,
        programme: titleOf(row),
        openFen: fen(row.shareFen - row.billedFen + row.broughtFen),
      })),
      nextCursor: bills.nextCursor,
      rows: bills.rows.map((row) => ({ ...row, programme: titleOf(row) })),
    };
  });
}

async function listReceipts(tx: Tx, actor: Actor<'funder.read'>, billId: string) {
  const rows = await tx
    .select({ receipt: funderReceipts, enteredBy: enterer.name, decidedBy: decider.name })
    .from(funderReceipts)
    .leftJoin(enterer, eq(enterer.id, funderReceipts.proposedBy))
    .leftJoin(decider, eq(decider.id, funderReceipts.decidedBy))
    .where(eq(funderReceipts.billId, billId))
    .orderBy(asc(funderReceipts.id));
  return rows.map(({ receipt, enteredBy, decidedBy }) => ({
    ...receipt,
    enteredBy,
    decidedBy,
    /** Whether the user entered it, and so cannot decide on it. */
    mine: receipt.proposedBy === userOf(actor),
  }));
}

/** Loads one bill of the city, with its batches, what was received for it, and its history. */
export function getBill(actor: Actor<'funder.read'>, id: string) {
  return inScope(actor, async ({ tx }) => {
    const cityId = cityOf(actor);
    const [found] = await tx
      .select({ bill: funderBills, issuedBy: issuer.name, withdrawnBy: withdrawer.name })
      .from(funderBills)
      .leftJoin(issuer, eq(issuer.id, funderBills.issuedBy))
      .leftJoin(withdrawer, eq(withdrawer.id, funderBills.withdrawnBy))
      .where(and(eq(funderBills.id, id), eq(funderBills.cityId, cityId)));
    if (!found) return undefined;
    const { bill, issuedBy, withdrawnBy } = found;
    const titles = await programmeTitles(tx, [bill.programmeId]);
    return {
      ...bill,
      issuedBy,
      withdrawnBy,
      leftFen: fen(bill.amountFen - bill.paidFen),
      programme: titles.get(bill.programmeId) ?? nameless,
      funder: (await getFunder(tx, cityId, bill.funderId))?.name ?? nameless,
      batches: await listBillBatches(tx, id),
      receipts: await listReceipts(tx, actor, id),
      events: await listEventsAbout(tx, cityId, [id]),
    };
  });
}

export type Bill = NonNullable<Awaited<ReturnType<typeof getBill>>>;
export type Receipt = Bill['receipts'][number];
