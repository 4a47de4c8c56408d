import 'server-only';
import type { z } from 'zod';
import { advanceRequests } from '@/db/schema/advances';
import { postAdvance, setAdvance } from '@/features/ledger/advance-commands';
import { getAdvance } from '@/features/ledger/advance-queries';
import { lockPayee } from '@/features/ledger/commands';
import { notify } from '@/features/notifications/commands';
import { formatFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { advance, lockInCity } from '@/server/rows';
import { aboutRequest } from './about';
import { advanceRequestLifecycle } from './domain/lifecycle';
import type * as inputs from './input';
import { checkLevel, returnObjection } from './request-commands';

type RequestRow = typeof advanceRequests.$inferSelect;
type DecideRefusal = 'request_unknown' | 'request_own' | 'request_decided';

/** Locks a proposal, if this user may decide on it. */
async function lockDecidable(
  grant: Grant<'advance.release'>,
  requestId: string,
): Promise<Outcome<RequestRow, DecideRefusal>> {
  const request = await lockInCity(grant, advanceRequests, requestId);
  if (!request) return refused('request_unknown');
  if (!advanceRequestLifecycle.can(request.state, 'release')) return refused('request_decided');
  if (request.proposedBy === userOf(grant.actor)) return refused('request_own');
  return done(request);
}

const dataOf = ({ reference, amountFen }: RequestRow) => ({
  reference,
  amountFen: amountFen.toString(),
});

type ApplyRefusal =
  | (Awaited<ReturnType<typeof checkLevel>> & { ok: false })['code']
  | 'advance_unknown'
  | 'advance_running'
  | 'return_above'
  | 'advance_overtaken';

/** Puts a level in force, or books what was paid back: by the same rules as when it was proposed. */
async function apply(
  grant: Grant<'advance.release'>,
  request: RequestRow,
): Promise<Outcome<null, ApplyRefusal>> {
  const { cityId, programmeId, payeeId, amountFen } = request;
  const place = { cityId, programmeId, payeeId };
  await lockPayee(grant, place);
  if (request.kind === 'level') {
    const checked = await checkLevel(grant.tx, place, amountFen);
    if (!checked.ok) return checked;
    await setAdvance(grant, { ...place, levelFen: amountFen });
    return done(null);
  }
  const account = await getAdvance(grant.tx, cityId, place);
  if (!account) return refused('advance_unknown');
  const objection = returnObjection(account, amountFen);
  if (objection) return objection;
  await postAdvance(grant, { advanceId: account.id, kind: 'return', amountFen }, 'return');
  return done(null);
}

/** Releases a level, or confirms a return, that another person proposed. */
export async function releaseRequest(
  grant: Grant<'advance.release'>,
  input: z.output<typeof inputs.requestInput>,
): Promise<Outcome<{ id: string }, DecideRefusal | ApplyRefusal>> {
  const { tx, actor, now } = grant;
  const found = await lockDecidable(grant, input.requestId);
  if (!found.ok) return found;
  const request = found.value;
  const applied = await apply(grant, request);
  if (!applied.ok) return { ...applied, field: undefined };
  const isLevel = request.kind === 'level';
  const moved = await advance(grant, advanceRequests, request, {
    lifecycle: advanceRequestLifecycle,
    transition: 'release',
    set: { decidedBy: userOf(actor), decidedAt: now },
    event: {
      ...aboutRequest(request),
      action: isLevel ? 'advance.level_released' : 'advance.return_confirmed',
      data: dataOf(request),
    },
  });
  if (!moved.ok) return refused('request_decided');
  const vendor = { organisationId: request.payeeId, roles: ['vendor_finance'] as const };
  await notify(tx, vendor, isLevel ? 'advance_released' : 'advance_returned', {
    reference: request.reference,
    amount: formatFen(request.amountFen),
    path: paths.vendor.advances(),
  });
  return done({ id: request.id });
}

/** Sends a proposal back to whoever made it, with the reason. */
export async function declineRequest(
  grant: Grant<'advance.release'>,
  input: z.output<typeof inputs.declineRequestInput>,
): Promise<Outcome<{ id: string }, DecideRefusal>> {
  const { tx, actor, now } = grant;
  const found = await lockDecidable(grant, input.requestId);
  if (!found.ok) return found;
  const request = found.value;
  const { answer } = input;
  const moved = await advance(grant, advanceRequests, request, {
    lifecycle: advanceRequestLifecycle,
    transition: 'decline',
    set: { answer, decidedBy: userOf(actor), decidedAt: now },
    event: {
      ...aboutRequest(request),
      action: 'advance.declined',
      data: { ...dataOf(request), answer },
    },
  });
  if (!moved.ok) return refused('request_decided');
  const maker = { cityId: request.cityId, roles: ['finance'] as const, only: request.proposedBy };
  await notify(tx, maker, 'advance_declined', {
    reference: request.reference,
    amount: formatFen(request.amountFen),
    answer,
    path: paths.city.advanceRequest(request.id),
  });
  return done({ id: request.id });
}
