import 'server-only';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { programmeVersions } from '@/db/schema/programmes';
import {
  freeQuestionName,
  freeSectionId,
  moved,
  newFaults,
  putQuestion,
  putSection,
  questionsBefore,
  shownAs,
} from '@/features/forms/domain/edit-form';
import {
  allFields,
  type FieldKind,
  type FormDefinition,
  type FormField,
  type FormSection,
} from '@/features/forms/domain/form';
import { boundsOf } from '@/features/forms/domain/kinds';
import { longestTitle } from '@/features/forms/domain/limits';
import { formatDateTime } from '@/lib/dates';
import { done, fault, refused, type Fault, type Outcome } from '@/lib/result';
import type { Grant } from '@/server/gate';
import { requestLocaleOr } from '@/server/request';
import { say, semicolon } from '@/lib/bilingual';
import type * as inputs from './input';
import { Reader } from './reader';
import { readCondition, readEdited } from './question-input';
import { aboutVersion, formOf, lockVersion, type VersionRow } from '../editor/version-row';

type Unavailable = 'version_unknown' | 'version_not_draft';
type Refusal =
  | Unavailable
  | 'section_unknown'
  | 'question_unknown'
  | 'question_locked'
  | 'question_stale'
  | 'form_full'
  | 'form_breaks'
  | 'field_invalid';

export type SavedForm = {
  programmeId: string;
  section: string;
  /** The name of the question, where a question was changed. */
  question?: string;
  done: 'saved' | 'added' | 'moved' | 'removed';
  stay: boolean;
};

type Open = { row: VersionRow; form: FormDefinition };

async function openForm(
  grant: Grant<'programme.manage'>,
  versionId: string,
): Promise<Outcome<Open, Unavailable>> {
  const found = await lockVersion(grant, versionId);
  if (!found) return refused('version_unknown');
  const { version: row } = found;
  if (row.state !== 'draft') return refused('version_not_draft');
  return done({ row, form: formOf(row) });
}

/** Rejects saving over what another user changed meanwhile. The returned state lets the next attempt save over it. */
async function stale(row: VersionRow, existing: FormField | FormSection) {
  const at = formatDateTime(row.changedAt, await requestLocaleOr('zh-CN'));
  return { ...refused('question_stale', { at }), fresh: { shown: shownAs(existing) } };
}

async function saveForm(grant: Grant, row: VersionRow, form: FormDefinition, what: string) {
  await grant.tx
    .update(programmeVersions)
    .set({ form, revision: row.revision + 1, changedAt: grant.now })
    .where(eq(programmeVersions.id, row.id));
  await grant.record({
    action: 'programme.saved',
    ...aboutVersion(row),
    data: { section: 'form', fields: what },
  });
}

/** Returns a refusal with the labels of the questions and sections whose conditions would become impossible. */
async function breaks(form: FormDefinition, names: readonly string[]) {
  const locale = await requestLocaleOr('zh-CN');
  const labels = names.map((name) => {
    const field = allFields(form).find((one) => one.name === name);
    const section = form.sections.find(({ id }) => id === name);
    const label = field?.label ?? section?.title;
    return label ? say(label, locale) : name;
  });
  return refused('form_breaks', { labels: labels.join(say(semicolon, locale)) });
}

/**
 * Checks what a changed section or question breaks. Returns faults at its own fields, or a refusal that names the
 * others that break.
 */
async function check(
  before: FormDefinition,
  sections: readonly FormSection[],
  edited: string,
  boundField: string,
) {
  const faults = newFaults(before, { sections });
  if (faults.length === 0) return undefined;
  const elsewhere = faults.filter(({ field, section }) => (field ?? section) !== edited);
  if (elsewhere.length > 0) {
    return breaks({ sections }, [...new Set(elsewhere.map((one) => one.field ?? one.section))]);
  }
  const own = faults.map(({ code }): [string, Fault] => [
    code === 'bounds_reversed'
      ? boundField
      : code === 'options_repeated'
        ? 'options'
        : 'when.0.test',
    fault(code.startsWith('condition') ? 'condition_wrong' : code),
  ]);
  return { ...refused('field_invalid'), fields: Object.fromEntries(own) };
}

