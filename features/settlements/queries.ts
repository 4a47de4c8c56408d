import 'server-only';
import { and, asc, desc, eq, lt } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { cities, users } from '@/db/schema/people';
import { payments, settlementBatches } from '@/db/schema/settlements';
import { listEventsAbout } from '@/features/audit/queries';
import type { AdvanceKind } from '@/features/ledger/advance-commands';
import { listMovementsOfSettlements } from '@/features/ledger/advance-queries';
import { listSettlementLines } from '@/features/ledger/settlement-queries';
import { payeeNames } from '@/features/recoveries/queries';
import { paidReferences, recoveryReferences } from '@/features/recoveries/recoverable-queries';
import type { LedgerKind } from '@/features/ledger/messages';
import { programmeTitles } from '@/features/programmes/queries';
import type { Bilingual } from '@/lib/bilingual';
import type { Named } from '@/lib/organisation-name';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import { maskAccount } from '@/lib/mask';
import type { Fen } from '@/lib/money';
import { cityOf, organisationOf, userOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { loadWaiting } from './plan-queries';

const maker = alias(users, 'maker');
const checker = alias(users, 'checker');
const returner = alias(users, 'returner');

const batchColumns = {
  id: settlementBatches.id,
  reference: settlementBatches.reference,
  state: settlementBatches.state,
  totalFen: settlementBatches.totalFen,
  programmeId: settlementBatches.programmeId,
  through: settlementBatches.through,
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

/** Lists what waits, and the batches so far, newest first. */
export function listBatches(actor: Actor<'settlement.read'>, cursor: string | undefined) {
  return inScope(actor, async ({ tx, now }) => {
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
      waiting: await loadWaiting(tx, cityId, now, {}),
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
  /** What it draws on advances, below zero, and what it pays into them. With the lines they add up to the amount. */
  moves: { id: string; kind: AdvanceKind; programme: Bilingual; amountFen: Fen; at: Date }[];
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
  const moves = await listMovementsOfSettlements(
    tx,
    rows.map((row) => row.id),
  );
  const titles = await programmeTitles(
    tx,
    moves.map(({ programmeId }) => programmeId),
  );
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
    moves: moves
      .filter(({ settlementId }) => settlementId === row.id)
      .map(({ id, kind, programmeId, signedFen, at }) => ({
        id,
        kind,
        programme: titles.get(programmeId) ?? { 'zh-CN': '', en: '' },
        amountFen: signedFen,
        at,
      })),
  }));
}

/** Whoever reads batches, or is about to release one. */
export type BatchReader = Actor<'settlement.read'> | Actor<'settlement.release'>;

/** Loads the title of the programme of a batch; null where the batch is of all programmes. */
async function programmeOf(tx: Tx, id: string | null): Promise<Bilingual | null> {
  return id === null ? null : ((await programmeTitles(tx, [id])).get(id) ?? null);
}

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
      programme: await programmeOf(tx, batch.programmeId),
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
