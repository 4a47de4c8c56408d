import { readStatementRequest, statementResponse } from '@/features/settlements/statement-file';
import { getOwnStatement } from '@/features/settlements/statement-queries';
import { authorise } from '@/server/gate';

/** Sends the statement of the user's own organisation as a file: a vendor's, or a start-up's that is paid itself. */
export async function GET(request: Request): Promise<Response> {
  const authority = await authorise('organisation.read');
  const { search, format, locale } = readStatementRequest(request);
  const statement =
    authority.ok && search.fits ? await getOwnStatement(authority.value, search, true) : undefined;
  return statementResponse(statement, format, locale);
}
