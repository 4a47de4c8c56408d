import 'server-only';
import { crc32 } from 'node:zlib';
import {
  archiveEntries,
  contentsFrom,
  deflatedMethod,
  storedMethod,
  type Entry,
} from '@/features/documents/domain/archive';
import { inflated, inPieces, UnpackedBytes } from '@/server/pieces';
import { longestRawCell, maximumText, maximumUnpacked } from './limits';
import { Unreadable } from './table-row';
import { XmlReader, type XmlHandlers } from './xml';
import { refused } from '@/lib/result';

/** Texts that the cells of a workbook may share. More of them would fill the memory, however short they are. */
const maximumShared = 2_000_000;
/** Formats of cells: as many as spreadsheets allow. */
const maximumFormats = 65_536;
const maximumSheets = 10_000;

/** Unpacks the files in a workbook's archive while they are read, all of them within one limit. */
export class Parts {
  private readonly entries: ReadonlyMap<string, Entry>;
  private readonly unpacked: UnpackedBytes;

  constructor(
    private readonly bytes: Uint8Array,
    limit = maximumUnpacked,
  ) {
    this.unpacked = new UnpackedBytes(limit);
    this.entries = new Map(archiveEntries(bytes).map((entry) => [entry.name, entry]));
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** Reads one part to its end. */
  async read(name: string, handlers: XmlHandlers): Promise<void> {
    const reader = new XmlReader(handlers);
    for await (const piece of this.text(name)) reader.write(piece);
    reader.close();
  }

  /** Reads the text of a part. @throws Unreadable once more is unpacked than is allowed */
  async *text(name: string): AsyncGenerator<string> {
    const entry = this.entries.get(name);
    if (!entry) throw new Error(`The workbook has no ${name}.`);
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let sum = 0;
    for await (const piece of this.contents(entry)) {
      if (!this.unpacked.add(piece.length)) throw new Unreadable(refused('list_too_large'));
      sum = crc32(piece, sum);
      yield decoder.decode(piece, { stream: true });
    }
    // A damaged digit would be another amount.
    if (sum !== entry.crc32) throw new Error(`The workbook's ${name} is damaged.`);
    yield decoder.decode();
  }

  private contents(entry: Entry): AsyncIterable<Uint8Array> {
    const { name } = entry;
    const from = contentsFrom(this.bytes.subarray(entry.header));
    if (from === undefined) throw new Error(`The workbook's ${name} does not begin.`);
    const start = entry.header + from;
    const pieces = inPieces(this.bytes.subarray(start, start + entry.packed));
    if (entry.method === storedMethod && !entry.locked) return pieces;
    if (entry.method === deflatedMethod && !entry.locked) return inflated(pieces);
    throw new Error(`The workbook's ${name} is packed in an unknown way.`);
  }
}

/** The parts of a workbook that must be read before its cells. */
export type Workbook = {
  /** The part with the first visible sheet, if there is one. */
  readonly sheet: string | undefined;
  /** True where days count from 1904, as on old Macintoshes. */
  readonly from1904: boolean;
  /** By the number of a cell's format: whether it shows a day. */
  readonly showsDay: readonly boolean[];
  readonly shared: readonly string[];
};

type Relation = { target: string; type: string };

const isOn = (value: string | undefined) => value === '1' || value === 'true';

/** Returns the name of the part that a relation of `xl/workbook.xml` points to. */
const partName = (target: string) =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;

async function readRelations(parts: Parts): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  await parts.read('xl/_rels/workbook.xml.rels', {
    open: (name, { Id = '', Target = '', Type = '' }) => {
      if (name !== 'Relationship' || relations.size >= maximumSheets) return;
      relations.set(Id, { target: partName(Target), type: Type.slice(Type.lastIndexOf('/') + 1) });
    },
  });
  return relations;
}

async function readSheets(parts: Parts): Promise<{ ids: string[]; from1904: boolean }> {
  const ids: string[] = [];
  let from1904 = false;
  await parts.read('xl/workbook.xml', {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = isOn(attributes.date1904);
      if (name !== 'sheet' || ids.length >= maximumSheets) return;
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      const id = Object.keys(attributes).find((key) => key.endsWith(':id'));
      if (!hidden && id) ids.push(attributes[id] ?? '');
    },
  });
  return { ids, from1904 };
}

/** Checks for a built-in number format of spreadsheets that shows a day or a time. */
const isKnownDay = (format: number) =>
  (format >= 14 && format <= 22) ||
  (format >= 27 && format <= 36) ||
  (format >= 45 && format <= 47) ||
  (format >= 50 && format <= 58);

/** Spreadsheets allow no longer format code. */
const longestCode = 255;

/** Checks for a custom format that shows a date: it has a date letter outside colours, texts and escaped signs. */
const showsDay = (code: string) =>
  /[ymdhMsb]/.test(
    code
      .slice(0, longestCode)
      .replace(/\[[^\]]*\]/g, '')
      .replace(/"[^"]*"/g, '')
      .replace(/\\./g, ''),
  );

async function readFormats(parts: Parts, part: string | undefined): Promise<boolean[]> {
  const own = new Map<number, boolean>();
  const formats: boolean[] = [];
  let inCells = false;
  if (part === undefined) return formats;
  await parts.read(part, {
    open: (name, { numFmtId = '', formatCode = '' }) => {
      const format = Number(numFmtId);
      if (name === 'cellXfs') inCells = true;
      if (name === 'numFmt' && own.size < maximumFormats) own.set(format, showsDay(formatCode));
      if (name !== 'xf' || !inCells || formats.length >= maximumFormats) return;
      formats.push(own.get(format) ?? isKnownDay(format));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

/** Adds a piece to a text. Keeps only enough of it to show that it is too long for a cell. */
export function longer(text: string, piece: string): string {
  return text.length > longestRawCell ? text : text + piece.slice(0, longestRawCell + 1);
}

/** Reads the texts that cells share, without the pronunciation of words beside them. */
async function readShared(parts: Parts, part: string | undefined): Promise<string[]> {
  const shared: string[] = [];
  let text = '';
  let length = 0;
  let inText = false;
  let aside = false;
  if (part === undefined) return shared;
  await parts.read(part, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') aside = true;
      inText = name === 't' && !aside;
    },
    text: (piece) => {
      if (inText) text = longer(text, piece);
    },
    close: (name) => {
      inText = false;
      if (name === 'rPh') aside = false;
      if (name !== 'si') return;
      shared.push(text);
      length += text.length;
      if (shared.length > maximumShared || length > maximumText)
        throw new Unreadable(refused('list_too_large'));
    },
  });
  return shared;
}

/** Reads the parts of a workbook that describe its cells. @throws Error when a part is damaged */
export async function readWorkbook(parts: Parts): Promise<Workbook> {
  const relations = await readRelations(parts);
  const { ids, from1904 } = await readSheets(parts);
  const sheets = ids.map((id) => relations.get(id)).filter((one) => one?.type === 'worksheet');
  const partOf = (type: string): string | undefined => {
    const found = [...relations.values()].find((relation) => relation.type === type)?.target;
    return found !== undefined && parts.has(found) ? found : undefined;
  };
  return {
    sheet: sheets[0]?.target,
    from1904,
    showsDay: await readFormats(parts, partOf('styles')),
    shared: await readShared(parts, partOf('sharedStrings')),
  };
}
