import { done, refused, type Outcome } from '@/lib/result';
import { formFaults, type FormFault } from './definition';
import { allFields, type FormDefinition, type FormField, type FormSection } from './form';
import { mostFields, mostSections } from './limits';

export type Place = { section: string; question?: string | undefined };
export const formMoves = ['up', 'down', 'remove'] as const;
export type FormMove = (typeof formMoves)[number];

export type EditRefusal = 'question_unknown' | 'question_locked' | 'conditions_break';
type Edited = Outcome<FormDefinition, EditRefusal>;

/** Returns a prefix with the first number that makes an unused name. */
function freeName(beginning: string, taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(`${beginning}${number}`)) number += 1;
  return `${beginning}${number}`;
}
export const freeQuestionName = (form: FormDefinition): string =>
  freeName(
    'own',
    allFields(form).map(({ name }) => name),
  );
export const freeSectionId = (form: FormDefinition): string =>
  freeName(
    'own-',
    form.sections.map(({ id }) => id),
  );

/** Lists the faults that a change causes. A section may be empty until it gets its questions. */
export function newFaults(before: FormDefinition, after: FormDefinition): FormFault[] {
  const known = new Set(formFaults(before).map((fault) => JSON.stringify(fault)));
  return formFaults(after).filter(
    (fault) => fault.code !== 'section_empty' && !known.has(JSON.stringify(fault)),
  );
}

/** Lists the questions and sections that would have an impossible condition after a change. */
const broken = (faults: readonly FormFault[]) => ({
  names: [...new Set(faults.map(({ field, section }) => field ?? section))].join(' '),
});

function whole(before: FormDefinition, sections: readonly FormSection[]): Edited {
  const after = { sections };
  const faults = newFaults(before, after);
  return faults.length > 0 ? refused('conditions_break', broken(faults)) : done(after);
}

const fieldsOf = (form: FormDefinition, section: string) =>
  form.sections.find(({ id }) => id === section)?.fields;

const withFields = (form: FormDefinition, section: string, fields: readonly FormField[]) =>
  form.sections.map((one) => (one.id === section ? { ...one, fields } : one));

/** Returns the position of a new section: before the documents and the declaration, which come last. */
function placeForSection(form: FormDefinition): number {
  const at = form.sections.findIndex(({ id }) => id === 'files' || id === 'declaration');
  return at < 0 ? form.sections.length : at;
}

/**
 * Adds a section of the programme's own, or replaces the section with the same id. Returns undefined if there are too
 * many.
 */
export function putSection(form: FormDefinition, section: FormSection): FormSection[] | undefined {
  const { sections } = form;
  if (sections.some(({ id }) => id === section.id)) {
    return sections.map((one) => (one.id === section.id ? section : one));
  }
  if (sections.length >= mostSections) return undefined;
  return sections.toSpliced(placeForSection(form), 0, section);
}

/**
 * Adds a question to a section, or replaces the question with the same name. Returns undefined if there are too many,
 * or no such section.
 */
export function putQuestion(
  form: FormDefinition,
  section: string,
  field: FormField,
): FormSection[] | undefined {
  const fields = fieldsOf(form, section);
  if (!fields) return undefined;
  if (fields.some(({ name }) => name === field.name)) {
    const next = fields.map((one) => (one.name === field.name ? field : one));
    return withFields(form, section, next);
  }
  return fields.length >= mostFields ? undefined : withFields(form, section, [...fields, field]);
}

function shifted<T>(list: readonly T[], at: number, move: FormMove): T[] | undefined {
  const item = list[at];
  if (item === undefined) return undefined;
  const without = list.toSpliced(at, 1);
  if (move === 'remove') return without;
  const to = move === 'up' ? at - 1 : at + 1;
  return to < 0 || to > without.length ? [...list] : without.toSpliced(to, 0, item);
}

/**
 * Moves or removes a section or a question of the programme's own. Those that follow from the rules stay in their
 * places. Rejects a move that puts an item before a question on which its condition depends.
 */
export function moved(form: FormDefinition, place: Place, move: FormMove): Edited {
  const { sections } = form;
  if (place.question === undefined) {
    const at = sections.findIndex(({ id }) => id === place.section);
    if (sections[at] && !sections[at].own) return refused('question_locked');
    // The declaration always comes last.
    if (move === 'down' && sections[at + 1]?.id === 'declaration') return done(form);
    const next = shifted(sections, at, move);
    return next ? whole(form, next) : refused('question_unknown');
  }
  const fields = fieldsOf(form, place.section) ?? [];
  const at = fields.findIndex(({ name }) => name === place.question);
  if (fields[at] && !fields[at].own) return refused('question_locked');
  const next = shifted(fields, at, move);
  return next ? whole(form, withFields(form, place.section, next)) : refused('question_unknown');
}

/** Lists the questions before a section, or before one of its questions. Conditions may depend only on these. */
export function questionsBefore(
  form: FormDefinition,
  section: string,
  question?: string,
): FormField[] {
  const at = form.sections.findIndex(({ id }) => id === section);
  const earlier = form.sections.slice(0, at < 0 ? undefined : at);
  const fields = question === undefined ? [] : (fieldsOf(form, section) ?? []);
  const place = fields.findIndex(({ name }) => name === question);
  return [
    ...earlier.flatMap((one) => [...one.fields]),
    ...fields.slice(0, place < 0 ? undefined : place),
  ];
}

/**
 * Formats an item as the page showed it. The page sends this text along, so that a save based on an older state is
 * rejected.
 */
export function shownAs(item: FormField | FormSection | undefined): string {
  if (!item) return '';
  if (!('fields' in item)) return JSON.stringify(item);
  const { fields: _, ...section } = item;
  return JSON.stringify(section);
}
