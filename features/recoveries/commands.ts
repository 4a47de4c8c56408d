import 'server-only';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { cities } from '@/db/schema/people';
import { recoveries } from '@/db/schema/recoveries';
import { redemptions } from '@/db/schema/redemptions';
import { vouchers } from '@/db/schema/vouchers';
import { reverseClaim } from '@/features/claims/payment-commands';
import { getCapture, type Capture } from '@/features/ledger/capture-queries';
import { lockPayee, post } from '@/features/ledger/commands';
import type { LedgerRefusal } from '@/features/ledger/messages';
import { pausedSince } from '@/features/ledger/queries';
import { notify } from '@/features/notifications/commands';
import { getVersion } from '@/features/programmes/queries';
import { reverseRedemption } from '@/features/redemptions/payment-commands';
import { nameOf } from '@/features/redemptions/queries';
import { clearRedInvoice } from '@/features/redemptions/red-invoice-commands';
import { payoutOf } from '@/features/rules/domain/payout';
import { addDays } from '@/lib/dates';
import { fen, formatFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { nextReference } from '@/server/references';
import { advance, lockInCity, writeState } from '@/server/rows';
import { aboutRecovery, aboutReleased } from './about';
import type { InterestTerms } from './domain/interest';
import { recoveryLifecycle } from './domain/lifecycle';
import { restoringObjection } from './domain/restoring';
import type * as inputs from './input';
import { termsFor } from './interest';
import { effectTexts } from './messages';

type RecoveryRow = typeof recoveries.$inferSelect;
type Proposal = z.output<typeof inputs.proposeRecoveryInput> & { byRedInvoice?: true };

export type ProposeRefusal =
  'capture_unknown' | 'recovery_above' | 'recovery_waiting' | 'voucher_over' | 'voucher_paid_out';

/**
 * Returns why an amount cannot become usable on its voucher again. The lock keeps the voucher from being revoked at the same moment,
 * which would leave the amount on a voucher that nobody can use.
 */
async function restoreObjection({ tx, now }: Grant, voucherId: string) {
  const [voucher] = await tx.select().from(vouchers).where(eq(vouchers.id, voucherId)).for('share');
  if (!voucher) throw new Error(`There is no voucher ${voucherId}.`);
  const { rules } = await getVersion(tx, voucher.versionId);
  const since = await pausedSince(tx, [voucher.programmeId]);
  const pausedFrom = since.get(voucher.programmeId) ?? null;
  const objection = restoringObjection({ ...voucher, pausedFrom }, payoutOf(rules), now);
  return objection && refused(objection, undefined, 'voucherAfter');
}

/** Returns the redemption that a capture paid; null where a voucher was paid out to its holder. */
async function redemptionOf(tx: Tx, capture: Capture): Promise<string | null> {
  const [row] = await tx
    .select({ id: redemptions.id })
    .from(redemptions)
    .where(eq(redemptions.captureEntryId, capture.id));
  return row?.id ?? null;
}

/** Returns the mail's values that name a recovery. */
const named = (row: RecoveryRow) => ({
  reference: row.reference,
  amount: formatFen(row.amountFen),
  path: paths.city.recovery(row.id),
});

/**
 * Proposes to recover an amount that was redeemed or paid out. Another person must release it. The constraint
 * `recoveries_one_open` refuses a second proposal for the same amount as `recovery_waiting`.
 */
export async function proposeRecovery(
  grant: Grant<'recovery.propose'> | Grant<'redemption.verify'>,
  input: Proposal,
): Promise<Outcome<{ id: string }, ProposeRefusal>> {
  const { tx, actor, now } = grant;
  const cityId = cityOf(actor);
  const capture = await getCapture(tx, cityId, input.entryId);
  if (!capture) return refused('capture_unknown', undefined, 'entryId');
  const most = fen(capture.amountFen - capture.reversedFen);
  if (input.amountFen > most) {
    return refused('recovery_above', { most: formatFen(most) }, 'amountFen');
  }
  if (input.voucherAfter === 'restored') {
    const objection = await restoreObjection(grant, capture.voucherId);
    if (objection) return objection;
  }
  const [voucher] = await tx
    .select({ organisationId: vouchers.organisationId })
    .from(vouchers)
    .where(eq(vouchers.id, capture.voucherId));
  if (!voucher) throw new Error(`There is no voucher ${capture.voucherId}.`);
  const { entryId: captureEntryId, ...typed } = input;
  const [row] = await tx
    .insert(recoveries)
    .values({
      ...typed,
      cityId,
      captureEntryId,
      reference: await nextReference(tx, cityId, 'ZH'),
      voucherId: capture.voucherId,
      organisationId: voucher.organisationId,
      payeeId: capture.payeeId,
      redemptionId: await redemptionOf(tx, capture),
      state: recoveryLifecycle.initial,
      proposedBy: userOf(actor),
      proposedAt: now,
    })
    .returning();
  if (!row) throw new Error('The recovery was not written.');
  const finance = { cityId, roles: ['finance'] as const, except: userOf(actor) };
  await notify(tx, finance, 'recovery_proposed', {
    ...named(row),
    payee: await nameOf(tx, row.payeeId),
  });
  await grant.record({
    ...aboutRecovery(row),
    action: 'recovery.proposed',
    data: {
      reference: row.reference,
      amountFen: row.amountFen.toString(),
      voucherAfter: row.voucherAfter,
      ground: row.ground,
      reason: row.reason,
    },
  });
  return done({ id: row.id });
}

type DecideRefusal = 'recovery_unknown' | 'recovery_decided' | 'same_person';

/** Locks the payee and then the recovery, and returns it if this user may decide on it. */
async function findDecidable(
  grant: Grant<'recovery.release'>,
  recoveryId: string,
): Promise<Outcome<RecoveryRow, DecideRefusal>> {
  const { tx, actor } = grant;
  const cityId = cityOf(actor);
  const [found] = await tx
    .select({ payeeId: recoveries.payeeId })
    .from(recoveries)
    .where(eq(recoveries.id, recoveryId));
  if (found) await lockPayee(grant, { cityId, payeeId: found.payeeId });
  const row = await lockInCity(grant, recoveries, recoveryId);
  if (!row) return refused('recovery_unknown');
  if (row.state !== 'proposed') return refused('recovery_decided');
  if (row.proposedBy === userOf(actor)) return refused('same_person');
  return done(row);
}

/** Reverses the capture in the ledger, and returns the amount to the pool where the voucher does not get it back. */
async function reverse(
  grant: Grant,
  row: RecoveryRow,
  capture: Capture,
): Promise<Outcome<{ entryId: string }, LedgerRefusal>> {
  const { voucherId, amountFen } = row;
  const { holdId, payeeId: vendorId } = capture;
  const ofEntryId = capture.id;
  const posted = await post(grant, {
    kind: 'reverse',
    amountFen,
    voucherId,
    holdId,
    vendorId,
    ofEntryId,
  });
  if (!posted.ok || row.voucherAfter === 'restored') return posted;
  const returned = await post(grant, { kind: 'clawback', amountFen, voucherId });
  return returned.ok ? posted : returned;
}

/** Returns the terms of the interest that a recovery bears from its release on. */
async function interestTermsOf({ tx, now }: Grant, row: RecoveryRow, { id, settled }: Capture) {
  const [voucher] = await tx
    .select({ versionId: vouchers.versionId })
    .from(vouchers)
    .where(eq(vouchers.id, row.voucherId));
  if (!voucher) throw new Error(`There is no voucher ${row.voucherId}.`);
  return termsFor(tx, { ...voucher, captureId: id, settled }, now);
}

/** Returns the columns in which the terms of the interest are kept. */
const columnsOf = (terms: InterestTerms | undefined) =>
  terms && {
    interestPercent: terms.percent,
    interestSince: terms.since,
    interestOrder: terms.order,
  };

/**
 * Notifies the payee, which is a vendor or the holder itself, and the holder where it is not the payee. A payee owes only what a
 * settlement includes; anything else is not paid to it, and that is all.
 */
async function tellParties(
  { tx }: Grant,
  row: RecoveryRow,
  { settled }: Pick<Capture, 'settled'>,
  terms: InterestTerms | undefined,
): Promise<void> {
  const values = { reference: row.reference, amount: formatFen(row.amountFen) };
  const [city] = await tx
    .select({ phone: cities.phone })
    .from(cities)
    .where(eq(cities.id, row.cityId));
  const owed = { ...values, ground: row.ground, phone: city?.phone ?? '' };
  const bearing = { percent: terms?.percent ?? '', from: terms ? addDays(terms.since, 1) : '' };
  const tell = (payee: Parameters<typeof notify>[1], path: string) =>
    settled
      ? notify(tx, payee, 'recovery_released', { ...owed, ...bearing, path })
      : notify(tx, payee, 'recovery_unpaid', { ...owed, path });
  const path = paths.startup.voucher(row.voucherId);
  const owner = { organisationId: row.organisationId, roles: ['owner'] as const };
  if (row.payeeId === row.organisationId) {
    await tell(owner, path);
    return;
  }
  const vendor = {
    organisationId: row.payeeId,
    roles: ['vendor_finance', 'vendor_operator'] as const,
  };
  await tell(vendor, paths.vendor.statement());
  await notify(tx, owner, 'recovery_of_voucher', {
    ...values,
    payee: await nameOf(tx, row.payeeId),
    effect: effectTexts('zh-CN')[row.voucherAfter],
    effectEn: effectTexts('en')[row.voucherAfter],
    path,
  });
}

/**
 * Releases a recovery that another person proposed: the amount is reversed, and the payee owes it. Where no payment
 * includes the money yet, the two cancel out and nothing is owed.
 */
export async function releaseRecovery(
  grant: Grant<'recovery.release'>,
  input: z.output<typeof inputs.recoveryInput>,
): Promise<Outcome<{ id: string }, DecideRefusal | ProposeRefusal | LedgerRefusal>> {
  const { tx, actor, now } = grant;
  const found = await findDecidable(grant, input.recoveryId);
  if (!found.ok) return found;
  const row = found.value;
  const capture = await getCapture(tx, row.cityId, row.captureEntryId);
  if (!capture) return refused('capture_unknown');
  if (row.voucherAfter === 'restored') {
    const objection = await restoreObjection(grant, row.voucherId);
    if (objection) return refused(objection.code);
  }
  const reversed = await reverse(grant, row, capture);
  if (!reversed.ok) return reversed;
  const terms = await interestTermsOf(grant, row, capture);
  const moved = await advance(grant, recoveries, row, {
    lifecycle: recoveryLifecycle,
    transition: 'release',
    set: {
      decidedBy: userOf(actor),
      decidedAt: now,
      reverseEntryId: reversed.value.entryId,
      ...columnsOf(terms),
    },
    event: {
      ...aboutReleased(row),
      action: 'recovery.released',
      data: {
        reference: row.reference,
        amountFen: row.amountFen.toString(),
        voucherAfter: row.voucherAfter,
        ground: row.ground,
      },
    },
  });
  if (!moved.ok) return refused('recovery_decided');
  if (row.redemptionId !== null) {
    const { redemptionId, amountFen } = row;
    await reverseRedemption(grant, { redemptionId, amountFen });
  } else {
    await reverseClaim(grant, { captureEntryId: capture.id, amountFen: row.amountFen });
  }
  if (!capture.settled) {
    await writeState(
      grant,
      recoveries,
      { id: row.id, state: 'released' },
      {
        lifecycle: recoveryLifecycle,
        transition: 'settle',
        set: { settledBy: 'unpaid', settledAt: now },
      },
    );
  }
  await tellParties(grant, row, capture, terms);
  return moved;
}

/**
 * Sends a proposed recovery back, with the reason. Another one can then be proposed. If it followed from a reversed invoice,
 * that record is taken back too: otherwise the redemption could never be paid.
 */
export async function declineRecovery(
  grant: Grant<'recovery.release'>,
  input: z.output<typeof inputs.declineRecoveryInput>,
): Promise<Outcome<{ id: string }, DecideRefusal>> {
  const { tx, actor, now } = grant;
  const found = await findDecidable(grant, input.recoveryId);
  if (!found.ok) return found;
  const row = found.value;
  const { answer } = input;
  if (row.byRedInvoice && row.redemptionId !== null) await clearRedInvoice(grant, row.redemptionId);
  const moved = await advance(grant, recoveries, row, {
    lifecycle: recoveryLifecycle,
    transition: 'decline',
    set: { answer, decidedBy: userOf(actor), decidedAt: now },
    event: {
      ...aboutRecovery(row),
      action: 'recovery.declined',
      data: { reference: row.reference, answer },
    },
  });
  if (!moved.ok) return refused('recovery_decided');
  const proposer = {
    cityId: row.cityId,
    roles: ['manager', 'finance'] as const,
    only: row.proposedBy,
  };
  await notify(tx, proposer, 'recovery_declined', { ...named(row), answer });
  return moved;
}
