import { billFormats, readBillFile } from '@/features/funders/file-queries';
import { isId } from '@/lib/query';
import { download, noFile } from '@/server/download';
import { authorise } from '@/server/gate';

/** Sends the lines of a bill as a file, in the language of the page. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const authority = await authorise('funder.read');
  const asked = new URL(request.url).searchParams;
  const format = billFormats.find((known) => known === asked.get('format'));
  if (!authority.ok || !isId(id) || !format) return noFile();
  const locale = asked.get('locale') === 'en' ? 'en' : 'zh-CN';
  const file = await readBillFile(authority.value, id, { format, locale });
  if (!file) return noFile();
  const { mediaType: type, name, bytes } = file;
  return download(bytes, { type, name, bytes: bytes.length });
}
