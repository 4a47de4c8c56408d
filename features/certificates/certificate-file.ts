import 'server-only';
import { download } from '@/server/download';
import type { Carried } from './domain/carried';

const types = { statement: 'text/plain; charset=utf-8', signature: 'application/octet-stream' };
const endings = { statement: 'txt', signature: 'sig' };

/** Sends the statement or the signature of a certificate as a file, byte by byte as it was signed. */
export function certificateFile(
  number: string,
  { statement, signature }: Carried,
  part: 'statement' | 'signature',
): Response {
  const bytes = part === 'statement' ? new TextEncoder().encode(statement) : signature;
  return download(new Uint8Array(bytes), {
    type: types[part],
    name: `${number}.${endings[part]}`,
    bytes: bytes.length,
  });
}
