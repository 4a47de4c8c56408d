import { z } from 'zod';
import { decodeCursor } from '@/lib/keyset';
import { operation } from '@/server/api/operation';
import { modes, voucherKinds } from '@/features/rules/domain/rules';
import { programmeProblems } from './messages';
import { programmeAnswers, programmeBodies } from './schemas';

const { programme_unknown, facts_missing } = programmeProblems;
const none = z.strictObject({});
const slug = z.string().regex(/^[a-z0-9-]{1,80}$/);
const bySlug = z.strictObject({ slug: slug.meta({ examples: ['nanning-compute-2025'] }) });
const cursor = z
  .string()
  .max(500)
  .refine((text) => decodeCursor(text) !== null, { params: { code: 'cursor_invalid' } })
  .meta({ pattern: '^[A-Za-z0-9_-]+$' });

export const listProgrammesOperation = operation({
  id: 'listProgrammes',
  method: 'GET',
  path: '/api/v1/programmes',
  permission: 'public.read',
  rate: 'reads',
  parameters: none,
  query: z.strictObject({
    city: slug.meta({ examples: ['qingyang'] }).optional(),
    kind: z.enum(voucherKinds).optional(),
    mode: z.enum(modes).optional(),
    open: z.enum(['true', 'false']).optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
    cursor: cursor.optional(),
  }),
  answer: programmeAnswers.ProgrammeList,
  problems: {},
  maxAgeSeconds: 60,
  translated: false,
});

export const getProgrammeOperation = operation({
  id: 'getProgramme',
  method: 'GET',
  path: '/api/v1/programmes/{slug}',
  permission: 'public.read',
  rate: 'reads',
  parameters: bySlug,
  query: none,
  answer: programmeAnswers.Programme,
  problems: { programme_unknown },
  maxAgeSeconds: 60,
  translated: false,
});

export const assessOperation = operation({
  id: 'assess',
  method: 'POST',
  path: '/api/v1/programmes/{slug}/assess',
  permission: 'public.read',
  rate: 'assessments',
  parameters: bySlug,
  query: none,
  body: programmeBodies.Facts,
  answer: programmeAnswers.Assessment,
  problems: { programme_unknown, facts_missing },
  translated: true,
});
