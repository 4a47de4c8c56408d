import { encodedName } from '@/features/documents/domain/name';
import { getDocument } from '@/features/documents/queries';
import { authorise } from '@/lib/server/gate';
import { openBytes } from '@/lib/server/storage';

/** A file for those who may have it; for everybody else there is none. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/documents/[id]'>,
): Promise<Response> {
  const { id } = await params;
  const authority = await authorise('document.read');
  const document = authority.ok ? await getDocument(authority.value, id) : undefined;
  if (!document) {
    return new Response(null, { status: 404, headers: { 'cache-control': 'private, no-store' } });
  }
  return new Response(await openBytes(document.storageKey), {
    headers: {
      'content-type': document.mediaType,
      'content-length': String(document.sizeBytes),
      'content-disposition': `attachment; filename="document"; filename*=UTF-8''${encodedName(document.fileName)}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      // Should a browser show it after all, nothing in it may run.
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
}
