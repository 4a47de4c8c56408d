import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { holds, redemptions } from '@/db/schema/redemptions';
import { post, type Posting } from '@/features/ledger/commands';
import type { LedgerKind, LedgerRefusal } from '@/features/ledger/messages';
import { tell } from '@/features/notifications/commands';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, organisationOf, userOf } from '@/server/actor';
import type { AuditEntry } from '@/server/audit';
import type { Grant } from '@/server/gate';
import { aboutRedemption } from './about';
import { redemptionLifecycle, type RedemptionTransition } from './domain/lifecycle';
import type * as inputs from './input';

type Input<K extends keyof typeof inputs> = z.output<(typeof inputs)[K]>;
type RedemptionRow = typeof redemptions.$inferSelect;

type Decision = {
  transition: RedemptionTransition;
  set: Partial<typeof redemptions.$inferInsert>;
  action: AuditEntry['action'];
  data?: Record<string, string>;
};

async function move(
  grant: Grant,
  row: RedemptionRow,
  decision: Decision,
): Promise<Outcome<{ id: string }, 'state_changed'>> {
  const next = redemptionLifecycle.next(row.state, decision.transition);
  if (!next.ok) return next;
  await grant.tx
    .update(redemptions)
    .set({ ...decision.set, state: next.value })
    .where(eq(redemptions.id, row.id));
  await grant.record({
    ...aboutRedemption(row),
    action: decision.action,
    data: { subsidyFen: row.subsidyFen.toString(), ...decision.data },
  });
  return done({ id: row.id });
}

type AnswerRefusal = 'redemption_unknown' | 'state_changed';

async function answer(
  grant: Grant<'redemption.answer'>,
  redemptionId: string,
  decision: Decision,
): Promise<Outcome<{ id: string }, AnswerRefusal>> {
  const { tx, actor } = grant;
  const [row] = await tx
    .select()
    .from(redemptions)
    .where(
      and(eq(redemptions.id, redemptionId), eq(redemptions.organisationId, organisationOf(actor))),
    )
    .for('update');
  if (!row) return refused('redemption_unknown');
  const moved = await move(grant, row, decision);
  if (!moved.ok) return moved;
  const { disputeReason } = decision.set;
  if (disputeReason) await tellDisputed(grant, row, disputeReason);
  await tell(tx, { cityId: row.cityId, roles: ['finance'] }, 'redemption_answered', {
    reference: row.reference,
    path: paths.city.redemption(row.id),
  });
  return moved;
}

/** The vendor's side of a dispute is wanted before the city decides. */
const tellDisputed = ({ tx }: Grant, row: RedemptionRow, reason: string) =>
  tell(tx, { organisationId: row.vendorId, roles: ['vendor_operator'] }, 'redemption_disputed', {
    reference: row.reference,
    reason,
    path: paths.vendor.redemption(row.id),
  });

/** The start-up says that it got what the vendor claims. */
export const confirmRedemption = (
  grant: Grant<'redemption.answer'>,
  input: Input<'answerRedemptionInput'>,
) =>
  answer(grant, input.redemptionId, {
    transition: 'confirm',
    action: 'redemption.confirmed',
    set: { confirmedBy: userOf(grant.actor), confirmedAt: grant.now },
  });

/** The start-up says that something is wrong, and what. */
export const disputeRedemption = (
  grant: Grant<'redemption.answer'>,
  input: Input<'disputeRedemptionInput'>,
) =>
  answer(grant, input.redemptionId, {
    transition: 'dispute',
    action: 'redemption.disputed',
    set: { disputeReason: input.reason },
    data: { reason: input.reason },
  });

/** A posting over a redemption's whole amount. */
function postingOf(row: RedemptionRow, kind: LedgerKind): Posting {
  const { subsidyFen: amountFen, voucherId, holdId, vendorId } = row;
  return { kind, amountFen, voucherId, holdId, vendorId };
}

/** Finds and locks a redemption of the city's. */
async function lockForCity(
  { tx, actor }: Grant<'redemption.verify'>,
  redemptionId: string,
): Promise<RedemptionRow | undefined> {
  const [row] = await tx
    .select()
    .from(redemptions)
    .where(and(eq(redemptions.id, redemptionId), eq(redemptions.cityId, cityOf(actor))))
    .for('update');
  return row;
}

async function tellParties(
  { tx }: Grant,
  row: RedemptionRow,
  template: 'redemption_decided' | 'redemption_rejected',
  reason = '',
): Promise<void> {
  const values = { reference: row.reference, reason };
  const vendor = {
    organisationId: row.vendorId,
    roles: ['vendor_operator', 'vendor_finance'],
  } as const;
  const holder = { organisationId: row.organisationId, roles: ['owner'] } as const;
  await tell(tx, vendor, template, { ...values, path: paths.vendor.redemption(row.id) });
  await tell(tx, holder, template, { ...values, path: paths.startup.redemption(row.id) });
}

type DecideRefusal = AnswerRefusal | LedgerRefusal;

/** The city has checked the evidence: the claim becomes money owed to the vendor. */
export async function verifyRedemption(
  grant: Grant<'redemption.verify'>,
  input: Input<'answerRedemptionInput'>,
): Promise<Outcome<{ id: string }, DecideRefusal>> {
  const row = await lockForCity(grant, input.redemptionId);
  if (!row) return refused('redemption_unknown');
  const moved = await move(grant, row, {
    transition: 'verify',
    action: 'redemption.verified',
    set: { verifiedBy: userOf(grant.actor), verifiedAt: grant.now },
  });
  if (!moved.ok) return moved;
  const posted = await post(grant, postingOf(row, 'capture'));
  if (!posted.ok) return posted;
  await grant.tx
    .update(redemptions)
    .set({ captureEntryId: posted.value.entryId })
    .where(eq(redemptions.id, row.id));
  await tellParties(grant, row, 'redemption_decided');
  return moved;
}

/**
 * The city refuses a claim: its invoice number is free again, and its money goes back into the
 * hold, or past a closed hold to the voucher; the sweep takes it on to the pool where that expired.
 */
export async function rejectRedemption(
  grant: Grant<'redemption.verify'>,
  input: Input<'rejectRedemptionInput'>,
): Promise<Outcome<{ id: string }, DecideRefusal>> {
  const { tx, actor, now } = grant;
  const row = await lockForCity(grant, input.redemptionId);
  if (!row) return refused('redemption_unknown');
  const moved = await move(grant, row, {
    transition: 'reject',
    action: 'redemption.rejected',
    set: { rejectionReason: input.reason, verifiedBy: userOf(actor), verifiedAt: now },
    data: { reason: input.reason },
  });
  if (!moved.ok) return moved;
  const [hold] = await tx.select().from(holds).where(eq(holds.id, row.holdId)).for('update');
  const kinds: LedgerKind[] = hold?.state === 'open' ? ['unclaim'] : ['unclaim', 'release'];
  for (const kind of kinds) {
    const posted = await post(grant, postingOf(row, kind));
    if (!posted.ok) return posted;
  }
  await tellParties(grant, row, 'redemption_rejected', input.reason);
  return moved;
}
