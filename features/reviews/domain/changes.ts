import type { Answers, FormDefinition, FormField } from '@/features/forms/domain/form';
import { allFields } from '@/features/forms/domain/form';

export type Change = { field: FormField; before: string; after: string };

/** Returns what an applicant changed between two submissions, in the order of the form. */
export const changesBetween = (form: FormDefinition, before: Answers, after: Answers): Change[] =>
  allFields(form).flatMap((field) => {
    const [old, now] = [before[field.name] ?? '', after[field.name] ?? ''];
    return old === now ? [] : [{ field, before: old, after: now }];
  });
