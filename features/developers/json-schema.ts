import { z } from 'zod';
import type { FieldTexts, InterfacePart } from '@/server/api/documented';
import type { Locale } from '@/lib/locale';
import type { Schema } from './document';

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

/**
 * Writes the text of each field into a schema, at any depth.
 * @throws Error naming a field without a description
 */
function describe(schema: Schema, texts: FieldTexts, locale: Locale, at: string): void {
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const text = texts[`${at}.${name}`] ?? texts[name];
    if (!text || !isSchema(field)) throw new Error(`Nobody described ${at}.${name}.`);
    field.description = text[locale];
    describe(field, texts, locale, name);
  }
  const { items, additionalProperties, anyOf, oneOf } = schema;
  for (const inner of [items, additionalProperties, ...(anyOf ?? []), ...(oneOf ?? [])]) {
    if (isSchema(inner)) describe(inner, texts, locale, at);
  }
}

/**
 * Writes one fixed text as an enumeration of one value, because some client generators make code from `const`
 * that does not compile.
 */
function spell({ jsonSchema }: { jsonSchema: Schema }): void {
  if (typeof jsonSchema.const !== 'string') return;
  jsonSchema.enum = [jsonSchema.const];
  delete jsonSchema.const;
}

/** Removes from the schema of an answer that further fields are forbidden, because later versions may add fields. */
function open(made: { jsonSchema: Schema }): void {
  spell(made);
  const { jsonSchema } = made;
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
}

function generate(schemas: InterfacePart['answers'], io: 'input' | 'output') {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const uri = (id: string) => `#/components/schemas/${id}`;
  const made = z.toJSONSchema(registry, { io, uri, override: io === 'output' ? open : spell });
  return Object.entries(made.schemas).map(([name, made]): [string, Schema] => {
    const { $schema: _dialect, $id: _place, ...schema } = made as Schema;
    return [name, schema];
  });
}

/** Returns every schema of a part by its name: bodies as they are sent, answers as they arrive. */
export function schemasOf(part: InterfacePart, locale: Locale): Record<string, Schema> {
  const all = [...generate(part.bodies, 'input'), ...generate(part.answers, 'output')];
  return Object.fromEntries(
    all.map(([name, schema]) => {
      const texts = part.texts[name];
      if (!texts) throw new Error(`Nobody described ${name}.`);
      describe(schema, texts.fields, locale, name);
      return [name, { ...schema, description: texts.about[locale] }];
    }),
  );
}

/** Lists the parameters that a zod object reads, each as a schema, and which of them are required. */
export function parametersOf(
  schema: z.ZodObject,
): { name: string; schema: Schema; required: boolean }[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' });
  return Object.entries(properties).map(([name, field]) => ({
    name,
    schema: field as Schema,
    required: required.includes(name),
  }));
}
