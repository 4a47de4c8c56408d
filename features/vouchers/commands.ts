import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq, lte } from 'drizzle-orm';
import type { z } from 'zod';
import { applications } from '@/db/schema/applications';
import { issueProposals, vouchers } from '@/db/schema/vouchers';
import { applicationLifecycle } from '@/features/applications/domain/lifecycle';
import { openAccount, post, setFrozen } from '@/features/ledger/commands';
import type { LedgerRefusal } from '@/features/ledger/messages';
import { getBalance } from '@/features/ledger/queries';
import { tell } from '@/features/notifications/commands';
import { getVersion } from '@/features/programmes/queries';
import { addMonths, endOfDay, formatDate, shanghaiDate } from '@/lib/dates';
import { makeVoucherCode } from '@/lib/identifiers';
import { formatFen } from '@/lib/money';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/lib/server/actor';
import type { Grant } from '@/lib/server/gate';
import type * as inputs from './input';
import { voucherLifecycle } from './domain/lifecycle';

type Input<K extends keyof typeof inputs> = z.output<(typeof inputs)[K]>;

/** Proposes the issue of an approved application's voucher; somebody else must release it. */
export async function proposeIssue(
  grant: Grant<'issue.propose'>,
  input: Input<'proposeIssueInput'>,
): Promise<Outcome<null, 'case_unknown' | 'state_changed' | 'issue_proposed'>> {
  const { tx, actor, now, record } = grant;
  const [row] = await tx
    .select()
    .from(applications)
    .where(and(eq(applications.id, input.applicationId), eq(applications.cityId, cityOf(actor))))
    .for('update');
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
  return done(null);
}

async function lockProposal(grant: Grant<'issue.release'>, proposalId: string) {
  const { tx, actor } = grant;
  const [proposal] = await tx
    .select()
    .from(issueProposals)
    .where(and(eq(issueProposals.id, proposalId), eq(issueProposals.cityId, cityOf(actor))))
    .for('update');
  return proposal;
}

type ReleaseRefusal =
  'issue_unknown' | 'issue_decided' | 'same_person' | 'state_changed' | LedgerRefusal;

/**
 * Releases a proposed issue: the voucher and its money come into being together. Where a programme
 * pays afterwards, the start-up is its own payee and the whole amount goes straight to settlement.
 */
export async function releaseIssue(
  grant: Grant<'issue.release'>,
  input: Input<'decideIssueInput'>,
): Promise<Outcome<{ voucherId: string }, ReleaseRefusal>> {
  const { tx, actor, now } = grant;
  const proposal = await lockProposal(grant, input.proposalId);
  if (!proposal) return refused('issue_unknown');
  if (proposal.state !== 'proposed') return refused('issue_decided');
  if (proposal.proposedBy === userOf(actor)) return refused('same_person');
  const [row] = await tx
    .select()
    .from(applications)
    .where(eq(applications.id, proposal.applicationId))
    .for('update');
  if (!row) return refused('issue_unknown');
  const next = applicationLifecycle.next(row.state, 'issue');
  if (!next.ok) return next;

  const { rules } = await getVersion(tx, row.versionId);
  const voucherId = randomUUID();
  const validTo = endOfDay(addMonths(shanghaiDate(now), rules.voucher.validMonths));
  await openAccount(grant, {
    cityId: row.cityId,
    programmeId: row.programmeId,
    voucherId,
    organisationId: row.organisationId,
    validTo,
  });
  const amountFen = proposal.amountFen;
  const issued = await post(grant, { kind: 'issue', amountFen, voucherId });
  if (!issued.ok) return issued;
  if (rules.mode === 'deferred') {
    const paid = await payAfterwards(grant, {
      voucherId,
      amountFen,
      payeeId: row.organisationId,
      validTo,
    });
    if (!paid.ok) return paid;
  }
  await tx.insert(vouchers).values({
    id: voucherId,
    cityId: row.cityId,
    organisationId: row.organisationId,
    programmeId: row.programmeId,
    versionId: row.versionId,
    applicationId: row.id,
    code: makeVoucherCode(randomBytes(13)),
    state: voucherLifecycle.initial,
    faceValueFen: amountFen,
    issuedAt: now,
    validTo,
  });
  await tx
    .update(applications)
    .set({ state: next.value, updatedAt: now })
    .where(eq(applications.id, row.id));
  await tx
    .update(issueProposals)
    .set({ state: 'released', decidedBy: userOf(actor), decidedAt: now })
    .where(eq(issueProposals.id, proposal.id));
  await tell(
    tx,
    { organisationId: row.organisationId, roles: ['owner', 'member'] },
    'voucher_issued',
    {
      amount: formatFen(amountFen),
      validTo: formatDate(validTo, 'zh-CN'),
      path: `/startup/vouchers/${voucherId}`,
    },
  );
  await grant.record({
    action: 'voucher.issued',
    subject: { kind: 'voucher', id: voucherId },
    applicationId: row.id,
    voucherId,
    organisationId: row.organisationId,
    versionId: row.versionId,
    data: { amountFen: amountFen.toString() },
  });
  return done({ voucherId });
}

