import 'server-only';
import PDFDocument from 'pdfkit';
import type { Locale } from '@/lib/locale';
import { faceBytes, faceFile } from './faces';
import { Setter, type Page } from './setter';
import { body, faint } from './sheet-parts';

type Options = {
  locale: Locale;
  title: string;
  author?: string;
  /** The time that the file names as that of its making, so that the same contents give the same bytes. */
  at: Date;
  layout?: 'portrait' | 'landscape';
  margins: Record<'top' | 'right' | 'bottom' | 'left', number>;
};

/** Opens a document on A4 with real text in an embedded font, tagged; `whole` is its bytes, once it has ended. */
export function openDocument(options: Options): { doc: Page; whole: Promise<Buffer> } {
  const { locale, title, author, at, layout = 'portrait', margins } = options;
  const doc = new PDFDocument({
    size: 'A4',
    layout,
    margins,
    // pdfkit also accepts bytes. Without a font it would open one of its own, which it cannot embed.
    font: faceBytes(faceFile(400)) as unknown as string,
    pdfVersion: '1.7',
    lang: locale,
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: title,
      ...(author === undefined ? {} : { Author: author }),
      Producer: 'Suanquan',
      Creator: 'Suanquan',
      CreationDate: at,
      ModDate: at,
    },
  });
  const whole = new Promise<Buffer>((resolve, reject) => {
    const parts: Buffer[] = [];
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => {
      resolve(Buffer.concat(parts));
    });
    doc.on('error', reject);
  });
  return { doc, whole };
}

/**
 * Writes a line at the foot of every page.
 * @param up how far it stands above the edge, in points
 */
export function writeFooters(
  doc: Page,
  { up, text }: { up: number; text: (page: number, pages: number) => string },
): void {
  const set = new Setter(doc);
  const { start, count } = doc.bufferedPageRange();
  for (let at = start; at < start + count; at += 1) {
    doc.switchToPage(at);
    // Text in the bottom margin must not start another page.
    doc.page.margins.bottom = 0;
    doc.y = doc.page.height - up;
    doc.markContent('Artifact', { type: 'Pagination' });
    set.centred(text(at - start + 1, count), { ...body, size: 8.5, gap: 0, colour: faint });
    doc.endMarkedContent();
  }
}
