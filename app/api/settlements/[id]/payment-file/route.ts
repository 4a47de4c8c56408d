import { getPaymentFile } from '@/features/settlements/queries';
import { isId } from '@/lib/query';
import { authorise } from '@/server/gate';

/** Sends the payment file of a released batch to the city's finance and auditor. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const missing = new Response(null, { status: 404 });
  const { id } = await params;
  const authority = await authorise('settlement.read');
  if (!authority.ok || !isId(id)) return missing;
  const file = await getPaymentFile(authority.value, id);
  if (!file) return missing;
  return new Response(file.text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'private, no-store',
    },
  });
}
