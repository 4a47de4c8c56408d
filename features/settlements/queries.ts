import 'server-only';
import { and, asc, desc, eq, inArray, isNull, lt } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { bankAccounts, cities, users } from '@/db/schema/people';
import { payments, settlementBatches } from '@/db/schema/settlements';
import { listEventsAbout } from '@/features/audit/queries';
import { listSettlementLines, listUnsettled } from '@/features/ledger/queries';
import { nameless, payeeNames } from '@/features/recoveries/queries';
import { paidReferences, recoveryReferences } from '@/features/recoveries/recoverable-queries';
import type { LedgerKind } from '@/features/ledger/messages';
import type { Named } from '@/lib/organisation-name';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import { maskAccount } from '@/lib/mask';
import { sumFen, type Fen } from '@/lib/money';
import { cityOf, organisationOf, userOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { payableNow } from './domain/waiting';

const maker = alias(users, 'maker');
const checker = alias(users, 'checker');
const returner = alias(users, 'returner');

const batchColumns = {
  id: settlementBatches.id,
  reference: settlementBatches.reference,
  state: settlementBatches.state,
  totalFen: settlementBatches.totalFen,
  proposedBy: settlementBatches.proposedBy,
  proposedAt: settlementBatches.proposedAt,
  releasedAt: settlementBatches.releasedAt,
  fileSha256: settlementBatches.fileSha256,
  returnedAt: settlementBatches.returnedAt,
  returnReason: settlementBatches.returnReason,
  returner: returner.name,
  maker: maker.name,
  checker: checker.name,
};

/** How many waiting items are shown. Automatic awards can create thousands. */
const waitingShown = 100;

/** Returns the organisations among these that have an account and can be paid. */
async function withAccount(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .select({ id: bankAccounts.organisationId })
    .from(bankAccounts)
    .where(inArray(bankAccounts.organisationId, [...ids]));
  return new Set(rows.map(({ id }) => id));
}

/** Loads what waits: the sum of everything, the sum of what a batch would pay, and the first rows. */
async function loadWaiting(tx: Tx, cityId: string) {
  const unsettled = await listUnsettled(tx, cityId);
  const queued = await tx
    .select({ payeeId: payments.payeeId, amountFen: payments.amountFen })
    .from(payments)
    .where(
      and(eq(payments.cityId, cityId), eq(payments.state, 'pending'), isNull(payments.batchId)),
    )
    .orderBy(asc(payments.id));
  const banked = await withAccount(
    tx,
    unsettled.map((row) => row.payeeId),
  );
  const due = unsettled.map((row) => ({ ...row, hasAccount: banked.has(row.payeeId) }));
  // A queued payment keeps the account that it had, even if its payee has none now.
  const all = [...due, ...queued.map((row) => ({ ...row, hasAccount: true }))];
  const payable = payableNow(due, queued);
  const shown = all.slice(0, waitingShown);
  const names = await payeeNames(
    tx,
    shown.map((row) => row.payeeId),
  );
  return {
    count: all.length,
    totalFen: sumFen(all.map((row) => row.amountFen)),
    payableCount: payable.length,
    payableFen: sumFen(payable),
    rows: shown.map((row) => ({ ...row, payee: names.get(row.payeeId) ?? nameless })),
  };
}

export type Waiting = Awaited<ReturnType<typeof loadWaiting>>;

/** Loads what a batch would pay, for the page on which it is made. */
export const getWaiting = (actor: Actor<'settlement.propose'>) =>
  inScope(actor, ({ tx }) => loadWaiting(tx, cityOf(actor)));

/** Lists what waits, and the batches so far, newest first. */
export function listBatches(actor: Actor<'settlement.read'>, cursor: string | undefined) {
  return inScope(actor, async ({ tx }) => {
    const cityId = cityOf(actor);
    const before = decodeIdCursor(cursor);
    const rows = await tx
      .select(batchColumns)
      .from(settlementBatches)
      .leftJoin(maker, eq(maker.id, settlementBatches.proposedBy))
      .leftJoin(checker, eq(checker.id, settlementBatches.releasedBy))
      .leftJoin(returner, eq(returner.id, settlementBatches.returnedBy))
      .where(
        and(
          eq(settlementBatches.cityId, cityId),
          before ? lt(settlementBatches.id, before) : undefined,
        ),
      )
      .orderBy(desc(settlementBatches.id))
      .limit(pageSize + 1);
    return {
      waiting: await loadWaiting(tx, cityId),
      ...pageOf(rows, pageSize, (row) => [row.id]),
    };
  });
}

export type BatchPayment = {
  id: string;
  reference: string;
  payee: Named;
  amountFen: Fen;
  state: 'pending' | 'paid' | 'failed';
  account: string;
  bankName: string;
  paidOn: string | null;
  bankReference: string | null;
  failureReason: string | null;
  lines: {
    id: string;
    kind: LedgerKind;
    reference: string | null;
    amountFen: Fen;
    at: Date;
  }[];
};

async function withLines(
  tx: Tx,
  rows: readonly (typeof payments.$inferSelect)[],
): Promise<BatchPayment[]> {
  const names = await payeeNames(
    tx,
    rows.map((row) => row.payeeId),
  );
  const lines = await listSettlementLines(
    tx,
    rows.map((row) => row.id),
  );
  const entryIds = lines.map((line) => line.entryId);
  const references = await paidReferences(tx, entryIds);
  for (const [entryId, reference] of await recoveryReferences(tx, entryIds)) {
    references.set(entryId, reference);
  }
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    payee: names.get(row.payeeId) ?? { name: row.bank.accountName, nameEn: null },
    amountFen: row.amountFen,
    state: row.state,
    account: maskAccount(row.bank.accountNumber),
    bankName: row.bank.bankName,
    paidOn: row.paidOn,
    bankReference: row.bankReference,
    failureReason: row.failureReason,
    lines: lines
      .filter((line) => line.settlementId === row.id)
      .map((line) => ({
        id: line.entryId,
        kind: line.kind,
        reference: references.get(line.entryId) ?? null,
        amountFen: line.amountFen,
        at: line.at,
      })),
  }));
}

