import 'server-only';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { programmeVersions } from '@/db/schema/programmes';
import { getPool } from '@/features/ledger/queries';
import { formatDateTime } from '@/lib/dates';
import { done, fault, refused, type Outcome } from '@/lib/result';
import type { Grant } from '@/server/gate';
import { requestLocaleOr } from '@/server/request';
import { contradictions } from './domain/contradictions';
import {
  mergeSection,
  moveRow,
  readRowMove,
  readSection,
  sectionTexts,
  typedSection,
  type Draft,
  type SectionMerge,
} from './domain/draft';
import type { Faults } from './domain/parameter-reading';
import { sectionIds, sectionOf, type SectionId } from '@/features/rules/domain/parameter-table';
import type { Texts } from '@/features/rules/domain/parameters';
import { fieldText } from './field-text';
import type { saveDraftInput } from '../input';
import { aboutVersion, fromDraft, lockVersion, toDraft, type VersionRow } from './version-row';

type Input = z.output<typeof saveDraftInput>;
type SaveRefusal =
  'version_unknown' | 'version_not_draft' | 'section_unknown' | 'save_stale' | 'field_invalid';

export type SavedDraft = {
  programmeId: string;
  section: SectionId;
  revision: number;
  /** The section's texts after this save. */
  base: Texts;
  at: Date;
  /** Fields that are not valid yet; their stored texts were kept. */
  unsaved: string[];
  /** The row to focus after it was added or moved. */
  row?: string;
  onward: string;
};

/** Returns texts in which the named ones have their earlier values. */
const without = (texts: Texts, names: readonly string[], instead: Texts): Texts => ({
  ...texts,
  ...Object.fromEntries(names.map((name) => [name, instead[name] ?? ''])),
});

async function refuseStale(row: VersionRow, section: SectionId, merged: SectionMerge, mine: Texts) {
  const locale = await requestLocaleOr('zh-CN');
  const at = formatDateTime(row.changedAt, locale);
  const fields: Faults = Object.fromEntries(
    Object.entries(merged.conflicts).map(([name, text]) => {
      const code = name.endsWith('.#') ? 'list_conflict' : 'value_conflict';
      return [name, fault(code, { at, now: fieldText(locale, name, text) })];
    }),
  );
  const lists = Object.keys(merged.conflicts)
    .filter((name) => name.endsWith('.#'))
    .map((name) => name.slice(0, -1));
  const inConflict = (name: string) =>
    name in merged.conflicts || lists.some((list) => name.startsWith(list));
  const theirs = Object.entries(merged.texts).filter(
    ([name, text]) => !inConflict(name) && text !== (mine[name] ?? ''),
  );
  return {
    ...refused('save_stale'),
    fields,
    fresh: {
      ...Object.fromEntries(theirs),
      revision: String(row.revision),
      base: JSON.stringify(sectionTexts(section, toDraft(row))),
    },
  };
}

/**
 * Returns the faults of contradictions in this section that stop saving. Those in other sections are left out, because
 * they can be corrected there.
 */
async function impossible(grant: Grant, row: VersionRow, section: SectionId, draft: Draft) {
  const pool = await getPool(grant.tx, row.programmeId);
  const found = contradictions(draft, pool?.budgetFen).filter(
    ({ stopsSaving, field }) => stopsSaving && sectionOf(field) === section,
  );
  return Object.fromEntries(
    found.map(({ field, code, values }) => [field, { code, ...(values && { values }) }]),
  );
}

async function saveSent(
  grant: Grant,
  row: VersionRow,
  draft: Draft,
  what: { section: SectionId; fields: string },
) {
  const [saved] = await grant.tx
    .update(programmeVersions)
    .set({ ...fromDraft(draft), revision: row.revision + 1, changedAt: grant.now })
    .where(eq(programmeVersions.id, row.id))
    .returning();
  if (!saved) throw new Error('The draft was not saved.');
  await grant.record({ action: 'programme.saved', ...aboutVersion(row), data: what });
  return saved;
}

async function save(
  grant: Grant<'programme.manage'>,
  input: Input,
  background: boolean,
): Promise<Outcome<SavedDraft, SaveRefusal>> {
  const found = await lockVersion(grant, input.versionId);
  if (!found) return refused('version_unknown');
  const { version: row } = found;
  if (row.state !== 'draft') return refused('version_not_draft');
  const section = sectionIds.find((one) => one === input.section);
  if (!section) return refused('section_unknown');
  const draft = toDraft(row);
  const stored = sectionTexts(section, draft);
  const shown = input.revision === row.revision ? stored : (input.base ?? {});
  const typed = readSection(section, typedSection(section, input), draft);
  const wrong = Object.keys(typed.faults);
  if (wrong.length > 0 && !background) return { ...refused('field_invalid'), fields: typed.faults };
  const mine = without(sectionTexts(section, typed.draft), wrong, shown);
  const merged = mergeSection(section, shown, stored, mine);
  if (Object.keys(merged.conflicts).length > 0) return refuseStale(row, section, merged, mine);
  let next = readSection(section, merged.texts, draft).draft;
  const stops = await impossible(grant, row, section, next);
  const stopped = Object.keys(stops);
  if (stopped.length > 0) {
    if (!background) return { ...refused('field_invalid'), fields: stops };
    next = readSection(section, without(merged.texts, stopped, stored), draft).draft;
  }
  const move = background ? undefined : readRowMove(section, input.move);
  const moved = move && moveRow(next, move);
  const fields = [...merged.changed, ...(move ? [input.move] : [])].join(' ').slice(0, 500);
  const saved = await saveSent(grant, row, moved?.draft ?? next, { section, fields });
  return done({
    programmeId: row.programmeId,
    section,
    revision: saved.revision,
    at: grant.now,
    base: sectionTexts(section, toDraft(saved)),
    unsaved: [...wrong, ...stopped],
    onward: input.onward,
    ...(move && moved && { row: `${move.list}.${moved.at}` }),
  });
}

/**
 * Saves one section of a draft, or adds, removes or moves a row of it. Empty fields are allowed. An invalid field gets
 * a fault and nothing is saved. A change that another user made meanwhile is never overwritten unseen.
 */
export const saveDraft = (
  grant: Grant<'programme.manage'>,
  input: Input,
): Promise<Outcome<SavedDraft, SaveRefusal>> => save(grant, input, false);

/** Saves one section of a draft while the user is still typing; invalid fields are left out and named in the result. */
export const autosaveDraft = (
  grant: Grant<'programme.manage'>,
  input: Input,
): Promise<Outcome<SavedDraft, SaveRefusal>> => save(grant, input, true);
