import { certificateFile } from '@/features/certificates/certificate-file';
import { checkCertificate } from '@/features/certificates/queries';
import { isGenuine } from '@/features/certificates/domain/verdict';
import { noFile } from '@/server/download';
import { authorise } from '@/server/gate';

/** Sends the statement or the signature of a scanned certificate, if the city has signed it. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const part = query.get('part');
  const authority = await authorise('public.read');
  const checked = authority.ok
    ? await checkCertificate(authority.value, query.get('c') ?? '')
    : undefined;
  if (!checked || !isGenuine(checked.verdict) || (part !== 'statement' && part !== 'signature')) {
    return noFile();
  }
  return certificateFile(checked.statement.number, checked.carried, part);
}
