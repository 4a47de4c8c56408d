import type { FormDefinition, FormField, FormSection } from './form';

/** Where something of the programme's own goes when what stood before it is gone. */
const last = 'declaration';

/**
 * Puts own items back between the generated ones: each behind what stood before it, or at the
 * beginning if it stood first, or before the end if what it followed has gone.
 */
function woven<T extends { own?: boolean | undefined }>(
  generated: readonly T[],
  kept: readonly T[],
  keyOf: (item: T) => string,
  atEnd: (item: T) => boolean,
): T[] {
  const known = new Set(generated.map(keyOf));
  const followers = new Map<string, T[]>();
  const first: T[] = [];
  const loose: T[] = [];
  let place: T[] = kept.some((item) => known.has(keyOf(item))) ? first : loose;
  for (const item of kept) {
    if (item.own) place.push(item);
    else {
      place = known.has(keyOf(item)) ? [] : loose;
      if (place !== loose) followers.set(keyOf(item), place);
    }
  }
  const all = [
    ...first,
    ...generated.flatMap((item) => [item, ...(followers.get(keyOf(item)) ?? [])]),
  ];
  const end = all.findIndex(atEnd);
  const at = end < 0 ? all.length : end;
  return [...all.slice(0, at), ...loose, ...all.slice(at)];
}

/** What a manager may add to a question of the rules stays with it. */
function withAdditions(field: FormField, kept: FormField | undefined): FormField {
  if (!kept || kept.own) return field;
  const help = kept.help && { help: kept.help };
  if (field.kind !== 'file' || kept.kind !== 'file') return { ...field, ...help };
  const { accept, maxFiles, sample } = kept;
  return {
    ...field,
    ...help,
    ...(accept && { accept }),
    ...(maxFiles !== undefined && { maxFiles }),
    ...(sample && { sample }),
  };
}

/**
 * The questions that follow from the rules as they are now, with the programme's own sections and
 * questions in their places, and with what was added to the others. Doing it twice changes nothing.
 */
export function composed(generated: FormDefinition, kept: FormDefinition): FormDefinition {
  const before = new Map(kept.sections.flatMap(({ fields }) => fields.map((f) => [f.name, f])));
  const sections = generated.sections.map((section): FormSection => {
    const old = kept.sections.find(({ id, own }) => id === section.id && !own);
    const fields = section.fields.map((field) => withAdditions(field, before.get(field.name)));
    return old
      ? {
          ...section,
          fields: woven(
            fields,
            old.fields,
            ({ name }) => name,
            () => false,
          ),
        }
      : { ...section, fields };
  });
  const known = new Set(sections.map(({ id }) => id));
  // Own questions of a section that the rules no longer have move to the one before the documents.
  const homeless = kept.sections
    .filter(({ id, own }) => !own && !known.has(id))
    .flatMap(({ fields }) => fields.filter(({ own }) => own));
  const shelter = sections.findLast(({ id }) => id !== 'files' && id !== last)?.id;
  const housed = sections.map((section) =>
    section.id === shelter ? { ...section, fields: [...section.fields, ...homeless] } : section,
  );
  return {
    sections: woven(
      housed,
      kept.sections,
      ({ id }) => id,
      ({ id }) => id === 'files' || id === last,
    ),
  };
}
