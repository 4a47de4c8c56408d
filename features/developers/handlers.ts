import 'server-only';
import { endpoint } from '@/server/api/endpoint';
import { openApiDocument } from './openapi';
import { openApiOperation } from './schemas';

export const openApiHandler = endpoint(openApiOperation, ({ locale }) =>
  Promise.resolve({ ok: true, value: openApiDocument(locale) }),
);
