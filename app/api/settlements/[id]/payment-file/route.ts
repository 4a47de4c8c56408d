import { getPaymentFile } from '@/features/settlements/file-queries';
import { isId } from '@/lib/query';
import { download, noFile } from '@/server/download';
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
  const { id } = await params;
  const authority = await authorise('settlement.read');
  const at = placeOf(request);
  if (!authority.ok || !isId(id) || at === undefined) return noFile();
  const file = await getPaymentFile(authority.value, id, at);
  if (!file) return noFile();
  return download(file.bytes, { type: file.mediaType, name: file.name });
}
