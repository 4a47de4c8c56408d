import 'server-only';
import { endpoint } from '@/server/api/endpoint';
import { listHeads, type Head } from '../queries';
import { listHeadsOperation } from './operations';
import type { HeadAnswer } from './schemas';

const toHead = ({ city, publishedAt, ...head }: Head): HeadAnswer => ({
  ...head,
  city: city?.slug ?? null,
  publishedAt: publishedAt.toISOString(),
});

export const listHeadsHandler = endpoint(listHeadsOperation, async ({ actor, query }) => {
  const { rows, nextCursor } = await listHeads(actor, query);
  return { ok: true, value: { heads: rows.map(toHead), nextCursor } };
});
