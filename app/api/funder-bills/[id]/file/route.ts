import { billFormats, readBillFile } from '@/features/funders/file-queries';
import { isId } from '@/lib/query';
import { authorise } from '@/server/gate';

/** Sends the lines of a bill as a file, in the language of the page. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const missing = new Response(null, { status: 404 });
  const { id } = await params;
  const authority = await authorise('funder.read');
  const asked = new URL(request.url).searchParams;
  const format = billFormats.find((known) => known === asked.get('format'));
  if (!authority.ok || !isId(id) || !format) return missing;
  const locale = asked.get('locale') === 'en' ? 'en' : 'zh-CN';
  const file = await readBillFile(authority.value, id, { format, locale });
  if (!file) return missing;
  return new Response(file.bytes, {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'private, no-store',
    },
  });
}
