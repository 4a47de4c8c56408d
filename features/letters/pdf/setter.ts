import 'server-only';
import { faceBytes, runsOf, type Run, type Weight } from './faces';

export type Page = PDFKit.PDFDocument;

export type Style = {
  readonly size: number;
  /** Points between lines in addition to the line height of the font. */
  readonly gap: number;
  readonly weight: Weight;
  readonly colour: string;
  readonly x?: number;
  readonly width?: number;
};

/** Sets text on pages: breaks lines, continues on the next page, and changes the font where needed. */
export class Setter {
  private readonly faces = new Set<string>();

  constructor(private readonly doc: Page) {}

  /** Selects the font for the next text. A letter embeds each font once. */
  private face(file: string, size: number): Page {
    if (!this.faces.has(file)) {
      this.doc.registerFont(file, faceBytes(file));
      this.faces.add(file);
    }
    return this.doc.font(file).fontSize(size);
  }

  private get inner() {
    const { width, margins } = this.doc.page;
    return { left: margins.left, width: width - margins.left - margins.right };
  }

  /** Starts a new page unless this height is left on the present one. */
  room(height: number): void {
    const { page } = this.doc;
    if (this.doc.y + height > page.height - page.margins.bottom) this.doc.addPage();
  }

  /** Returns the height of a text: exact for everyday characters, approximate for others. */
  height(text: string, width: number, { size, gap, weight }: Style): number {
    const [run] = runsOf(text, weight);
    if (!run) return 0;
    return this.face(run.file, size).heightOfString(text, { width, lineGap: gap });
  }

  private put(run: Run, style: Style, continued: boolean, first: boolean): void {
    const { left, width: whole } = this.inner;
    const x = style.x ?? left;
    const width = style.width ?? left + whole - x;
    const { doc } = this;
    this.face(run.file, style.size).fillColor(style.colour);
    const options = { width, lineGap: style.gap, continued };
    if (run.actual !== undefined) doc.markContent('Span', { actual: run.actual });
    if (first) doc.text(run.text, x, doc.y, options);
    else doc.text(run.text, options);
    if (run.actual !== undefined) doc.endMarkedContent();
  }

  /** Sets paragraphs from the present position downwards. */
  text(text: string, style: Style): void {
    for (const line of text.split('\n')) {
      const runs = runsOf(line, style.weight);
      for (const [at, run] of runs.entries()) {
        this.put(run, style, at < runs.length - 1, at === 0);
      }
    }
  }

  private width(runs: readonly Run[], { size }: Style): number {
    return runs.reduce((sum, run) => sum + this.face(run.file, size).widthOfString(run.text), 0);
  }

  /** Sets one line if it fits, otherwise a paragraph. */
  private placed(text: string, style: Style, share: number): void {
    const { left: margin, width: whole } = this.inner;
    const left = style.x ?? margin;
    const width = style.width ?? margin + whole - left;
    const free = width - this.width(runsOf(text, style.weight), style);
    this.text(
      text,
      free > 1 ? { ...style, x: left + free * share, width: width - free * share } : style,
    );
  }

  centred(text: string, style: Style): void {
    this.placed(text, style, 0.5);
  }

  right(text: string, style: Style): void {
    this.placed(text, style, 1 - 1 / 1000);
  }

  /** Draws a line from margin to margin, or shorter by a part at its right. */
  line(y: number, colour: string, less = 0): void {
    const { left, width } = this.inner;
    const { doc } = this;
    doc.markContent('Artifact', { type: 'Layout' });
    doc
      .moveTo(left, y)
      .lineTo(left + width - less, y)
      .lineWidth(0.5)
      .stroke(colour);
    doc.endMarkedContent();
  }
}
