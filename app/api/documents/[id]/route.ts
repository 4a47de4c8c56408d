import { getDocument } from '@/features/documents/queries';
import { authorise } from '@/lib/server/gate';
import { openBytes } from '@/lib/server/storage';
import { z } from 'zod';

/** A file for those who may have it; for everybody else there is none. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const missing = new Response(null, { status: 404 });
  const { id } = await params;
  const authority = await authorise('document.read');
  if (!authority.ok || !z.uuid().safeParse(id).success) return missing;
  const document = await getDocument(authority.value, id);
  if (!document) return missing;
  return new Response(openBytes(document.storageKey), {
    headers: {
      'content-type': document.mediaType,
      'content-length': String(document.sizeBytes),
      'content-disposition': `attachment; filename="document"; filename*=UTF-8''${encodeURIComponent(document.fileName)}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
