/**
 * What can be found out about a PDF without laying out a page. Its text is searched piece by piece, together
 * with the object streams that the caller has unpacked. It may report too much rather than too little. What
 * is hidden better is left to the malware scanner.
 */
export type PdfFindings = {
  /** Page objects found. */
  pages: number;
  /** The largest number of pages (or bookmarks) that the document claims. */
  claimed: number;
  encrypted: boolean;
  /** Whether opening or clicking runs a script or starts a program. */
  active: boolean;
};

export const maximumPages = 500;
/** Bookmarks are counted under the same name as pages, and a thick document has many. */
const maximumClaimed = 5_000;

/** Longer than anything that is searched for. */
const overlap = 1024;

/** Replaces hex escapes in names, as in `/J#61vaScript`. */
const withPlainNames = (text: string) =>
  text.includes('#')
    ? text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text;

const active = /\/JavaScript(?![a-z])|\/Launch(?![a-z])/i;
const encrypted = /\/Encrypt(?![a-z])/i;
const page = /\/Type\s{0,20}\/Page(?![a-z])/gi;
const claim = /\/Count\s{0,20}(\d{1,9})/g;

/** Collects findings from a text that comes in pieces, cut anywhere. */
export class PdfLook {
  readonly findings: PdfFindings = { pages: 0, claimed: 0, encrypted: false, active: false };
  #carry = '';

  /** Searches a piece of bytes as Latin-1. @returns the text searched: the end of the last piece and this one */
  push(piece: string): string {
    const text = this.#carry + piece;
    this.#look(text, Math.max(0, text.length - overlap));
    this.#carry = text.slice(-overlap);
    return text;
  }

  end(): void {
    this.#look(this.#carry, this.#carry.length);
    this.#carry = '';
  }

  /** Counts what begins before `until`. The rest is searched again with the next piece. */
  #look(text: string, until: number): void {
    const { findings } = this;
    const plain = withPlainNames(text);
    findings.active ||= active.test(plain);
    findings.encrypted ||= encrypted.test(plain);
    for (const found of text.matchAll(page)) if (found.index < until) findings.pages += 1;
    for (const found of plain.matchAll(claim)) {
      findings.claimed = Math.max(findings.claimed, Number(found[1]));
    }
  }
}

/** The most streams that a piece of a PDF can hold, each with its dictionary. More are made to keep the server busy. */
const mostStreams = 2_000;

/**
 * Finds where packed objects begin in a text of a PDF: their dictionary comes before the word `stream`.
 * @param from where the part begins that was not searched before
 * @returns undefined where there are more streams than such a text can hold
 */
export function packedObjects(text: string, from: number): number[] | undefined {
  const places: number[] = [];
  let streams = 0;
  for (const found of text.matchAll(/stream\r?\n/g)) {
    streams += 1;
    if (streams > mostStreams) return undefined;
    const end = found.index + found[0].length;
    if (end <= from || text.slice(found.index - 3, found.index) === 'end') continue;
    const before = text.slice(Math.max(0, found.index - overlap), found.index);
    const dictionary = withPlainNames(before.slice(before.lastIndexOf('obj') + 3));
    if (dictionary.includes('/ObjStm') && dictionary.includes('/FlateDecode')) places.push(end);
  }
  return places;
}

export type PdfFault = 'file_locked' | 'file_active' | 'file_pages';

export function judgePdf(findings: PdfFindings): PdfFault | undefined {
  if (findings.encrypted) return 'file_locked';
  if (findings.active) return 'file_active';
  return findings.pages > maximumPages || findings.claimed > maximumClaimed
    ? 'file_pages'
    : undefined;
}
