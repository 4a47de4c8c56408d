import { getPaymentFile } from '@/features/settlements/file-queries';
import { isId } from '@/lib/query';
import { authorise } from '@/server/gate';

/** Returns which file of the batch is asked for, counted from 0; the first where the address names none. */
function placeOf(request: Request): number | undefined {
  const n = new URL(request.url).searchParams.get('n') ?? '1';
  return /^[1-9]\d{0,4}$/.test(n) ? Number(n) - 1 : undefined;
}

/** Sends one payment file of a released batch to the city's finance and auditor, with the bytes that were released. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const missing = new Response(null, { status: 404 });
  const { id } = await params;
  const authority = await authorise('settlement.read');
  const at = placeOf(request);
  if (!authority.ok || !isId(id) || at === undefined) return missing;
  const file = await getPaymentFile(authority.value, id, at);
  if (!file) return missing;
  return new Response(file.bytes, {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'private, no-store',
    },
  });
}
