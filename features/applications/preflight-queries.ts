import 'server-only';
import { and, desc, eq, ne, notInArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { applications } from '@/db/schema/applications';
import { organisationOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { verificationIn } from '@/features/organisations/city-queries';
import { knownVendor } from '@/features/vendors/domain';
import { gatesOf, type Gate } from './domain/preflight';
import { isFinal } from './domain/lifecycle';
import { namesContract, sameContract } from './same-contract';
import { warningsOf, type OtherCase, type Warning } from './domain/warnings';
import type { ApplicationView } from './view-queries';

/** Lists at most five other cases of the organisation that name the same contract, of any programme. */
async function casesOfContract(tx: Tx, actor: Actor, view: ApplicationView): Promise<OtherCase[]> {
  const { contractNumber } = view.answers;
  if (!namesContract(contractNumber)) return [];
  const rows = await tx
    .select({ id: applications.id, reference: applications.reference, state: applications.state })
    .from(applications)
    .where(
      and(
        eq(applications.organisationId, organisationOf(actor)),
        ne(applications.id, view.id),
        notInArray(applications.state, ['rejected', 'withdrawn', 'expired']),
        sameContract(contractNumber),
      ),
    )
    .orderBy(desc(applications.id))
    .limit(5);
  return rows.map(({ state, ...other }) => ({ ...other, running: !isFinal(state) }));
}

/** Returns whether the city of the case has verified the organisation. */
async function isVerified(tx: Tx, actor: Actor, view: ApplicationView): Promise<boolean> {
  const [row] = await tx
    .select({ cityId: applications.cityId })
    .from(applications)
    .where(eq(applications.id, view.id));
  return (
    row !== undefined && (await verificationIn(tx, organisationOf(actor), row.cityId)) !== null
  );
}

export type Preflight = { gates: readonly Gate[]; warnings: readonly Warning[] };

/** Loads what would be refused and what reviewers would ask about, so that the applicant sees it before submitting. */
export function getPreflight(
  actor: Actor<'startup.read'>,
  view: ApplicationView,
): Promise<Preflight> {
  return inScope(actor, async ({ tx, now, calendar }) => {
    const vendor = view.vendors.find(({ id }) => id === view.answers.vendorId);
    const warnings = warningsOf(
      {
        answers: view.answers,
        sameContract: await casesOfContract(tx, actor, view),
        vendor: vendor && knownVendor(vendor),
        verified: await isVerified(tx, actor, view),
        closesAt: view.state === 'draft' ? view.closesAt : undefined,
        calendar,
      },
      now,
    );
    return { gates: gatesOf(view.rules, view.form, view.assessment), warnings };
  });
}
