import type { Schema } from './document';

/** A part of a written type: a name with a link to its schema, or plain code. */
export type TypePart = { text: string; schema?: string };

const plain = (text: string): TypePart[] => [{ text }];

const joined = (all: TypePart[][], by: string): TypePart[] =>
  all.flatMap((parts, at) => (at === 0 ? parts : [{ text: by }, ...parts]));

/** Returns the name of the schema that a reference points to. */
const nameOf = (reference: string) => reference.split('/').at(-1) ?? reference;

/**
 * Returns the type of a field as a programmer writes it: `string (date)`, `"deduct" | "deferred"`, `Round |
 * null`, `Step[]`.
 */
export function typeParts(schema: Schema): TypePart[] {
  if (schema.$ref) return [{ text: nameOf(schema.$ref), schema: nameOf(schema.$ref) }];
  const { anyOf, oneOf, items, additionalProperties } = schema;
  const either = anyOf ?? oneOf;
  if (either)
    return joined(
      either.map((one) => typeParts(one)),
      ' | ',
    );
  if (schema.enum) return plain(schema.enum.map((value) => JSON.stringify(value)).join(' | '));
  if (schema.const !== undefined) return plain(JSON.stringify(schema.const));
  if (schema.type === 'array' && items && typeof items === 'object' && !Array.isArray(items)) {
    const inner = typeParts(items);
    const wide = 'enum' in items && items.enum !== undefined;
    return wide ? [{ text: '(' }, ...inner, { text: ')[]' }] : [...inner, { text: '[]' }];
  }
  if (schema.type === 'object' && !schema.properties && typeof additionalProperties === 'object') {
    return [{ text: '{ [name]: ' }, ...typeParts(additionalProperties), { text: ' }' }];
  }
  const type = typeof schema.type === 'string' ? schema.type : 'any';
  return plain(schema.format ? `${type} (${schema.format})` : type);
}

export type FieldRow = {
  /** With the objects that contain the field: `programme.slug`. */
  path: string;
  type: TypePart[];
  description: string;
  optional: boolean;
};

/**
 * Lists the fields of a schema, each followed by the fields of objects within it. @param deep false leaves
 * out the inner fields
 */
export function fieldRows(schema: Schema, deep: boolean, within = ''): FieldRow[] {
  const required: readonly string[] = schema.required ?? [];
  return Object.entries(schema.properties ?? {}).flatMap(([name, value]) => {
    const field = value as Schema;
    const path = `${within}${name}`;
    const row: FieldRow = {
      path,
      type: typeParts(field),
      description: field.description ?? '',
      optional: !required.includes(name),
    };
    return deep && field.properties ? [row, ...fieldRows(field, deep, `${path}.`)] : [row];
  });
}
