import { getImportFile } from '@/features/awards/queries';
import { isId } from '@/lib/query';
import { download, noFile } from '@/server/download';
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
  if (!file) return noFile();
  return download(await openBytes(file.storageKey), {
    type: 'application/octet-stream',
    name: file.fileName,
    plainName: 'list',
    bytes: file.sizeBytes,
  });
}
