import 'server-only';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { recoveries, recoveryCredits } from '@/db/schema/recoveries';
import { getCapture, owedOn } from '@/features/ledger/capture-queries';
import { lockPayee, post, postInterest } from '@/features/ledger/commands';
import type { LedgerRefusal } from '@/features/ledger/messages';
import { notify } from '@/features/notifications/commands';
import { shanghaiDate, type IsoDate } from '@/lib/dates';
import { fen, formatFen, zeroFen, type Fen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { advance, lockInCity } from '@/server/rows';
import { aboutRecovery, aboutReleased } from './about';
import { splitRepayment } from './domain/interest';
import { creditLifecycle, recoveryLifecycle } from './domain/lifecycle';
import type * as inputs from './input';
import { interestOf, termsOf } from './interest';

type RecoveryRow = typeof recoveries.$inferSelect;
type CreditRow = typeof recoveryCredits.$inferSelect;

type EnterRefusal = 'recovery_unknown' | 'recovery_not_open' | 'credit_above';

type Open = { row: RecoveryRow; owedFen: Fen };

/** Locks a recovery that was released, and returns what is left of its principal. */
async function findReleased(
  grant: Grant<'recovery.credit'>,
  recoveryId: string,
): Promise<Outcome<Open, 'recovery_unknown' | 'recovery_not_open'>> {
  const row = await lockInCity(grant, recoveries, recoveryId);
  if (!row) return refused('recovery_unknown');
  const { state, reverseEntryId } = row;
  if ((state !== 'released' && state !== 'settled') || reverseEntryId === null) {
    return refused('recovery_not_open');
  }
  const owed = state === 'released' ? await owedOn(grant.tx, [reverseEntryId]) : new Map();
  return done({ row, owedFen: (owed.get(reverseEntryId) as Fen | undefined) ?? zeroFen });
}

/** Locks a recovery, and returns it if this much of its principal is still owed. */
async function findOwed(
  grant: Grant<'recovery.credit'>,
  recoveryId: string,
  amountFen: Fen,
): Promise<Outcome<RecoveryRow, EnterRefusal>> {
  const found = await findReleased(grant, recoveryId);
  if (!found.ok) return found;
  const { row, owedFen } = found.value;
  if (row.state !== 'released') return refused('recovery_not_open');
  if (amountFen > owedFen)
    return refused('credit_above', { most: formatFen(owedFen) }, 'amountFen');
  return done(row);
}

/** Returns the interest that is due on a recovery at the end of a day, in fen. */
const dueOn = async (tx: Tx, row: RecoveryRow, on: IsoDate): Promise<Fen> =>
  (await interestOf(tx, [row], on)).get(row.id)?.dueFen ?? zeroFen;

type Entered = Pick<
  CreditRow,
  'kind' | 'amountFen' | 'interestFen' | 'paidOn' | 'bankReference' | 'reason'
>;

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
  ...(credit.interestFen > 0n && { interestFen: credit.interestFen.toString() }),
  paidOn: credit.paidOn,
  bankReference: credit.bankReference,
});

/**
 * Enters money that the payee has sent to the city, with the bank's reference. It pays principal and interest in the order of the
 * rules, the interest as it stood on the day on which it came. Another person must confirm it. The constraint
 * `recovery_credits_bank_once` refuses the same reference a second time in the city.
 */
export async function enterRepayment(
  grant: Grant<'recovery.credit'>,
  input: z.output<typeof inputs.enterRepaymentInput>,
): Promise<
  Outcome<{ id: string }, EnterRefusal | 'repaid_in_future' | 'repaid_before' | 'bank_taken'>
> {
  const { amountFen, paidOn, bankReference } = input;
  const found = await findReleased(grant, input.recoveryId);
  if (!found.ok) return found;
  const { row, owedFen } = found.value;
  const today = shanghaiDate(grant.now);
  const due = {
    principalFen: owedFen,
    interestFen: await dueOn(grant.tx, row, paidOn < today ? paidOn : today),
  };
  const most = fen(due.principalFen + due.interestFen);
  if (row.state === 'settled' && most === 0n) return refused('recovery_not_open');
  if (amountFen > most) return refused('credit_above', { most: formatFen(most) }, 'amountFen');
  if (paidOn > today) return refused('repaid_in_future', { on: today }, 'paidOn');
  const capture = await getCapture(grant.tx, row.cityId, row.captureEntryId);
  const earliest = capture && shanghaiDate(capture.at);
  if (earliest && paidOn < earliest) return refused('repaid_before', { on: earliest }, 'paidOn');
  const { interestFen } = splitRepayment(amountFen, due, termsOf(row)?.order ?? 'principal');
  const kind = 'repayment' as const;
  return enter(grant, row, { kind, amountFen, interestFen, paidOn, bankReference, reason: null });
}

