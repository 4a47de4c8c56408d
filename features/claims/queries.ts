import 'server-only';
import { and, desc, eq, inArray, isNotNull, lt, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { claims } from '@/db/schema/claims';
import { cities, organisations, users } from '@/db/schema/people';
import { vouchers } from '@/db/schema/vouchers';
import { listDocuments, type DocumentSummary } from '@/features/documents/queries';
import { getBalance } from '@/features/ledger/queries';
import { getVersion, programmeTitles } from '@/features/programmes/queries';
import type { EvidenceCode } from '@/features/rules/domain/rules';
import type { Bilingual } from '@/lib/bilingual';
import { idCursor } from '@/lib/input/filter';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import { zeroFen, type Fen } from '@/lib/money';
import type { Named } from '@/lib/organisation-name';
import { isId } from '@/lib/query';
import { cityOf, organisationOf, type Actor } from '@/server/actor';
import { inScope, type Reading } from '@/server/scope';
import { listCosts, workOut } from './award';
import { claimedStates, claimLifecycle, isOpen, type ClaimState } from './domain/lifecycle';
import type { ClaimWorth } from './domain/worth';

/** The states of a claim that a city sees. */
export const shownStates = claimLifecycle.states.filter((state) => state !== 'draft');

/** The filter in the page's address. */
export const claimFilter = z.object({
  state: z.enum(shownStates as [ClaimState, ...ClaimState[]]).optional(),
  cursor: idCursor(),
});
export type ClaimFilter = z.output<typeof claimFilter>;

const summary = {
  id: claims.id,
  reference: claims.reference,
  state: claims.state,
  costsFen: claims.costsFen,
  claimedFen: claims.claimedFen,
  approvedFen: claims.approvedFen,
  submittedAt: claims.submittedAt,
  createdAt: claims.createdAt,
  voucherId: claims.voucherId,
  holder: { name: organisations.name, nameEn: organisations.nameEn },
};

export type ClaimSummary = {
  id: string;
  /** Null until it is first submitted. */
  reference: string | null;
  state: ClaimState;
  costsFen: Fen | null;
  claimedFen: Fen | null;
  approvedFen: Fen | null;
  submittedAt: Date | null;
  createdAt: Date;
  voucherId: string;
  holder: Named;
};

export type ClaimPage = { rows: ClaimSummary[]; nextCursor: string | null };

async function pageWhere(
  tx: Tx,
  scope: SQL | undefined,
  cursor: string | undefined,
): Promise<ClaimPage> {
  const before = decodeIdCursor(cursor);
  const rows = await tx
    .select(summary)
    .from(claims)
    .innerJoin(organisations, eq(organisations.id, claims.organisationId))
    .where(and(scope, before ? lt(claims.id, before) : undefined))
    .orderBy(desc(claims.id))
    .limit(pageSize + 1);
  return pageOf(rows, pageSize, (row) => [row.id]);
}

/** Lists the claims in a city from their submission on, the newest first. */
export const listCityClaims = (actor: Actor<'claim.read'>, filter: ClaimFilter) =>
  inScope(actor, ({ tx }) =>
    pageWhere(
      tx,
      and(
        eq(claims.cityId, cityOf(actor)),
        isNotNull(claims.submittedAt),
        filter.state ? eq(claims.state, filter.state) : undefined,
      ),
      filter.cursor,
    ),
  );

/** Lists the claims on one voucher, for users who may read the voucher; only the holder sees drafts. */
export const listVoucherClaims = (
  tx: Tx,
  voucherId: string,
  { drafts }: { drafts: boolean },
): Promise<ClaimPage> =>
  pageWhere(
    tx,
    and(eq(claims.voucherId, voucherId), drafts ? undefined : isNotNull(claims.submittedAt)),
    undefined,
  );

/** Counts the claims on a voucher that were handed in and nobody has decided on yet. */
export const waitingClaims = (tx: Tx, voucherId: string): Promise<number> =>
  tx.$count(
    claims,
    and(eq(claims.voucherId, voucherId), inArray(claims.state, [...claimedStates])),
  );

export type ClaimToCorrect = { id: string; reference: string; programme: Bilingual; dueAt: Date };

/** Lists the start-up's claims that it is to correct, the newest first. */
export const listToCorrect = (actor: Actor<'startup.read'>): Promise<ClaimToCorrect[]> =>
  inScope(actor, async ({ tx }) => {
    const rows = await tx
      .select({
        id: claims.id,
        reference: claims.reference,
        dueAt: claims.correctionDueAt,
        programmeId: vouchers.programmeId,
      })
      .from(claims)
      .innerJoin(vouchers, eq(vouchers.id, claims.voucherId))
      .where(and(eq(claims.organisationId, organisationOf(actor)), eq(claims.state, 'returned')))
      .orderBy(desc(claims.id))
      .limit(pageSize);
    const titles = await programmeTitles(
      tx,
      rows.map((row) => row.programmeId),
    );
    return rows.flatMap(({ id, reference, dueAt, programmeId }) => {
      const programme = titles.get(programmeId);
      return programme && reference && dueAt ? [{ id, reference, programme, dueAt }] : [];
    });
  });

export type ClaimCost = Awaited<ReturnType<typeof listCosts>>[number];

export type ClaimDetail = ClaimSummary & {
  city: Bilingual;
  programme: Bilingual;
  faceValueFen: Fen;
  availableFen: Fen;
  validTo: Date;
  acceptedFen: Fen | null;
  reversedFen: Fen;
  submittedBy: string | null;
  returnedAt: Date | null;
  correctedAt: Date | null;
  correction: string | null;
  correctionDueAt: Date | null;
  decidedAt: Date | null;
  reason: string | null;
  costs: ClaimCost[];
  documents: DocumentSummary[];
  /** The documents that the rules require with every claim. */
  evidence: readonly EvidenceCode[];
  /** The amount by the rules: of the entered costs, of the accepted ones, or of those that are tried. */
  worth: ClaimWorth & { costsFen: Fen };
  /** Whether value-added tax counts by the rules. */
  taxCounts: boolean;
  /** The start-up may change it now. */
  open: boolean;
};

async function findClaim(
  { tx, now }: Reading,
  id: string,
  scope: SQL | undefined,
  triedFen?: Fen,
): Promise<ClaimDetail | undefined> {
  if (!isId(id)) return undefined;
  const [row] = await tx
    .select({
      claim: claims,
      voucher: vouchers,
      holder: summary.holder,
      city: { 'zh-CN': cities.nameZh, en: cities.nameEn },
      submittedBy: users.name,
    })
    .from(claims)
    .innerJoin(vouchers, eq(vouchers.id, claims.voucherId))
    .innerJoin(cities, eq(cities.id, claims.cityId))
    .innerJoin(organisations, eq(organisations.id, claims.organisationId))
    .leftJoin(users, eq(users.id, claims.submittedBy))
    .where(and(eq(claims.id, id), scope));
  if (!row) return undefined;
  const { claim, voucher, holder } = row;
  const programme = (await programmeTitles(tx, [voucher.programmeId])).get(voucher.programmeId);
  if (!programme) throw new Error(`Programme ${voucher.programmeId} has no title.`);
  const { rules } = await getVersion(tx, voucher.versionId);
  const late = claim.correctionDueAt !== null && claim.correctionDueAt <= now;
  return {
    ...claim,
    holder,
    city: row.city,
    programme,
    faceValueFen: voucher.faceValueFen,
    availableFen: (await getBalance(tx, voucher.id))?.availableFen ?? zeroFen,
    validTo: voucher.validTo,
    submittedBy: row.submittedBy,
    costs: await listCosts(tx, id),
    documents: await listDocuments(tx, { claimId: id }),
    evidence: rules.evidence.redemption,
    worth: await workOut(tx, voucher, claim, triedFen ?? claim.acceptedFen ?? undefined),
    taxCounts: rules.costs?.taxIncluded ?? true,
    open: isOpen(claim.state) && !late,
  };
}

/** Loads one of the start-up's own claims. */
export const getOwnClaim = (actor: Actor<'startup.read'>, id: string) =>
  inScope(actor, (reading) =>
    findClaim(reading, id, eq(claims.organisationId, organisationOf(actor))),
  );

/**
 * Loads a claim for the city.
 * @param triedFen costs that an official thinks of accepting: the amount is worked out for these
 */
export const getCityClaim = (actor: Actor<'claim.read'>, id: string, triedFen?: Fen) =>
  inScope(actor, (reading) =>
    findClaim(
      reading,
      id,
      and(eq(claims.cityId, cityOf(actor)), isNotNull(claims.submittedAt)),
      triedFen,
    ),
  );
