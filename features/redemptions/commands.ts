import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { holds, redemptions } from '@/db/schema/redemptions';
import { storeDocument, type DocumentRefusal } from '@/features/documents/commands';
import { post } from '@/features/ledger/commands';
import type { LedgerRefusal } from '@/features/ledger/messages';
import { getHoldBalances } from '@/features/ledger/queries';
import { notify } from '@/features/notifications/commands';
import { getVersion } from '@/features/programmes/queries';
import type { Rules } from '@/features/rules/domain/rules';
import { priceOf, type UnitPrice } from '@/features/rules/domain/unit-price';
import { limitText, readAmount, type AmountRefusal } from '@/features/rules/typed-amount';
import { addMonths, shanghaiDate } from '@/lib/dates';
import { formatFen, zeroFen, type Fen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome, type Refused } from '@/lib/result';
import { organisationOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { nextReference } from '@/server/references';
import { aboutRedemption } from './about';
import { redemptionLifecycle } from './domain/lifecycle';
import { invoiceTaken } from './invoice-uses';
import { limitsOf } from './domain/share';
import { nameOf, versionOfHold, voucherStateOfHold } from './queries';
import { furtherEvidence } from './input';
import type * as inputs from './input';

type Sent = z.output<typeof inputs.submitRedemptionInput>;
/** A redemption as it was sent, with what it claims in money and the field that this was typed in. */
type Submission = Sent & { subsidyFen: Fen; field: string };
type HoldRow = typeof holds.$inferSelect;
type RedemptionRow = typeof redemptions.$inferSelect;

type SubmitRefusal =
  | 'hold_unknown'
  | 'hold_closed'
  | 'voucher_revoked'
  | 'invoice_taken'
  | AmountRefusal
  | 'subsidy_above_order'
  | 'subsidy_above_share'
  | 'service_in_future'
  | 'service_too_early'
  | 'evidence_missing'
  | DocumentRefusal
  | LedgerRefusal;

/**
 * Claims the vendor's part of an order, with the invoice as evidence. If two claims with the same invoice are written
 * at once, the constraint `redemptions_invoice_once` or `invoice_uses_once` refuses the second as `invoice_taken`.
 */
export async function submitRedemption(
  grant: Grant<'redemption.submit'>,
  sent: Sent,
): Promise<Outcome<{ id: string }, SubmitRefusal>> {
  const { tx, actor } = grant;
  const vendorId = organisationOf(actor);
  const [hold] = await tx
    .select()
    .from(holds)
    .where(and(eq(holds.id, sent.holdId), eq(holds.vendorId, vendorId)))
    .for('update');
  if (!hold) return refused('hold_unknown');
  if (hold.state !== 'open') {
    const state = await voucherStateOfHold(tx, hold.id);
    return refused(state === 'revoked' ? 'voucher_revoked' : 'hold_closed');
  }
  const read = readAmount(sent, unitPriceOfHold(hold), 'subsidyFen');
  if (!read.ok) return read;
  const input: Submission = { ...sent, subsidyFen: read.value.money, field: read.value.field };
  const served = checkService(grant, hold, input);
  if (!served.ok) return served;
  const fits = await checkShare(grant, hold, input);
  if (!fits.ok) return fits;
  const proved = await checkEvidence(grant, hold, input);
  if (!proved.ok) return proved;
  if (await invoiceTaken(tx, input.invoiceKey))
    return refused('invoice_taken', {}, 'invoiceNumber');
  const posted = await post(grant, {
    kind: 'claim',
    amountFen: input.subsidyFen,
    voucherId: hold.voucherId,
    holdId: hold.id,
    vendorId,
  });
  if (!posted.ok) return claimDeclined(grant.tx, hold, { ...posted, field: input.field });
  const row = await writeRedemption(grant, hold, input);
  const stored = await storeEvidence(grant, row.id, input);
  if (!stored.ok) return stored;
  const owners = { organisationId: hold.organisationId, roles: ['owner'] as const };
  await notify(tx, owners, 'redemption_submitted', {
    vendor: await nameOf(tx, vendorId),
    reference: row.reference,
    amount: formatFen(row.subsidyFen),
    expires: row.silenceUntil?.toISOString() ?? '',
    path: paths.startup.redemption(row.id),
  });
  await grant.record({
    ...aboutRedemption(row),
    action: 'redemption.submitted',
    data: { subsidyFen: row.subsidyFen.toString(), invoiceFen: row.invoiceFen.toString() },
  });
  return done({ id: row.id });
}

/**
 * The most months that a service may begin before its order was held. The service that is claimed must have been
 * rendered by today.
 */
const longestBefore = 12;

function checkService(
  { now }: Grant,
  hold: HoldRow,
  { servedFrom, servedTo }: Submission,
): Outcome<null, 'service_in_future' | 'service_too_early'> {
  const today = shanghaiDate(now);
  if (servedTo > today) return refused('service_in_future', { on: today }, 'servedTo');
  const earliest = addMonths(shanghaiDate(hold.createdAt), -longestBefore);
  if (servedFrom < earliest) return refused('service_too_early', { on: earliest }, 'servedFrom');
  return done(null);
}

/** Names the largest quantity that is left of a hold where the ledger declined a claim of a quantity above it. */
async function claimDeclined<T extends Refused<LedgerRefusal>>(tx: Tx, hold: HoldRow, declined: T) {
  const price = unitPriceOfHold(hold);
  if (!price || declined.code !== 'ledger_exceeds_hold') return declined;
  const open = (await getHoldBalances(tx, [hold.id])).get(hold.id)?.openFen ?? zeroFen;
  // Keeps the trace that the ledger leaves of what it declined.
  const most = limitText(open, price);
  return { ...declined, ...refused('quantity_above_rest', { most }, declined.field) };
}

/** Returns the price at which a hold counts another unit than yuan. */
const unitPriceOfHold = ({ unit, unitPriceFen }: HoldRow): UnitPrice | undefined =>
  priceOf({ unit, priceFen: unitPriceFen });

/** Loads the rules under which a hold's voucher was issued. */
async function rulesOfHold(tx: Tx, holdId: string): Promise<Rules> {
  const versionId = await versionOfHold(tx, holdId);
  if (!versionId) throw new Error(`Hold ${holdId} has no rules.`);
  return (await getVersion(tx, versionId)).rules;
}

/**
 * Checks that a claim is not above the invoice, or above the share of it that the programme lets a voucher pay. It
 * checks only these limits: a claim above the open amount of the hold is refused by the ledger.
 */
async function checkShare(
  { tx }: Grant,
  hold: HoldRow,
  input: Submission,
): Promise<Outcome<null, 'subsidy_above_order' | 'subsidy_above_share'>> {
  const { percentOfOrder } = (await rulesOfHold(tx, hold.id)).voucher;
  const { binding } = limitsOf({
    totalFen: input.invoiceFen,
    beforeFen: zeroFen,
    restFen: (await getHoldBalances(tx, [hold.id])).get(hold.id)?.openFen ?? zeroFen,
    percentOfOrder,
  });
  if (binding.kind === 'rest' || input.subsidyFen <= binding.mostFen) return done(null);
  const most = limitText(binding.mostFen, unitPriceOfHold(hold));
  return refused(`subsidy_above_${binding.kind}`, { percent: percentOfOrder, most }, input.field);
}

async function writeRedemption(
  { tx, actor, now, calendar }: Grant,
  hold: HoldRow,
  input: Submission,
): Promise<RedemptionRow> {
  const silenceDays = (await rulesOfHold(tx, hold.id)).settlement.confirmByWorkingDays ?? null;
  const [row] = await tx
    .insert(redemptions)
    .values({
      cityId: hold.cityId,
      organisationId: hold.organisationId,
      vendorId: hold.vendorId,
      voucherId: hold.voucherId,
      holdId: hold.id,
      reference: await nextReference(tx, hold.cityId, 'HX'),
      state: redemptionLifecycle.initial,
      invoiceKey: input.invoiceKey,
      invoiceFen: input.invoiceFen,
      subsidyFen: input.subsidyFen,
      cardHours: input.cardHours,
      chip: input.chip,
      servedFrom: input.servedFrom,
      servedTo: input.servedTo,
      submittedBy: userOf(actor),
      submittedAt: now,
      silenceDays,
      silenceUntil: silenceDays === null ? null : calendar.deadline(now, silenceDays),
    })
    .returning();
  if (!row) throw new Error('The redemption was not written.');
  return row;
}

/** Checks that every document is there that the rules require with a redemption. The invoice always is. */
async function checkEvidence(
  { tx }: Grant,
  hold: HoldRow,
  input: Submission,
): Promise<Outcome<null, 'evidence_missing'>> {
  const { evidence } = await rulesOfHold(tx, hold.id);
  const missing = furtherEvidence.find(
    (code) => evidence.redemption.includes(code) && !input[`${code}File`],
  );
  return missing ? refused('evidence_missing', {}, `${missing}File`) : done(null);
}

async function storeEvidence(
  grant: Grant,
  redemptionId: string,
  input: Submission,
): Promise<Outcome<null, DocumentRefusal>> {
  for (const code of ['invoice', ...furtherEvidence] as const) {
    const requirement = `${code}File` as const;
    const file = input[requirement];
    if (!file) continue;
    const stored = await storeDocument(grant, { file, redemptionId, requirement });
    if (!stored.ok) return { ...stored, field: requirement };
  }
  return done(null);
}
