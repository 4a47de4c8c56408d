import 'server-only';
import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { applications, corrections } from '@/db/schema/applications';
import { documents } from '@/db/schema/documents';
import { checkQuota, storeDocument, type DocumentRefusal } from '@/features/documents/commands';
import type { Received } from '@/features/documents/receive';
import { getVersion } from '@/features/programmes/queries';
import { listedVendors } from '@/features/vendors/queries';
import { formatDateTime } from '@/lib/dates';
import type { Fen } from '@/lib/money';
import { done, refused, type Outcome } from '@/lib/result';
import type { Grant } from '@/lib/server/gate';
import { requestLocaleOr } from '@/lib/server/request';
import { assessApplication } from './assessment';
import { aboutCase, lockOwn } from './commands';
import { openFields, pageSections, typedAnswers } from './domain/editing';
import type { FormDefinition, FormField, FormSection } from './domain/form';
import { merge, type Merge } from './domain/merge';
import { shownAnswer } from './domain/shown';
import { readSection } from './domain/validate';
import type * as inputs from './input';

type Input<K extends keyof typeof inputs> = z.output<(typeof inputs)[K]>;
type Row = typeof applications.$inferSelect;

/** The names of the fields that may change now, of a case and the rules it has pinned. */
export async function editableFields(
  { tx, now }: Pick<Grant, 'tx' | 'now'>,
  row: Row,
): Promise<{ open: Set<string>; form: FormDefinition }> {
  const { form } = await getVersion(tx, row.versionId);
  const [correction] = await tx
    .select()
    .from(corrections)
    .where(eq(corrections.applicationId, row.id));
  const late = correction && row.state === 'returned' && correction.dueAt <= now;
  return { form, open: late ? new Set() : openFields(form, row.state, correction?.fields) };
}

type SaveRefusal =
  'case_unknown' | 'not_editable' | 'save_stale' | 'section_unknown' | 'field_invalid';

export type Saved = {
  id: string;
  /** The page to go on to, under the case's own address. */
  onward: string;
  revision: number;
  /** The section's answers as they stand now. */
  base: Record<string, string>;
  at: Date;
  /** Fields whose answers are wrong and were therefore left as they stood. */
  unsaved: FormField[];
  /** What the rules give for the answers now; nothing while some are missing or no amount is due. */
  amountFen: Fen | undefined;
};

/** Answers of one section out of all. */
const ofSection = (section: FormSection, answers: Record<string, string>) =>
  Object.fromEntries(section.fields.map(({ name }) => [name, answers[name] ?? '']));

function onwardFrom(form: FormDefinition, state: string, section: string, wish: string): string {
  if (state === 'returned') return '/status';
  if (wish === 'review') return '/review';
  if (wish !== 'next') return '';
  const pages = pageSections(form);
  const next = pages[pages.findIndex((page) => page.id === section) + 1];
  return next ? `/${next.id}` : '/review';
}

/** Tells, field by field, what somebody else saved meanwhile; the next attempt stands over it. */
async function refuseStale(grant: Grant, row: Row, section: FormSection, merged: Merge) {
  const locale = await requestLocaleOr('zh-CN');
  const vendors = await listedVendors(grant.tx, row.cityId);
  const at = formatDateTime(row.updatedAt, locale);
  const conflicts = section.fields.flatMap((field) => {
    const standing = merged.conflicts[field.name];
    if (standing === undefined) return [];
    const now = shownAnswer(field, standing, locale, vendors);
    return [[field.name, { code: 'answer_conflict', values: { now, at } }] as const];
  });
  return {
    ...refused('save_stale'),
    fields: Object.fromEntries(conflicts),
    fresh: {
      ...merged.theirs,
      revision: String(row.revision),
      base: JSON.stringify(ofSection(section, row.answers)),
    },
  };
}

async function keep(grant: Grant, row: Row, section: FormSection, changed: Record<string, string>) {
  const { tx, now } = grant;
  const names = Object.keys(changed);
  const [saved] = await tx
    .update(applications)
    .set({
      answers: { ...row.answers, ...changed },
      revision: names.length > 0 ? row.revision + 1 : row.revision,
      updatedAt: now,
    })
    .where(eq(applications.id, row.id))
    .returning();
  if (!saved) throw new Error('The application was not saved.');
  await grant.record({
    action: 'application.saved',
    ...aboutCase(row),
    data: { section: section.id, fields: names.join(' ') },
  });
  return saved;
}

async function save(
  grant: Grant<'application.draft'>,
  input: Input<'saveSectionInput'>,
  background: boolean,
): Promise<Outcome<Saved, SaveRefusal>> {
  const row = await lockOwn(grant, input.applicationId);
  if (!row) return refused('case_unknown');
  const { open, form } = await editableFields(grant, row);
  if (open.size === 0) return refused('not_editable');
  const section = form.sections.find((candidate) => candidate.id === input.section);
  if (!section) return refused('section_unknown');
  const typed = typedAnswers(section, input);
  const { answers, faults } = readSection(section, typed);
  const unsaved = section.fields.filter((field) => faults[field.name]);
  if (unsaved.length > 0 && !background) return { ...refused('field_invalid'), fields: faults };
  const sent = Object.entries(answers).filter(([name]) => name in typed && open.has(name));
  const shown = input.revision === row.revision ? row.answers : (input.base ?? {});
  const merged = merge(shown, row.answers, Object.fromEntries(sent));
  if (Object.keys(merged.conflicts).length > 0) return refuseStale(grant, row, section, merged);
  const saved = await keep(grant, row, section, merged.changed);
  const assessment = background && (await assessApplication(grant.tx, saved, grant.now));
  return done({
    id: row.id,
    onward: onwardFrom(form, row.state, section.id, input.onward),
    revision: saved.revision,
    base: ofSection(section, saved.answers),
    at: grant.now,
    unsaved,
    amountFen: assessment && assessment.eligible ? assessment.amountFen : undefined,
  });
}

