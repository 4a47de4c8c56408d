import 'server-only';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { recoveries, recoveryCredits } from '@/db/schema/recoveries';
import { getCapture, owedOn } from '@/features/ledger/capture-queries';
import { lockPayee, post } from '@/features/ledger/commands';
import type { LedgerRefusal } from '@/features/ledger/messages';
import { notify } from '@/features/notifications/commands';
import { shanghaiDate } from '@/lib/dates';
import { formatFen, zeroFen, type Fen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { advance, lockInCity } from '@/server/rows';
import { aboutRecovery, aboutReleased } from './about';
import { creditLifecycle, recoveryLifecycle } from './domain/lifecycle';
import type * as inputs from './input';

type RecoveryRow = typeof recoveries.$inferSelect;
type CreditRow = typeof recoveryCredits.$inferSelect;

type EnterRefusal = 'recovery_unknown' | 'recovery_not_open' | 'credit_above';

/** Locks a recovery, and returns it if this much of it is still owed. */
async function findOwed(
  grant: Grant<'recovery.credit'>,
  recoveryId: string,
  amountFen: Fen,
): Promise<Outcome<RecoveryRow, EnterRefusal>> {
  const row = await lockInCity(grant, recoveries, recoveryId);
  if (!row) return refused('recovery_unknown');
  if (row.state !== 'released' || row.reverseEntryId === null) return refused('recovery_not_open');
  const owedFen = (await owedOn(grant.tx, [row.reverseEntryId])).get(row.reverseEntryId) ?? zeroFen;
  if (amountFen > owedFen)
    return refused('credit_above', { most: formatFen(owedFen) }, 'amountFen');
  return done(row);
}

type Entered = Pick<CreditRow, 'kind' | 'amountFen' | 'paidOn' | 'bankReference' | 'reason'>;

/** Writes a repayment or write-off that waits for its second person, and notifies finance. */
async function enter(
  grant: Grant<'recovery.credit'>,
  recovery: RecoveryRow,
  entered: Entered,
): Promise<Outcome<{ id: string }, never>> {
  const { tx, actor, now } = grant;
  await tx.insert(recoveryCredits).values({
    ...entered,
    cityId: recovery.cityId,
    recoveryId: recovery.id,
    payeeId: recovery.payeeId,
    state: creditLifecycle.initial,
    proposedBy: userOf(actor),
    proposedAt: now,
  });
  const finance = {
    cityId: recovery.cityId,
    roles: ['finance'] as const,
    except: userOf(actor),
  };
  await notify(tx, finance, 'credit_entered', {
    reference: recovery.reference,
    amount: formatFen(entered.amountFen),
    path: paths.city.recovery(recovery.id),
  });
  await grant.record({
    ...aboutRecovery(recovery),
    action: 'recovery.credit_entered',
    data: { ...dataOf(recovery, entered), reason: entered.reason },
  });
  return done({ id: recovery.id });
}

const dataOf = (recovery: RecoveryRow, credit: Entered) => ({
  reference: recovery.reference,
  kind: credit.kind,
  amountFen: credit.amountFen.toString(),
  paidOn: credit.paidOn,
  bankReference: credit.bankReference,
});

/**
 * Enters money that the payee has sent to the city, with the bank's reference. Another person must confirm it. The
 * constraint `recovery_credits_bank_once` refuses the same reference a second time in the city.
 */
export async function enterRepayment(
  grant: Grant<'recovery.credit'>,
  input: z.output<typeof inputs.enterRepaymentInput>,
): Promise<
  Outcome<{ id: string }, EnterRefusal | 'repaid_in_future' | 'repaid_before' | 'bank_taken'>
> {
  const { amountFen, paidOn, bankReference } = input;
  const found = await findOwed(grant, input.recoveryId, amountFen);
  if (!found.ok) return found;
  const today = shanghaiDate(grant.now);
  if (paidOn > today) return refused('repaid_in_future', { on: today }, 'paidOn');
  const capture = await getCapture(grant.tx, found.value.cityId, found.value.captureEntryId);
  const earliest = capture && shanghaiDate(capture.at);
  if (earliest && paidOn < earliest) return refused('repaid_before', { on: earliest }, 'paidOn');
  const kind = 'repayment' as const;
  return enter(grant, found.value, { kind, amountFen, paidOn, bankReference, reason: null });
}

/** Proposes to give up what is still owed, or part of it. Another person must release it. */
export async function proposeWriteOff(
  grant: Grant<'recovery.credit'>,
  input: z.output<typeof inputs.proposeWriteOffInput>,
): Promise<Outcome<{ id: string }, EnterRefusal>> {
  const { amountFen, reason } = input;
  const found = await findOwed(grant, input.recoveryId, amountFen);
  if (!found.ok) return found;
  const kind = 'write_off' as const;
  return enter(grant, found.value, { kind, amountFen, paidOn: null, bankReference: null, reason });
}

type DecideRefusal = 'credit_unknown' | 'credit_decided' | 'credit_own';

/** Locks the payee, the recovery and the credit, in this order, if this user may decide on it. */
async function findDecidable(
  grant: Grant<'recovery.release'>,
  creditId: string,
): Promise<Outcome<{ credit: CreditRow; recovery: RecoveryRow }, DecideRefusal>> {
  const { tx, actor } = grant;
  const cityId = cityOf(actor);
  const [found] = await tx
    .select({ payeeId: recoveryCredits.payeeId, recoveryId: recoveryCredits.recoveryId })
    .from(recoveryCredits)
    .where(eq(recoveryCredits.id, creditId));
  if (!found) return refused('credit_unknown');
  await lockPayee(grant, { cityId, payeeId: found.payeeId });
  const recovery = await lockInCity(grant, recoveries, found.recoveryId);
  const credit = await lockInCity(grant, recoveryCredits, creditId);
  if (!recovery || !credit) return refused('credit_unknown');
  if (credit.state !== 'proposed') return refused('credit_decided');
  if (credit.proposedBy === userOf(actor)) return refused('credit_own');
  return done({ credit, recovery });
}

/** Moves a recovery whose debt is gone to its end. */
async function settleIfPaid(grant: Grant, recovery: RecoveryRow, credit: CreditRow, left: Fen) {
  if (left > 0n) return;
  const settledBy = credit.kind === 'repayment' ? 'repaid' : 'written_off';
  await advance(grant, recoveries, recovery, {
    lifecycle: recoveryLifecycle,
    transition: 'settle',
    set: { settledBy, settledAt: grant.now },
    event: {
      ...aboutReleased(recovery),
      action: 'recovery.settled',
      data: { reference: recovery.reference, settledBy },
    },
  });
}

/** Notifies the payee, which is a vendor or a start-up. Only one of the two has people with these roles. */
async function tellPayee({ tx }: Grant, recovery: RecoveryRow, credit: CreditRow, left: Fen) {
  const values = {
    reference: recovery.reference,
    amount: formatFen(credit.amountFen),
    left: formatFen(left),
  };
  const organisationId = recovery.payeeId;
  const vendor = { organisationId, roles: ['vendor_finance'] as const };
  await notify(tx, vendor, 'credit_released', { ...values, path: paths.vendor.statement() });
  const owner = { organisationId, roles: ['owner'] as const };
  const path = paths.startup.voucher(recovery.voucherId);
  await notify(tx, owner, 'credit_released', { ...values, path });
}

/** Confirms a repayment, or releases a write-off, that another person entered: the debt is that much less. */
export async function releaseCredit(
  grant: Grant<'recovery.release'>,
  input: z.output<typeof inputs.creditInput>,
): Promise<Outcome<{ id: string }, DecideRefusal | LedgerRefusal>> {
  const { tx, actor, now } = grant;
  const found = await findDecidable(grant, input.creditId);
  if (!found.ok) return found;
  const { credit, recovery } = found.value;
  const capture = await getCapture(tx, recovery.cityId, recovery.captureEntryId);
  const { reverseEntryId } = recovery;
  if (!capture || reverseEntryId === null) throw new Error(`${recovery.id} was never reversed.`);
  const posted = await post(grant, {
    kind: credit.kind === 'repayment' ? 'repay' : 'write_off',
    amountFen: credit.amountFen,
    voucherId: recovery.voucherId,
    holdId: capture.holdId,
    vendorId: recovery.payeeId,
    ofEntryId: reverseEntryId,
  });
  if (!posted.ok) return posted;
  const moved = await advance(grant, recoveryCredits, credit, {
    lifecycle: creditLifecycle,
    transition: 'release',
    set: { decidedBy: userOf(actor), decidedAt: now, entryId: posted.value.entryId },
    event: {
      ...aboutReleased(recovery),
      action: 'recovery.credited',
      data: dataOf(recovery, credit),
    },
  });
  if (!moved.ok) return refused('credit_decided');
  const left = (await owedOn(tx, [reverseEntryId])).get(reverseEntryId) ?? zeroFen;
  await settleIfPaid(grant, recovery, credit, left);
  await tellPayee(grant, recovery, credit, left);
  return done({ id: recovery.id });
}

/** Sends a repayment or write-off back, with the reason. */
export async function declineCredit(
  grant: Grant<'recovery.release'>,
  input: z.output<typeof inputs.declineCreditInput>,
): Promise<Outcome<{ id: string }, DecideRefusal>> {
  const { tx, actor, now } = grant;
  const found = await findDecidable(grant, input.creditId);
  if (!found.ok) return found;
  const { credit, recovery } = found.value;
  const { answer } = input;
  const moved = await advance(grant, recoveryCredits, credit, {
    lifecycle: creditLifecycle,
    transition: 'decline',
    set: { answer, decidedBy: userOf(actor), decidedAt: now },
    event: {
      ...aboutRecovery(recovery),
      action: 'recovery.credit_declined',
      data: { ...dataOf(recovery, credit), answer },
    },
  });
  if (!moved.ok) return refused('credit_decided');
  const proposer = {
    cityId: recovery.cityId,
    roles: ['finance'] as const,
    only: credit.proposedBy,
  };
  await notify(tx, proposer, 'credit_declined', {
    reference: recovery.reference,
    amount: formatFen(credit.amountFen),
    answer,
    path: paths.city.recovery(recovery.id),
  });
  return done({ id: recovery.id });
}
