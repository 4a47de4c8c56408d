import 'server-only';
import { programmeInterface } from '@/features/programmes/api/operation-messages';
import { proofInterface } from '@/features/proof/api/operation-messages';
import type { DocumentedOperation, InterfacePart } from '@/server/api/documented';
import { problemBody, problemType, type ProblemKinds } from '@/server/api/problem';
import { generalProblems } from '@/server/api/problem-messages';
import { quotaOf } from '@/server/api/rate-limit';
import { publicAddress } from '@/server/env';
import { locales, type Locale } from '@/lib/locale';
import type {
  MediaType,
  OpenApiDocument,
  OperationObject,
  Parameter,
  ResponseObject,
  Schema,
} from './document';
import { generalInterface } from './interface-messages';
import { parametersOf, schemasOf } from './json-schema';
import { documentMessages } from './messages';
import { paths } from '@/lib/paths';

/** Every capability that has a part in the interface. */
const parts: readonly InterfacePart[] = [programmeInterface, proofInterface, generalInterface];

const componentOf = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

function nameOf(schemas: InterfacePart['answers'], schema: unknown): string {
  const found = Object.entries(schemas).find(([, known]) => known === schema);
  if (!found) throw new Error('An operation has a schema without a name.');
  return found[0];
}

/** Returns the example as a command line. The quotes are safe, because no example contains one. */
function curl({ operation, example }: DocumentedOperation, locale: Locale): string {
  const address = `'${publicAddress()}${example.address}'`;
  if (example.body === undefined) return `curl ${address} -H 'Accept-Language: ${locale}'`;
  const body = JSON.stringify(example.body, null, 2).replaceAll('\n', '\n  ');
  return [
    `curl -X ${operation.method} ${address}`,
    `-H 'Accept-Language: ${locale}'`,
    `-H 'Content-Type: application/json'`,
    `-d '${body}'`,
  ].join(' \\\n  ');
}

function parameters({ operation, parameters: texts }: DocumentedOperation, locale: Locale) {
  const t = documentMessages(locale);
  const described = (at: 'path' | 'query', schema: typeof operation.query): Parameter[] =>
    parametersOf(schema).map(({ name, ...rest }) => {
      const text = texts[name];
      if (!text) throw new Error(`Nobody described the parameter ${name} of ${operation.id}.`);
      return { name, in: at, description: text[locale], ...rest };
    });
  const language = { type: 'string' as const, enum: [...locales] };
  return [
    ...described('path', operation.parameters),
    ...described('query', operation.query),
    { name: 'lang', in: 'query', required: false, description: t.lang, schema: language },
    {
      name: 'Accept-Language',
      in: 'header',
      required: false,
      description: t.acceptLanguage,
      schema: { type: 'string' },
    },
  ] satisfies Parameter[];
}

const requestId = '3f6f0a52-6f0e-4a53-9c36-0f6b2f2d7a10';

/** Returns which of the general problems an operation can have, and its own problems. */
function problemsOf({ operation }: DocumentedOperation): ProblemKinds {
  const {
    address_unknown,
    body_unreadable,
    body_too_large,
    type_unsupported,
    body_invalid,
    ...all
  } = generalProblems;
  const ofBodies = { body_unreadable, body_too_large, type_unsupported, body_invalid };
  const named = Object.keys(operation.parameters.shape).length > 0;
  return {
    ...all,
    ...(named && { address_unknown }),
    ...(operation.body && ofBodies),
    ...operation.problems,
  };
}

/** Returns the problems by status. Several problems may share one status, each with an example. */
function problemResponses(kinds: ProblemKinds, locale: Locale): Record<string, ResponseObject> {
  const statuses = [...new Set(Object.values(kinds).map(({ status }) => status))].sort();
  const separator = documentMessages(locale).or;
  return Object.fromEntries(
    statuses.map((status) => {
      const own = Object.entries(kinds).filter(([, kind]) => kind.status === status);
      const examples = own.map(([code, kind]): [string, { summary: string; value: unknown }] => [
        code,
        {
          summary: kind.title[locale],
          value: problemBody({ ok: false, code }, kind, locale, requestId),
        },
      ]);
      const media: MediaType = {
        schema: componentOf('Problem'),
        examples: Object.fromEntries(examples),
      };
      const description = own.map(([, kind]) => kind.title[locale]).join(separator);
      const headers = status === 429 ? { 'Retry-After': headerOf('Retry-After') } : undefined;
      const content = { 'application/problem+json': media };
      return [String(status), { description, ...(headers && { headers }), content }];
    }),
  );
}

