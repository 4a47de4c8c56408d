import { misordered } from './date-order';
import {
  visibleNames,
  planOf,
  shownFields,
  missingFields,
  type Answers,
  type FormDefinition,
  type FormField,
  type FormSection,
} from './form';
import { logicOf } from './kinds';
import type { Faults } from './kinds/kind';
import { readTyped } from './typed';

export type { FieldFault } from './kinds/kind';

/**
 * Reads what was typed into a section. An empty answer may be saved, an invalid one may not: missing answers are
 * reported by the check before submission, invalid ones at once. Faults of a period's end and of a table's cell have
 * the name of that end or cell.
 */
export function readSection(
  section: FormSection,
  typed: Answers,
): { answers: Record<string, string>; faults: Faults; wrong: FormField[] } {
  const answers: Record<string, string> = {};
  const faults: Faults = {};
  const wrong: FormField[] = [];
  for (const field of section.fields) {
    if (logicOf(field.kind).given !== 'typed') continue;
    const reading = readTyped(field, typed[field.name] ?? '');
    if (Object.keys(reading.faults).length === 0) answers[field.name] = reading.value;
    else {
      Object.assign(faults, reading.faults);
      wrong.push(field);
    }
  }
  return { answers, faults, wrong };
}

/** Reads a section without the questions that are not asked after the typed and the saved answers. */
export function readVisible(
  form: FormDefinition,
  section: FormSection,
  stored: Answers,
  typed: Answers,
): ReturnType<typeof readSection> {
  const read = readSection(section, typed);
  const given = Object.entries(read.answers).filter(([name]) => name in typed);
  const visible = visibleNames(planOf(form), { ...stored, ...Object.fromEntries(given) });
  return readSection(
    { ...section, fields: section.fields.filter((f) => visible.has(f.name)) },
    typed,
  );
}

/**
 * Lists what prevents an application from being submitted, by section: missing answers, and days in the wrong order.
 */
export function incompleteSections(
  form: FormDefinition,
  answers: Answers,
  files: ReadonlySet<string>,
): { id: string; missing: string[] }[] {
  const wrong = misordered(effectiveAnswers(form, answers), () => true);
  return form.sections
    .map((section) => {
      const partial = shownFields(form, section, answers).filter((field) => {
        const answer = answers[field.name];
        return answer ? field.name in wrong || logicOf(field.kind).isPartial(field, answer) : false;
      });
      const missing = missingFields(form, section, answers, files);
      return { id: section.id, missing: [...missing, ...partial.map(({ name }) => name)] };
    })
    .filter((section) => section.missing.length > 0);
}

/** Returns the faults of days in the wrong order that the user can change in this section. */
export function misorderedIn(
  form: FormDefinition,
  section: FormSection,
  answers: Answers,
  open: ReadonlySet<string>,
): Faults {
  const here = new Set(section.fields.map(({ name }) => name));
  const counting = effectiveAnswers(form, answers);
  return misordered(counting, (name) => here.has(name) && open.has(name));
}

/** Returns the answers without empty ones and without those to questions that are not asked. */
export function effectiveAnswers(form: FormDefinition, answers: Answers): Record<string, string> {
  const visible = visibleNames(planOf(form), answers);
  return Object.fromEntries(
    Object.entries(answers).filter(([name, answer]) => answer !== '' && visible.has(name)),
  );
}
