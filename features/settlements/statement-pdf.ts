import 'server-only';
import { openDocument, writeFooters } from '@/features/letters/pdf/document';
import { codeOf, unprintable } from '@/features/letters/pdf/faces';
import { letterMessages } from '@/features/letters/messages';
import { Setter, type Page, type Style } from '@/features/letters/pdf/setter';
import { body, faint, rule } from '@/features/letters/pdf/sheet-parts';
import { formatDate } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { organisationName } from '@/lib/organisation-name';
import { statementMessages } from './statement-messages';
import type { Statement } from './statement-queries';
import { statementHeadings, statementLines } from './statement-table';

const margin = 36;
const small: Style = { ...body, size: 7, gap: 1 };
const head: Style = { ...small, weight: 700 };
const padding = 4;

/** The width of each column in points; together an A4 page on its side, less its margins. */
const widths = [40, 36, 28, 54, 42, 46, 46, 46, 44, 44, 46, 44, 44, 48, 52, 40, 42, 28];

const isAmountAt = (at: number) => at >= 6 && at <= 13;

type Sheet = { doc: Page; set: Setter; table: PDFKit.PDFStructureElement };

/**
 * Sets one line of the table in the columns, each text in as many lines as it needs. The row is added first: what is in an
 * element that stands nowhere yet would be drawn later.
 */
function line(
  { doc, set, table }: Sheet,
  cells: readonly string[],
  style: Style,
  tag: 'TH' | 'TD',
) {
  const row = doc.struct('TR');
  table.add(row);
  const top = doc.y;
  let bottom = top;
  let left = margin;
  for (const [at, text] of cells.entries()) {
    const width = (widths[at] ?? 0) - padding;
    const placed = { ...style, x: left, width };
    row.add(
      doc.struct(tag, {}, () => {
        doc.y = top;
        if (isAmountAt(at)) set.right(text, placed);
        else set.text(text, placed);
      }),
    );
    bottom = Math.max(bottom, text === '' ? top : doc.y);
    left += widths[at] ?? 0;
  }
  row.end();
  doc.y = bottom + 3;
  set.line(doc.y - 1, rule);
  doc.y += 2;
}

const heightOf = (set: Setter, cells: readonly string[], style: Style) =>
  Math.max(...cells.map((text, at) => set.height(text, (widths[at] ?? 0) - padding, style))) + 8;

function table(doc: Page, root: PDFKit.PDFStructureElement, statement: Statement, locale: Locale) {
  const set = new Setter(doc);
  const headings = statementHeadings(locale);
  const lines = statementLines(statement, locale);
  const struct = doc.struct('Table');
  root.add(struct);
  const sheet = { doc, set, table: struct };
  line(sheet, headings, head, 'TH');
  for (const [at, cells] of lines.entries()) {
    const texts = cells.map(({ text }) => text);
    const style = at === 0 || at >= lines.length - 2 ? head : small;
    if (doc.y + heightOf(set, texts, style) > doc.page.height - doc.page.margins.bottom) {
      doc.addPage();
      line(sheet, headings, head, 'TH');
    }
    line(sheet, texts, style, 'TD');
  }
  struct.end();
}

/** Sets the title and what the statement is of. */
function heading(
  doc: Page,
  root: PDFKit.PDFStructureElement,
  statement: Statement,
  locale: Locale,
) {
  const t = statementMessages(locale);
  const set = new Setter(doc);
  const { payee, span, today } = statement;
  const name = organisationName(payee, locale);
  const days = t.fromTo({ from: formatDate(span.from, locale), to: formatDate(span.to, locale) });
  const facts = [
    `${t.of}: ${name}`,
    `${t.creditCode}: ${payee.creditCode}`,
    `${t.span}: ${days}`,
    `${t.madeOn}: ${formatDate(today, locale)}`,
    t.balanceHint,
  ];
  root.add(
    doc.struct('H1', {}, () => {
      set.text(t.title, { ...body, size: 18, weight: 700 });
    }),
  );
  doc.y += 2;
  for (const fact of facts) {
    root.add(
      doc.struct('P', {}, () => {
        set.text(fact, { ...body, size: 9.5, gap: 2 });
      }),
    );
  }
  doc.y += 8;
}

/** Names the characters that no face has, of which the mark 〓 stands in the table. */
function note(doc: Page, root: PDFKit.PDFStructureElement, statement: Statement, locale: Locale) {
  const t = statementMessages(locale);
  const set = new Setter(doc);
  const texts = statementLines(statement, locale).flatMap((cells) => cells.map(({ text }) => text));
  const missing = unprintable([organisationName(statement.payee, locale), ...texts].join('\n'));
  const letters = letterMessages(locale);
  const notes = [
    t.issued,
    ...(missing.length > 0
      ? [letters.missing({ codes: missing.map(codeOf).join(letters.listed) })]
      : []),
  ];
  for (const text of notes) {
    root.add(
      doc.struct('P', {}, () => {
        set.text(text, { ...body, size: 8.5, gap: 2, colour: faint });
      }),
    );
  }
}

/** Sets a statement on A4 pages on their side, in the manner of letters: real text in an embedded font, tagged. */
export function setStatement(statement: Statement, locale: Locale): Promise<Buffer> {
  const t = statementMessages(locale);
  const { doc, whole } = openDocument({
    locale,
    title: `${t.title} ${statement.payee.name}`,
    at: new Date(`${statement.today}T00:00:00Z`),
    layout: 'landscape',
    margins: { top: margin, bottom: 44, left: margin, right: margin },
  });
  const root = doc.struct('Document');
  doc.addStructure(root);
  heading(doc, root, statement, locale);
  table(doc, root, statement, locale);
  note(doc, root, statement, locale);
  root.end();
  writeFooters(doc, { up: 28, text: (page, pages) => t.page({ page, pages }) });
  doc.end();
  return whole;
}
