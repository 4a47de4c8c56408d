import 'server-only';
import { eq } from 'drizzle-orm';
import { organisations } from '@/db/schema/people';
import { merge } from '@/features/forms/domain/merge';
import { areaOf } from '@/features/people/domain';
import { done, fault, refused, type Fault, type Outcome } from '@/lib/result';
import { organisationOf, roleOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { requestLocaleOr } from '@/server/request';
import type { Part } from './domain/parts';
import { shownValue } from './shown';

type Texts = Readonly<Record<string, string>>;

/** Locks the actor's organisation for this transaction, so that edits at the same time wait. */
export async function lockOwn({ tx, actor }: Grant): Promise<typeof organisations.$inferSelect> {
  const [row] = await tx
    .select()
    .from(organisations)
    .where(eq(organisations.id, organisationOf(actor)))
    .for('no key update');
  if (!row) throw new Error('The actor’s organisation is not there.');
  return row;
}

/**
 * Applies what was typed to the stored values. Where another user changed the same field meanwhile, nothing
 * is saved and each such field has a fault. Saving again then replaces the other value.
 * @returns the values to store, and the names of those that change
 */
export async function mergeEdit(
  base: Texts,
  stored: Texts,
  typed: Texts,
): Promise<Outcome<{ values: Texts; changed: string[] }, 'edit_stale'>> {
  const { changed, conflicts, theirs } = merge(base, stored, typed);
  const clashes = Object.entries(conflicts);
  if (clashes.length === 0) {
    return done({ values: { ...stored, ...changed }, changed: Object.keys(changed) });
  }
  const locale = await requestLocaleOr('zh-CN');
  const faults = clashes.map(([name, now]): [string, Fault] => [
    name,
    fault('detail_conflict', { now: shownValue(locale, name, now) }),
  ]);
  return {
    ...refused('edit_stale'),
    fields: Object.fromEntries(faults),
    fresh: { ...theirs, base: JSON.stringify(stored) },
  };
}

/** Returns the address of the actor's organisation, or of a part of it, with the name of what was done. */
export function organisationPage(
  { actor }: Grant,
  part: Part | '',
  done: 'saved' | 'removed' | 'requested' | 'bank_requested' | 'bank_confirmed' | 'bank_cancelled',
): string {
  const area = areaOf(roleOf(actor));
  return part ? area.organisationPart(part, { done }) : area.organisation({ done });
}
