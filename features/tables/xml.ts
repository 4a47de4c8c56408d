import { SaxesParser } from 'saxes';
import { maximumElements } from './limits';
import { Unreadable } from './table-row';
import { refused } from '@/lib/result';

/** Longest text without a tag: as much as a cell of a spreadsheet can hold, however it is escaped. */
const longestStretch = 256 * 1024;
/** Far deeper than any part of a workbook. */
const deepest = 64;

/** Handlers for the parts of an XML text. Names come without their prefix. */
export type XmlHandlers = {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** Reads XML that comes in pieces, and keeps only what its handlers keep. */
export class XmlReader {
  private readonly parser = new SaxesParser();
  private depth = 0;
  private elements = 0;
  private stretch = 0;

  constructor(
    handlers: XmlHandlers,
    private readonly most = maximumElements,
  ) {
    this.parser.on('opentag', ({ name, attributes }) => {
      this.count();
      handlers.open?.(local(name), attributes);
    });
    this.parser.on('closetag', ({ name }) => {
      this.depth -= 1;
      handlers.close?.(local(name));
    });
    this.parser.on('text', (text) => handlers.text?.(text));
    this.parser.on('cdata', (text) => handlers.text?.(text));
  }

  /** Adds a piece. @throws Error for what is no XML or is made to fill the memory, Unreadable for too many elements */
  write(piece: string): void {
    const tag = piece.lastIndexOf('<');
    this.stretch = tag < 0 ? this.stretch + piece.length : piece.length - tag;
    if (this.stretch > longestStretch) {
      throw new Error('The XML goes on for too long without a tag.');
    }
    this.parser.write(piece);
  }

  /** Ends the text. @throws Error where the XML is incomplete */
  close(): void {
    this.parser.close();
  }

  private count(): void {
    this.depth += 1;
    this.elements += 1;
    if (this.depth > deepest) throw new Error('The XML is nested too deeply.');
    if (this.elements > this.most) throw new Unreadable(refused('list_too_large'));
  }
}
