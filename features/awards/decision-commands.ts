import 'server-only';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { awardImports } from '@/db/schema/awards';
import { notify } from '@/features/notifications/commands';
import { formatFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { done, refused, repeated, type Outcome } from '@/lib/result';
import { userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { advance } from '@/server/rows';
import { checkAll, planOf, recount } from './check';
import { awardImportLifecycle } from './domain/lifecycle';
import type * as inputs from './input';
import { lockImport } from './locks';

type ProposeRefusal =
  | 'import_unknown'
  | 'state_changed'
  | 'rows_unresolved'
  | 'rows_changed'
  | 'nothing_ready'
  | 'another_proposed';

/**
 * Proposes a list for issue. Another person must release it. Everything is checked again at that moment, and
 * a list with an unresolved row cannot be proposed. Only one list of a programme is proposed at a time
 * (`award_imports_one_proposed`), so what was checked still holds at the release.
 */
export async function proposeImport(
  grant: Grant<'award.propose'>,
  input: z.output<typeof inputs.importInput>,
): Promise<Outcome<null, ProposeRefusal>> {
  const { tx, actor, now } = grant;
  const list = await lockImport(grant, input.importId);
  if (!list) return refused('import_unknown');
  if (list.state === 'proposed' && list.proposedBy === userOf(actor)) return repeated(null);
  if (!awardImportLifecycle.can(list.state, 'propose') || !list.mapping) {
    return refused('state_changed');
  }
  if (list.problemCount > 0) return refused('rows_unresolved', { n: list.problemCount });
  await checkAll(tx, await planOf(tx, list, list.mapping, now));
  const { problems, staged } = await recount(tx, list.id);
  if (problems + staged > 0) return refused('rows_changed', { n: problems + staged });
  const [counted] = await tx.select().from(awardImports).where(eq(awardImports.id, list.id));
  if (!counted || counted.readyCount === 0) return refused('nothing_ready');
  const moved = await advance(grant, awardImports, list, {
    lifecycle: awardImportLifecycle,
    transition: 'propose',
    set: {
      checkedAt: now,
      proposedBy: userOf(actor),
      proposedAt: now,
      decidedBy: null,
      decidedAt: null,
      reason: null,
    },
    event: {
      action: 'award.proposed',
      subject: { kind: 'award_import', id: list.id },
      versionId: list.versionId,
      data: {
        reference: list.reference,
        rows: counted.readyCount,
        totalFen: counted.totalFen.toString(),
      },
    },
  });
  if (!moved.ok) return moved;
  const others = { cityId: list.cityId, roles: ['finance'] as const, except: userOf(actor) };
  await notify(tx, others, 'awards_proposed', {
    reference: list.reference,
    count: counted.readyCount.toString(),
    amount: formatFen(counted.totalFen),
    path: paths.city.awardList(list.id),
  });
  return done(null);
}

/** Sends a proposed list back for more work. */
export async function declineImport(
  grant: Grant<'award.release'>,
  input: z.output<typeof inputs.importReasonInput>,
): Promise<Outcome<null, 'import_unknown' | 'import_decided' | 'same_person'>> {
  const { tx, actor, now } = grant;
  const list = await lockImport(grant, input.importId);
  if (!list) return refused('import_unknown');
  if (!awardImportLifecycle.can(list.state, 'decline')) return refused('import_decided');
  if (list.proposedBy === userOf(actor)) return refused('same_person');
  const moved = await advance(grant, awardImports, list, {
    lifecycle: awardImportLifecycle,
    transition: 'decline',
    set: { decidedBy: userOf(actor), decidedAt: now, reason: input.reason },
    event: {
      action: 'award.declined',
      subject: { kind: 'award_import', id: list.id },
      versionId: list.versionId,
      data: { reference: list.reference, reason: input.reason },
    },
  });
  if (!moved.ok) return refused('import_decided');
  const proposer = {
    cityId: list.cityId,
    roles: ['manager', 'finance'] as const,
    only: list.proposedBy,
  };
  await notify(tx, proposer, 'awards_declined', {
    reference: list.reference,
    reason: input.reason,
    path: paths.city.awardList(list.id),
  });
  return done(null);
}
