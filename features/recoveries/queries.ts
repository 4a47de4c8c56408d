import 'server-only';
import { and, asc, desc, eq, inArray, isNotNull, lt, or, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { claims } from '@/db/schema/claims';
import { cities, organisations, users } from '@/db/schema/people';
import { recoveries, recoveryCredits } from '@/db/schema/recoveries';
import { redemptions } from '@/db/schema/redemptions';
import { vouchers } from '@/db/schema/vouchers';
import { listEventsAbout } from '@/features/audit/queries';
import { owedOn } from '@/features/ledger/capture-queries';
import { listUnsettled } from '@/features/ledger/settlement-queries';
import type { Bilingual } from '@/lib/bilingual';
import { shanghaiDate } from '@/lib/dates';
import { idCursor } from '@/lib/input/filter';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import { fen, zeroFen, type Fen } from '@/lib/money';
import type { Named } from '@/lib/organisation-name';
import { cityOf, organisationOf, userOf, type Actor } from '@/server/actor';
import { inScope, type Reading } from '@/server/scope';
import type { InterestDue } from './domain/interest';
import {
  recoveryLifecycle,
  type CreditKind,
  type CreditState,
  type RecoveryState,
  type SettledWay,
  type VoucherChoice,
} from './domain/lifecycle';
import { interestOf } from './interest';

/** The filter in the query of the address. */
export const recoveryFilter = z.object({
  state: z.enum(recoveryLifecycle.states).optional(),
  cursor: idCursor(),
});
export type RecoveryFilter = z.output<typeof recoveryFilter>;

const payee = alias(organisations, 'payee');
const proposer = alias(users, 'proposer');
const decider = alias(users, 'decider');

const summary = {
  id: recoveries.id,
  reference: recoveries.reference,
  state: recoveries.state,
  amountFen: recoveries.amountFen,
  reverseEntryId: recoveries.reverseEntryId,
  settledBy: recoveries.settledBy,
  settledAt: recoveries.settledAt,
  interestPercent: recoveries.interestPercent,
  interestSince: recoveries.interestSince,
  interestOrder: recoveries.interestOrder,
  proposedAt: recoveries.proposedAt,
  payee: { name: payee.name, nameEn: payee.nameEn },
  city: { 'zh-CN': cities.nameZh, en: cities.nameEn },
};

export type RecoverySummary = {
  id: string;
  reference: string;
  state: RecoveryState;
  amountFen: Fen;
  /** What is left to pay; zero before the release and once it is settled. */
  owedFen: Fen;
  settledBy: SettledWay | null;
  /** Its interest until today; undefined where it bears none. */
  interest: InterestDue | undefined;
  proposedAt: Date;
  payee: Named;
  city: Bilingual;
};
export type RecoveryPage = { rows: RecoverySummary[]; nextCursor: string | null };

async function pageWhere(
  { tx, now }: Reading,
  scope: SQL | undefined,
  filter: RecoveryFilter,
  size = pageSize,
): Promise<RecoveryPage> {
  const before = decodeIdCursor(filter.cursor);
  const found = await tx
    .select(summary)
    .from(recoveries)
    .innerJoin(payee, eq(payee.id, recoveries.payeeId))
    .innerJoin(cities, eq(cities.id, recoveries.cityId))
    .where(
      and(
        scope,
        filter.state ? eq(recoveries.state, filter.state) : undefined,
        before ? lt(recoveries.id, before) : undefined,
      ),
    )
    .orderBy(desc(recoveries.id))
    .limit(size + 1);
  const page = pageOf(found, size, (row) => [row.id]);
  const open = page.rows.filter((row) => row.state === 'released');
  const owed = await owedOn(
    tx,
    open.flatMap(({ reverseEntryId }) => reverseEntryId ?? []),
  );
  const interest = await interestOf(tx, page.rows, shanghaiDate(now));
  return {
    nextCursor: page.nextCursor,
    rows: page.rows.map(({ reverseEntryId, ...row }) => ({
      ...row,
      interest: interest.get(row.id),
      owedFen: (row.state === 'released' && owed.get(reverseEntryId ?? '')) || zeroFen,
    })),
  };
}

/** The name of a payee that the reader may not see. */
export const nameless: Named = { name: '', nameEn: null };

/** Loads the names of payees by their ids. */
export async function payeeNames(tx: Tx, ids: readonly string[]): Promise<Map<string, Named>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: payee.id, name: payee.name, nameEn: payee.nameEn })
    .from(payee)
    .where(inArray(payee.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, ...named }) => [id, named]));
}

/** The most payees that are shown with their debt. */
const owingShown = 100;

/** Lists the city's recoveries, the newest first, and the payees whose debts exceed what the city owes to them. */
export function listRecoveries(actor: Actor<'recovery.read'>, filter: RecoveryFilter) {
  return inScope(actor, async (reading) => {
    const { tx } = reading;
    const cityId = cityOf(actor);
    const debts = (await listUnsettled(tx, cityId)).filter(({ amountFen }) => amountFen < 0n);
    const shown = debts.slice(0, owingShown);
    const names = await payeeNames(
      tx,
      shown.map((row) => row.payeeId),
    );
    return {
      ...(await pageWhere(reading, eq(recoveries.cityId, cityId), filter)),
      owing: shown.map(({ payeeId, amountFen }) => ({
        payeeId,
        payee: names.get(payeeId) ?? nameless,
        owedFen: fen(0n - amountFen),
      })),
    };
  });
}

/** The most recoveries that a payee or a holder sees at once. */
const ownShown = 500;

