import 'server-only';
import PDFDocument from 'pdfkit';
import qrcode from 'qrcode';
import type { LetterBlock, LetterSheet } from '../domain/sheet';
import { faceBytes, faceFile } from './faces';
import { missingNote } from './missing';
import { drawSeal, sealSide } from './seal';
import { Setter, type Page } from './setter';

/** In points, 72 to the inch. */
const margins = { top: 64, bottom: 78, left: 72, right: 72 };
const ink = '#1d232b';
const faint = '#59616b';
const rule = '#b9bfc7';
/** 34 mm: large enough for a telephone to read it from a black-and-white print. */
const qrSide = 96;
const termWidth = 128;

type Root = PDFKit.PDFStructureElement;
type ElementOptions = NonNullable<Parameters<Page['struct']>[1]>;

/** The library supports the scope, but its types do not contain it yet. */
const rowHead: ElementOptions & { scope: string } = { scope: 'Row' };

const body = { size: 11, gap: 5, weight: 400, colour: ink } as const;

function heading(doc: Page, root: Root, set: Setter, sheet: LetterSheet): void {
  root.add(
    doc.struct('P', {}, () => {
      set.centred(sheet.head, { ...body, size: 13, gap: 4, colour: faint });
    }),
  );
  doc.y += 10;
  root.add(
    doc.struct('H1', {}, () => {
      set.centred(sheet.title, { ...body, size: 20, weight: 700, gap: 4 });
    }),
  );
  doc.y += 4;
  root.add(
    doc.struct('P', {}, () => {
      set.centred(sheet.number, { ...body, size: 10.5, gap: 2, colour: faint });
    }),
  );
  set.line(doc.y + 12, rule);
  doc.y += 26;
  if (sheet.notice !== undefined) {
    const { notice } = sheet;
    root.add(
      doc.struct('P', {}, () => {
        set.text(notice, { ...body, size: 9.5, gap: 3, colour: faint });
      }),
    );
    doc.y += 10;
  }
  root.add(
    doc.struct('P', {}, () => {
      set.text(sheet.to, { ...body, weight: 700 });
    }),
  );
  doc.y += 8;
}

function facts(
  doc: Page,
  root: Root,
  set: Setter,
  rows: readonly (readonly [string, string])[],
): void {
  const table = doc.struct('Table');
  root.add(table);
  for (const [term, value] of rows) {
    const left = margins.left + termWidth;
    const width = doc.page.width - left - margins.right;
    set.room(set.height(value, width, body) + 12);
    const top = doc.y;
    const row = doc.struct('TR');
    table.add(row);
    row.add(
      doc.struct('TH', rowHead, () => {
        set.text(term, { ...body, colour: faint, width: termWidth - 12 });
      }),
    );
    const termEnd = doc.y;
    doc.y = top;
    row.add(
      doc.struct('TD', {}, () => {
        set.text(value, { ...body, x: left, width });
      }),
    );
    row.end();
    doc.y = Math.max(doc.y, termEnd) + 4;
    set.line(doc.y - 3, rule);
    doc.y += 3;
  }
  table.end();
  doc.y += 10;
}

function block(doc: Page, root: Root, set: Setter, part: LetterBlock): void {
  switch (part.kind) {
    case 'text':
      root.add(
        doc.struct('P', {}, () => {
          set.text(part.text, body);
        }),
      );
      doc.y += 8;
      return;
    case 'heading':
      set.room(60);
      root.add(
        doc.struct('H2', {}, () => {
          set.text(part.text, { ...body, size: 12, weight: 700 });
        }),
      );
      doc.y += 3;
      return;
    case 'facts':
      facts(doc, root, set, part.rows);
      return;
    case 'quote':
      root.add(
        doc.struct('BlockQuote', {}, () => {
          set.text(part.text, { ...body, x: margins.left + 22 });
        }),
      );
      doc.y += 8;
      return;
    case 'list': {
      const list = doc.struct('L');
      root.add(list);
      for (const [at, item] of part.items.entries()) {
        set.room(44);
        list.add(
          doc.struct('LI', {}, () => {
            set.text(`${at + 1}. ${item.title}`, { ...body, weight: 700 });
            set.text(item.text, { ...body, x: margins.left + 22 });
          }),
        );
        doc.y += 6;
      }
      list.end();
      doc.y += 4;
    }
  }
}

