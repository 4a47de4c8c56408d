import { certificateFile } from '@/features/certificates/certificate-file';
import { certificateSheet } from '@/features/certificates/certificate-sheet';
import { certificateMessages } from '@/features/certificates/messages';
import { getOwnCertificate } from '@/features/certificates/queries';
import { setLetter } from '@/features/letters/pdf/sheet-pdf';
import { defaultLocale, isLocale } from '@/lib/locale';
import { noFile, pdfDownload } from '@/server/download';
import { publicAddress } from '@/server/env';
import { authorise } from '@/server/gate';

/** Sends the certificate of a voucher to its holder: as PDF, or its statement or signature alone. For all others there is none. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/vouchers/[id]/certificate'>,
): Promise<Response> {
  const { id } = await params;
  const query = new URL(request.url).searchParams;
  const authority = await authorise('startup.read');
  const certificate = authority.ok ? await getOwnCertificate(authority.value, id) : undefined;
  if (!certificate) return noFile();
  const part = query.get('part');
  if (part === 'statement' || part === 'signature') {
    return certificateFile(certificate.number, certificate.carried, part);
  }
  const wanted = query.get('lang');
  const locale = isLocale(wanted) ? wanted : defaultLocale;
  const pdf = await setLetter(certificateSheet(certificate, { locale, origin: publicAddress() }));
  const name = certificateMessages(locale).fileOf({ number: certificate.number });
  return pdfDownload(pdf, name, 'certificate.pdf');
}
