import { z } from 'zod';
import type { FieldTexts, InterfacePart } from '@/server/api/documented';
import type { Locale } from '@/lib/locale';
import type { Schema } from './document';

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

/**
 * Writes the text of each field into a schema, at any depth.
 * @throws Error naming a field that nobody described
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

/** Writes one fixed text as a choice of one: there are generators of clients that make no code of `const` that compiles. */
function spell({ jsonSchema }: { jsonSchema: Schema }): void {
  if (typeof jsonSchema.const !== 'string') return;
  jsonSchema.enum = [jsonSchema.const];
  delete jsonSchema.const;
}

/** What further fields do to an answer is promised: nothing. So no schema of an answer forbids them. */
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

/** Every schema of a part by its name: bodies as they are sent, answers as they arrive. */
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

/** The parameters that an object of zod's reads, each as a schema, and which are required. */
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
