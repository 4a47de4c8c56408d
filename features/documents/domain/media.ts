/** The types of files that may be uploaded. */
export type MediaType = 'application/pdf' | 'image/png' | 'image/jpeg' | 'application/zip';

const magic: readonly (readonly [MediaType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['application/zip', [0x50, 0x4b, 0x03, 0x04]],
];

/** Returns the type of a file by its first bytes, not by its name. An OFD counts as a ZIP archive here. */
export const mediaTypeOf = (head: Uint8Array): MediaType | undefined =>
  magic.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte))?.[0];
