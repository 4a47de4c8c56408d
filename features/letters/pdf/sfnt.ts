import 'server-only';
import { inflateSync } from 'node:zlib';

/** Sizes of the parts of a WOFF file and of the OpenType file in it, in bytes. */
const woffHeader = 44;
const woffEntry = 20;
const sfntHeader = 12;
const sfntEntry = 16;

const padded = (length: number) => Math.ceil(length / 4) * 4;

/**
 * Unpacks the OpenType file in a WOFF file (https://www.w3.org/TR/WOFF/, sections 3 and 4). It is unpacked once, because the
 * library that reads fonts would otherwise unpack the outlines again for every character.
 * @throws Error for a file that is no WOFF
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('Not a WOFF file.');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, at) => {
    const entry = woffHeader + at * woffEntry;
    const offset = woff.readUInt32BE(entry + 4);
    const packed = woff.subarray(offset, offset + woff.readUInt32BE(entry + 8));
    const length = woff.readUInt32BE(entry + 12);
    return {
      tag: woff.subarray(entry, entry + 4),
      sum: woff.readUInt32BE(entry + 16),
      data: packed.length < length ? inflateSync(packed) : packed,
    };
  });
  const size = tables.reduce(
    (sum, { data }) => sum + padded(data.length),
    sfntHeader + count * sfntEntry,
  );
  const sfnt = Buffer.alloc(size);
  const power = Math.floor(Math.log2(count));
  woff.copy(sfnt, 0, 4, 8);
  sfnt.writeUInt16BE(count, 4);
  sfnt.writeUInt16BE(16 * 2 ** power, 6);
  sfnt.writeUInt16BE(power, 8);
  sfnt.writeUInt16BE(16 * (count - 2 ** power), 10);
  let place = sfntHeader + count * sfntEntry;
  for (const [at, { tag, sum, data }] of tables.entries()) {
    const entry = sfntHeader + at * sfntEntry;
    tag.copy(sfnt, entry);
    sfnt.writeUInt32BE(sum, entry + 4);
    sfnt.writeUInt32BE(place, entry + 8);
    sfnt.writeUInt32BE(data.length, entry + 12);
    data.copy(sfnt, place);
    place += padded(data.length);
  }
  return sfnt;
}
