import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

const text = (value: string) => Buffer.from(value, 'latin1');

/** The text that every scanner reports, put together here so that no scanner reports this file. */
export const eicarText = [
  'X5O!P%@AP[4\\PZX54(P^)7CC)7}$',
  'EICAR-STANDARD-ANTI',
  'VIRUS-TEST-FILE!$H+H*',
].join('');

/** Returns a PDF of some pages; `extra` is among its objects, `trailer` in its trailer. */
export function pdfBytes(
  options: { pages?: number; extra?: string; trailer?: string; padding?: number } = {},
): Buffer {
  const { pages = 1, extra = '', trailer = '', padding = 0 } = options;
  const kids = Array.from({ length: pages }, (_, at) => `${at + 10} 0 R`).join(' ');
  const objects = Array.from(
    { length: pages },
    (_, at) => `${at + 10} 0 obj<</Type /Page/Parent 2 0 R>>endobj\n`,
  ).join('');
  return Buffer.concat([
    text(`%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n`),
    text(`2 0 obj<</Type/Pages/Kids[${kids}]/Count ${pages}>>endobj\n${objects}${extra}\n`),
    Buffer.alloc(padding, '% padding\n'),
    text(`trailer<</Root 1 0 R${trailer}>>\n%%EOF\n`),
  ]);
}

/** Packs objects into a stream, as PDFs since 1.5 have them. */
export function packed(objects: string, claim = '/Type /ObjStm'): string {
  const bytes = deflateSync(text(objects));
  const dictionary = `<<${claim}/N 1/First 4/Filter/FlateDecode/Length ${bytes.length}>>`;
  return `99 0 obj\n${dictionary}\nstream\r\n${bytes.toString('latin1')}\nendstream endobj`;
}

export function pngBytes(width = 800, height = 600): Buffer {
  const header = Buffer.alloc(33);
  header.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  header.writeUInt32BE(13, 8);
  header.write('IHDR', 12, 'latin1');
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  return Buffer.concat([header, text('\0\0\0\0IEND\xaeB`\x82')]);
}

/** Returns a JPEG whose frame header comes after `before` bytes of preview and colours. */
export function jpegBytes(width = 800, height = 600, before = 0): Buffer {
  const segments: Buffer[] = [];
  for (let left = before; left > 0; left -= 60_000) {
    const size = Math.min(left, 60_000);
    const segment = Buffer.alloc(size + 4, 0x11);
    segment.writeUInt16BE(0xffe1, 0);
    segment.writeUInt16BE(size + 2, 2);
    segments.push(segment);
  }
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, frame, Buffer.from([0xff, 0xd9])]);
}

type ZipEntry = { name: string; unpacked?: number; locked?: boolean };

/** Returns a ZIP archive of empty files, with any directory entries. */
export function zipBytes(...entries: (string | ZipEntry)[]): Buffer {
  const directory = entries.map((given) => {
    const {
      name,
      unpacked = 0,
      locked = false,
    } = typeof given === 'string' ? { name: given } : given;
    const bytes = Buffer.from(name);
    const entry = Buffer.alloc(46 + bytes.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(locked ? 1 : 0, 8);
    entry.writeUInt32LE(unpacked, 24);
    entry.writeUInt16LE(bytes.length, 28);
    entry.set(bytes, 46);
    return entry;
  });
  const local = text('PK\x03\x04 something');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, ...directory, end]);
}

type PackedFile = { name: string; text: string | Buffer; claimed?: number };

/** Returns a ZIP archive of files with contents; the caller chooses the unpacked size that each claims. */
export function packedZip(parts: readonly PackedFile[]): Uint8Array {
  const files: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const { name, text, claimed } of parts) {
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes, { level: 1 });
    const label = Buffer.from(name);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(label.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(bytes), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claimed ?? bytes.length, 24);
    entry.writeUInt16LE(label.length, 28);
    entry.writeUInt32LE(at, 42);
    files.push(header, label, packed);
    entries.push(entry, label);
    at += header.length + label.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...files, directory, end]));
}
