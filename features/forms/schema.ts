import { z } from 'zod';
import { isIsoDate } from '@/lib/dates';
import { formFaults } from './domain/definition';
import type { FormDefinition } from './domain/form';
import { kinds, type FormField } from './domain/kinds';
import { fileTypes, type Bound, type Shapes } from './domain/kinds/bounds';
import {
  longestHeading,
  longestLabel,
  longestOption,
  longestSample,
  longestTitle,
  longestUnit,
  mostFields,
  mostOptions,
  mostSections,
  mostTests,
} from './domain/limits';

const words = (most: number) => z.string().trim().min(1).max(most);
const bilingual = (most: number) => z.strictObject({ 'zh-CN': words(most), en: words(most) });
const value = z.string().regex(/^[\w-]{1,60}$/);
const name = z.string().regex(/^[a-zA-Z]\w{0,59}$/);
const decimal = z.string().regex(/^\d{1,12}(\.\d{1,2})?$/);

const test = z.union([
  z.strictObject({ field: name, equals: value }),
  z.strictObject({ field: name, oneOf: z.array(value).min(1).max(mostOptions) }),
  z.strictObject({ field: name, answered: z.boolean() }),
  z.strictObject({ field: name, atLeast: decimal }),
  z.strictObject({ field: name, atMost: decimal }),
]);
const tests = z.array(test).min(1).max(mostTests);
const condition = z.union([test, z.strictObject({ all: tests }), z.strictObject({ any: tests })]);

const base = {
  name,
  label: bilingual(longestLabel),
  hint: bilingual(longestLabel).optional(),
  help: bilingual(longestLabel).optional(),
  required: z.boolean(),
  when: condition.optional(),
  own: z.boolean().optional(),
};
const columnBase = {
  name,
  label: bilingual(longestHeading),
  required: z.boolean(),
  sum: z.boolean().optional(),
};

function boundSchema(bound: Bound): z.ZodType {
  switch (bound.sort) {
    case 'count':
      return z.number().int().min(bound.least).max(bound.most);
    case 'decimal':
      return decimal;
    case 'day':
      return z.string().refine(isIsoDate);
    case 'flag':
      return z.boolean();
    case 'unit':
      return bilingual(longestUnit);
    case 'sample':
      return bilingual(longestSample);
    case 'fileTypes':
      return z.array(z.enum(fileTypes)).min(1);
    case 'options': {
      const option = z.strictObject({ value, label: bilingual(longestOption) });
      return z.array(option).min(bound.least).max(bound.most);
    }
    case 'columns':
      return z.array(oneOf(bound.of, columnBase)).min(1).max(bound.most);
  }
}

/** Returns a schema for any of several kinds, each with its own settings and the common fields. */
function oneOf(shapes: Shapes, all: z.ZodRawShape): z.ZodType {
  const [first, ...more] = Object.entries(shapes).map(([kind, { bounds: shape }]) => {
    const bounds = Object.entries(shape).map(([key, bound]) => {
      const schema = boundSchema(bound);
      return [key, bound.must ? schema : schema.optional()] as const;
    });
    return z.strictObject({ kind: z.literal(kind), ...all, ...Object.fromEntries(bounds) });
  });
  if (!first) throw new Error('There is no kind.');
  return z.discriminatedUnion('kind', [first, ...more]);
}

// The type of a question and this schema both follow from the settings of its kind.
const fieldSchema = oneOf(kinds, base) as z.ZodType<FormField>;

const section = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  title: bilingual(longestTitle),
  lead: bilingual(longestLabel).optional(),
  when: condition.optional(),
  own: z.boolean().optional(),
  fields: z.array(fieldSchema).max(mostFields),
});

/** The complete questions of a programme: the shape of each is valid, and `formFaults` finds no faults. */
export const formSchema: z.ZodType<FormDefinition> = z
  .strictObject({ sections: z.array(section).min(1).max(mostSections) })
  .superRefine((form, context) => {
    for (const fault of formFaults(form)) {
      context.addIssue({ code: 'custom', message: fault.code, params: fault });
    }
  });

/** The questions of a draft. Sections may still be missing or empty. */
export const draftFormSchema: z.ZodType<FormDefinition> = z.strictObject({
  sections: z.array(section).max(mostSections),
});
