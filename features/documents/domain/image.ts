export type ImageSize = { width: number; height: number };

/** More pixels than any scanner or phone makes. Unpacked, they would fill the memory of the official's computer. */
export const maximumPixels = 100_000_000;

const viewOf = (bytes: Uint8Array) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Reads a PNG's size from the header that must come first. */
export function pngSize(head: Uint8Array): ImageSize | undefined {
  if (head.length < 24) return undefined;
  const view = viewOf(head);
  if (view.getUint32(12) !== 0x49484452) return undefined;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

const isStandalone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
/** Checks for a start of frame: C0 to CF except the tables C4, C8 and CC. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Reads a JPEG's size from its frame header; undefined when `head` ends before it, or is damaged. */
export function jpegSize(head: Uint8Array): ImageSize | undefined {
  const view = viewOf(head);
  let at = 2;
  while (at + 9 <= head.length && head[at] === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (isStandalone(marker)) at += 2;
    else if (isFrame(marker)) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    } else if (marker === 0xda || marker === 0xd9) return undefined;
    else at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return undefined;
}

export type ImageFault = 'file_broken' | 'file_pixels';

/** Checks whether an image of this size may be uploaded. An image without a size cannot be opened. */
export function judgeImage(size: ImageSize | undefined): ImageFault | undefined {
  if (!size || size.width === 0 || size.height === 0) return 'file_broken';
  return size.width * size.height > maximumPixels ? 'file_pixels' : undefined;
}
