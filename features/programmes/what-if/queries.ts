import 'server-only';
import { and, asc, desc, eq, gt, inArray, isNotNull, or } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { applicationRevisions, applications } from '@/db/schema/applications';
import { organisations } from '@/db/schema/people';
import { programmes } from '@/db/schema/programmes';
import { factsOf } from '@/features/rules/domain/answers';
import { effectiveAnswers } from '@/features/forms/domain/validate';
import { knownVendor } from '@/features/vendors/domain';
import { listedVendors } from '@/features/vendors/queries';
import { shanghaiDate } from '@/lib/dates';
import { zeroFen } from '@/lib/money';
import { cityOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { whatIf, type PastCase, type WhatIf } from './domain/what-if';
import { getVersion, type Version } from '../queries';
import { getEditedProgramme, type EditedProgramme } from '../editor/queries';

/** The largest number of cases that are calculated, and how many are read at once. */
export const mostCases = 5_000;
const chunk = 500;

type Row = typeof applications.$inferSelect;

/** Loads a chunk of submitted applications in the order of submission, with the answers as they were last sent. */
async function readChunk(tx: Tx, programmeId: string, after: Row | undefined) {
  const rows = await tx
    .select({ row: applications, organisation: organisations })
    .from(applications)
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .where(
      and(
        eq(applications.programmeId, programmeId),
        isNotNull(applications.submittedAt),
        after?.submittedAt
          ? or(
              gt(applications.submittedAt, after.submittedAt),
              and(eq(applications.submittedAt, after.submittedAt), gt(applications.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(applications.submittedAt), asc(applications.id))
    .limit(chunk);
  if (rows.length === 0) return [];
  const revisions = await tx
    .select()
    .from(applicationRevisions)
    .where(
      inArray(
        applicationRevisions.applicationId,
        rows.map(({ row }) => row.id),
      ),
    )
    .orderBy(desc(applicationRevisions.number));
  return rows.flatMap(({ row, organisation }) => {
    const answers = revisions.find(({ applicationId }) => applicationId === row.id)?.answers;
    return answers ? [{ row, organisation, answers }] : [];
  });
}

/** Returns a function that loads the versions that cases are bound to, each only once. */
function versionReader(tx: Tx) {
  const known = new Map<string, Promise<Version>>();
  return (id: string): Promise<Version> => {
    const version = known.get(id) ?? getVersion(tx, id);
    known.set(id, version);
    return version;
  };
}

async function pastCases(tx: Tx, programmeId: string, cityId: string): Promise<PastCase[]> {
  const vendors = (await listedVendors(tx, cityId)).map(knownVendor);
  const versionOf = versionReader(tx);
  const cases: PastCase[] = [];
  let last: Row | undefined;
  while (cases.length < mostCases) {
    const found = await readChunk(tx, programmeId, last);
    if (found.length === 0) break;
    last = found.at(-1)?.row;
    for (const { row, organisation, answers } of found) {
      const { registeredOn } = organisation;
      if (registeredOn === null) continue;
      const { form, rules } = await versionOf(row.versionId);
      const facts = factsOf(rules, effectiveAnswers(form, answers), {
        on: shanghaiDate(row.submittedAt ?? row.createdAt),
        applicantType: organisation.applicantType,
        registeredOn,
        vendors,
        usedFen: zeroFen,
        poolFen: zeroFen,
      });
      if (!facts) continue;
      cases.push({
        id: row.id,
        reference: row.reference ?? '',
        facts,
        organisationId: organisation.id,
        applicant: organisation.name,
      });
    }
  }
  return cases.slice(0, mostCases);
}

export type WhatIfView = {
  programme: EditedProgramme;
  /** Undefined where there is no draft, its rules are incomplete, or no version is in force. */
  result: WhatIf | undefined;
};

/** Returns what the draft would have given to all applicants so far; it changes nothing. */
export async function getWhatIf(
  actor: Actor<'programme.read'>,
  programmeId: string,
): Promise<WhatIfView | undefined> {
  const programme = await getEditedProgramme(actor, programmeId);
  if (!programme) return undefined;
  const rules = programme.open?.readiness.whole?.rules;
  const { current } = programme;
  if (!rules || !current) return { programme, result: undefined };
  const cases = await inScope(actor, async ({ tx }) => {
    const cityId = cityOf(actor);
    const [own] = await tx
      .select({ id: programmes.id })
      .from(programmes)
      .where(and(eq(programmes.id, programmeId), eq(programmes.cityId, cityId)));
    return own ? pastCases(tx, own.id, cityId) : [];
  });
  return { programme, result: whatIf(current.rules, rules, cases) };
}
