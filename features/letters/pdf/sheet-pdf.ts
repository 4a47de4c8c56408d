import 'server-only';
import type { LetterBlock, LetterSheet } from '../domain/sheet';
import { openDocument, writeFooters } from './document';
import { missingNote } from './missing';
import { drawSeal, sealSide } from './seal';
import { Setter, type Page } from './setter';
import {
  body,
  facts,
  faint,
  margins,
  onePageMargins,
  rule,
  sealedFacts,
  sideOf,
  verification,
  type Root,
} from './sheet-parts';

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

function block(doc: Page, root: Root, set: Setter, part: LetterBlock, sheet: LetterSheet): void {
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
      if (sheet.onePage) sealedFacts(doc, root, set, { rows: part.rows, seal: sheet.seal });
      else facts(doc, root, set, part.rows);
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

/** Sets signature and code on the same page, because they belong together. */
function closing(doc: Page, root: Root, set: Setter, sheet: LetterSheet) {
  if (!sheet.onePage) {
    set.room(sealSide + sideOf(sheet) + 96);
    doc.y += 14;
    signature(doc, root, set, sheet);
  }
  doc.y += sheet.onePage ? 8 : 14;
  set.line(doc.y, rule);
  doc.y += sheet.onePage ? 12 : 16;
  verification(doc, root, set, sheet);
}

/** Sets a letter on A4: real text in an embedded font, tagged, and the same bytes for the same letter. */
export function setLetter(sheet: LetterSheet): Promise<Buffer> {
  const { doc, whole } = openDocument({
    locale: sheet.locale,
    title: `${sheet.title} ${sheet.number}`,
    author: sheet.head,
    at: sheet.at,
    margins: sheet.onePage ? onePageMargins : margins,
  });
  const root = doc.struct('Document');
  doc.addStructure(root);
  const set = new Setter(doc);
  heading(doc, root, set, sheet);
  for (const part of [...sheet.blocks, ...missingNote(sheet)]) block(doc, root, set, part, sheet);
  closing(doc, root, set, sheet);
  root.end();
  for (const { name, type, bytes } of sheet.attachments ?? []) {
    doc.file(Buffer.from(bytes), { name, type, creationDate: sheet.at, modifiedDate: sheet.at });
  }
  writeFooters(doc, { up: 46, text: sheet.footer });
  doc.end();
  return whole;
}
