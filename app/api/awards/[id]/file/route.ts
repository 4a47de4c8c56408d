import { getImportFile } from '@/features/awards/queries';
import { encodedName } from '@/features/documents/domain/name';
import { isId } from '@/lib/query';
import { authorise } from '@/server/gate';
import { openBytes } from '@/server/storage';

/** Sends the file of a list as it was uploaded, to users who may read it. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/awards/[id]/file'>,
): Promise<Response> {
  const { id } = await params;
  const authority = await authorise('award.read');
  const file = authority.ok && isId(id) ? await getImportFile(authority.value, id) : undefined;
  if (!file) {
    return new Response(null, { status: 404, headers: { 'cache-control': 'private, no-store' } });
  }
  return new Response(await openBytes(file.storageKey), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(file.sizeBytes),
      'content-disposition': `attachment; filename="list"; filename*=UTF-8''${encodedName(file.fileName)}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
