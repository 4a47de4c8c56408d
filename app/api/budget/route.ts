import { readBudgetFile } from '@/features/budget/file-queries';
import { authorise } from '@/server/gate';

/** Sends the city's budget table as a file, in the language of the page. */
export async function GET(request: Request): Promise<Response> {
  const authority = await authorise('budget.read');
  if (!authority.ok) return new Response(null, { status: 404 });
  const requested = new URL(request.url).searchParams.get('locale');
  const file = await readBudgetFile(authority.value, requested === 'en' ? 'en' : 'zh-CN');
  return new Response(file.text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'private, no-store',
    },
  });
}
