import type { Named } from '@/lib/organisation-name';
import 'server-only';
import { and, desc, eq, ne, or, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { applications } from '@/db/schema/applications';
import { organisations } from '@/db/schema/people';
import type { ApplicationState } from '@/features/applications/domain/lifecycle';
import { namesContract, sameContract } from '@/features/applications/same-contract';

/** Another case with something in common that an officer should look at. */
export type Related = {
  id: string;
  reference: string;
  organisation: Named;
  state: ApplicationState;
  /** The same contract number is a warning; the same applicant is only background. */
  why: 'contract' | 'applicant';
};

/** Lists cases of the city with the same contract, or of the same applicant. */
export async function relatedTo(tx: Tx, row: typeof applications.$inferSelect): Promise<Related[]> {
  const { contractNumber } = row.answers;
  const same = namesContract(contractNumber)
    ? sql<boolean>`coalesce(${sameContract(contractNumber)}, false)`
    : sql<boolean>`false`;
  const found = await tx
    .select({
      id: applications.id,
      reference: applications.reference,
      organisation: { name: organisations.name, nameEn: organisations.nameEn },
      state: applications.state,
      same,
    })
    .from(applications)
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .where(
      and(
        eq(applications.cityId, row.cityId),
        ne(applications.id, row.id),
        ne(applications.state, 'draft'),
        namesContract(contractNumber)
          ? or(sameContract(contractNumber), eq(applications.organisationId, row.organisationId))
          : eq(applications.organisationId, row.organisationId),
      ),
    )
    .orderBy(desc(applications.id))
    .limit(10);
  return found.map(({ same: contract, reference, ...rest }) => ({
    ...rest,
    reference: reference ?? '',
    why: contract ? 'contract' : 'applicant',
  }));
}
