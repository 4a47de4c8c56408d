import 'server-only';
import { problem, type Problem } from './problem';

/** Of everything that a machine sends; many times what the largest honest body needs. */
export const largestBody = 64 * 1024;

type Unreadable = Problem<'body_unreadable' | 'body_too_large' | 'type_unsupported'>;

/** `application/json` and its relatives, in UTF-8, not compressed. */
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

/** The bytes of the body; nothing where there are too many, however many were announced. */
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

/** The JSON value in a request's body, or why there is none. */
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
