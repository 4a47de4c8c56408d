import 'server-only';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { cities } from '@/db/schema/people';
import { voucherChanges } from '@/db/schema/voucher-changes';
import type { LedgerRefusal } from '@/features/ledger/messages';
import { notify } from '@/features/notifications/commands';
import { extendVoucher, revokeVoucher } from '@/features/vouchers/change-commands';
import { shanghaiDate } from '@/lib/dates';
import { formatFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { userOf } from '@/server/actor';
import type { AuditEntry } from '@/server/audit';
import type { Grant } from '@/server/gate';
import { advance } from '@/server/rows';
import { aboutChange, aboutReleased } from './about';
import {
  checkExtension,
  lockChange,
  objectionTo,
  type ChangeRow,
  type ExtensionRefusal,
  type VoucherRow,
} from './checks';
import { voucherChangeLifecycle } from './domain/lifecycle';
import type { Objection } from './domain/objections';
import type * as inputs from './input';

type DecideRefusal = 'change_unknown' | 'change_decided' | 'same_person';

/** Locks a change, if this user may decide on it. */
async function findDecidable(grant: Grant<'validity.release'>, changeId: string) {
  const found = await lockChange(grant, changeId);
  if (found.ok && found.value.change.proposedBy === userOf(grant.actor)) {
    return refused('same_person');
  }
  return found;
}

const phoneOf = async (tx: Tx, cityId: string): Promise<string> => {
  const [city] = await tx.select({ phone: cities.phone }).from(cities).where(eq(cities.id, cityId));
  return city?.phone ?? '';
};

type Effect = { set: Partial<typeof voucherChanges.$inferInsert>; event: AuditEntry };
type EffectRefusal = Objection | 'state_changed' | 'claims_waiting' | LedgerRefusal;

/** Revokes the voucher, and notifies its holder with the ground and the reason. */
async function revoke(
  grant: Grant,
  voucher: VoucherRow,
  change: ChangeRow,
): Promise<Outcome<Effect, EffectRefusal>> {
  const { tx } = grant;
  const revoked = await revokeVoucher(grant, voucher);
  if (!revoked.ok) return revoked;
  const { returnedFen } = revoked.value;
  const { reference, ground, reason, organisationId } = change;
  await notify(tx, { organisationId, roles: ['owner'] }, 'voucher_revoked', {
    amount: formatFen(voucher.faceValueFen),
    left: formatFen(returnedFen),
    ground,
    reason,
    phone: await phoneOf(tx, voucher.cityId),
    path: paths.startup.voucher(voucher.id),
  });
  const data = { reference, returnedFen: returnedFen.toString(), ground, reason };
  const event = { ...aboutReleased(voucher, change), action: 'voucher.revoked', data } as const;
  return done({ set: { returnedFen }, event });
}

/** Extends the voucher to the proposed day, if the rules still allow it, and notifies its holder. */
async function extend(
  grant: Grant,
  voucher: VoucherRow,
  change: ChangeRow,
): Promise<Outcome<Effect, ExtensionRefusal>> {
  const { reference, validTo, ground, reason, organisationId } = change;
  if (!validTo) throw new Error(`Extension ${change.id} names no day.`);
  const [from, to] = [shanghaiDate(voucher.validTo), shanghaiDate(validTo)];
  const allowed = await checkExtension(grant, voucher, to);
  if (!allowed.ok) return allowed;
  await extendVoucher(grant, voucher, validTo);
  await notify(grant.tx, { organisationId, roles: ['owner', 'member'] }, 'voucher_extended', {
    amount: formatFen(voucher.faceValueFen),
    from,
    validTo: to,
    reason,
    path: paths.startup.voucher(voucher.id),
  });
  const data = { reference, from, to, ground, reason };
  const event = { ...aboutReleased(voucher, change), action: 'voucher.extended', data } as const;
  return done({ set: {}, event });
}

/** Releases a change that another person proposed: from now on the voucher is revoked, or valid for longer. */
export async function releaseChange(
  grant: Grant<'validity.release'>,
  input: z.output<typeof inputs.changeInput>,
): Promise<Outcome<{ id: string }, DecideRefusal | EffectRefusal | ExtensionRefusal>> {
  const { actor, now } = grant;
  const found = await findDecidable(grant, input.changeId);
  if (!found.ok) return found;
  const { voucher, change } = found.value;
  const objection = await objectionTo(grant, voucher);
  if (objection) return objection;
  const effect =
    change.kind === 'revocation'
      ? await revoke(grant, voucher, change)
      : await extend(grant, voucher, change);
  if (!effect.ok) return effect;
  const { set, event } = effect.value;
  const moved = await advance(grant, voucherChanges, change, {
    lifecycle: voucherChangeLifecycle,
    transition: 'release',
    set: { ...set, decidedBy: userOf(actor), decidedAt: now },
    event,
  });
  return moved.ok ? moved : refused('change_decided');
}

/** Sends a proposed change back, with the reason. Another one can then be proposed. */
export async function declineChange(
  grant: Grant<'validity.release'>,
  input: z.output<typeof inputs.declineChangeInput>,
): Promise<Outcome<{ id: string }, DecideRefusal>> {
  const { tx, actor, now } = grant;
  const found = await findDecidable(grant, input.changeId);
  if (!found.ok) return found;
  const { change } = found.value;
  const { answer } = input;
  const moved = await advance(grant, voucherChanges, change, {
    lifecycle: voucherChangeLifecycle,
    transition: 'decline',
    set: { answer, decidedBy: userOf(actor), decidedAt: now },
    event: {
      ...aboutChange(change),
      action: 'voucher.change_declined',
      data: { reference: change.reference, answer },
    },
  });
  if (!moved.ok) return refused('change_decided');
  const proposer = {
    cityId: change.cityId,
    roles: ['manager', 'finance'] as const,
    only: change.proposedBy,
  };
  await notify(tx, proposer, 'voucher_change_declined', {
    reference: change.reference,
    answer,
    path: paths.city.voucherChange(change.id),
  });
  return moved;
}
