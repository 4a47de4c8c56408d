import 'server-only';
import { crc32 } from 'node:zlib';
import type { Scanner } from './clamd';

/**
 * The EICAR test text, which every scanner reports although it is harmless. It is encoded, so that
 * no scanner reports this source or the build.
 */
const testText = Buffer.from(
  'WDVPIVAlQEFQWzRcUFpYNTQoUF4pN0NDKTd9JEVJQ0FSLVNUQU5EQVJELUFOVElWSVJVUy1URVNULUZJTEUhJEgrSCo=',
  'base64',
);

const filler = Buffer.alloc(64 * 1024);

type Member = { name: string; size: number; pieces: () => Iterable<Uint8Array> };

function* fillerOf(size: number): Generator<Uint8Array> {
  for (let left = size; left > 0; left -= filler.length) {
    yield left < filler.length ? filler.subarray(0, left) : filler;
  }
}

/** Returns the fields that a member's own header and its line in the directory share. */
function fieldsOf({ name, size, pieces }: Member): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  let sum = 0;
  for (const piece of pieces()) sum = crc32(piece, sum);
  fields.writeUInt32LE(sum, 10);
  fields.writeUInt32LE(size, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const localHeader = 30;
const directoryLine = 46;

/** Returns a ZIP archive whose members are stored uncompressed, in pieces. */
function* archive(members: readonly Member[]): Generator<Uint8Array> {
  const directory: Buffer[] = [];
  let at = 0;
  for (const member of members) {
    const name = Buffer.from(member.name, 'latin1');
    const fields = fieldsOf(member);
    yield Buffer.concat([u32(0x04034b50), fields, name]);
    yield* member.pieces();
    directory.push(
      Buffer.concat([
        u32(0x02014b50),
        Buffer.from([20, 0]),
        fields,
        Buffer.alloc(10),
        u32(at),
        name,
      ]),
    );
    at += localHeader + name.length + member.size;
  }
  const lines = Buffer.concat(directory);
  const count = Buffer.alloc(8);
  count.writeUInt16LE(members.length, 4);
  count.writeUInt16LE(members.length, 6);
  yield Buffer.concat([lines, u32(0x06054b50), count, u32(lines.length), u32(at), Buffer.alloc(2)]);
}

const names = ['filler', 'test.com'] as const;
const overhead =
  2 * (localHeader + directoryLine) + 2 * names.join('').length + 22 + testText.length;

/**
 * Returns an archive of the given number of bytes, or of the fewest possible, with the test text at
 * its end.
 */
export function testArchive(totalBytes: number): Generator<Uint8Array> {
  const size = Math.max(0, totalBytes - overhead);
  return archive([
    { name: names[0], size, pieces: () => fillerOf(size) },
    { name: names[1], size: testText.length, pieces: () => [testText] },
  ]);
}

async function* sent(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield await Promise.resolve(piece);
}

/**
 * Checks whether the scanner really reads a whole file of the given number of bytes. It scans one
 * with the test text at its end, because by default ClamAV answers a plain "OK" to a file that is
 * larger than its `MaxFileSize` without having read it. Where it does not find the text in a small
 * file either, its signatures do not hold it, and the check shows nothing about its limits.
 * @returns undefined when the scanner gave no answer
 */
export async function scansFilesOf(
  scanner: Scanner,
  totalBytes: number,
): Promise<boolean | undefined> {
  const large = await scanner.scan(sent(testArchive(totalBytes)));
  if (large.kind === 'beyond_limits') return false;
  if (large.kind === 'infected') return true;
  if (large.kind === 'unavailable') return undefined;
  const small = await scanner.scan(sent(testArchive(0)));
  return small.kind === 'unavailable' ? undefined : small.kind !== 'infected';
}
