import 'server-only';
import qrcode from 'qrcode';
import type { LetterSeal, LetterSheet } from '../domain/sheet';
import { drawSeal, sealSide } from './seal';
import type { Page, Setter } from './setter';

/** In points, 72 to the inch. */
export const margins = { top: 64, bottom: 78, left: 72, right: 72 };
/** The margins of a sheet that must fit on one page. */
export const onePageMargins = { ...margins, top: 48, bottom: 60 };
const ink = '#1d232b';
export const faint = '#59616b';
export const rule = '#b9bfc7';
/** 34 mm: large enough for a telephone to read it from a black-and-white print. */
const qrSide = 96;
/** 48 mm, for a code that carries a whole statement and so has many more modules. */
const fullQrSide = 136;

export type Root = PDFKit.PDFStructureElement;
type ElementOptions = NonNullable<Parameters<Page['struct']>[1]>;

/** The library supports the scope, but its types do not contain it yet. */
const rowHead: ElementOptions & { scope: string } = { scope: 'Row' };

export const body = { size: 11, gap: 5, weight: 400, colour: ink } as const;
/** For a sheet that must fit on one page. */
const smallBody = { ...body, size: 9.5, gap: 2 };

/** How rows of facts are set: beside their terms, and narrower where something stands at their right. */
type FactsLayout = {
  readonly style: typeof body | typeof smallBody;
  readonly term: number;
  readonly right: number;
};

const wide: FactsLayout = { style: body, term: 128, right: 0 };

/** Sets a table of terms and values. */
export function facts(
  doc: Page,
  root: Root,
  set: Setter,
  rows: readonly (readonly [string, string])[],
  { style, term: termWidth, right }: FactsLayout = wide,
): void {
  const table = doc.struct('Table');
  root.add(table);
  for (const [term, value] of rows) {
    const left = margins.left + termWidth;
    const width = doc.page.width - left - margins.right - right;
    set.room(set.height(value, width, style) + 12);
    const top = doc.y;
    const row = doc.struct('TR');
    table.add(row);
    row.add(
      doc.struct('TH', rowHead, () => {
        set.text(term, { ...style, colour: faint, width: termWidth - 12 });
      }),
    );
    const termEnd = doc.y;
    doc.y = top;
    row.add(
      doc.struct('TD', {}, () => {
        set.text(value, { ...style, x: left, width });
      }),
    );
    row.end();
    doc.y = Math.max(doc.y, termEnd) + (style === body ? 4 : 3);
    set.line(doc.y - 3, rule, right);
    doc.y += style === body ? 3 : 1;
  }
  table.end();
  doc.y += right > 0 ? 4 : 10;
}

/**
 * Sets facts with the seal at their right, for a sheet of one page. A line below says that the seal is no signature.
 */
export function sealedFacts(
  doc: Page,
  root: Root,
  set: Setter,
  { rows, seal }: { rows: readonly (readonly [string, string])[]; seal: LetterSeal },
): void {
  const top = doc.y;
  root.add(
    doc.struct('Figure', { alt: seal.alt }, () => {
      drawSeal(doc, seal, doc.page.width - margins.right - sealSide, top);
    }),
  );
  doc.y = top;
  facts(doc, root, set, rows, { style: smallBody, term: 100, right: sealSide + 16 });
  doc.y = Math.max(doc.y, top + sealSide + 6);
  root.add(
    doc.struct('P', {}, () => {
      set.text(seal.note, { ...smallBody, size: 8.5, gap: 2, colour: faint });
    }),
  );
}

/** Draws the QR code as dark rectangles, row by row: vector graphics, black on white. */
function drawQr(doc: Page, text: string, [x, y, side]: [x: number, y: number, side: number]) {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  const cell = side / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size;) {
      const start = column;
      while (column < modules.size && modules.get(row, column)) column += 1;
      if (column > start) {
        doc.rect(x + start * cell, y + row * cell, (column - start) * cell, cell);
      } else column += 1;
    }
  }
  doc.fill('#000000');
}

/** Returns the side of a sheet's QR code. */
export const sideOf = ({ verify }: LetterSheet): number =>
  verify.scan === undefined ? qrSide : fullQrSide;

/** Sets the QR code with what it is for, and the text that is to be read beside it. */
export function verification(doc: Page, root: Root, set: Setter, sheet: LetterSheet) {
  const { verify } = sheet;
  const side = sideOf(sheet);
  const top = doc.y;
  root.add(
    doc.struct('Figure', { alt: verify.alt }, () => {
      drawQr(doc, verify.scan ?? verify.url, [margins.left, top, side]);
    }),
  );
  const x = margins.left + side + 20;
  const fine = verify.fine !== undefined;
  const small = { ...body, size: fine ? 8.5 : 9.5, gap: fine ? 1 : 3, x };
  doc.y = fine ? top : top + 8;
  const lines = [
    [verify.lead, 400],
    [verify.code, 700],
    [verify.url, 400],
  ] as const;
  for (const [text, weight] of lines) {
    // With a whole statement beside the code, the number is at the top of the page and in the statement.
    if (fine && text === verify.code) continue;
    root.add(
      doc.struct('P', {}, () => {
        set.text(text, { ...small, weight });
      }),
    );
    doc.y += fine ? 2 : 4;
  }
  if (verify.fine === undefined) return;
  const statement = verify.fine.trimEnd();
  root.add(
    doc.struct('Code', {}, () => {
      set.text(statement, { ...small, size: 7, gap: 0, colour: faint });
    }),
  );
}