type Deferred = {
  voucherId: string;
  amountFen: Parameters<typeof post>[1]['amountFen'];
  payeeId: string;
  validTo: Date;
};

/** Pay first, be paid back: held, claimed and captured by the start-up itself in one go. */
async function payAfterwards(
  grant: Grant<'issue.release'>,
  { voucherId, amountFen, payeeId, validTo }: Deferred,
): Promise<Outcome<null, LedgerRefusal>> {
  const holdId = randomUUID();
  const hold = { voucherId, holdId, vendorId: payeeId, amountFen, expiresAt: validTo };
  for (const kind of ['hold', 'claim', 'capture'] as const) {
    const posted = await post(grant, { ...hold, kind });
    if (!posted.ok) return posted;
  }
  return done(null);
}

/** Sends a proposal back; it can be proposed again. */
export async function declineIssue(
  grant: Grant<'issue.release'>,
  input: Input<'decideIssueInput'>,
): Promise<Outcome<null, 'issue_unknown' | 'issue_decided' | 'same_person' | 'reason_missing'>> {
  const { tx, actor, now } = grant;
  const proposal = await lockProposal(grant, input.proposalId);
  if (!proposal) return refused('issue_unknown');
  if (proposal.state !== 'proposed') return refused('issue_decided');
  if (proposal.proposedBy === userOf(actor)) return refused('same_person');
  if (input.reason === '') return refused('reason_missing', {}, 'reason');
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
  return done(null);
}

async function changeFrozen(
  grant: Grant<'voucher.freeze'>,
  voucherId: string,
  reason: string | null,
): Promise<Outcome<null, 'voucher_unknown' | 'state_changed'>> {
  const { tx, actor, record } = grant;
  const [row] = await tx
    .select()
    .from(vouchers)
    .where(and(eq(vouchers.id, voucherId), eq(vouchers.cityId, cityOf(actor))))
    .for('update');
  if (!row) return refused('voucher_unknown');
  const frozen = reason !== null;
  const next = voucherLifecycle.next(row.state, frozen ? 'freeze' : 'unfreeze');
  if (!next.ok) return next;
  await tx
    .update(vouchers)
    .set({ state: next.value, frozenReason: reason })
    .where(eq(vouchers.id, row.id));
  await setFrozen(grant, { cityId: row.cityId, voucherId: row.id, frozen });
  await record({
    action: frozen ? 'voucher.frozen' : 'voucher.unfrozen',
    subject: { kind: 'voucher', id: row.id },
    applicationId: row.applicationId,
    voucherId: row.id,
    organisationId: row.organisationId,
    versionId: row.versionId,
    data: reason === null ? {} : { reason },
  });
  return done(null);
}

export const freezeVoucher = (grant: Grant<'voucher.freeze'>, input: Input<'freezeInput'>) =>
  changeFrozen(grant, input.voucherId, input.reason);

export const unfreezeVoucher = (grant: Grant<'voucher.freeze'>, input: Input<'unfreezeInput'>) =>
  changeFrozen(grant, input.voucherId, null);

/** Sweep: what is left of vouchers past their day goes back to the pool. Open holds go first. */
export async function expireVouchers(grant: Grant): Promise<Outcome<{ count: number }, never>> {
  const { tx, actor, now, record } = grant;
  const due = await tx
    .select()
    .from(vouchers)
    .where(
      and(
        eq(vouchers.cityId, cityOf(actor)),
        eq(vouchers.state, 'active'),
        lte(vouchers.validTo, now),
      ),
    )
    .limit(500)
    .for('update');
  for (const row of due) {
    const balance = await getBalance(tx, row.id);
    const left = balance?.availableFen;
    if (left && left > 0n) {
      const posted = await post(
        grant,
        { kind: 'expire', amountFen: left, voucherId: row.id },
        `expire:${row.id}`,
      );
      if (!posted.ok) throw new Error(`Expiry of ${row.id} was declined: ${posted.code}`);
    }
    const next = voucherLifecycle.next(row.state, 'expire');
    if (!next.ok) continue;
    await tx.update(vouchers).set({ state: next.value }).where(eq(vouchers.id, row.id));
    await record({
      action: 'voucher.expired',
      subject: { kind: 'voucher', id: row.id },
      applicationId: row.applicationId,
      voucherId: row.id,
      organisationId: row.organisationId,
      versionId: row.versionId,
      data: { returnedFen: (left ?? 0n).toString() },
    });
  }
  return done({ count: due.length });
}
