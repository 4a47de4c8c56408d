import 'server-only';
import { Readable } from 'node:stream';
import { setImmediate as othersTurn } from 'node:timers/promises';
import { createInflateRaw } from 'node:zlib';

/** How many bytes are handled before other requests get a turn: a few milliseconds' work. */
const pieceBytes = 64 * 1024;

/** Returns bytes piece by piece; between two pieces other requests get a turn. */
export async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    if (at > 0) await othersTurn();
    yield bytes.subarray(at, at + pieceBytes);
  }
}

/** Counts the bytes that are really unpacked, over all files of an archive, because the sizes in the archive may be wrong. */
export class UnpackedBytes {
  private left: number;

  constructor(limit: number) {
    this.left = limit;
  }

  /**
   * Adds bytes to the count.
   * @returns false once the limit is exceeded
   */
  add(bytes: number): boolean {
    this.left -= bytes;
    return this.left >= 0;
  }
}

/** Returns the contents of one file of a ZIP archive; unpacks only as much as the caller reads. */
export async function* inflated(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(packed, { objectMode: false });
  const inflate = createInflateRaw({ chunkSize: pieceBytes });
  // An error of the source must end the reading too; pipe() alone would leave it waiting.
  source.on('error', (error) => inflate.destroy(error));
  try {
    for await (const piece of source.pipe(inflate) as AsyncIterable<Uint8Array>) {
      yield piece;
      await othersTurn();
    }
  } finally {
    source.destroy();
    inflate.destroy();
  }
}
