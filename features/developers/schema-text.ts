import type { Schema } from './document';

/** A part of how a type is written: a name that leads to its schema, or plain code. */
export type TypePart = { text: string; schema?: string };

const plain = (text: string): TypePart[] => [{ text }];

const joined = (all: TypePart[][], by: string): TypePart[] =>
  all.flatMap((parts, at) => (at === 0 ? parts : [{ text: by }, ...parts]));

/** The name of the schema that a reference leads to. */
const nameOf = (reference: string) => reference.split('/').at(-1) ?? reference;

/**
 * The type of a field as a programmer writes it: `string (date)`, `"deduct" | "deferred"`,
 * `Round | null`, `Step[]`. Two ways of the same form count as one.
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
  /** With what it stands in: `programme.slug`. */
  path: string;
  type: TypePart[];
  description: string;
  optional: boolean;
};

/** The fields of a schema, those of objects within it right after them. @param deep or only its own */
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
