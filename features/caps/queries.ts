import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { applications } from '@/db/schema/applications';
import { capDecisions } from '@/db/schema/caps';
import { documents } from '@/db/schema/documents';
import { users } from '@/db/schema/people';
import { getVersion } from '@/features/programmes/queries';
import { unitPriceOf, type UnitPrice } from '@/features/rules/domain/unit-price';
import { isAssignable } from '@/features/reviews/domain/acts';
import type { Fen } from '@/lib/money';
import { may } from '@/lib/permissions';
import { isId } from '@/lib/query';
import { authorityOf, cityOf, userOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import type { CapDecisionState } from './domain/lifecycle';
import { raisableCap } from './domain/raisable';

export type CapDecision = {
  id: string;
  capFen: Fen;
  basis: string;
  document: { id: string; fileName: string };
  beforeFen: Fen | null;
  afterFen: Fen | null;
  state: CapDecisionState;
  proposedBy: string;
  proposedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  answer: string | null;
  /** Whether the reader may decide on it; `mine` says that the reader proposed it. */
  mayDecide: boolean;
  mine: boolean;
};

export type CaseCaps = {
  applicationId: string;
  /** The least cap of the rules that a decision may raise. */
  capFen: Fen;
  /** The price of the programme's unit, where amounts are typed as quantities. */
  price: UnitPrice | undefined;
  mayPropose: boolean;
  decisions: CapDecision[];
};

const proposer = alias(users, 'proposer');
const decider = alias(users, 'decider');

/** Loads what may be and was decided on a higher cap of a case; undefined where the rules let none be raised. */
export function getCaseCaps(
  actor: Actor<'case.read'>,
  applicationId: string,
): Promise<CaseCaps | undefined> {
  if (!isId(applicationId)) return Promise.resolve(undefined);
  return inScope(actor, async ({ tx }) => {
    const [row] = await tx
      .select({ state: applications.state, versionId: applications.versionId })
      .from(applications)
      .where(and(eq(applications.id, applicationId), eq(applications.cityId, cityOf(actor))));
    if (!row) return undefined;
    const { rules } = await getVersion(tx, row.versionId);
    const capFen = raisableCap(rules);
    if (capFen === undefined) return undefined;
    const rows = await tx
      .select({
        decision: capDecisions,
        fileName: documents.fileName,
        proposedBy: proposer.name,
        decidedBy: decider.name,
      })
      .from(capDecisions)
      .innerJoin(documents, eq(documents.id, capDecisions.documentId))
      .leftJoin(proposer, eq(proposer.id, capDecisions.proposedBy))
      .leftJoin(decider, eq(decider.id, capDecisions.decidedBy))
      .where(
        and(eq(capDecisions.applicationId, applicationId), eq(capDecisions.cityId, cityOf(actor))),
      )
      .orderBy(desc(capDecisions.id))
      .limit(20);
    const open = isAssignable(row.state);
    const waits = rows.some(({ decision }) => decision.state === 'proposed');
    return {
      applicationId,
      price: unitPriceOf(rules),
      capFen,
      mayPropose: open && !waits && may('cap.propose', authorityOf(actor)),
      decisions: rows.map(({ decision, fileName, proposedBy, decidedBy }) => ({
        id: decision.id,
        capFen: decision.capFen,
        basis: decision.basis,
        document: { id: decision.documentId, fileName },
        beforeFen: decision.beforeFen,
        afterFen: decision.afterFen,
        state: decision.state,
        proposedBy: proposedBy ?? '',
        proposedAt: decision.proposedAt,
        decidedBy,
        decidedAt: decision.decidedAt,
        answer: decision.answer,
        mayDecide: may('cap.release', authorityOf(actor)),
        mine: decision.proposedBy === userOf(actor),
      })),
    };
  });
}
