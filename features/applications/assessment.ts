import 'server-only';
import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { applications } from '@/db/schema/applications';
import { organisations } from '@/db/schema/people';
import { assess, type Assessment } from '@/features/programmes/domain/assess';
import { poolsLeft } from '@/features/programmes/pool-queries';
import { getVersion } from '@/features/programmes/queries';
import { knownVendor } from '@/features/vendors/domain';
import { listedVendors } from '@/features/vendors/queries';
import { shanghaiDate } from '@/lib/dates';
import { factsOf } from './domain/facts';
import { effectiveAnswers } from './domain/validate';
import { usedBefore } from './used';

type Row = typeof applications.$inferSelect;

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
  const pools = await poolsLeft(tx, row.programmeId);
  const vendors = await listedVendors(tx, row.cityId);
  const facts = factsOf(version.rules, effectiveAnswers(version.form, row.answers), {
    on: shanghaiDate(row.submittedAt ?? now),
    applicantType: organisation.applicantType,
    registeredOn: organisation.registeredOn,
    vendors: vendors.map(knownVendor),
    ...(await usedBefore(tx, row, version.rules, now)),
    poolFen: pools.leftFen,
    subPoolFen: Object.fromEntries(pools.subPools),
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
