import 'server-only';
import { crc32 } from 'node:zlib';

type ZipPart = { readonly name: string; readonly text: string };

const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endOfDirectory = 0x06054b50;
/** The flag for names in UTF-8, and the version of the format that has it. */
const utf8Names = 0x0800;
const neededVersion = 20;
/** The method of a file that is not compressed. */
const stored = 0;
/** 1 January 1980, the first day that the format knows: equal contents give equal bytes whenever they are packed. */
const firstDay = 0x0021;

/** Writes the fields that the header of a file and its entry in the directory share. */
function writeShared(target: Buffer, at: number, name: Buffer, bytes: Buffer): void {
  target.writeUInt16LE(neededVersion, at);
  target.writeUInt16LE(utf8Names, at + 2);
  target.writeUInt16LE(stored, at + 4);
  target.writeUInt16LE(0, at + 6);
  target.writeUInt16LE(firstDay, at + 8);
  target.writeUInt32LE(crc32(bytes), at + 10);
  target.writeUInt32LE(bytes.length, at + 14);
  target.writeUInt32LE(bytes.length, at + 18);
  target.writeUInt16LE(name.length, at + 22);
}

/**
 * Packs files into a ZIP archive without compressing them. The same files always give the same bytes: a compressor of another
 * version would give others.
 */
export function packZip(parts: readonly ZipPart[]): Uint8Array<ArrayBuffer> {
  const files: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const { name, text } of parts) {
    const contents = Buffer.from(text);
    const label = Buffer.from(name);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(localHeader, 0);
    writeShared(header, 4, label, contents);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(centralHeader, 0);
    entry.writeUInt16LE(neededVersion, 4);
    writeShared(entry, 6, label, contents);
    entry.writeUInt32LE(at, 42);
    files.push(header, label, contents);
    entries.push(entry, label);
    at += header.length + label.length + contents.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(endOfDirectory, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...files, directory, end]));
}
