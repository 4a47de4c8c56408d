import 'server-only';
import { open, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createInflate } from 'node:zlib';
import type { PlainCode } from '@/lib/messages';
import { done, refused, type Outcome } from '@/lib/result';
import { inflated } from '@/server/pieces';
import {
  archiveTail,
  contentsFrom,
  deflatedMethod,
  directoryOf,
  headerSize,
  judgeOfd,
  maximumEntries,
  maximumUnpacked,
  readDirectory,
  storedMethod,
  type Entry,
} from './domain/archive';
import { jpegSize, judgeImage, pngSize } from './domain/image';
import { mediaTypeOf } from './domain/media';
import { judgePdf, packedObjects, PdfLook } from './domain/pdf';
import type { DocumentRefusal } from './messages';

/** What is wrong with the bytes of a file; its text needs no values. */
type FileFault = PlainCode<DocumentRefusal>;

const pieceBytes = 64 * 1024;
/** A photograph's frame header comes after its preview and colours, which may be large. */
const jpegHeadBytes = 1024 * 1024;
const directoryBytes = 1024 * 1024;
/** Packed objects of a PDF hold numbers and names. More than this is a decompression bomb. */
const unpackedBytes = 64 * 1024 * 1024;
const packedStreams = 20_000;

async function part(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
  return buffer.subarray(0, bytesRead);
}

async function* pieces(file: FileHandle, from = 0): AsyncIterable<Buffer> {
  for (let at = from; ;) {
    const piece = await part(file, at, pieceBytes);
    if (piece.length === 0) return;
    at += piece.length;
    yield piece;
  }
}

const isPackingFault = (error: unknown) =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');

/** Unpacks one object stream and searches it. @returns how many bytes it had; zero for a damaged one */
async function unpack(file: FileHandle, from: number, look: PdfLook, room: number) {
  const inflate = createInflate({ chunkSize: pieceBytes });
  const source = Readable.from(pieces(file, from), {
    objectMode: false,
    highWaterMark: pieceBytes,
  });
  let held = 0;
  try {
    for await (const piece of source.pipe(inflate) as AsyncIterable<Buffer>) {
      held += piece.length;
      if (held > room) break;
      look.push(piece.toString('latin1'));
    }
  } catch (error) {
    if (!isPackingFault(error)) throw error;
  } finally {
    source.destroy();
    inflate.destroy();
  }
  return held;
}

/** Finds packed objects; undefined where there are more of them than a document has. */
async function findPacked(file: FileHandle, look: PdfLook): Promise<number[] | undefined> {
  const places: number[] = [];
  let at = 0;
  for await (const piece of pieces(file)) {
    const text = look.push(piece.toString('latin1'));
    const before = text.length - piece.length;
    const found = packedObjects(text, before);
    if (!found || places.length > packedStreams) return undefined;
    for (const place of found) places.push(at - before + place);
    at += piece.length;
  }
  look.end();
  return places;
}

async function judgePages(file: FileHandle, size: number): Promise<FileFault | undefined> {
  const tail = await part(file, Math.max(0, size - 2048), 2048);
  if (!tail.includes('%%EOF')) return 'file_broken';
  const look = new PdfLook();
  const places = await findPacked(file, look);
  if (!places) return 'file_bomb';
  let room = unpackedBytes;
  for (const place of places) {
    if (judgePdf(look.findings)) break;
    room -= await unpack(file, place, look, room);
    look.end();
    if (room < 0) return 'file_bomb';
  }
  return judgePdf(look.findings);
}

/** Counts the bytes that one file of an archive really unpacks to, up to `room`; undefined when damaged. */
async function unpackedSize(file: FileHandle, entry: Entry, room: number) {
  const from = contentsFrom(await part(file, entry.header, headerSize));
  if (from === undefined) return undefined;
  let size = 0;
  try {
    for await (const piece of inflated(pieces(file, entry.header + from))) {
      size += piece.length;
      if (size > room) break;
    }
  } catch (error) {
    if (!isPackingFault(error)) throw error;
    return undefined;
  }
  return size;
}

/** Unpacks an archive without keeping any of it, because the sizes that it claims may be wrong. */
async function judgeContents(file: FileHandle, entries: readonly Entry[]) {
  let room = maximumUnpacked;
  for (const entry of entries) {
    if (entry.method === storedMethod) continue;
    if (entry.method !== deflatedMethod) return 'file_broken';
    const size = await unpackedSize(file, entry, room);
    if (size === undefined) return 'file_broken';
    room -= size;
    if (room < 0) return 'file_bomb';
  }
  return undefined;
}

async function judgeArchive(file: FileHandle, tail: Buffer): Promise<FileFault | undefined> {
  const directory = directoryOf(tail);
  if (!directory) return 'file_broken';
  if (directory.count > maximumEntries || directory.length > directoryBytes) return 'file_bomb';
  const bytes = await part(file, directory.offset, directory.length);
  const entries = readDirectory(bytes, directory.count);
  return judgeOfd(entries) ?? (await judgeContents(file, entries ?? []));
}

async function inspect(file: FileHandle, size: number): Promise<Outcome<string, DocumentRefusal>> {
  const head = await part(file, 0, 64);
  const type = mediaTypeOf(head);
  if (!type) return refused('file_type');
  const tail = await part(file, Math.max(0, size - archiveTail), archiveTail);
  if (type === 'application/zip') {
    const fault = await judgeArchive(file, tail);
    return fault ? refused(fault) : done('application/ofd');
  }
  // A picture or a PDF that is also an archive is made to be taken for something else.
  if (directoryOf(tail)) return refused('file_type');
  const judged = {
    'application/pdf': () => judgePages(file, size),
    'image/png': () => judgeImage(pngSize(head)),
    'image/jpeg': async () => judgeImage(jpegSize(await part(file, 0, jpegHeadBytes))),
  };
  const fault = await judged[type]();
  return fault ? refused(fault) : done(type);
}

/**
 * Inspects a file piece by piece: its type by its bytes, and whether opening it would do harm.
 * @returns its media type
 */
export async function inspectFile(
  path: string,
  size: number,
): Promise<Outcome<string, DocumentRefusal>> {
  const file = await open(path);
  try {
    return await inspect(file, size);
  } finally {
    await file.close();
  }
}
