import { z } from 'zod';
import { isIsoDate } from '@/lib/dates';
import { formFaults } from './domain/definition';
import { fileTypes, type FormDefinition } from './domain/form';
import {
  longestAnswer,
  longestHeading,
  longestLabel,
  longestOption,
  longestSample,
  longestTitle,
  longestUnit,
  mostColumns,
  mostFields,
  mostFiles,
  mostOptions,
  mostRows,
  mostSections,
  mostTests,
} from './domain/limits';

const words = (most: number) => z.string().trim().min(1).max(most);
const bilingual = (most: number) => z.strictObject({ 'zh-CN': words(most), en: words(most) });
const value = z.string().regex(/^[\w-]{1,60}$/);
const name = z.string().regex(/^[a-zA-Z]\w{0,59}$/);
const decimal = z.string().regex(/^\d{1,12}(\.\d{1,2})?$/);
const date = z.string().refine(isIsoDate);
const option = z.strictObject({ value, label: bilingual(longestOption) });
const options = z.array(option).min(2).max(mostOptions);

const test = z.union([
  z.strictObject({ field: name, equals: value }),
  z.strictObject({ field: name, oneOf: z.array(value).min(1).max(mostOptions) }),
  z.strictObject({ field: name, answered: z.boolean() }),
  z.strictObject({ field: name, atLeast: decimal }),
  z.strictObject({ field: name, atMost: decimal }),
]);
const tests = z.array(test).min(1).max(mostTests);
const condition = z.union([test, z.strictObject({ all: tests }), z.strictObject({ any: tests })]);

const numeric = {
  min: decimal.optional(),
  max: decimal.optional(),
  integer: z.boolean().optional(),
  unit: bilingual(longestUnit).optional(),
};
const dated = { earliest: date.optional(), latest: date.optional() };
const written = { maxLength: z.number().int().min(1).max(longestAnswer).optional() };

const columnBase = {
  name,
  label: bilingual(longestHeading),
  required: z.boolean(),
  sum: z.boolean().optional(),
};
const column = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), ...columnBase, ...written }),
  z.strictObject({ kind: z.literal('number'), ...columnBase, ...numeric }),
  z.strictObject({ kind: z.literal('money'), ...columnBase }),
  z.strictObject({ kind: z.literal('date'), ...columnBase, ...dated }),
  z.strictObject({ kind: z.literal('choice'), ...columnBase, options }),
]);

const base = {
  name,
  label: bilingual(longestLabel),
  hint: bilingual(longestLabel).optional(),
  help: bilingual(longestLabel).optional(),
  required: z.boolean(),
  when: condition.optional(),
  own: z.boolean().optional(),
};
const plainKind = <const K extends string>(kind: K) =>
  z.strictObject({ kind: z.literal(kind), ...base });
const few = z.number().int().min(0).max(mostOptions).optional();

export const fieldSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), ...base, ...written }),
  z.strictObject({ kind: z.literal('longText'), ...base, ...written }),
  z.strictObject({ kind: z.literal('number'), ...base, ...numeric }),
  plainKind('money'),
  z.strictObject({ kind: z.literal('date'), ...base, ...dated }),
  z.strictObject({ kind: z.literal('period'), ...base, ...dated }),
  z.strictObject({
    kind: z.literal('choice'),
    ...base,
    // A rule may leave one choice only.
    options: z.array(option).min(1).max(mostOptions),
  }),
  z.strictObject({ kind: z.literal('many'), ...base, options, min: few, max: few }),
  z.strictObject({ kind: z.literal('yesNo'), ...base, options: z.array(option).length(2) }),
  plainKind('vendor'),
  plainKind('creditCode'),
  z.strictObject({ kind: z.literal('region'), ...base, options: options.optional() }),
  plainKind('email'),
  plainKind('phone'),
  z.strictObject({
    kind: z.literal('table'),
    ...base,
    columns: z.array(column).min(1).max(mostColumns),
    minRows: z.number().int().min(0).max(mostRows).optional(),
    maxRows: z.number().int().min(1).max(mostRows),
  }),
  z.strictObject({
    kind: z.literal('file'),
    ...base,
    accept: z.array(z.enum(fileTypes)).min(1).optional(),
    maxFiles: z.number().int().min(1).max(mostFiles).optional(),
    sample: bilingual(longestSample).optional(),
  }),
  plainKind('declaration'),
]);

const section = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  title: bilingual(longestTitle),
  lead: bilingual(longestLabel).optional(),
  when: condition.optional(),
  own: z.boolean().optional(),
  fields: z.array(fieldSchema).max(mostFields),
});

/** The questions of a programme, whole: every shape right, and nothing in them that cannot be. */
export const formSchema: z.ZodType<FormDefinition> = z
  .strictObject({ sections: z.array(section).min(1).max(mostSections) })
  .superRefine((form, context) => {
    for (const fault of formFaults(form)) {
      context.addIssue({ code: 'custom', message: fault.code, params: fault });
    }
  });

/** The questions of a draft: sections may be missing or empty as yet. */
export const draftFormSchema: z.ZodType<FormDefinition> = z.strictObject({
  sections: z.array(section).max(mostSections),
});
