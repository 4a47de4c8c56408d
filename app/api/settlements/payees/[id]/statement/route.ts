import { readStatementRequest, statementResponse } from '@/features/settlements/statement-file';
import { getPayeeStatement } from '@/features/settlements/statement-queries';
import { isId } from '@/lib/query';
import { authorise } from '@/server/gate';

/** Sends the statement of one payee with the city as a file, to the city's finance and auditor. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/settlements/payees/[id]/statement'>,
): Promise<Response> {
  const { id } = await params;
  const authority = await authorise('settlement.read');
  const { search, format, locale } = readStatementRequest(request);
  const statement =
    authority.ok && isId(id) && search.fits
      ? await getPayeeStatement(authority.value, id, search, true)
      : undefined;
  return statementResponse(statement, format, locale);
}
