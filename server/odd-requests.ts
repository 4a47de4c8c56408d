import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/**
 * Marks a request that was turned into a GET because the framework fails on its method. Its value shows whether the address is one
 * of a `page` or of a `file`, which have different methods.
 */
export const oddMethodHeader = 'x-suanquan-odd-method';

/** Methods that the web's type `Request` cannot hold. */
const unholdable = new Set(['TRACE', 'TRACK', 'CONNECT']);

/** Returns whether the framework sends the file by itself: a file of its build or of public/. */
const isFile = (url: string) =>
  /^\/(_next\/static\/|[\w-]+\.(ico|png|svg|webmanifest)(\?|$))/.test(url);

const fileMethods = new Set(['GET', 'HEAD']);

const isMachines = (url: string) => /^\/api\/v1(\/|\?|$)/.test(url);

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?')[0] ?? '');
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

/** Changes a request on which the framework would fail at once into one that proxy.ts refuses. */
function mend(request: IncomingMessage): void {
  const { method = '', url = '' } = request;
  if (unholdable.has(method) || (isFile(url) && !fileMethods.has(method))) {
    request.headers[oddMethodHeader] = isFile(url) ? 'file' : 'page';
    request.method = 'GET';
    if (!isMachines(url)) request.url = '/';
  }
  // The framework's own files do not pass through proxy.ts, which answers for all other addresses.
  if (url.startsWith('/_next/') && !isDecodable(url)) request.url = '/nowhere';
}

/** Mends every request before the framework handles it; Node reports each request as it arrives. */
export function mendOddRequests(): void {
  subscribe('http.server.request.start', (message) => {
    mend((message as { request: IncomingMessage }).request);
  });
}
