import 'server-only';
import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { applications } from '@/db/schema/applications';
import { organisations } from '@/db/schema/people';
import { assess, type Assessment } from '@/features/rules/domain/assess';
import type { Facts } from '@/features/rules/domain/facts';
import type { Rules } from '@/features/rules/domain/rules';
import { fromMoney } from '@/features/rules/domain/unit-price';
import { poolsLeft } from '@/features/programmes/pool-queries';
import { getVersion } from '@/features/programmes/queries';
import { knownVendor } from '@/features/vendors/domain';
import { listedVendors } from '@/features/vendors/queries';
import { shanghaiDate } from '@/lib/dates';
import { fen, zeroFen, type Fen } from '@/lib/money';
import { factsOf } from '@/features/rules/domain/answers';
import { effectiveAnswers } from '@/features/forms/domain/validate';
import { decidedCapOf } from '@/features/programmes/decided-cap';
import { usedBefore } from './used';

type Row = typeof applications.$inferSelect;

/**
 * Returns what the pools have for a case, in the programme's unit: the money not promised yet, plus the money that is
 * already promised to this case.
 */
async function poolsFor(
  tx: Tx,
  row: Row,
  rules: Rules,
): Promise<Pick<Facts, 'poolFen' | 'subPoolFen'>> {
  const { leftFen, subPools, keys } = await poolsLeft(tx, row.programmeId);
  const own = row.promisePoolId === null ? zeroFen : (row.approvedFen ?? zeroFen);
  const key = row.promisePoolId === null ? undefined : keys.get(row.promisePoolId);
  const parts = [...subPools].map(([name, left]): [string, Fen] => [
    name,
    fromMoney(rules, name === key ? fen(left + own) : left, 'down'),
  ]);
  return {
    poolFen: fromMoney(rules, fen(leftFen + own), 'down'),
    subPoolFen: Object.fromEntries(parts),
  };
}

/**
 * Assesses the present answers of a case by its own version of the rules, in the unit of its programme: what is money (the
 * pools, earlier awards, a decided cap) is converted to it here, and `toMoney` makes the result money. Returns undefined while
 * answers are missing.
 */
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
  // An organisation that was awarded before it registered here has not yet given its date of registration.
  if (!organisation?.registeredOn) return undefined;
  const vendors = await listedVendors(tx, row.cityId);
  const facts = factsOf(version.rules, effectiveAnswers(version.form, row.answers), {
    on: shanghaiDate(row.submittedAt ?? now),
    applicantType: organisation.applicantType,
    registeredOn: organisation.registeredOn,
    vendors: vendors.map(knownVendor),
    ...(await usedBefore(tx, row, version.rules, now)),
    ...(await poolsFor(tx, row, version.rules)),
  });
  const decided = await decidedCapOf(tx, row.id);
  const decidedCapFen = decided && fromMoney(version.rules, decided.capFen, 'down');
  return facts && assess(version.rules, { ...facts, decidedCapFen });
}
