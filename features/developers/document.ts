import type { JSONSchema } from 'zod/v4/core';

/** The parts of OpenAPI 3.1 that the portal writes, and that its reference page reads. */

export type Schema = JSONSchema.BaseSchema;
export type Parameter = {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description: string;
  schema: Schema;
};
export type MediaType = {
  schema: Schema;
  example?: unknown;
  examples?: Readonly<Record<string, { summary: string; value: unknown }>>;
};
export type Reference = { $ref: string };
export type ResponseObject = {
  description: string;
  headers?: Readonly<Record<string, Reference>>;
  content?: Readonly<Record<string, MediaType>>;
};
export type OperationObject = {
  operationId: string;
  tags: readonly string[];
  summary: string;
  description: string;
  parameters: readonly Parameter[];
  requestBody?: {
    required: true;
    description: string;
    content: Readonly<Record<string, MediaType>>;
  };
  responses: Readonly<Record<string, ResponseObject>>;
  /** The example as a command line. */
  'x-codeSamples': readonly { lang: 'Shell'; source: string }[];
};
export type OpenApiDocument = {
  openapi: '3.1.1';
  info: {
    title: string;
    version: string;
    summary: string;
    description: string;
    contact: { url: string };
  };
  servers: readonly { url: string; description: string }[];
  /** Empty, because callers need no authentication. */
  security: readonly [];
  tags: readonly { name: string; description: string }[];
  paths: Readonly<Record<string, Readonly<Partial<Record<'get' | 'post', OperationObject>>>>>;
  components: {
    schemas: Readonly<Record<string, Schema>>;
    headers: Readonly<Record<string, { description: string; schema: Schema }>>;
  };
};
