import 'server-only';
import { createInflateRaw } from 'node:zlib';
import { Readable } from 'node:stream';

const localSignature = 0x04034b50;
const entrySignature = 0x02014b50;
const endSignature = 0x06054b50;

type Entry = { method: number; packed: Uint8Array };

/** The packed bytes of every file in a ZIP archive, by its directory. */
function* entriesOf(bytes: Uint8Array): Generator<Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== endSignature) end -= 1;
  if (end < 0) return;
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= bytes.length && view.getUint32(at, true) === entrySignature) {
    const size = view.getUint32(at + 20, true);
    const local = view.getUint32(at + 42, true);
    if (local + 30 > bytes.length || view.getUint32(local, true) !== localSignature) return;
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    yield { method: view.getUint16(at + 10, true), packed: bytes.subarray(from, from + size) };
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
}

/**
 * Whether an archive unpacks to more than `limit` bytes. It is unpacked to find out, piece by piece
 * and without keeping any of it: what an archive says of itself may be a lie.
 */
export async function unpacksBeyond(bytes: Uint8Array, limit: number): Promise<boolean> {
  let total = 0;
  for (const { method, packed } of entriesOf(bytes)) {
    if (method === 0) {
      total += packed.length;
      continue;
    }
    const inflate = Readable.from([packed]).pipe(createInflateRaw());
    for await (const piece of inflate as AsyncIterable<Uint8Array>) {
      total += piece.length;
      if (total > limit) return true;
    }
  }
  return total > limit;
}
