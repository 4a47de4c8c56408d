import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { factsSchema } from '@/features/rules/facts-schema';
import { locales } from '@/lib/locale';
import type { OpenApiDocument, OperationObject, Schema } from './document';
import { allProblems, openApiDocument } from './openapi';

beforeAll(() => {
  process.env.DATABASE_URL ??= 'postgres://nobody@localhost/none';
  process.env.AUTH_SECRET ??= 'a secret that is only good for tests';
});

const operationsOf = (document: OpenApiDocument): OperationObject[] =>
  Object.values(document.paths).flatMap((path) => Object.values(path));

/** Lists every schema below one, with its place. */
function* schemasBelow(schema: Schema, at: string): Generator<[string, Schema]> {
  yield [at, schema];
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    yield* schemasBelow(field as Schema, `${at}.${name}`);
  }
  for (const inner of [schema.items, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) {
    if (typeof inner === 'object' && !Array.isArray(inner)) {
      yield* schemasBelow(inner, `${at}[]`);
    }
  }
}

describe.each(locales)('the OpenAPI document in %s', (locale) => {
  test('is what OpenAPI 3.1 allows', async () => {
    const document = JSON.parse(JSON.stringify(openApiDocument(locale))) as Record<string, unknown>;
    const validator = new Validator();
    const result = await validator.validate(document);
    expect(result.errors ?? []).toEqual([]);
    expect(validator.version).toBe('3.1');
    expect(() => validator.resolveRefs()).not.toThrow();
  });

  test('describes every operation, parameter and field', () => {
    const document = openApiDocument(locale);
    for (const operation of operationsOf(document)) {
      expect(operation.summary, operation.operationId).not.toBe('');
      for (const parameter of operation.parameters) {
        expect(parameter.description, parameter.name).not.toBe('');
      }
    }
    for (const [name, component] of Object.entries(document.components.schemas)) {
      expect(component.description, name).toBeTruthy();
      for (const [at, schema] of schemasBelow(component, name)) {
        for (const [field, inner] of Object.entries(schema.properties ?? {})) {
          expect((inner as Schema).description, `${at}.${field}`).toBeTruthy();
        }
      }
    }
  });

  test('writes no amount as a number', () => {
    const { schemas } = openApiDocument(locale).components;
    for (const [name, component] of Object.entries(schemas)) {
      for (const [at, schema] of schemasBelow(component, name)) {
        if (/amount|yuan|poolLeft|^(before|after)$/i.test(at.split('.').at(-1) ?? '')) {
          const types = [schema, ...(schema.anyOf ?? [])].map((one) => one.type);
          expect(types, at).not.toContain('number');
          expect(types, at).not.toContain('integer');
        }
      }
    }
  });

  test('says which group each operation belongs to, and that nobody has to sign in', () => {
    const document = openApiDocument(locale);
    const groups = document.tags.map(({ name }) => name);
    for (const { tags, operationId } of operationsOf(document)) {
      expect(tags, operationId).toHaveLength(1);
      expect(groups, operationId).toEqual(expect.arrayContaining([...tags]));
    }
    expect(document.security).toEqual([]);
  });

  test('has examples that match its schemas', () => {
    const document = openApiDocument(locale);
    const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
    ajv.addSchema({ $id: 'api', components: document.components });
    const holds = (schema: Schema, value: unknown, where: string) => {
      const place = schema.$ref;
      if (!place) throw new Error(`${where} has no named schema.`);
      const validate = ajv.getSchema(`api${place}`);
      if (!validate) throw new Error(`There is no ${place}.`);
      expect(validate(value), `${where}: ${ajv.errorsText(validate.errors)}`).toBe(true);
    };
    for (const { operationId, requestBody, responses } of operationsOf(document)) {
      for (const media of Object.values(requestBody?.content ?? {})) {
        holds(media.schema, media.example, `${operationId} body`);
      }
      for (const [status, { content }] of Object.entries(responses)) {
        for (const { schema, example, examples } of Object.values(content ?? {})) {
          if (example !== undefined) holds(schema, example, `${operationId} ${status}`);
          for (const { value } of Object.values(examples ?? {})) {
            holds(schema, value, `${operationId} ${status}`);
          }
        }
      }
    }
  });
});

test('every amount that its schema allows is accepted', () => {
  const { properties = {} } = openApiDocument('en').components.schemas.Facts ?? {};
  const { pattern, maxLength } = properties.contractAmount as Schema;
  if (!pattern) throw new Error('Amounts have no pattern.');
  fc.assert(
    fc.property(fc.stringMatching(new RegExp(pattern)), (contractAmount) => {
      expect(contractAmount.length).toBeLessThanOrEqual(maxLength ?? 0);
      expect(factsSchema.safeParse({ contractAmount }).success).toBe(true);
    }),
  );
  for (const wrong of ['', '-1', '1.234', 'many', '1e3', '100000000001.00']) {
    expect(wrong).not.toMatch(new RegExp(pattern));
    expect(factsSchema.safeParse({ contractAmount: wrong }).success).toBe(false);
  }
});

test('no text is fixed by const, which some client generators do not support', () => {
  const fixed: unknown[] = [];
  JSON.stringify(openApiDocument('en'), (name, value: unknown) => {
    if (name === 'const') fixed.push(value);
    return value;
  });
  expect(fixed.filter((value) => typeof value !== 'boolean')).toEqual([]);
});

test('both documents differ in their words only', () => {
  const wordless = (document: OpenApiDocument) =>
    JSON.stringify(document, (name, value: unknown) =>
      /^(title|summary|description|detail|label|source|reason|example|examples)$/.test(name) &&
      (typeof value === 'string' || name.startsWith('example'))
        ? ''
        : value,
    );
  expect(wordless(openApiDocument('en'))).toBe(wordless(openApiDocument('zh-CN')));
});

test('the document has every address of the interface, and no other', () => {
  const routes = readdirSync('app/api/v1', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('route.ts') && !path.startsWith('[[...rest]]'))
    .map((path) => `/api/v1/${dirname(path)}`.replaceAll('[', '{').replaceAll(']', '}'));
  expect(Object.keys(openApiDocument('en').paths).sort()).toEqual(routes.sort());
});

test('every problem has its own address', () => {
  const problems = allProblems('en');
  expect(problems.length).toBeGreaterThan(8);
  expect(new Set(problems.map(({ type }) => type)).size).toBe(problems.length);
  for (const { type } of problems) {
    expect(type).toMatch(/^http:\/\/localhost:3000\/developers#problem-[a-z-]+$/);
  }
});