/** Lists what the actor's organisation owes: released recoveries that are not settled, or whose interest is still due. */
export const listOwnDebts = (
  actor: Actor<'statement.read'> | Actor<'organisation.read'>,
): Promise<RecoveryPage> =>
  inScope(actor, async (reading) => {
    const unpaid = or(
      eq(recoveries.state, 'released'),
      and(eq(recoveries.state, 'settled'), isNotNull(recoveries.interestPercent)),
    );
    const page = await pageWhere(
      reading,
      and(eq(recoveries.payeeId, organisationOf(actor)), unpaid),
      { state: undefined, cursor: undefined },
      ownShown,
    );
    const owes = ({ state, interest }: RecoverySummary) =>
      state === 'released' || (interest?.dueFen ?? 0n) > 0n;
    return { ...page, rows: page.rows.filter(owes) };
  });

/** Lists the decided recoveries on one of the start-up's own vouchers, the newest first. */
export const listVoucherRecoveries = (
  actor: Actor<'startup.read'>,
  voucherId: string,
): Promise<RecoveryPage> =>
  inScope(actor, (reading) =>
    pageWhere(
      reading,
      and(
        eq(recoveries.voucherId, voucherId),
        eq(recoveries.organisationId, organisationOf(actor)),
        inArray(recoveries.state, ['released', 'settled']),
      ),
      { state: undefined, cursor: undefined },
      ownShown,
    ),
  );

export type Credit = {
  id: string;
  kind: CreditKind;
  amountFen: Fen;
  /** How much of it is interest. */
  interestFen: Fen;
  paidOn: string | null;
  bankReference: string | null;
  reason: string | null;
  state: CreditState;
  proposedBy: string;
  proposedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  answer: string | null;
  /** Whether the user entered it, and so cannot decide on it. */
  mine: boolean;
};

/** Lists the repayments and write-offs of a recovery, in the order in which they were entered. */
async function listCredits(
  tx: Tx,
  actor: Actor<'recovery.read'>,
  recoveryId: string,
): Promise<Credit[]> {
  const rows = await tx
    .select({ credit: recoveryCredits, proposedBy: proposer.name, decidedBy: decider.name })
    .from(recoveryCredits)
    .leftJoin(proposer, eq(proposer.id, recoveryCredits.proposedBy))
    .leftJoin(decider, eq(decider.id, recoveryCredits.decidedBy))
    .where(eq(recoveryCredits.recoveryId, recoveryId))
    .orderBy(asc(recoveryCredits.id));
  return rows.map(({ credit, proposedBy, decidedBy }) => ({
    ...credit,
    proposedBy: proposedBy ?? '',
    decidedBy,
    mine: credit.proposedBy === userOf(actor),
  }));
}

export type RecoveryDetail = RecoverySummary & {
  voucherId: string;
  voucherCode: string;
  redemption: { id: string; reference: string } | null;
  /** The claim, where the start-up had paid first. */
  claim: { id: string; reference: string | null } | null;
  voucherAfter: VoucherChoice;
  ground: string;
  reason: string;
  proposedBy: string;
  decidedBy: string | null;
  decidedAt: Date | null;
  answer: string | null;
  settledAt: Date | null;
  /** Whether the user proposed it, and so cannot decide on it. */
  mine: boolean;
  credits: Credit[];
  events: Awaited<ReturnType<typeof listEventsAbout>>;
};

/** Loads one recovery of the city, with its repayments and write-offs and its history. */
export function getRecovery(
  actor: Actor<'recovery.read'>,
  id: string,
): Promise<RecoveryDetail | undefined> {
  return inScope(actor, async ({ tx, now }) => {
    const cityId = cityOf(actor);
    const page = await tx
      .select({
        ...summary,
        row: recoveries,
        voucherCode: vouchers.code,
        proposedBy: proposer.name,
        decidedBy: decider.name,
        redemptionReference: redemptions.reference,
        claim: { id: claims.id, reference: claims.reference },
      })
      .from(recoveries)
      .innerJoin(payee, eq(payee.id, recoveries.payeeId))
      .innerJoin(cities, eq(cities.id, recoveries.cityId))
      .innerJoin(vouchers, eq(vouchers.id, recoveries.voucherId))
      .leftJoin(redemptions, eq(redemptions.id, recoveries.redemptionId))
      .leftJoin(claims, eq(claims.captureEntryId, recoveries.captureEntryId))
      .leftJoin(proposer, eq(proposer.id, recoveries.proposedBy))
      .leftJoin(decider, eq(decider.id, recoveries.decidedBy))
      .where(and(eq(recoveries.id, id), eq(recoveries.cityId, cityId)));
    const [found] = page;
    if (!found) return undefined;
    const { row, reverseEntryId, redemptionReference, ...rest } = found;
    const open = row.state === 'released' && reverseEntryId !== null ? [reverseEntryId] : [];
    const owed = await owedOn(tx, open);
    return {
      ...rest,
      owedFen: owed.get(reverseEntryId ?? '') ?? zeroFen,
      interest: (await interestOf(tx, [row], shanghaiDate(now))).get(row.id),
      proposedBy: rest.proposedBy ?? '',
      voucherId: row.voucherId,
      redemption:
        row.redemptionId !== null && redemptionReference !== null
          ? { id: row.redemptionId, reference: redemptionReference }
          : null,
      voucherAfter: row.voucherAfter,
      ground: row.ground,
      reason: row.reason,
      decidedAt: row.decidedAt,
      answer: row.answer,
      settledAt: row.settledAt,
      mine: row.proposedBy === userOf(actor),
      credits: await listCredits(tx, actor, id),
      events: await listEventsAbout(tx, cityId, [id]),
    };
  });
}
