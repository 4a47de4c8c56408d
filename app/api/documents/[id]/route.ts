import { getDocument, type StoredDocument } from '@/features/documents/queries';
import { localePath } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { download, noFile } from '@/server/download';
import { authorise } from '@/server/gate';
import { sealHolds } from '@/server/seal';
import { currentSession } from '@/server/session';
import { openBytes } from '@/server/storage';
import { StorageFault } from '@/server/storage-kind';

const noStore = { 'cache-control': 'private, no-store' };

async function sent(document: StoredDocument): Promise<Response> {
  try {
    return download(await openBytes(document.storageKey), {
      type: document.mediaType,
      name: document.fileName,
      plainName: 'document',
      bytes: document.sizeBytes,
    });
  } catch (error) {
    if (!(error instanceof StorageFault)) throw error;
    return new Response(null, { status: 503, headers: { ...noStore, 'retry-after': '60' } });
  }
}

/**
 * Sends a file to users who may read it; for all others it does not exist. An address that has
 * expired, or was made for another session, leads to the page that makes a new one.
 */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/documents/[id]'>,
): Promise<Response> {
  const { id } = await params;
  const authority = await authorise('document.read');
  const document = authority.ok ? await getDocument(authority.value, id) : undefined;
  if (!document) return noFile();
  if (await sealHolds(new URL(request.url))) return sent(document);
  const locale = (await currentSession())?.locale ?? 'zh-CN';
  const location = localePath(locale, paths.document(id));
  return new Response(null, { status: 303, headers: { ...noStore, location } });
}
