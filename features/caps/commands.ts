import 'server-only';
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { applications } from '@/db/schema/applications';
import { capDecisions } from '@/db/schema/caps';
import { assessApplication } from '@/features/applications/assessment';
import { aboutCase, raiseAssessment, type CaseRow } from '@/features/applications/case-state';
import { storeCityDocument, type DocumentRefusal } from '@/features/documents/commands';
import { notify } from '@/features/notifications/commands';
import { getVersion } from '@/features/programmes/queries';
import { toMoney, unitPriceOf } from '@/features/rules/domain/unit-price';
import { limitText, readAmount, type AmountRefusal } from '@/features/rules/typed-amount';
import { lockCase } from '@/features/reviews/case-steps';
import { isAssignable } from '@/features/reviews/domain/acts';
import { formatFen, maxFen, zeroFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { advance, lockInCity } from '@/server/rows';
import { capDecisionLifecycle } from './domain/lifecycle';
import { raisableCap } from './domain/raisable';
import type * as inputs from './input';

type Decision = typeof capDecisions.$inferSelect;
type CaseRefusal = 'case_unknown' | 'case_past_first';

/** Locks a case whose first review is still to be done, because only until then can its amount change. */
async function lockOpenCase(
  grant: Grant,
  applicationId: string,
): Promise<Outcome<CaseRow, CaseRefusal>> {
  const row = await lockCase(grant, applicationId);
  if (!row) return refused('case_unknown');
  return isAssignable(row.state) ? done(row) : refused('case_past_first');
}

const valuesOf = async (tx: Tx, { applicationId, capFen, basis }: Decision) => {
  const [row] = await tx
    .select({ reference: applications.reference })
    .from(applications)
    .where(eq(applications.id, applicationId));
  return {
    reference: row?.reference ?? '',
    cap: formatFen(capFen),
    basis,
    path: paths.city.case(applicationId),
  };
};

/**
 * Proposes a higher cap for one case, with the document that decides it, where the rules let a decision raise a cap. It counts
 * only after another person has released it. The constraint `cap_decisions_one_open` enforces what `cap_open` reports.
 */
export async function proposeCap(
  grant: Grant<'cap.propose'>,
  input: z.output<typeof inputs.proposeCapInput>,
): Promise<
  Outcome<
    { id: string },
    | CaseRefusal
    | AmountRefusal
    | 'cap_not_raisable'
    | 'cap_not_higher'
    | 'cap_open'
    | DocumentRefusal
  >
> {
  const { tx, actor, now } = grant;
  const locked = await lockOpenCase(grant, input.applicationId);
  if (!locked.ok) return locked;
  const row = locked.value;
  const { basis } = input;
  const { rules } = await getVersion(tx, row.versionId);
  const price = unitPriceOf(rules);
  const least = raisableCap(rules);
  if (least === undefined) return refused('cap_not_raisable');
  const read = readAmount(input, price, 'capFen');
  if (!read.ok) return read;
  const { money: capFen, field } = read.value;
  if (capFen <= least) return refused('cap_not_higher', { cap: limitText(least, price) }, field);
  const stored = await storeCityDocument(grant, {
    file: input.document,
    applicationId: row.id,
    organisationId: row.organisationId,
    requirement: `cap:${randomUUID()}`,
  });
  if (!stored.ok) return { ...stored, field: 'document' };
  const cityId = cityOf(actor);
  const [decision] = await tx
    .insert(capDecisions)
    .values({
      cityId,
      organisationId: row.organisationId,
      applicationId: row.id,
      capFen,
      basis,
      documentId: stored.value.id,
      state: capDecisionLifecycle.initial,
      proposedBy: userOf(actor),
      proposedAt: now,
    })
    .returning();
  if (!decision) throw new Error('The decision was not written.');
  const approvers = { cityId, roles: ['approver'] as const, except: userOf(actor) };
  await notify(tx, approvers, 'cap_proposed', await valuesOf(tx, decision));
  await grant.record({
    action: 'cap.proposed',
    ...aboutCase(row),
    data: { capFen: capFen.toString(), basis, document: stored.value.fileName },
  });
  return done({ id: row.id });
}

type DecideRefusal = 'cap_unknown' | 'cap_decided' | 'same_person' | CaseRefusal;

/** Locks the case and then its decision, if this user may decide on it. */
async function findDecidable(
  grant: Grant<'cap.release'>,
  decisionId: string,
): Promise<Outcome<{ decision: Decision; row: CaseRow }, DecideRefusal>> {
  const { tx, actor } = grant;
  const [known] = await tx
    .select({ applicationId: capDecisions.applicationId, cityId: capDecisions.cityId })
    .from(capDecisions)
    .where(eq(capDecisions.id, decisionId));
  if (known?.cityId !== cityOf(actor)) return refused('cap_unknown');
  const row = await lockCase(grant, known.applicationId);
  const decision = await lockInCity(grant, capDecisions, decisionId);
  if (!row || !decision) return refused('cap_unknown');
  if (decision.state !== 'proposed') return refused('cap_decided');
  if (decision.proposedBy === userOf(actor)) return refused('same_person');
  return done({ decision, row });
}

/**
 * Releases a higher cap that another person proposed: from now on the case is assessed with it. What the rules give is worked
 * out anew and never falls by it.
 */
export async function releaseCap(
  grant: Grant<'cap.release'>,
  input: z.output<typeof inputs.releaseCapInput>,
): Promise<Outcome<{ id: string }, DecideRefusal>> {
  const { tx, actor, now } = grant;
  const found = await findDecidable(grant, input.decisionId);
  if (!found.ok) return found;
  const { decision, row } = found.value;
  if (!isAssignable(row.state)) return refused('case_past_first');
  const beforeFen = row.assessedFen ?? zeroFen;
  const moved = await advance(grant, capDecisions, decision, {
    lifecycle: capDecisionLifecycle,
    transition: 'release',
    set: { decidedBy: userOf(actor), decidedAt: now },
    event: {
      ...aboutCase(row),
      action: 'cap.released',
      data: { capFen: decision.capFen.toString(), basis: decision.basis },
    },
  });
  if (!moved.ok) return refused('cap_decided');
  const assessment = await assessApplication(tx, row, now);
  const { rules } = await getVersion(tx, row.versionId);
  const afterFen = assessment?.eligible
    ? maxFen(beforeFen, toMoney(rules, assessment.amountFen))
    : beforeFen;
  await tx
    .update(capDecisions)
    .set({ beforeFen, afterFen })
    .where(eq(capDecisions.id, decision.id));
  await raiseAssessment(grant, row, afterFen);
  const values = await valuesOf(tx, decision);
  const amounts = { before: formatFen(beforeFen), amount: formatFen(afterFen) };
  await notify(tx, { cityId: row.cityId, roles: ['manager', 'reviewer'] }, 'cap_released', {
    ...values,
    ...amounts,
  });
  await notify(
    tx,
    { organisationId: row.organisationId, roles: ['owner', 'member'] },
    'cap_raised',
    { ...values, ...amounts, path: paths.startup.status(row.id) },
  );
  return done({ id: row.id });
}

/** Sends the proposal of a higher cap back. Another one can then be proposed. */
export async function declineCap(
  grant: Grant<'cap.release'>,
  input: z.output<typeof inputs.declineCapInput>,
): Promise<Outcome<{ id: string }, DecideRefusal>> {
  const { tx, actor, now } = grant;
  const found = await findDecidable(grant, input.decisionId);
  if (!found.ok) return found;
  const { decision, row } = found.value;
  const { answer } = input;
  const moved = await advance(grant, capDecisions, decision, {
    lifecycle: capDecisionLifecycle,
    transition: 'decline',
    set: { answer, decidedBy: userOf(actor), decidedAt: now },
    event: {
      ...aboutCase(row),
      action: 'cap.declined',
      data: { capFen: decision.capFen.toString(), answer },
    },
  });
  if (!moved.ok) return refused('cap_decided');
  await notify(tx, { cityId: row.cityId, roles: ['manager'] }, 'cap_declined', {
    ...(await valuesOf(tx, decision)),
    answer,
  });
  return done({ id: row.id });
}