/** Draws the QR code as dark rectangles, row by row: vector graphics, black on white. */
function drawQr(doc: Page, text: string, x: number, y: number): void {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  const cell = qrSide / modules.size;
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

/** Draws the signature and the date, with the seal to the right and a line below which states that the seal is no signature. */
function signature(doc: Page, root: Root, set: Setter, { closing: lines, seal }: LetterSheet) {
  const width = doc.page.width - margins.left - margins.right - sealSide - 16;
  const top = doc.y;
  root.add(
    doc.struct('Figure', { alt: seal.alt }, () => {
      drawSeal(doc, seal, margins.left + width + 16, top);
    }),
  );
  const height = lines.reduce((sum, line) => sum + set.height(line, width, body) + 2, 0);
  doc.y = top + Math.max(0, (sealSide - height) / 2);
  for (const line of lines) {
    root.add(
      doc.struct('P', {}, () => {
        set.right(line, { ...body, width });
      }),
    );
    doc.y += 2;
  }
  doc.y = Math.max(doc.y, top + sealSide) + 6;
  root.add(
    doc.struct('P', {}, () => {
      set.right(seal.note, { ...body, size: 8.5, gap: 2, colour: faint });
    }),
  );
}

function verification(doc: Page, root: Root, set: Setter, { verify }: LetterSheet) {
  const top = doc.y;
  root.add(
    doc.struct('Figure', { alt: verify.alt }, () => {
      drawQr(doc, verify.url, margins.left, top);
    }),
  );
  const x = margins.left + qrSide + 20;
  const small = { ...body, size: 9.5, gap: 3, x };
  doc.y = top + 8;
  for (const [text, weight] of [
    [verify.lead, 400],
    [verify.code, 700],
    [verify.url, 400],
  ] as const) {
    root.add(
      doc.struct('P', {}, () => {
        set.text(text, { ...small, weight });
      }),
    );
    doc.y += 4;
  }
}

/** Sets signature and code on the same page, because they belong together. */
function closing(doc: Page, root: Root, set: Setter, sheet: LetterSheet) {
  set.room(sealSide + qrSide + 96);
  doc.y += 14;
  signature(doc, root, set, sheet);
  doc.y += 14;
  set.line(doc.y, rule);
  doc.y += 16;
  verification(doc, root, set, sheet);
}

function footers(doc: Page, set: Setter, sheet: LetterSheet): void {
  const { start, count } = doc.bufferedPageRange();
  for (let at = start; at < start + count; at += 1) {
    doc.switchToPage(at);
    // Text in the bottom margin must not start another page.
    doc.page.margins.bottom = 0;
    doc.y = doc.page.height - 46;
    doc.markContent('Artifact', { type: 'Pagination' });
    set.centred(sheet.footer(at - start + 1, count), {
      ...body,
      size: 8.5,
      gap: 0,
      colour: faint,
    });
    doc.endMarkedContent();
  }
}

/** Sets a letter on A4: real text in an embedded font, tagged, and the same bytes for the same letter. */
export function setLetter(sheet: LetterSheet): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margins,
    // pdfkit also accepts bytes. Without a font it would open one of its own, which it cannot embed.
    font: faceBytes(faceFile(400)) as unknown as string,
    pdfVersion: '1.7',
    lang: sheet.locale,
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: `${sheet.title} ${sheet.number}`,
      Author: sheet.head,
      Producer: 'Suanquan',
      Creator: 'Suanquan',
      CreationDate: sheet.at,
      ModDate: sheet.at,
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
  const root = doc.struct('Document');
  doc.addStructure(root);
  const set = new Setter(doc);
  heading(doc, root, set, sheet);
  for (const part of [...sheet.blocks, ...missingNote(sheet)]) block(doc, root, set, part);
  closing(doc, root, set, sheet);
  root.end();
  footers(doc, set, sheet);
  doc.end();
  return whole;
}
