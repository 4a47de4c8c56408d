import 'server-only';
import { Readable } from 'node:stream';
import { byteOrderMark } from '@/lib/csv';

/** Returns the name for `Content-Disposition`, with every character outside RFC 5987's set encoded. */
const encodedName = (name: string): string =>
  encodeURIComponent(name).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const kept = { 'cache-control': 'private, no-store' };

/** Answers that there is no such file, or none for this reader. */
export const noFile = (): Response => new Response(null, { status: 404, headers: kept });

type Download = {
  type: string;
  /** The name under which it is saved; without `plainName` it has letters, digits, dots and dashes only. */
  name: string;
  /** The name for programs that cannot read what people or Chinese texts wrote into `name`. */
  plainName?: string;
  bytes?: number;
};

/**
 * Answers with a file to save. No cache keeps it, because it is made for one reader, and if a browser shows it after all, nothing
 * in it may run.
 */
export function download(body: BodyInit, { type, name, plainName, bytes }: Download): Response {
  const saved =
    plainName === undefined
      ? `filename="${name}"`
      : `filename="${plainName}"; filename*=UTF-8''${encodedName(name)}`;
  return new Response(body, {
    headers: {
      ...kept,
      'content-type': type,
      ...(bytes !== undefined && { 'content-length': String(bytes) }),
      'content-disposition': `attachment; ${saved}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
}

/** Answers with a document as PDF. */
export const pdfDownload = (pdf: Uint8Array, name: string, plainName: string): Response =>
  download(new Uint8Array(pdf), { type: 'application/pdf', name, plainName, bytes: pdf.length });

const csv = 'text/csv; charset=utf-8';

/** Answers with a table that is in memory as a whole. */
export const csvDownload = (text: string, name: string): Response =>
  download(text, { type: csv, name });

async function* written(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  yield Buffer.from(byteOrderMark);
  for await (const line of lines) yield Buffer.from(`${line}\r\n`);
}

/** Answers with a table that is sent line by line while it is read, so that a long one needs little memory. */
export const streamedCsv = (lines: AsyncIterable<string>, name: string): Response =>
  download(Readable.toWeb(Readable.from(written(lines))) as ReadableStream<Uint8Array>, {
    type: csv,
    name,
  });
