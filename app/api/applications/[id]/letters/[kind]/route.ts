import { isLetterKind } from '@/features/letters/domain/letter';
import { sheetOf } from '@/features/letters/letter-sheet';
import { letterMessages } from '@/features/letters/messages';
import { setLetter } from '@/features/letters/pdf/sheet-pdf';
import { getLetter } from '@/features/letters/queries';
import { defaultLocale, isLocale } from '@/lib/locale';
import { noFile, pdfDownload } from '@/server/download';
import { publicAddress } from '@/server/env';
import { authorise } from '@/server/gate';

/**
 * Returns the number of a letter of its kind: `?n=2` is the second; a text that is no number means
 * the latest.
 */
const numberIn = (text: string | null) =>
  text !== null && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined;

/** Sends a letter as PDF to the users it concerns; for all others it does not exist. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/applications/[id]/letters/[kind]'>,
): Promise<Response> {
  const { id, kind } = await params;
  const query = new URL(request.url).searchParams;
  const authority = await authorise('letter.read');
  const letter =
    authority.ok && isLetterKind(kind)
      ? await getLetter(authority.value, {
          applicationId: id,
          kind,
          number: numberIn(query.get('n')),
        })
      : undefined;
  if (!letter) return noFile();
  const wanted = query.get('lang');
  const locale = isLocale(wanted) ? wanted : defaultLocale;
  const { content, code } = letter;
  const sheet = sheetOf(content, { locale, code, origin: publicAddress() });
  const pdf = await setLetter(sheet);
  const name = letterMessages(locale).fileOf({ title: sheet.title, reference: content.reference });
  return pdfDownload(pdf, name, 'letter.pdf');
}