/** Proposes to waive interest that is due. Another person must release it. */
export async function proposeWaiver(
  grant: Grant<'recovery.credit'>,
  input: z.output<typeof inputs.proposeWaiverInput>,
): Promise<Outcome<{ id: string }, EnterRefusal>> {
  const { amountFen, reason } = input;
  const found = await findReleased(grant, input.recoveryId);
  if (!found.ok) return found;
  const { row } = found.value;
  const dueFen = await dueOn(grant.tx, row, shanghaiDate(grant.now));
  if (dueFen === 0n) return refused('recovery_not_open');
  if (amountFen > dueFen) return refused('credit_above', { most: formatFen(dueFen) }, 'amountFen');
  const kind = 'waiver' as const;
  const nothing = { paidOn: null, bankReference: null };
  return enter(grant, row, { kind, amountFen, interestFen: amountFen, ...nothing, reason });
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
  const nothing = { interestFen: zeroFen, paidOn: null, bankReference: null };
  return enter(grant, found.value, { kind, amountFen, ...nothing, reason });
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
  if (left > 0n || credit.interestFen === credit.amountFen) return;
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

/** Posts the principal of a credit against the reversal. Nothing is posted, and there is no entry, where all of it is interest. */
async function postPrincipal(
  grant: Grant,
  recovery: RecoveryRow,
  credit: CreditRow,
  ofEntryId: string,
): Promise<Outcome<{ entryId: string } | null, LedgerRefusal>> {
  const amountFen = fen(credit.amountFen - credit.interestFen);
  if (amountFen === 0n) return done(null);
  const capture = await getCapture(grant.tx, recovery.cityId, recovery.captureEntryId);
  if (!capture) throw new Error(`${recovery.id} was never reversed.`);
  return post(grant, {
    kind: credit.kind === 'repayment' ? 'repay' : 'write_off',
    amountFen,
    voucherId: recovery.voucherId,
    holdId: capture.holdId,
    vendorId: recovery.payeeId,
    ofEntryId,
  });
}

/** Records the interest of a credit, if as much is still due: for money that came from outside, on the day on which it came. */
async function bookInterest(
  grant: Grant,
  recovery: RecoveryRow,
  credit: CreditRow,
  ofEntryId: string,
): Promise<Outcome<null, 'interest_changed'>> {
  const { id: creditId, interestFen: amountFen, kind, paidOn } = credit;
  if (amountFen === 0n) return done(null);
  const due = await dueOn(grant.tx, recovery, paidOn ?? shanghaiDate(grant.now));
  if (amountFen > due) return refused('interest_changed', { most: formatFen(due) });
  const { cityId, payeeId } = recovery;
  const way = kind === 'waiver' ? ('waived' as const) : ('received' as const);
  await postInterest(grant, { cityId, kind: way, amountFen, ofEntryId, payeeId, creditId });
  return done(null);
}

/** Confirms a repayment, or releases a write-off or a waiver, that another person entered: the debt is that much less. */
export async function releaseCredit(
  grant: Grant<'recovery.release'>,
  input: z.output<typeof inputs.creditInput>,
): Promise<Outcome<{ id: string }, DecideRefusal | LedgerRefusal | 'interest_changed'>> {
  const { tx, actor, now } = grant;
  const found = await findDecidable(grant, input.creditId);
  if (!found.ok) return found;
  const { credit, recovery } = found.value;
  const { reverseEntryId } = recovery;
  if (reverseEntryId === null) throw new Error(`${recovery.id} was never reversed.`);
  const booked = await bookInterest(grant, recovery, credit, reverseEntryId);
  if (!booked.ok) return booked;
  const posted = await postPrincipal(grant, recovery, credit, reverseEntryId);
  if (!posted.ok) return posted;
  const moved = await advance(grant, recoveryCredits, credit, {
    lifecycle: creditLifecycle,
    transition: 'release',
    set: { decidedBy: userOf(actor), decidedAt: now, entryId: posted.value?.entryId ?? null },
    event: {
      ...aboutReleased(recovery),
      action: 'recovery.credited',
      data: dataOf(recovery, credit),
    },
  });
  if (!moved.ok) return refused('credit_decided');
  const left = (await owedOn(tx, [reverseEntryId])).get(reverseEntryId) ?? zeroFen;
  await settleIfPaid(grant, recovery, credit, left);
  const interestFen = await dueOn(tx, recovery, shanghaiDate(now));
  await tellPayee(grant, recovery, credit, fen(left + interestFen));
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
