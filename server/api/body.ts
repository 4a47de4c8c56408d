import 'server-only';
import { problem, type Problem } from './problem';

/** The largest body that a machine may send; many times what the largest honest body needs. */
export const largestBody = 64 * 1024;

type Unreadable = Problem<'body_unreadable' | 'body_too_large' | 'type_unsupported'>;

/** Checks for `application/json` and its relatives, in UTF-8, not compressed. */
function isJson(headers: Headers): boolean {
  const [type = '', ...parameters] = (headers.get('content-type') ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((part) => part.startsWith('charset='))?.slice(8);
  const plain = charset === undefined || /^"?utf-?8"?$/.test(charset);
  const encoding = headers.get('content-encoding') ?? 'identity';
  return /^application\/([\w.+-]+\+)?json$/.test(type) && plain && encoding === 'identity';
}

/**
 * Reads the bytes of the body; returns nothing where there are too many, whatever length was
 * announced.
 */
async function readBytes(request: Request): Promise<Uint8Array | undefined> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > largestBody) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = (await reader.read()) as ReadableStreamReadResult<Uint8Array>;
    if (done) break;
    size += value.byteLength;
    if (size > largestBody) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks);
}

/** Reads the JSON value in a request's body, or returns why there is none. */
export async function readJson(
  request: Request,
): Promise<{ ok: true; value: unknown } | Unreadable> {
  if (!isJson(request.headers)) return problem('type_unsupported');
  const bytes = await readBytes(request);
  if (!bytes) return problem('body_too_large');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    // SyntaxError: no JSON; TypeError: no UTF-8; RangeError: nested too deeply to be read.
    const theirs =
      error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError;
    if (theirs) return problem('body_unreadable');
    throw error;
  }
}
