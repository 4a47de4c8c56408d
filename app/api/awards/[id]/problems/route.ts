import { Readable } from 'node:stream';
import { getImport } from '@/features/awards/queries';
import { problemLines } from '@/features/awards/row-queries';
import { byteOrderMark } from '@/lib/csv';
import { defaultLocale, isLocale } from '@/lib/locale';
import { isId } from '@/lib/query';
import { authorise } from '@/server/gate';

async function* fileOf(lines: AsyncGenerator<string>): AsyncGenerator<Buffer> {
  yield Buffer.from(byteOrderMark);
  for await (const line of lines) yield Buffer.from(`${line}\r\n`);
}

/** Sends the rows of a list that have problems, so that a spreadsheet can correct them for another upload. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/awards/[id]/problems'>,
): Promise<Response> {
  const { id } = await params;
  const authority = await authorise('award.read');
  const list = authority.ok && isId(id) ? await getImport(authority.value, id) : undefined;
  if (!authority.ok || !list) {
    return new Response(null, { status: 404, headers: { 'cache-control': 'private, no-store' } });
  }
  const requested = new URL(request.url).searchParams.get('locale');
  const locale = isLocale(requested) ? requested : defaultLocale;
  const lines = problemLines(authority.value, list, locale);
  return new Response(Readable.toWeb(Readable.from(fileOf(lines))) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${list.reference}-problems.csv"`,
      'cache-control': 'private, no-store',
    },
  });
}
