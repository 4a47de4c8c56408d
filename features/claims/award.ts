import 'server-only';
import { and, eq, inArray, lt, ne, or } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { applications } from '@/db/schema/applications';
import { claimCosts, claims } from '@/db/schema/claims';
import { organisations } from '@/db/schema/people';
import type { vouchers } from '@/db/schema/vouchers';
import { effectiveAnswers } from '@/features/forms/domain/validate';
import { decidedCapOf } from '@/features/programmes/decided-cap';
import { getVersion } from '@/features/programmes/queries';
import { factsOf } from '@/features/rules/domain/answers';
import type { Facts } from '@/features/rules/domain/facts';
import type { Rules } from '@/features/rules/domain/rules';
import { knownVendor } from '@/features/vendors/domain';
import { listedVendors } from '@/features/vendors/queries';
import { shanghaiDate } from '@/lib/dates';
import { fen, largestFen, sumFen, zeroFen, type Fen } from '@/lib/money';
import { capturedStates, claimedStates } from './domain/lifecycle';
import { costsOf, worthOfClaim, type ClaimWorth, type Earlier } from './domain/worth';

type VoucherRow = typeof vouchers.$inferSelect;
type ClaimRow = typeof claims.$inferSelect;

export type Award = { rules: Rules; facts: Facts; awardFen: Fen };

/**
 * Loads what a voucher was awarded for: the rules of its version and the facts of its application. A voucher that came from a
 * list of automatic awards is paid at once and never claimed.
 * @throws Error for a voucher without an application
 */
export async function awardOf(tx: Tx, voucher: VoucherRow): Promise<Award> {
  const { rules, form } = await getVersion(tx, voucher.versionId);
  const [found] = await tx
    .select({ application: applications, organisation: organisations })
    .from(applications)
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .where(eq(applications.id, voucher.applicationId ?? ''));
  const facts =
    found?.organisation.registeredOn &&
    factsOf(rules, effectiveAnswers(form, found.application.answers), {
      on: shanghaiDate(found.application.submittedAt ?? voucher.issuedAt),
      applicantType: found.organisation.applicantType,
      registeredOn: found.organisation.registeredOn,
      vendors: (await listedVendors(tx, voucher.cityId)).map(knownVendor),
      usedFen: zeroFen,
      poolFen: largestFen,
    });
  if (!facts)
    throw new Error(`Voucher ${voucher.id} has no application that it can be claimed by.`);
  const decided = await decidedCapOf(tx, found.application.id);
  return {
    rules,
    facts: { ...facts, decidedCapFen: decided?.capFen },
    awardFen: voucher.faceValueFen,
  };
}

/** Lists the costs of a claim, the first entered first. */
export const listCosts = (tx: Tx, claimId: string) =>
  tx.select().from(claimCosts).where(eq(claimCosts.claimId, claimId)).orderBy(claimCosts.id);

/** Lists the claims on the same award that were first submitted before this one and hold or have got an amount. */
function listEarlier(tx: Tx, { id, voucherId, submittedAt }: ClaimRow): Promise<ClaimRow[]> {
  const before = submittedAt
    ? or(
        lt(claims.submittedAt, submittedAt),
        and(eq(claims.submittedAt, submittedAt), lt(claims.id, id)),
      )
    : undefined;
  return tx
    .select()
    .from(claims)
    .where(
      and(
        eq(claims.voucherId, voucherId),
        ne(claims.id, id),
        inArray(claims.state, [...claimedStates, ...capturedStates]),
        before,
      ),
    )
    .orderBy(claims.submittedAt, claims.id);
}

/** Returns the first earlier claim that the city has not decided yet: its costs count for the later ones. */
export async function undecidedBefore(tx: Tx, claim: ClaimRow): Promise<ClaimRow | undefined> {
  const earlier = await listEarlier(tx, claim);
  return earlier.find(({ state }) => claimedStates.some((open) => open === state));
}

/** Adds up what the earlier claims are accepted for, or still ask for. */
async function earlierThan(tx: Tx, claim: ClaimRow): Promise<Earlier> {
  const rows = await listEarlier(tx, claim);
  return {
    costsFen: sumFen(rows.map(({ acceptedFen, costsFen }) => acceptedFen ?? costsFen ?? zeroFen)),
    amountFen: sumFen(rows.map((row) => row.approvedFen ?? row.claimedFen ?? zeroFen)),
  };
}

/** Adds up what was recovered of claims that were recovered whole. It went back to the budget, so the award is less by it. In fen. */
async function recoveredOf(tx: Tx, voucherId: string): Promise<Fen> {
  const rows = await tx
    .select({ reversedFen: claims.reversedFen })
    .from(claims)
    .where(and(eq(claims.voucherId, voucherId), eq(claims.state, 'reversed')));
  return sumFen(rows.map(({ reversedFen }) => reversedFen));
}

/** Works out a claim by the costs that it names now, or by the costs that the city accepts of them. In fen. */
export async function workOut(
  tx: Tx,
  voucher: VoucherRow,
  claim: ClaimRow,
  acceptedFen?: Fen,
): Promise<ClaimWorth & { costsFen: Fen }> {
  const costsFen = acceptedFen ?? costsOf(await listCosts(tx, claim.id));
  const { awardFen, ...award } = await awardOf(tx, voucher);
  const leftFen = fen(awardFen - (await recoveredOf(tx, voucher.id)));
  const earlier = await earlierThan(tx, claim);
  return { costsFen, ...worthOfClaim({ ...award, awardFen: leftFen, costsFen, earlier }) };
}
