const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endSize = 22;
const entrySize = 46;
const longestComment = 0xffff;

/** Where the directory at the end of a ZIP archive begins, if there is one. */
function directoryOf(bytes: DataView): { offset: number; count: number } | undefined {
  const last = bytes.byteLength - endSize;
  for (let at = last; at >= 0 && at >= last - longestComment; at -= 1) {
    if (bytes.getUint32(at, true) === endSignature) {
      return { count: bytes.getUint16(at + 10, true), offset: bytes.getUint32(at + 16, true) };
    }
  }
  return undefined;
}

/**
 * The names of the files in a ZIP archive, from its directory alone; nothing is unpacked.
 * @returns no names for bytes that are no archive, or a damaged one
 */
export function archiveNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = directoryOf(view);
  if (!directory) return [];
  const names: string[] = [];
  let at = directory.offset;
  for (let entry = 0; entry < directory.count; entry += 1) {
    if (at + entrySize > view.byteLength || view.getUint32(at, true) !== entrySignature) return [];
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const commentLength = view.getUint16(at + 32, true);
    names.push(
      new TextDecoder().decode(bytes.subarray(at + entrySize, at + entrySize + nameLength)),
    );
    at += entrySize + nameLength + extraLength + commentLength;
  }
  return names;
}

/** An OFD document (GB/T 33190) is a ZIP archive with `OFD.xml` at its root. */
export const isOfd = (bytes: Uint8Array): boolean => archiveNames(bytes).includes('OFD.xml');
