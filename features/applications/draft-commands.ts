import 'server-only';
import { and, eq, isNotNull } from 'drizzle-orm';
import type { z } from 'zod';
import { applications, corrections } from '@/db/schema/applications';
import { documents } from '@/db/schema/documents';
import {
  checkQuota,
  putBackDocument,
  storeDocument,
  takeOutDocuments,
  type DocumentRefusal,
} from '@/features/documents/commands';
import type { Received } from '@/features/documents/receive';
import { getVersion } from '@/features/programmes/queries';
import type { Rules } from '@/features/rules/domain/rules';
import type { Assessment } from '@/features/rules/domain/assess';
import { listDocuments } from '@/features/documents/queries';
import { done, refused, repeated, type Outcome } from '@/lib/result';
import { userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { assessApplication } from './assessment';
import { aboutCase } from './case-state';
import { lockOwn } from './commands';
import { refuseStale } from './conflict';
import { namesOf, resolveDependents, type ResolvedChange } from './dependents';
import { faultsOfOrder, fieldsOf } from '@/features/forms/domain/date-order';
import { ofSection, openFields, pageSections, progressOf, typedAnswers } from './domain/editing';
import type { Answers, FormDefinition, FormField, FormSection } from '@/features/forms/domain/form';
import { merge } from '@/features/forms/domain/merge';
import type { FieldFault } from '@/features/forms/domain/kinds/kind';
import { sourcesAfter } from './domain/sources';
import { misorderedIn, readVisible } from '@/features/forms/domain/validate';
import { fitsRequirement, type Unfit } from './requirements';
import type * as inputs from './input';
import { readProfile } from './prefill';
import { presentColleague } from './saves';

type Row = typeof applications.$inferSelect;

/**
 * Returns the names of the fields of a case that may change now, and the form and rules of the case's own version. None may
 * change once the time for a correction is over.
 */
export async function editableFields(
  { tx, now }: Pick<Grant, 'tx' | 'now'>,
  row: Row,
): Promise<{ open: Set<string>; form: FormDefinition; rules: Rules }> {
  const { form, rules } = await getVersion(tx, row.versionId);
  const [correction] = await tx
    .select()
    .from(corrections)
    .where(eq(corrections.applicationId, row.id));
  const late = correction && row.state === 'returned' && correction.dueAt <= now;
  return { form, rules, open: late ? new Set() : openFields(form, row.state, correction?.fields) };
}

type SaveRefusal =
  | 'case_unknown'
  | 'not_editable'
  | 'save_stale'
  | 'section_unknown'
  | 'field_invalid'
  | 'answers_depend';

export type Saved = {
  id: string;
  /** The page that the user goes to next: the last part of its address below the case's own. */
  onward: string;
  revision: number;
  /** The present answers of the section. */
  base: Record<string, string>;
  at: Date;
  /** Fields with an invalid answer. Their saved answers were not changed. */
  unsaved: FormField[];
  /** Faults between two days that are in the wrong order, by field. Each day is kept if it is valid by itself. */
  outOfOrder: Record<string, FieldFault>;
  /** Fields that were saved although their days are in the wrong order. The section is not complete with them. */
  wrong: FormField[];
  /** Fields whose answers a change would clear. That change was therefore not saved either. */
  waiting: readonly FormField[];
  /** What amounts of the assessment count. */
  rules: Pick<Rules, 'unit' | 'unitPrice'>;
  /** What the rules give for the present answers; undefined while answers are missing. */
  assessment: Assessment | undefined;
  /** How many pages of the form are complete, and how many there are. */
  progress: { done: number; of: number };
  /** A colleague who works on the same section now. */
  colleague: string | undefined;
};

/**
 * Loads what a save in the background reports in addition to the save: assessment, progress and a present colleague.
 */
async function saveResult(grant: Grant, row: Row, form: FormDefinition, section: FormSection) {
  const { tx, actor, now } = grant;
  const files = await listDocuments(tx, { applicationId: row.id });
  const here = { applicationId: row.id, section: section.id, userId: userOf(actor), now };
  return {
    assessment: await assessApplication(tx, row, now),
    progress: progressOf(form, row.answers, new Set(files.map(({ requirement }) => requirement))),
    colleague: await presentColleague(tx, here),
  };
}

function onwardFrom(
  form: FormDefinition,
  { state, answers }: Pick<Row, 'state' | 'answers'>,
  section: string,
  destination: string,
): string {
  if (destination === 'stay') return section;
  if (state === 'returned') return 'status';
  if (destination === 'review') return 'review';
  if (destination !== 'next') return '';
  const pages = pageSections(form, answers);
  const next = pages[pages.findIndex((page) => page.id === section) + 1];
  return next?.id ?? 'review';
}

async function saveAnswers(
  grant: Grant,
  row: Row,
  section: FormSection,
  { changed, cleared }: Pick<ResolvedChange, 'changed' | 'cleared'>,
) {
  const { tx, now } = grant;
  const names = Object.keys(changed);
  if (names.length === 0) return row;
  const [saved] = await tx
    .update(applications)
    .set({
      answers: { ...row.answers, ...changed },
      sources: sourcesAfter(row.sources, changed, await readProfile(tx, row.organisationId)),
      revision: row.revision + 1,
      updatedAt: now,
    })
    .where(eq(applications.id, row.id))
    .returning();
  if (!saved) throw new Error('The application was not saved.');
  await grant.record({
    action: 'application.saved',
    ...aboutCase(row),
    data: {
      section: section.id,
      fields: names.join(' '),
      ...(cleared.length > 0 && { cleared: namesOf(cleared) }),
    },
  });
  return saved;
}

/**
 * Returns the answers that the user wants to save: those typed, except for the one field whose button was pressed to
 * take the colleague's answer, or the profile's.
 */
async function typedOf(
  { tx }: Grant,
  row: Row,
  section: FormSection,
  input: z.output<typeof inputs.saveSectionInput>,
): Promise<Answers> {
  const typed = typedAnswers(section, input);
  const { takeTheirs, takeProfile } = input;
  if (takeTheirs !== undefined && takeTheirs in typed) {
    return { ...typed, [takeTheirs]: row.answers[takeTheirs] ?? '' };
  }
  if (takeProfile === undefined || !(takeProfile in typed)) return typed;
  const profile = await readProfile(tx, row.organisationId);
  return { ...typed, [takeProfile]: profile[takeProfile] ?? typed[takeProfile] ?? '' };
}

async function save(
  grant: Grant<'application.draft'>,
  input: z.output<typeof inputs.saveSectionInput>,
  background: boolean,
): Promise<Outcome<Saved, SaveRefusal>> {
  const row = await lockOwn(grant, input.applicationId);
  if (!row) return refused('case_unknown');
  const { open, form, rules } = await editableFields(grant, row);
  if (open.size === 0) return refused('not_editable');
  const section = form.sections.find((candidate) => candidate.id === input.section);
  if (!section) return refused('section_unknown');
  const typed = await typedOf(grant, row, section, input);
  const { answers, faults, wrong: unsaved } = readVisible(form, section, row.answers, typed);
  const sent = Object.entries(answers).filter(([name]) => name in typed && open.has(name));
  const answersNow = { ...row.answers, ...Object.fromEntries(sent) };
  const disorder = misorderedIn(form, section, answersNow, open);
  const fields = { ...disorder, ...faults };
  if (Object.keys(fields).length > 0 && !background) return { ...refused('field_invalid'), fields };
  // Some fields of the form may have been shown with older answers than the form's revision, so the shown answers are
  // preferred.
  const shown = input.base ?? (input.revision === row.revision ? row.answers : {});
  const merged = merge(shown, row.answers, Object.fromEntries(sent));
  if (Object.keys(merged.conflicts).length > 0)
    return refuseStale(grant, row, section, { merged, typed });
  const resolved = await resolveDependents(grant, row, form, {
    changed: merged.changed,
    agreed: input.clears ?? '',
    background,
  });
  if (!resolved.ok) return resolved;
  const stored = await saveAnswers(grant, row, section, resolved.value);
  const stays = input.takeTheirs !== undefined || input.takeProfile !== undefined;
  const saved: Saved = {
    id: row.id,
    onward: stays ? section.id : onwardFrom(form, stored, section.id, input.onward),
    revision: stored.revision,
    base: ofSection(section, stored.answers),
    at: grant.now,
    rules,
    unsaved,
    waiting: resolved.value.waiting,
    outOfOrder: faultsOfOrder(fields),
    wrong: fieldsOf(section.fields, disorder).filter((field) => !unsaved.includes(field)),
    ...(background
      ? await saveResult(grant, stored, form, section)
      : { assessment: undefined, progress: { done: 0, of: 0 }, colleague: undefined }),
  };
  // A save without changes needs no event.
  return stored === row ? repeated(saved) : done(saved);
}

/**
 * Saves one section. Empty answers are saved too. If an answer is invalid, nothing is saved and the faults are
 * returned. An answer that a colleague changed meanwhile is never overwritten without the user's knowledge.
 */
export const saveSection = (
  grant: Grant<'application.draft'>,
  input: z.output<typeof inputs.saveSectionInput>,
): Promise<Outcome<Saved, SaveRefusal>> => save(grant, input, false);

/** Saves one section while the user is still typing. Invalid answers are not saved, and are named in the result. */
export const autosaveSection = (
  grant: Grant<'application.draft'>,
  input: z.output<typeof inputs.saveSectionInput>,
): Promise<Outcome<Saved, SaveRefusal>> => save(grant, input, true);

/** Returns the id of the section that has a field, or an empty text. */
const sectionWith = (form: FormDefinition, field: string): string =>
  form.sections.find((section) => section.fields.some(({ name }) => name === field))?.id ?? '';

type AttachRefusal = 'case_unknown' | 'not_editable' | Unfit | DocumentRefusal;

/** Attaches a file for a requirement, in addition to the files it already has or in place of them. */
export async function attachDocument(
  grant: Grant<'application.draft'>,
  input: Omit<z.output<typeof inputs.attachDocumentInput>, 'file'> & { file: File | Received },
): Promise<Outcome<{ id: string; section: string; documentId: string }, AttachRefusal>> {
  const { requirement } = input;
  const row = await lockOwn(grant, input.applicationId);
  if (!row) return refused('case_unknown');
  const { open, form } = await editableFields(grant, row);
  if (!open.has(requirement)) return refused('not_editable');
  if (input.replace) await takeOutDocuments(grant, { applicationId: row.id }, [requirement]);
  const place = { applicationId: row.id, requirement };
  const stored = await storeDocument(grant, { file: input.file, ...place });
  if (!stored.ok) return { ...stored, field: requirement };
  const fits = await fitsRequirement(grant, row, form, requirement);
  if (!fits.ok) return { ...fits, field: requirement };
  const { id: documentId, fileName } = stored.value;
  await touch(grant, row);
  await grant.record({
    action: 'document.attached',
    ...aboutCase(row),
    data: { requirement, documentId, fileName, replaced: input.replace === true },
  });
  return done({ id: row.id, section: sectionWith(form, requirement), documentId });
}

/** Removes a file from a case. Its bytes are kept for the record. */
export async function removeDocument(
  grant: Grant<'application.draft'>,
  input: z.output<typeof inputs.removeDocumentInput>,
): Promise<Outcome<{ id: string; section: string }, 'case_unknown' | 'not_editable'>> {
  const row = await lockOwn(grant, input.applicationId);
  if (!row) return refused('case_unknown');
  const { open, form } = await editableFields(grant, row);
  if (open.size === 0) return refused('not_editable');
  const [removed] = await takeOutDocuments(
    grant,
    { applicationId: row.id },
    [...open],
    input.documentId,
  );
  if (!removed) return refused('not_editable');
  await touch(grant, row);
  await grant.record({
    action: 'document.removed',
    ...aboutCase(row),
    data: {
      requirement: removed.requirement,
      documentId: removed.id,
      fileName: removed.fileName,
    },
  });
  return done({ id: row.id, section: sectionWith(form, removed.requirement) });
}

/** Restores a file that was removed by mistake. */
export async function restoreDocument(
  grant: Grant<'application.draft'>,
  input: z.output<typeof inputs.removeDocumentInput>,
): Promise<
  Outcome<
    { id: string; section: string },
    'case_unknown' | 'not_editable' | DocumentRefusal | Unfit
  >
> {
  const { tx } = grant;
  const row = await lockOwn(grant, input.applicationId);
  if (!row) return refused('case_unknown');
  const { open, form } = await editableFields(grant, row);
  const [removed] = await tx
    .select({ requirement: documents.requirement, fileName: documents.fileName })
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
  await putBackDocument(grant, input.documentId);
  const fits = await fitsRequirement(grant, row, form, requirement);
  if (!fits.ok) return fits;
  await touch(grant, row);
  await grant.record({
    action: 'document.restored',
    ...aboutCase(row),
    data: { requirement, documentId: input.documentId, fileName: removed.fileName },
  });
  return done({ id: row.id, section: sectionWith(form, requirement) });
}

const touch = ({ tx, now }: Grant, row: Row) =>
  tx.update(applications).set({ updatedAt: now }).where(eq(applications.id, row.id));