const headerOf = (name: string) => ({ $ref: `#/components/headers/${name}` });

function operationObject(
  documented: DocumentedOperation,
  part: InterfacePart,
  locale: Locale,
): OperationObject {
  const { operation, example } = documented;
  const t = documentMessages(locale);
  const answer: MediaType = {
    schema: componentOf(nameOf(part.answers, operation.answer)),
    example: example.answer(locale, publicAddress()),
  };
  const names = ['RateLimit', 'RateLimit-Policy', 'X-Request-Id', 'Content-Language'];
  const headers = operation.maxAgeSeconds === undefined ? names : [...names, 'ETag'];
  return {
    operationId: operation.id,
    tags: [part.tag.name],
    summary: documented.title[locale],
    description: documented.about[locale],
    parameters: parameters(documented, locale),
    ...(operation.body && {
      requestBody: {
        required: true,
        description: t.body,
        content: {
          'application/json': {
            schema: componentOf(nameOf(part.bodies, operation.body)),
            example: example.body,
          },
        },
      },
    }),
    responses: {
      '200': {
        description: t.success,
        headers: Object.fromEntries(headers.map((name) => [name, headerOf(name)])),
        content: { 'application/json': answer },
      },
      ...problemResponses(problemsOf(documented), locale),
    },
    'x-codeSamples': [{ lang: 'Shell', source: curl(documented, locale) }],
  };
}

function headers(locale: Locale): OpenApiDocument['components']['headers'] {
  const t = documentMessages(locale);
  const text: Schema = { type: 'string' };
  return {
    RateLimit: { description: t.headerRate, schema: text },
    'RateLimit-Policy': { description: t.headerPolicy, schema: text },
    'Retry-After': { description: t.headerRetry, schema: { type: 'integer' } },
    'X-Request-Id': { description: t.headerRequest, schema: text },
    'Content-Language': { description: t.headerLanguage, schema: text },
    ETag: { description: t.headerEtag, schema: text },
  };
}

/** Lists every kind of problem, with the address of its explanation. */
export function allProblems(locale: Locale) {
  const own = parts.flatMap((part) => part.operations.map(({ operation }) => operation.problems));
  const kinds: ProblemKinds = Object.assign({}, generalProblems, ...own) as ProblemKinds;
  return Object.entries(kinds)
    .map(([code, kind]) => ({
      code,
      type: problemType(code),
      status: kind.status,
      title: kind.title[locale],
      detail: kind.detail[locale],
    }))
    .sort((a, b) => a.status - b.status);
}

export const quotas = () => ({
  reads: quotaOf('reads'),
  assessments: quotaOf('assessments'),
});

/** Returns the document of the whole interface, described in one language. */
export function openApiDocument(locale: Locale): OpenApiDocument {
  const t = documentMessages(locale);
  const operations = parts.flatMap((part) =>
    part.operations.map((documented): [string, Record<string, OperationObject>] => {
      const { path, method } = documented.operation;
      return [path, { [method.toLowerCase()]: operationObject(documented, part, locale) }];
    }),
  );
  return {
    openapi: '3.1.1',
    info: {
      title: t.title,
      version: '1.0.0',
      summary: t.summary,
      description: t.description,
      contact: { url: publicAddress() + paths.developers() },
    },
    servers: [{ url: publicAddress(), description: t.server }],
    security: [],
    tags: parts.map(({ tag }) => ({ name: tag.name, description: tag.about[locale] })),
    paths: Object.fromEntries(operations),
    components: {
      schemas: Object.assign({}, ...parts.map((part) => schemasOf(part, locale))) as Record<
        string,
        Schema
      >,
      headers: headers(locale),
    },
  };
}