/** Adds a section of the programme's own, or changes one. */
export async function saveFormSection(
  grant: Grant<'programme.manage'>,
  input: z.output<typeof inputs.formSectionInput>,
): Promise<Outcome<SavedForm, Refusal>> {
  const open = await openForm(grant, input.versionId);
  if (!open.ok) return open;
  const { row, form } = open.value;
  const existing = form.sections.find(({ id }) => id === input.section);
  if (input.section !== '' && !existing) return refused('section_unknown');
  if (existing && !existing.own) return refused('question_locked');
  if (existing && input.shown !== shownAs(existing)) return stale(row, existing);
  const id = existing?.id ?? freeSectionId(form);
  const reader = new Reader(input);
  const lead = reader.maybe('leadZh', 'leadEn');
  const title = reader.both('titleZh', 'titleEn', longestTitle);
  const placed = putSection(form, { id, title, fields: [], own: true });
  if (!placed) return refused('form_full');
  const when = readCondition(reader, questionsBefore({ sections: placed }, id));
  if (Object.keys(reader.faults).length > 0) {
    return { ...refused('field_invalid'), fields: reader.faults };
  }
  const section: FormSection = {
    id,
    title,
    own: true,
    fields: existing?.fields ?? [],
    ...(lead && { lead }),
    ...(when && { when }),
  };
  const sections = putSection(form, section) ?? [];
  const refusal = await check(form, sections, id, 'titleZh');
  if (refusal) return refusal;
  await saveForm(grant, row, { sections }, id);
  return done({
    programmeId: row.programmeId,
    section: id,
    stay: input.onward === 'stay',
    done: existing ? 'saved' : 'added',
  });
}

/** Returns the field that shows the fault when the bounds of a kind allow no answer. */
const upperBound = (kind: FieldKind): string =>
  ['latest', 'maxRows'].find((name) => name in boundsOf(kind)) ?? 'max';

/** Adds a question of the programme's own, changes one, or adds help to a question of the rules. */
export async function saveQuestion(
  grant: Grant<'programme.manage'>,
  input: z.output<typeof inputs.questionInput>,
): Promise<Outcome<SavedForm, Refusal>> {
  const open = await openForm(grant, input.versionId);
  if (!open.ok) return open;
  const { row, form } = open.value;
  const section = form.sections.find(({ id }) => id === input.section);
  if (!section) return refused('section_unknown');
  const existing = section.fields.find(({ name }) => name === input.question);
  if (input.question !== '' && !existing) return refused('question_unknown');
  if (!existing && section.id === 'declaration') return refused('question_locked');
  if (existing && input.shown !== shownAs(existing)) return stale(row, existing);
  const reader = new Reader(input);
  const kind = existing?.kind ?? input.kind;
  const name = existing?.name ?? freeQuestionName(form);
  const field = readEdited(reader, {
    existing,
    name,
    kind,
    earlier: questionsBefore(form, section.id, name),
  });
  if (Object.keys(reader.faults).length > 0) {
    return { ...refused('field_invalid'), fields: reader.faults };
  }
  const sections = putQuestion(form, section.id, field);
  if (!sections) return refused('form_full');
  const refusal = await check(form, sections, name, upperBound(kind));
  if (refusal) return refusal;
  await saveForm(grant, row, { sections }, name);
  return done({
    programmeId: row.programmeId,
    section: section.id,
    question: name,
    done: existing ? 'saved' : 'added',
    stay: input.onward === 'stay',
  });
}

/** Moves or removes a section or a question of the programme's own. */
export async function changeForm(
  grant: Grant<'programme.manage'>,
  input: z.output<typeof inputs.changeFormInput>,
): Promise<Outcome<SavedForm, Refusal>> {
  const open = await openForm(grant, input.versionId);
  if (!open.ok) return open;
  const { row, form } = open.value;
  const question = input.question === '' ? undefined : input.question;
  const next = moved(form, { section: input.section, question }, input.move);
  if (!next.ok) {
    const names = String(next.values?.names ?? '').split(' ');
    return next.code === 'conditions_break' ? breaks(form, names) : refused(next.code);
  }
  await saveForm(grant, row, next.value, `${input.move} ${question ?? input.section}`);
  return done({
    programmeId: row.programmeId,
    section: input.section,
    stay: false,
    ...(question && { question }),
    done: input.move === 'remove' ? 'removed' : 'moved',
  });
}