/** Whoever reads batches, or is about to release one. */
export type BatchReader = Actor<'settlement.read'> | Actor<'settlement.release'>;

/** Loads one batch with its payments and the lines of each. */
export function getBatch(actor: BatchReader, id: string) {
  return inScope(actor, async ({ tx }) => {
    const [batch] = await tx
      .select(batchColumns)
      .from(settlementBatches)
      .leftJoin(maker, eq(maker.id, settlementBatches.proposedBy))
      .leftJoin(checker, eq(checker.id, settlementBatches.releasedBy))
      .leftJoin(returner, eq(returner.id, settlementBatches.returnedBy))
      .where(and(eq(settlementBatches.id, id), eq(settlementBatches.cityId, cityOf(actor))));
    if (!batch) return undefined;
    const rows = await tx
      .select()
      .from(payments)
      .where(eq(payments.batchId, id))
      .orderBy(asc(payments.reference));
    return {
      ...batch,
      mine: batch.proposedBy === userOf(actor),
      payments: await withLines(tx, rows),
      events: await listEventsAbout(tx, cityOf(actor), [id, ...rows.map((row) => row.id)]),
    };
  });
}

/** Lists what cities paid the actor's organisation. */
export function getStatement(
  actor: Actor<'statement.read'> | Actor<'startup.read'>,
  cursor: string | undefined,
) {
  return inScope(actor, async ({ tx }) => {
    const before = decodeIdCursor(cursor);
    const rows = await tx
      .select({ payment: payments, city: { 'zh-CN': cities.nameZh, en: cities.nameEn } })
      .from(payments)
      .innerJoin(cities, eq(cities.id, payments.cityId))
      .where(
        and(
          eq(payments.payeeId, organisationOf(actor)),
          before ? lt(payments.id, before) : undefined,
        ),
      )
      .orderBy(desc(payments.id))
      .limit(pageSize + 1);
    const page = pageOf(rows, pageSize, (row) => [row.payment.id]);
    const detailed = await withLines(
      tx,
      page.rows.map((row) => row.payment),
    );
    return {
      nextCursor: page.nextCursor,
      rows: detailed.map((payment, at) => ({ ...payment, city: page.rows[at]?.city })),
    };
  });
}
