import { z } from 'zod';
import { operation } from '@/server/api/operation';
import { readHeadCursor } from '../domain/head-cursor';
import { proofAnswers } from './schemas';

export const listHeadsOperation = operation({
  id: 'listHeads',
  method: 'GET',
  path: '/api/v1/proof/heads',
  permission: 'public.read',
  rate: 'reads',
  parameters: z.strictObject({}),
  query: z.strictObject({
    city: z
      .string()
      .regex(/^[a-z0-9-]{1,80}$/)
      .meta({ examples: ['qingyang'] })
      .optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
    cursor: z
      .string()
      .max(500)
      .refine((text) => readHeadCursor(text) !== undefined, { params: { code: 'cursor_invalid' } })
      .meta({ pattern: '^[A-Za-z0-9_-]+$' })
      .optional(),
  }),
  answer: proofAnswers.PublishedHeads,
  problems: {},
  maxAgeSeconds: 60,
  translated: false,
});
