import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { errorMessages } from '@/lib/error-messages';
import { escapeHtml } from '@/lib/escape-html';
import { splitLocale } from '@/lib/locale';
import { failedMessages } from './messages';
import { plainHtml } from './plain-page';

/** Shared by the parts that Next builds apart: references of faults, by the nonce of the request that failed. */
const shared = globalThis as { suanquanFaults?: Map<string, string> };
const faults = () => (shared.suanquanFaults ??= new Map<string, string>());

type Headers = IncomingMessage['headers'];

const nonceOf = (headers: Headers): string => String(headers['x-nonce'] ?? '');

/** Keeps the reference under which a fault stands in the log, for the page that tells of it. */
export function noteFault(headers: Headers, reference: string): void {
  if (nonceOf(headers)) faults().set(nonceOf(headers), reference);
}

/** Holds what a request asked for as it came: the framework writes another address into it. */
type Asked = { url: string; isForm: boolean; nonce: string };

/**
 * Makes the page that tells of a fault. Of a form nobody knows whether it took effect; its number makes it safe to send it
 * again.
 */
function failedPage({ url, isForm, nonce }: Asked): string {
  const { locale } = splitLocale(url.split('?')[0] ?? '/');
  const t = { ...errorMessages(locale), ...failedMessages(locale) };
  const reference = faults().get(nonce);
  const again = `<p><a href="${escapeHtml(url)}">${escapeHtml(t.retry)}</a></p>`;
  return plainHtml(
    { locale, nonce },
    {
      title: t.errorTitle,
      body: [
        `<p>${escapeHtml(isForm ? t.formBody : t.errorBody)}</p>`,
        ...(reference ? [`<p>${escapeHtml(`${t.reference} ${reference}`)}</p>`] : []),
        ...(isForm ? [] : [again]),
      ],
    },
  );
}

/** Tells a page that is opened from what the script of a page asks for, which keeps the page that it has. */
const opensPage = ({ headers, url = '' }: IncomingMessage): boolean =>
  !headers.rsc && !headers['next-action'] && !/^\/(api|_next)\//.test(url);

/**
 * Puts a page that is made by hand in the place of a failed one. The framework's own is empty until a script fills it, so that
 * a browser without one shows nothing at all.
 */
function replaceFailure(request: IncomingMessage, response: ServerResponse): void {
  const original = {
    writeHead: response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse,
    write: response.write.bind(response) as (...given: unknown[]) => boolean,
    end: response.end.bind(response) as (...given: unknown[]) => ServerResponse,
  };
  const asked = { url: request.url ?? '/', isForm: request.method === 'POST' };
  let html: string | undefined;
  const begin = () => {
    if (!response.headersSent) response.writeHead(response.statusCode);
  };
  const replaced = {
    writeHead: (status: number, ...given: unknown[]) => {
      const type = String(response.getHeader('content-type') ?? '');
      if (status === 500 && type.startsWith('text/html')) {
        html = failedPage({ ...asked, nonce: nonceOf(request.headers) });
        for (const name of ['content-encoding', 'content-length', 'etag', 'link']) {
          response.removeHeader(name);
        }
        response.setHeader('cache-control', 'private, no-store');
      }
      return original.writeHead(status, ...given);
    },
    write: (...given: unknown[]) => {
      begin();
      return html === undefined ? original.write(...given) : true;
    },
    end: (...given: unknown[]) => {
      begin();
      return html === undefined ? original.end(...given) : original.end(html);
    },
  };
  Object.assign(response, replaced);
}

/** Watches for pages that fail: Node tells of every request before the framework answers it. */
export function replaceFailures(): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (opensPage(request)) replaceFailure(request, response);
    response.once('close', () => faults().delete(nonceOf(request.headers)));
  });
}
