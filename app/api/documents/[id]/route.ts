import { encodedName } from '@/features/documents/domain/name';
import { getDocument, type StoredDocument } from '@/features/documents/queries';
import { localePath } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { authorise } from '@/server/gate';
import { sealHolds } from '@/server/seal';
import { currentSession } from '@/server/session';
import { openBytes } from '@/server/storage';
import { StorageFault } from '@/server/storage-kind';

const noStore = { 'cache-control': 'private, no-store' };

async function download(document: StoredDocument): Promise<Response> {
  try {
    return new Response(await openBytes(document.storageKey), {
      headers: {
        ...noStore,
        'content-type': document.mediaType,
        'content-length': String(document.sizeBytes),
        'content-disposition': `attachment; filename="document"; filename*=UTF-8''${encodedName(document.fileName)}`,
        'x-content-type-options': 'nosniff',
        // If a browser shows the file after all, nothing in it may run.
        'content-security-policy': "default-src 'none'; sandbox",
      },
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
  if (!document) return new Response(null, { status: 404, headers: noStore });
  if (await sealHolds(new URL(request.url))) return download(document);
  const locale = (await currentSession())?.locale ?? 'zh-CN';
  const location = localePath(locale, paths.document(id));
  return new Response(null, { status: 303, headers: { ...noStore, location } });
}
