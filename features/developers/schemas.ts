import { z } from 'zod';
import { operation } from '@/server/api/operation';

const fault = z.strictObject({
  pointer: z.string().optional(),
  parameter: z.string().optional(),
  code: z.string(),
  detail: z.string(),
});

const problem = z.strictObject({
  type: z.url(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  missing: z.array(z.string()).optional(),
  errors: z.array(fault).optional(),
});

const openApi = z.looseObject({ openapi: z.literal('3.1.1') });

export const generalAnswers = { Problem: problem, Fault: fault, OpenApi: openApi } as const;

export const openApiOperation = operation({
  id: 'getOpenApi',
  method: 'GET',
  path: '/api/v1/openapi.json',
  permission: 'public.read',
  rate: 'reads',
  parameters: z.strictObject({}),
  query: z.strictObject({}),
  answer: openApi,
  problems: {},
  maxAgeSeconds: 3600,
  translated: true,
});
