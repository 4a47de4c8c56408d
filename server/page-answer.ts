import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { absentPage } from './absent-page';
import { failedPage, forgetFault } from './failed-page';

/** Undoes the compression of a whole answer, by its name in the header. */
const decoders: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  '': (bytes) => bytes,
  br: brotliDecompressSync,
  gzip: gunzipSync,
  deflate: inflateSync,
};

/** Returns whether the browser opens a page; the script of a page that sends a request keeps its own page. */
const opensPage = ({ headers, url = '' }: IncomingMessage): boolean =>
  !headers.rsc && !headers['next-action'] && !/^\/(api|_next)\//.test(url);

/** Makes the page that is sent; `original` reads the framework's own, if the other is made of it. */
type Maker = (original: () => string) => string;

/**
 * Returns what makes the page that is sent in the place of the framework's own, if there is any for a status. The framework's pages for
 * what failed and for what does not exist are empty until a script fills them, so that a browser without a script shows nothing.
 */
function makersFor(request: IncomingMessage): (status: number) => Maker | undefined {
  // The framework changes the address of a request while it answers it.
  const received = { url: request.url ?? '/', isForm: request.method === 'POST' };
  const nonce = () => String(request.headers['x-nonce'] ?? '');
  return (status) => {
    if (status === 500) return () => failedPage({ ...received, nonce: nonce() });
    if (status === 404)
      return (original) => absentPage(original(), { ...received, nonce: nonce() });
    return undefined;
  };
}

/** Holds back the answer to one request if it is a page that is replaced, and sends the other page at its end. */
function watch(request: IncomingMessage, response: ServerResponse): void {
  const original = {
    writeHead: response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse,
    write: response.write.bind(response) as (...given: unknown[]) => boolean,
    end: response.end.bind(response) as (...given: unknown[]) => ServerResponse,
  };
  const makerOf = makersFor(request);
  const pieces: Buffer[] = [];
  let make: Maker | undefined;
  let decode = (bytes: Buffer) => bytes;
  const begin = () => {
    if (!response.headersSent) response.writeHead(response.statusCode);
  };
  const keep = (piece: unknown) => {
    if (typeof piece === 'string' || piece instanceof Uint8Array) pieces.push(Buffer.from(piece));
  };
  const replaced = {
    writeHead: (status: number, ...given: unknown[]) => {
      const type = String(response.getHeader('content-type') ?? '');
      const known = decoders[String(response.getHeader('content-encoding') ?? '')];
      if (type.startsWith('text/html') && known) {
        make = makerOf(status);
        decode = known;
      }
      if (make) {
        for (const name of ['content-encoding', 'content-length', 'etag', 'link']) {
          response.removeHeader(name);
        }
        response.setHeader('cache-control', 'private, no-store');
      }
      return original.writeHead(status, ...given);
    },
    write: (...given: unknown[]) => {
      begin();
      if (!make) return original.write(...given);
      keep(given[0]);
      return true;
    },
    end: (...given: unknown[]) => {
      begin();
      if (!make) return original.end(...given);
      keep(given[0]);
      return original.end(make(() => decode(Buffer.concat(pieces)).toString()));
    },
  };
  Object.assign(response, replaced);
}

/** Watches every page that is answered; Node reports each request before the framework answers it. */
export function watchPages(): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (opensPage(request)) watch(request, response);
    response.once('close', () => {
      forgetFault(request.headers);
    });
  });
}
