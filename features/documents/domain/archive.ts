const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const headerSignature = 0x04034b50;
const endSize = 22;
const entrySize = 46;
const longestComment = 0xffff;

/** As many bytes of an archive's end as may be needed to find its directory. */
export const archiveTail = endSize + longestComment;

export type Directory = { offset: number; length: number; count: number };
export type Entry = {
  name: string;
  packed: number;
  /** The unpacked size that the directory claims. */
  unpacked: number;
  locked: boolean;
  method: number;
  /** The checksum that its contents must have. */
  crc32: number;
  /** Offset of the header that precedes the file's bytes. */
  header: number;
};

/** Far more than a document of a few hundred pages has. */
export const maximumEntries = 5_000;

const viewOf = (bytes: Uint8Array) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * Finds the directory of a ZIP archive from the file's last bytes. The record with its position must reach to
 * the very end of the file, as archivers write it.
 */
export function directoryOf(tail: Uint8Array): Directory | undefined {
  const view = viewOf(tail);
  const last = view.byteLength - endSize;
  for (let at = last; at >= 0 && at >= last - longestComment; at -= 1) {
    if (view.getUint32(at, true) !== endSignature) continue;
    if (at + endSize + view.getUint16(at + 20, true) !== view.byteLength) continue;
    return {
      count: view.getUint16(at + 10, true),
      length: view.getUint32(at + 12, true),
      offset: view.getUint32(at + 16, true),
    };
  }
  return undefined;
}

/** Reads the entries of a directory without unpacking anything; undefined when it is damaged. */
export function readDirectory(bytes: Uint8Array, count: number): Entry[] | undefined {
  const view = viewOf(bytes);
  const entries: Entry[] = [];
  let at = 0;
  for (let entry = 0; entry < count; entry += 1) {
    if (at + entrySize > view.byteLength || view.getUint32(at, true) !== entrySignature) {
      return undefined;
    }
    const nameLength = view.getUint16(at + 28, true);
    const name = bytes.subarray(at + entrySize, at + entrySize + nameLength);
    entries.push({
      name: new TextDecoder().decode(name),
      locked: (view.getUint16(at + 8, true) & 1) === 1,
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true),
      crc32: view.getUint32(at + 16, true),
      header: view.getUint32(at + 42, true),
    });
    at += entrySize + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The two ways in which archivers store a file. */
export const storedMethod = 0;
export const deflatedMethod = 8;

/** The length of the header before a file's bytes, without its name and its extra fields. */
export const headerSize = 30;

/** Returns the offset of a file's bytes after its header, given the header's first bytes; undefined for no header. */
export function contentsFrom(header: Uint8Array): number | undefined {
  if (header.length < headerSize) return undefined;
  const view = viewOf(header);
  if (view.getUint32(0, true) !== headerSignature) return undefined;
  return headerSize + view.getUint16(26, true) + view.getUint16(28, true);
}

/** Lists the entries of a whole archive; none for bytes that are no archive, or a damaged one. */
export function archiveEntries(bytes: Uint8Array): Entry[] {
  const directory = directoryOf(bytes);
  if (!directory || directory.count > maximumEntries) return [];
  return readDirectory(bytes.subarray(directory.offset), directory.count) ?? [];
}

export const maximumUnpacked = 300 * 1024 * 1024;

export type ArchiveFault = 'file_type' | 'file_broken' | 'file_locked' | 'file_bomb';

/** Checks an OFD document (GB/T 33190), which is a ZIP archive with `OFD.xml` at its root. */
export function judgeOfd(entries: readonly Entry[] | undefined): ArchiveFault | undefined {
  if (!entries) return 'file_broken';
  if (!entries.some(({ name }) => name === 'OFD.xml')) return 'file_type';
  if (entries.some(({ locked }) => locked)) return 'file_locked';
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  return unpacked > maximumUnpacked ? 'file_bomb' : undefined;
}
