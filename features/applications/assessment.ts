import 'server-only';
import { and, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { applications } from '@/db/schema/applications';
import { organisations } from '@/db/schema/people';
import { getPool } from '@/features/ledger/queries';
import { assess, type Assessment } from '@/features/programmes/domain/assess';
import { getVersion } from '@/features/programmes/queries';
import { listedVendors } from '@/features/vendors/queries';
import { awardedInYear } from '@/features/vouchers/award-queries';
import { shanghaiDate, startOfDay, yearOf } from '@/lib/dates';
import { fen, zeroFen, type Fen } from '@/lib/money';
import { factsOf } from './domain/facts';
import { effectiveAnswers } from './domain/validate';

type Row = typeof applications.$inferSelect;

/** What the start-up was awarded under the programme in the calendar year, other than by this case. */
async function usedThisYear(tx: Tx, row: Row, now: Date): Promise<Fen> {
  const year = yearOf(shanghaiDate(now));
  const [sum] = await tx
    .select({ used: sql<string>`coalesce(sum(${applications.approvedFen}), 0)::text` })
    .from(applications)
    .where(
      and(
        eq(applications.organisationId, row.organisationId),
        eq(applications.programmeId, row.programmeId),
        inArray(applications.state, [
          'final_passed',
          'publicised',
          'objected',
          'approved',
          'issued',
        ]),
        gte(applications.decidedAt, startOfDay(`${year}-01-01`)),
        lt(applications.decidedAt, startOfDay(`${year + 1}-01-01`)),
        sql`${applications.id} <> ${row.id}`,
      ),
    );
  const ids = [row.organisationId];
  const awarded = await awardedInYear(tx, row.programmeId, ids, year, 'awarded');
  return fen(BigInt(sum?.used ?? '0') + (awarded.get(row.organisationId) ?? zeroFen));
}

/** What the case's own rules give for its answers as they stand; nothing while answers are missing. */
export async function assessApplication(
  tx: Tx,
  row: Row,
  now: Date,
): Promise<Assessment | undefined> {
  const version = await getVersion(tx, row.versionId);
  const [organisation] = await tx
    .select()
    .from(organisations)
    .where(eq(organisations.id, row.organisationId));
  // A firm that was awarded before it came here has yet to say when it was registered.
  if (!organisation?.registeredOn) return undefined;
  const pool = await getPool(tx, row.programmeId);
  const vendors = await listedVendors(tx, row.cityId);
  const facts = factsOf(effectiveAnswers(version.form, row.answers), {
    on: shanghaiDate(row.submittedAt ?? now),
    applicantType: organisation.applicantType,
    registeredOn: organisation.registeredOn,
    listedVendorIds: vendors.map((vendor) => vendor.id),
    usedFen: await usedThisYear(tx, row, now),
    poolFen: pool?.leftFen ?? zeroFen,
  });
  return facts && assess(version.rules, facts);
}

/** For storing with a revision: amounts as text, since JSON has no big integers. */
export const storable = (assessment: Assessment): unknown =>
  JSON.parse(
    JSON.stringify(assessment, (_key, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    ),
  );
