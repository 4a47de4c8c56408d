import 'server-only';
import { Readable } from 'node:stream';
import { setImmediate as othersTurn } from 'node:timers/promises';
import { createInflateRaw } from 'node:zlib';

/** How many bytes are worked on before others get their turn: a few milliseconds' work. */
const pieceBytes = 64 * 1024;

/** Bytes one piece after the other; between two of them everybody else's requests get their turn. */
export async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    if (at > 0) await othersTurn();
    yield bytes.subarray(at, at + pieceBytes);
  }
}

/** Counts what is really unpacked, over all files of an archive: what the archive claims may be a lie. */
export class UnpackedBytes {
  private left: number;

  constructor(limit: number) {
    this.left = limit;
  }

  /** @returns false once there was more than the limit */
  add(bytes: number): boolean {
    this.left -= bytes;
    return this.left >= 0;
  }
}

/** The contents of one file of a ZIP archive, unpacked no further than they are asked for. */
export async function* inflated(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(packed, { objectMode: false });
  const inflate = createInflateRaw({ chunkSize: pieceBytes });
  // A fault of the source must end the reading too; pipe() alone would leave it waiting.
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
