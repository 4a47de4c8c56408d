import { readBudgetFile } from '@/features/budget/file-queries';
import { csvDownload, noFile } from '@/server/download';
import { authorise } from '@/server/gate';

/** Sends the city's budget table as a file, in the language of the page. */
export async function GET(request: Request): Promise<Response> {
  const authority = await authorise('budget.read');
  if (!authority.ok) return noFile();
  const requested = new URL(request.url).searchParams.get('locale');
  const file = await readBudgetFile(authority.value, requested === 'en' ? 'en' : 'zh-CN');
  return csvDownload(file.text, file.name);
}
