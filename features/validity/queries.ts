import 'server-only';
import { and, desc, eq, lt, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { organisations, users } from '@/db/schema/people';
import { voucherChanges } from '@/db/schema/voucher-changes';
import { vouchers } from '@/db/schema/vouchers';
import { listEventsAbout, type AuditEvent } from '@/features/audit/queries';
import { waitingClaims } from '@/features/claims/queries';
import { getBalance } from '@/features/ledger/queries';
import { getVersion, programmeTitles } from '@/features/programmes/queries';
import { openOnVoucher } from '@/features/redemptions/hold-queries';
import { waitingRedemptions } from '@/features/redemptions/queries';
import type { VoucherState } from '@/features/vouchers/domain/lifecycle';
import type { Bilingual } from '@/lib/bilingual';
import type { IsoDate } from '@/lib/dates';
import { idCursor } from '@/lib/input/filter';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import { fen, type Fen } from '@/lib/money';
import type { Named } from '@/lib/organisation-name';
import { isId } from '@/lib/query';
import { cityOf, organisationOf, userOf, type Actor } from '@/server/actor';
import { inScope, type Reading } from '@/server/scope';
import { pausedFromOf, wasExtended } from './checks';
import {
  voucherChangeLifecycle,
  type ChangeKind,
  type VoucherChangeState,
} from './domain/lifecycle';
import { changeObjection, latestDay, type Objection } from './domain/objections';

/** The filter in the query of the address. */
export const changeFilter = z.object({
  state: z.enum(voucherChangeLifecycle.states).optional(),
  cursor: idCursor(),
});
export type ChangeFilter = z.output<typeof changeFilter>;

const proposer = alias(users, 'proposer');
const decider = alias(users, 'decider');

const columns = {
  change: voucherChanges,
  code: vouchers.code,
  holder: { name: organisations.name, nameEn: organisations.nameEn },
  proposedBy: proposer.name,
  decidedBy: decider.name,
};

const find = (tx: Tx, scope: SQL | undefined, size: number) =>
  tx
    .select(columns)
    .from(voucherChanges)
    .innerJoin(vouchers, eq(vouchers.id, voucherChanges.voucherId))
    .innerJoin(organisations, eq(organisations.id, voucherChanges.organisationId))
    .leftJoin(proposer, eq(proposer.id, voucherChanges.proposedBy))
    .leftJoin(decider, eq(decider.id, voucherChanges.decidedBy))
    .where(scope)
    .orderBy(desc(voucherChanges.id))
    .limit(size);

export type ChangeSummary = {
  id: string;
  reference: string;
  kind: ChangeKind;
  state: VoucherChangeState;
  code: string;
  holder: Named;
  proposedAt: Date;
};
export type ChangePage = { rows: ChangeSummary[]; nextCursor: string | null };

type Row = Awaited<ReturnType<typeof find>>[number];

const toSummary = ({ change, code, holder }: Row): ChangeSummary => ({
  id: change.id,
  reference: change.reference,
  kind: change.kind,
  state: change.state,
  code,
  holder,
  proposedAt: change.proposedAt,
});

/** Lists the revocations and extensions of a city, the newest first. */
export const listChanges = (
  actor: Actor<'voucher.oversee'>,
  filter: ChangeFilter,
): Promise<ChangePage> =>
  inScope(actor, async ({ tx }) => {
    const before = decodeIdCursor(filter.cursor);
    const rows = await find(
      tx,
      and(
        eq(voucherChanges.cityId, cityOf(actor)),
        filter.state ? eq(voucherChanges.state, filter.state) : undefined,
        before ? lt(voucherChanges.id, before) : undefined,
      ),
      pageSize + 1,
    );
    const page = pageOf(rows, pageSize, ({ change }) => [change.id]);
    return { rows: page.rows.map(toSummary), nextCursor: page.nextCursor };
  });

/** The most changes that are shown on the page of their voucher. */
const shownOnVoucher = 20;

/** Lists what was proposed and decided on one of the city's vouchers, the newest first. */
export const listVoucherChanges = (
  actor: Actor<'voucher.oversee'>,
  voucherId: string,
): Promise<ChangeSummary[]> =>
  inScope(actor, async ({ tx }) => {
    const scope = and(
      eq(voucherChanges.voucherId, voucherId),
      eq(voucherChanges.cityId, cityOf(actor)),
    );
    return (await find(tx, scope, shownOnVoucher)).map(toSummary);
  });

/** What a revocation or an extension says to the holder of the voucher. */
export type DecidedChange = Pick<
  typeof voucherChanges.$inferSelect,
  'kind' | 'ground' | 'reason' | 'validTo' | 'validToBefore' | 'returnedFen'
>;

/** Lists what was decided on one of the start-up's own vouchers, the newest first. */
export const listDecidedChanges = (
  actor: Actor<'startup.read'>,
  voucherId: string,
): Promise<DecidedChange[]> =>
  inScope(actor, ({ tx }) =>
    tx
      .select({
        kind: voucherChanges.kind,
        ground: voucherChanges.ground,
        reason: voucherChanges.reason,
        validTo: voucherChanges.validTo,
        validToBefore: voucherChanges.validToBefore,
        returnedFen: voucherChanges.returnedFen,
      })
      .from(voucherChanges)
      .where(
        and(
          eq(voucherChanges.voucherId, voucherId),
          eq(voucherChanges.organisationId, organisationOf(actor)),
          eq(voucherChanges.state, 'released'),
        ),
      )
      .orderBy(desc(voucherChanges.id))
      .limit(shownOnVoucher),
  );

/** How a voucher stands now, and what a change would find. Amounts in fen. */
export type VoucherStanding = {
  voucherId: string;
  code: string;
  holder: Named;
  programme: Bilingual;
  state: VoucherState;
  validTo: Date;
  faceValueFen: Fen;
  availableFen: Fen;
  heldFen: Fen;
  usedFen: Fen;
  /** Held for orders and not claimed: a revocation ends these holds. */
  openFen: Fen;
  /** Redemptions and claims that nobody has decided on yet. */
  waiting: number;
  /** Why it can be neither revoked nor extended; undefined if it can. */
  objection: Objection | undefined;
  /** The latest day to which it could be extended; undefined where the rules let none be. */
  latest: IsoDate | undefined;
  /** Whether it was extended already. */
  extended: boolean;
};

async function standingOf(
  { tx, now }: Reading,
  cityId: string,
  voucherId: string,
): Promise<VoucherStanding | undefined> {
  const [row] = await tx
    .select({
      voucher: vouchers,
      holder: { name: organisations.name, nameEn: organisations.nameEn },
    })
    .from(vouchers)
    .innerJoin(organisations, eq(organisations.id, vouchers.organisationId))
    .where(and(eq(vouchers.id, voucherId), eq(vouchers.cityId, cityId)));
  const balance = row && (await getBalance(tx, voucherId));
  if (!balance) return undefined;
  const { voucher, holder } = row;
  const programme = (await programmeTitles(tx, [voucher.programmeId])).get(voucher.programmeId);
  if (!programme) throw new Error(`Voucher ${voucherId} has no programme.`);
  const { availableFen, heldFen, spentFen } = balance;
  const { extensionMonths } = (await getVersion(tx, voucher.versionId)).rules.voucher;
  return {
    voucherId,
    code: voucher.code,
    holder,
    programme,
    state: voucher.state,
    validTo: voucher.validTo,
    faceValueFen: voucher.faceValueFen,
    availableFen,
    heldFen,
    usedFen: spentFen,
    openFen: await openOnVoucher(tx, voucherId),
    waiting: (await waitingRedemptions(tx, voucherId)) + (await waitingClaims(tx, voucherId)),
    objection: changeObjection(
      {
        ...voucher,
        pausedFrom: await pausedFromOf(tx, voucher),
        unusedFen: fen(availableFen + heldFen),
      },
      now,
    ),
    latest: latestDay(voucher.validTo, extensionMonths),
    extended: await wasExtended(tx, voucherId),
  };
}

/** Loads one of the city's vouchers for whoever wants to propose a change of it. */
export const getStanding = (
  actor: Actor<'validity.propose'>,
  voucherId: string,
): Promise<VoucherStanding | undefined> =>
  isId(voucherId)
    ? inScope(actor, (reading) => standingOf(reading, cityOf(actor), voucherId))
    : Promise.resolve(undefined);

/** A change with everything that decides on it, and the voucher as it stands now. */
export type ChangeDetail = ChangeSummary &
  DecidedChange & {
    proposedBy: string;
    decidedBy: string | null;
    decidedAt: Date | null;
    answer: string | null;
    /** Whether the reader proposed it. */
    mine: boolean;
    standing: VoucherStanding;
    events: AuditEvent[];
  };

/** Loads one revocation or extension of the city. */
export const getChange = (
  actor: Actor<'voucher.oversee'>,
  id: string,
): Promise<ChangeDetail | undefined> => {
  if (!isId(id)) return Promise.resolve(undefined);
  return inScope(actor, async (reading) => {
    const { tx } = reading;
    const cityId = cityOf(actor);
    const scope = and(eq(voucherChanges.id, id), eq(voucherChanges.cityId, cityId));
    const [row] = await find(tx, scope, 1);
    const standing = row && (await standingOf(reading, cityId, row.change.voucherId));
    if (!standing) return undefined;
    const { change, proposedBy, decidedBy } = row;
    const { ground, reason, validTo, validToBefore, returnedFen, decidedAt, answer } = change;
    return {
      ...toSummary(row),
      ground,
      reason,
      validTo,
      validToBefore,
      returnedFen,
      decidedAt,
      answer,
      proposedBy: proposedBy ?? '',
      decidedBy,
      mine: change.proposedBy === userOf(actor),
      standing,
      events: await listEventsAbout(tx, cityId, [id]),
    };
  });
};