/**
 * Saves one section. Empty answers are kept as such, wrong ones are told and nothing is saved. An
 * answer that a colleague changed meanwhile is never overwritten unseen.
 */
export const saveSection = (
  grant: Grant<'application.draft'>,
  input: Input<'saveSectionInput'>,
): Promise<Outcome<Saved, SaveRefusal>> => save(grant, input, false);

/** The same while somebody is still typing: what is wrong as yet is left out and named. */
export const autosaveSection = (
  grant: Grant<'application.draft'>,
  input: Input<'saveSectionInput'>,
): Promise<Outcome<Saved, SaveRefusal>> => save(grant, input, true);

/** The page on which a field is asked. */
const sectionWith = (form: FormDefinition, field: string): string =>
  form.sections.find((section) => section.fields.some(({ name }) => name === field))?.id ?? '';

type AttachRefusal = 'case_unknown' | 'not_editable' | DocumentRefusal;

/** Hands in a file for a requirement, beside or in place of those it already has. */
export async function attachDocument(
  grant: Grant<'application.draft'>,
  input: Omit<Input<'attachDocumentInput'>, 'file'> & { file: File | Received },
): Promise<Outcome<{ id: string; section: string; documentId: string }, AttachRefusal>> {
  const { tx, now } = grant;
  const { requirement } = input;
  const row = await lockOwn(grant, input.applicationId);
  if (!row) return refused('case_unknown');
  const { open, form } = await editableFields(grant, row);
  if (!open.has(requirement)) return refused('not_editable');
  if (input.replace) {
    await tx
      .update(documents)
      .set({ removedAt: now })
      .where(
        and(
          eq(documents.applicationId, row.id),
          eq(documents.requirement, requirement),
          isNull(documents.removedAt),
        ),
      );
  }
  const place = { applicationId: row.id, requirement };
  const stored = await storeDocument(grant, { file: input.file, ...place });
  if (!stored.ok) return { ...stored, field: requirement };
  const documentId = stored.value.id;
  await touch(grant, row);
  await grant.record({
    action: 'document.attached',
    ...aboutCase(row),
    data: { requirement, documentId, replaced: input.replace === true },
  });
  return done({ id: row.id, section: sectionWith(form, requirement), documentId });
}

/** Takes a file out of a case; its bytes are kept for the record. */
export async function removeDocument(
  grant: Grant<'application.draft'>,
  input: Input<'removeDocumentInput'>,
): Promise<Outcome<{ id: string; section: string }, 'case_unknown' | 'not_editable'>> {
  const { tx, now } = grant;
  const row = await lockOwn(grant, input.applicationId);
  if (!row) return refused('case_unknown');
  const { open, form } = await editableFields(grant, row);
  const [removed] = await tx
    .update(documents)
    .set({ removedAt: now })
    .where(
      and(
        eq(documents.id, input.documentId),
        eq(documents.applicationId, row.id),
        inArray(documents.requirement, [...open, '']),
        isNull(documents.removedAt),
      ),
    )
    .returning({ id: documents.id, requirement: documents.requirement });
  if (!removed) return refused('not_editable');
  await touch(grant, row);
  await grant.record({
    action: 'document.removed',
    ...aboutCase(row),
    data: { requirement: removed.requirement, documentId: removed.id },
  });
  return done({ id: row.id, section: sectionWith(form, removed.requirement) });
}

/** Puts a file back that was taken out by mistake. */
export async function restoreDocument(
  grant: Grant<'application.draft'>,
  input: Input<'removeDocumentInput'>,
): Promise<
  Outcome<{ id: string; section: string }, 'case_unknown' | 'not_editable' | DocumentRefusal>
> {
  const { tx } = grant;
  const row = await lockOwn(grant, input.applicationId);
  if (!row) return refused('case_unknown');
  const { open, form } = await editableFields(grant, row);
  const [removed] = await tx
    .select({ requirement: documents.requirement, sizeBytes: documents.sizeBytes })
    .from(documents)
    .where(
      and(
        eq(documents.id, input.documentId),
        eq(documents.applicationId, row.id),
        isNotNull(documents.removedAt),
      ),
    );
  if (!removed || !open.has(removed.requirement)) return refused('not_editable');
  const { requirement } = removed;
  const place = { applicationId: row.id, requirement };
  const allowed = await checkQuota(grant, place, 0);
  if (!allowed.ok) return allowed;
  await tx.update(documents).set({ removedAt: null }).where(eq(documents.id, input.documentId));
  await touch(grant, row);
  await grant.record({
    action: 'document.restored',
    ...aboutCase(row),
    data: { requirement, documentId: input.documentId },
  });
  return done({ id: row.id, section: sectionWith(form, requirement) });
}

const touch = ({ tx, now }: Grant, row: Row) =>
  tx.update(applications).set({ updatedAt: now }).where(eq(applications.id, row.id));
