import type { FormDefinition, FormField, FormSection } from './form';

/** The section before which the programme's own items go if the item before them was removed. */
const last = 'declaration';

/**
 * Puts the programme's own items back between the generated ones: each after the item that it followed before, at the
 * beginning if it was first, or before the end if the item that it followed was removed.
 */
function insertOwn<T extends { own?: boolean | undefined }>(
  generated: readonly T[],
  stored: readonly T[],
  keyOf: (item: T) => string,
  atEnd: (item: T) => boolean,
): T[] {
  const known = new Set(generated.map(keyOf));
  const ownAfter = new Map<string, T[]>();
  const first: T[] = [];
  const unplaced: T[] = [];
  let place: T[] = stored.some((item) => known.has(keyOf(item))) ? first : unplaced;
  for (const item of stored) {
    if (item.own) place.push(item);
    else {
      place = known.has(keyOf(item)) ? [] : unplaced;
      if (place !== unplaced) ownAfter.set(keyOf(item), place);
    }
  }
  const all = [
    ...first,
    ...generated.flatMap((item) => [item, ...(ownAfter.get(keyOf(item)) ?? [])]),
  ];
  const end = all.findIndex(atEnd);
  const at = end < 0 ? all.length : end;
  return [...all.slice(0, at), ...unplaced, ...all.slice(at)];
}

/**
 * Copies a manager's additions to a question that follows from the rules: its help text, and for a file its types,
 * number and sample.
 */
function withAdditions(field: FormField, edited: FormField | undefined): FormField {
  if (!edited || edited.own) return field;
  const help = edited.help && { help: edited.help };
  if (field.kind !== 'file' || edited.kind !== 'file') return { ...field, ...help };
  const { accept, maxFiles, sample } = edited;
  return {
    ...field,
    ...help,
    ...(accept && { accept }),
    ...(maxFiles !== undefined && { maxFiles }),
    ...(sample && { sample }),
  };
}

/**
 * Returns the form that follows from the present rules, with the programme's own sections and questions in their
 * places and the manager's additions to the other questions. Applying it twice changes nothing more.
 */
export function composed(generated: FormDefinition, edited: FormDefinition): FormDefinition {
  const before = new Map(edited.sections.flatMap(({ fields }) => fields.map((f) => [f.name, f])));
  const sections = generated.sections.map((section): FormSection => {
    const old = edited.sections.find(({ id, own }) => id === section.id && !own);
    const fields = section.fields.map((field) => withAdditions(field, before.get(field.name)));
    return old
      ? {
          ...section,
          fields: insertOwn(
            fields,
            old.fields,
            ({ name }) => name,
            () => false,
          ),
        }
      : { ...section, fields };
  });
  const known = new Set(sections.map(({ id }) => id));
  // Own questions in a section that the rules no longer have move to the last section before the documents.
  const orphanedFields = edited.sections
    .filter(({ id, own }) => !own && !known.has(id))
    .flatMap(({ fields }) => fields.filter(({ own }) => own));
  const targetSection = sections.findLast(({ id }) => id !== 'files' && id !== last)?.id;
  const sectionsWithOrphans = sections.map((section) =>
    section.id === targetSection
      ? { ...section, fields: [...section.fields, ...orphanedFields] }
      : section,
  );
  return {
    sections: insertOwn(
      sectionsWithOrphans,
      edited.sections,
      ({ id }) => id,
      ({ id }) => id === 'files' || id === last,
    ),
  };
}
