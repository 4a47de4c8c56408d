import 'server-only';
import type { z } from 'zod';
import { voucherChanges } from '@/db/schema/voucher-changes';
import { vouchers } from '@/db/schema/vouchers';
import { notify } from '@/features/notifications/commands';
import { nameOf } from '@/features/redemptions/queries';
import { endOfDay, shanghaiDate } from '@/lib/dates';
import { formatFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { nextReference } from '@/server/references';
import { advance, lockInCity } from '@/server/rows';
import { aboutChange } from './about';
import {
  checkExtension,
  lockChange,
  objectionTo,
  type ChangeRow,
  type ExtensionRefusal,
  type VoucherRow,
} from './checks';
import { voucherChangeLifecycle, type ChangeKind } from './domain/lifecycle';
import type { Objection } from './domain/objections';
import type * as inputs from './input';

type ProposeRefusal = 'voucher_unknown' | 'change_waiting' | Objection;

type Proposal = {
  kind: ChangeKind;
  ground: string;
  reason: string;
  validTo?: Date;
};

/** Writes a proposal with its event. The constraint `voucher_changes_one_open` enforces what `change_waiting` reports. */
async function writeProposal(
  grant: Grant<'validity.propose'>,
  voucher: VoucherRow,
  { kind, ground, reason, validTo }: Proposal,
): Promise<ChangeRow> {
  const { tx, actor, now } = grant;
  const { id: voucherId, cityId, organisationId } = voucher;
  const [row] = await tx
    .insert(voucherChanges)
    .values({
      cityId,
      organisationId,
      voucherId,
      reference: await nextReference(tx, cityId, 'BG'),
      kind,
      ground,
      reason,
      ...(validTo && { validTo, validToBefore: voucher.validTo }),
      state: voucherChangeLifecycle.initial,
      proposedBy: userOf(actor),
      proposedAt: now,
    })
    .returning();
  if (!row) throw new Error('The proposal was not written.');
  await grant.record({
    ...aboutChange(row),
    action: `voucher.${kind}_proposed`,
    data: {
      reference: row.reference,
      ...(validTo && { from: shanghaiDate(voucher.validTo), to: shanghaiDate(validTo) }),
      ground,
      reason,
    },
  });
  return row;
}

/** Returns whom a proposal is for: those who may release it. */
const releasers = ({ actor }: Grant) => ({
  cityId: cityOf(actor),
  roles: ['finance'] as const,
  except: userOf(actor),
});

/** Proposes to revoke a voucher. Nothing happens to it until another person releases that. */
export async function proposeRevocation(
  grant: Grant<'validity.propose'>,
  input: z.output<typeof inputs.proposeRevocationInput>,
): Promise<Outcome<{ id: string }, ProposeRefusal>> {
  const { tx } = grant;
  const voucher = await lockInCity(grant, vouchers, input.voucherId);
  if (!voucher) return refused('voucher_unknown');
  const objection = await objectionTo(grant, voucher);
  if (objection) return objection;
  const row = await writeProposal(grant, voucher, { ...input, kind: 'revocation' });
  await notify(tx, releasers(grant), 'revocation_proposed', {
    reference: row.reference,
    organisation: await nameOf(tx, row.organisationId),
    amount: formatFen(voucher.faceValueFen),
    path: paths.city.voucherChange(row.id),
  });
  return done({ id: row.id });
}

/** Proposes to extend the validity of a voucher, once, within what its rules allow. */
export async function proposeExtension(
  grant: Grant<'validity.propose'>,
  input: z.output<typeof inputs.proposeExtensionInput>,
): Promise<Outcome<{ id: string }, ProposeRefusal | ExtensionRefusal>> {
  const { tx } = grant;
  const voucher = await lockInCity(grant, vouchers, input.voucherId);
  if (!voucher) return refused('voucher_unknown');
  const objection = await objectionTo(grant, voucher);
  if (objection) return objection;
  const allowed = await checkExtension(grant, voucher, input.validTo);
  if (!allowed.ok) return { ...allowed, field: 'validTo' };
  const validTo = endOfDay(input.validTo);
  const row = await writeProposal(grant, voucher, { ...input, validTo, kind: 'extension' });
  await notify(tx, releasers(grant), 'extension_proposed', {
    reference: row.reference,
    organisation: await nameOf(tx, row.organisationId),
    validTo: validTo.toISOString(),
    path: paths.city.voucherChange(row.id),
  });
  return done({ id: row.id });
}

/** Takes the proposer's own proposal back. Another one can then be made. */
export async function takeBackChange(
  grant: Grant<'validity.propose'>,
  input: z.output<typeof inputs.changeInput>,
): Promise<Outcome<{ id: string }, 'change_unknown' | 'change_decided' | 'not_proposer'>> {
  const found = await lockChange(grant, input.changeId);
  if (!found.ok) return found;
  const { change } = found.value;
  if (change.proposedBy !== userOf(grant.actor)) return refused('not_proposer');
  const moved = await advance(grant, voucherChanges, change, {
    lifecycle: voucherChangeLifecycle,
    transition: 'takeBack',
    set: { decidedAt: grant.now },
    event: {
      ...aboutChange(change),
      action: 'voucher.change_taken_back',
      data: { reference: change.reference },
    },
  });
  return moved.ok ? moved : refused('change_decided');
}
