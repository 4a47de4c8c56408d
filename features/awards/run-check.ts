import 'server-only';
import { eq } from 'drizzle-orm';
import { awardImports } from '@/db/schema/awards';
import type { Grant } from '@/server/gate';
import { checkAll, planOf, recount, type ImportRow } from './check';
import { awardImportLifecycle } from './domain/lifecycle';
import type { Mapping } from './domain/mapping';

/** Checks all rows by a mapping and stores the outcome with the list. */
export async function runCheck(
  grant: Grant<'award.import'>,
  list: ImportRow,
  mapping: Mapping,
): Promise<void> {
  const { tx, now } = grant;
  const { to } = awardImportLifecycle.transitions.check;
  await checkAll(tx, await planOf(tx, list, mapping, now));
  await tx
    .update(awardImports)
    .set({ state: to, mapping, checkedAt: now })
    .where(eq(awardImports.id, list.id));
  const { problems } = await recount(tx, list.id);
  await grant.record({
    action: 'award.checked',
    subject: { kind: 'award_import', id: list.id },
    versionId: list.versionId,
    data: { reference: list.reference, problems },
  });
}
