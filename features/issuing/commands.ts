import 'server-only';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { newId } from '@/db/new-id';
import { applications } from '@/db/schema/applications';
import { issueProposals } from '@/db/schema/vouchers';
import { writeCaseState } from '@/features/applications/case-state';
import { applicationLifecycle } from '@/features/applications/domain/lifecycle';
import { warnOfBudget } from '@/features/budget/warning-commands';
import { openAccount, post } from '@/features/ledger/commands';
import type { LedgerRefusal } from '@/features/ledger/messages';
import { bannedUntil } from '@/features/bans/in-force';
import { booksDiffer } from '@/features/ledger/books-queries';
import { notify } from '@/features/notifications/commands';
import { getVersion } from '@/features/programmes/queries';
import { addMonths, endOfDay, shanghaiDate } from '@/lib/dates';
import { formatFen, type Fen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { lockInCity } from '@/server/rows';
import type * as inputs from './input';
import { isPriced, unitPriceOf } from '@/features/rules/domain/unit-price';
import { payoutOf } from '@/features/rules/domain/payout';
import { writeVouchers } from '@/features/vouchers/issue-commands';
import { poolOfCase } from '@/features/reviews/pool-of-case';

/**
 * Proposes the issue of an approved application's voucher. Another person must release it. The constraint
 * `issue_proposals_one_open` enforces what `issue_proposed` reports.
 */
export async function proposeIssue(
  grant: Grant<'issue.propose'>,
  input: z.output<typeof inputs.proposeIssueInput>,
): Promise<Outcome<null, 'case_unknown' | 'state_changed' | 'issue_proposed'>> {
  const { tx, actor, now, record } = grant;
  const row = await lockInCity(grant, applications, input.applicationId);
  if (!row) return refused('case_unknown');
  if (!applicationLifecycle.can(row.state, 'issue') || !row.approvedFen)
    return refused('state_changed');
  const [proposal] = await tx
    .insert(issueProposals)
    .values({
      cityId: row.cityId,
      applicationId: row.id,
      amountFen: row.approvedFen,
      proposedBy: userOf(actor),
      proposedAt: now,
    })
    .returning({ id: issueProposals.id });
  if (!proposal) throw new Error('The proposal was not written.');
  await record({
    action: 'issue.proposed',
    subject: { kind: 'issue', id: proposal.id },
    applicationId: row.id,
    organisationId: row.organisationId,
    versionId: row.versionId,
    data: { amountFen: row.approvedFen.toString() },
  });
  const others = { cityId: row.cityId, roles: ['finance'] as const, except: userOf(actor) };
  await notify(tx, others, 'issue_proposed', {
    reference: row.reference ?? '',
    amount: formatFen(row.approvedFen),
    path: paths.city.issues(),
  });
  return done(null);
}

type ReleaseRefusal =
  | 'issue_unknown'
  | 'issue_decided'
  | 'same_person'
  | 'state_changed'
  | 'firm_banned'
  | 'unit_unpriced'
  | 'ledger_broken'
  | LedgerRefusal;

/** Locks and returns the proposal and its case if this user may release it now. */
async function findReleasable(grant: Grant<'issue.release'>, proposalId: string) {
  const { tx, actor } = grant;
  const proposal = await lockInCity(grant, issueProposals, proposalId);
  if (!proposal) return refused('issue_unknown');
  if (proposal.state !== 'proposed') return refused('issue_decided');
  if (proposal.proposedBy === userOf(actor)) return refused('same_person');
  // Nothing is issued while the entries do not explain all of the city’s balances.
  if (await booksDiffer(tx, proposal.cityId)) return refused('ledger_broken');
  const application = await lockInCity(grant, applications, proposal.applicationId);
  if (!application) return refused('issue_unknown');
  if (!applicationLifecycle.can(application.state, 'issue')) return refused('state_changed');
  return done({ proposal, application });
}

/**
 * Releases a proposed issue: creates the voucher and its money together. Where the application already contained all the
 * evidence of what was paid, the start-up is its own payee and the whole amount goes straight to settlement. Where it has to
 * claim with invoices first, nothing is paid until the city has verified a claim.
 */
export async function releaseIssue(
  grant: Grant<'issue.release'>,
  input: z.output<typeof inputs.releaseIssueInput>,
): Promise<Outcome<{ voucherId: string }, ReleaseRefusal>> {
  const { tx, actor, now } = grant;
  const found = await findReleasable(grant, input.proposalId);
  if (!found.ok) return found;
  const { proposal, application } = found.value;
  const { rules } = await getVersion(tx, application.versionId);
  if (!isPriced(rules)) return refused('unit_unpriced');
  const ban = await bannedUntil(tx, rules, application, now);
  if (ban) return refused('firm_banned', { reference: application.reference ?? '', on: ban });
  const validTo = endOfDay(addMonths(shanghaiDate(now), rules.voucher.validMonths));
  const voucherId = await newId(tx);
  const voucher = {
    id: voucherId,
    cityId: application.cityId,
    organisationId: application.organisationId,
    programmeId: application.programmeId,
    versionId: application.versionId,
    applicationId: application.id,
    amountFen: proposal.amountFen,
    validTo,
    price: unitPriceOf(rules),
  };
  const poolId = await poolOfCase(tx, application.id);
  // The promise ends before the money is committed, under the same lock on its pool: nobody comes between.
  const moved = await writeCaseState(grant, application, 'issue');
  if (!moved.ok) return moved;
  const funded = await fund(grant, { ...voucher, poolId }, payoutOf(rules) === 'at_once');
  if (!funded.ok) return funded;
  await warnOfBudget(grant, { programmeId: voucher.programmeId, poolId });
  await writeVouchers(grant, voucher, [voucher]);
  await tx
    .update(issueProposals)
    .set({ state: 'released', decidedBy: userOf(actor), decidedAt: now })
    .where(eq(issueProposals.id, proposal.id));
  await notify(
    tx,
    { organisationId: voucher.organisationId, roles: ['owner', 'member'] },
    'voucher_issued',
    {
      amount: formatFen(voucher.amountFen),
      validTo: validTo.toISOString(),
      path: paths.startup.voucher(voucherId),
    },
  );
  await grant.record({
    action: 'voucher.issued',
    subject: { kind: 'voucher', id: voucherId },
    applicationId: application.id,
    voucherId,
    organisationId: voucher.organisationId,
    versionId: voucher.versionId,
    data: { amountFen: voucher.amountFen.toString() },
  });
  return done({ voucherId });
}

type Funding = {
  id: string;
  cityId: string;
  programmeId: string;
  /** The programme's pool, or one of its sub-pools. */
  poolId: string;
  organisationId: string;
  amountFen: Fen;
  validTo: Date;
};

/** Opens the voucher's account and fills it. `atOnce` spends it on the start-up itself, so that the next batch pays it. */
async function fund(
  grant: Grant<'issue.release'>,
  voucher: Funding,
  atOnce: boolean,
): Promise<Outcome<null, LedgerRefusal>> {
  const { id: voucherId, organisationId, validTo, amountFen } = voucher;
  await openAccount(grant, { ...voucher, voucherId });
  const issued = await post(grant, { kind: 'issue', amountFen, voucherId });
  if (!issued.ok) return issued;
  if (!atOnce) return done(null);
  const holdId = await newId(grant.tx);
  const hold = { amountFen, voucherId, holdId, vendorId: organisationId, expiresAt: validTo };
  for (const kind of ['hold', 'claim', 'capture'] as const) {
    const posted = await post(grant, { ...hold, kind });
    if (!posted.ok) return posted;
  }
  return done(null);
}

/** Sends a proposal back. The issue can be proposed again. */
export async function declineIssue(
  grant: Grant<'issue.release'>,
  input: z.output<typeof inputs.declineIssueInput>,
): Promise<Outcome<null, 'issue_unknown' | 'issue_decided' | 'same_person'>> {
  const { tx, actor, now } = grant;
  const proposal = await lockInCity(grant, issueProposals, input.proposalId);
  if (!proposal) return refused('issue_unknown');
  if (proposal.state !== 'proposed') return refused('issue_decided');
  if (proposal.proposedBy === userOf(actor)) return refused('same_person');
  await tx
    .update(issueProposals)
    .set({ state: 'declined', decidedBy: userOf(actor), decidedAt: now, reason: input.reason })
    .where(eq(issueProposals.id, proposal.id));
  await grant.record({
    action: 'issue.declined',
    subject: { kind: 'issue', id: proposal.id },
    applicationId: proposal.applicationId,
    data: { reason: input.reason },
  });
  const [row] = await tx
    .select({ reference: applications.reference })
    .from(applications)
    .where(eq(applications.id, proposal.applicationId));
  const proposer = {
    cityId: proposal.cityId,
    roles: ['manager', 'finance'] as const,
    only: proposal.proposedBy,
  };
  await notify(tx, proposer, 'issue_declined', {
    reference: row?.reference ?? '',
    reason: input.reason,
    path: paths.city.issues(),
  });
  return done(null);
}
