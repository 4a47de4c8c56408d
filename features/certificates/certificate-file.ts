import 'server-only';
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
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': types[part],
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="${number}.${endings[part]}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
}
