import type { FormDefinition, FormField, FormSection } from './form';

export type FormChange = {
  readonly kind: 'added' | 'removed' | 'changed';
  /** The present section, or the former one if it was removed. */
  readonly section: FormSection;
  /** Absent if the section itself changed. */
  readonly before?: FormField | undefined;
  readonly after?: FormField | undefined;
  readonly sectionBefore?: FormSection | undefined;
};

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Sorts the keys of JSON data, because a database may store them in another order. */
const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, ordered(one)]),
  );
};

/** Returns whether two questions are the same, regardless of the order of their keys. */
export const sameQuestion = (one: unknown, other: unknown): boolean =>
  same(ordered(one), ordered(other));

const located = (form: FormDefinition) =>
  new Map(
    form.sections.flatMap((section) =>
      section.fields.map((field) => [field.name, { section, field }] as const),
    ),
  );

function sectionChanges(before: FormDefinition, after: FormDefinition): FormChange[] {
  return after.sections.flatMap((section): FormChange[] => {
    const old = before.sections.find(({ id }) => id === section.id);
    if (!old) return [];
    const { fields: _now, ...is } = section;
    const { fields: _then, ...was } = old;
    return sameQuestion(is, was) ? [] : [{ kind: 'changed', section, sectionBefore: old }];
  });
}

/** Lists which questions were added, removed or changed, in the order of the form. */
export function formDifference(before: FormDefinition, after: FormDefinition): FormChange[] {
  const [was, is] = [located(before), located(after)];
  const remaining = [...is].flatMap(([name, { section, field }]): FormChange[] => {
    const old = was.get(name);
    if (!old) return [{ kind: 'added', section, after: field }];
    return sameQuestion(old.field, field)
      ? []
      : [{ kind: 'changed', section, before: old.field, after: field }];
  });
  const gone = [...was].flatMap(([name, { section, field }]): FormChange[] =>
    is.has(name) ? [] : [{ kind: 'removed', section, before: field }],
  );
  return [...sectionChanges(before, after), ...remaining, ...gone];
}
