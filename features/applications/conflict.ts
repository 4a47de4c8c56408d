import 'server-only';
import type { applications } from '@/db/schema/applications';
import { listedVendors } from '@/features/vendors/queries';
import { say } from '@/lib/bilingual';
import { formatDateTime } from '@/lib/dates';
import { refused } from '@/lib/result';
import type { Grant } from '@/server/gate';
import { requestLocaleOr } from '@/server/request';
import type { Conflict } from '@/features/forms/domain/conflicts';
import { ofSection } from './domain/editing';
import type { Answers, FormSection } from '@/features/forms/domain/form';
import type { Merge } from '@/features/forms/domain/merge';
import { shownAnswer } from '@/features/forms/domain/shown';
import { partsOf } from '@/features/forms/domain/typed';
import { changedBy } from './saves';

type Row = typeof applications.$inferSelect;

/**
 * Refuses a save that conflicts with a colleague's. Returns, for each field, what the colleague saved and what this
 * user typed, so that neither is lost. It also returns the new base, so that the next save overwrites the colleague's
 * answers.
 */
export async function refuseStale(
  { tx }: Grant,
  row: Row,
  section: FormSection,
  { merged, typed }: { merged: Merge; typed: Answers },
) {
  const locale = await requestLocaleOr('zh-CN');
  const vendors = await listedVendors(tx, row.cityId);
  const lastSave = await changedBy(tx, row.id);
  const conflicts = section.fields.flatMap((field): Conflict[] => {
    const stored = merged.conflicts[field.name];
    if (stored === undefined) return [];
    const save = lastSave(field.name);
    return [
      {
        name: field.name,
        label: say(field.label, locale),
        mine: shownAnswer(field, typed[field.name] ?? '', locale, vendors),
        theirs: shownAnswer(field, stored, locale, vendors),
        standing: stored,
        by: save?.name ?? '',
        at: formatDateTime(save?.at ?? row.updatedAt, locale),
      },
    ];
  });
  // Answers are given under the names of their inputs; otherwise the form would show again what was sent for a table
  // cell.
  const theirs = section.fields.flatMap((field) => {
    const stored = merged.theirs[field.name];
    return stored === undefined ? [] : Object.entries(partsOf(field, stored));
  });
  const faults = conflicts.map(({ name, theirs, by, at }) => [
    name,
    { code: 'answer_conflict', values: { now: theirs, by, at } },
  ]);
  return {
    ...refused('save_stale'),
    fields: Object.fromEntries(faults) as Record<
      string,
      { code: string; values: Record<string, string> }
    >,
    fresh: {
      ...(Object.fromEntries(theirs) as Record<string, string>),
      revision: String(row.revision),
      base: JSON.stringify(ofSection(section, row.answers)),
      conflicts: JSON.stringify(conflicts),
    },
  };
}
