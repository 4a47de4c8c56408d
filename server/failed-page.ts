import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { errorMessages } from '@/lib/error-messages';
import { escapeHtml } from '@/lib/escape-html';
import { splitLocale } from '@/lib/locale';
import { failedMessages } from './messages';
import { plainHtml } from './plain-page';

/**
 * References of errors, by the nonce of the request that failed. It is global, because Next builds the parts that use it
 * separately.
 */
const shared = globalThis as { suanquanFaults?: Map<string, string> };
const faults = () => (shared.suanquanFaults ??= new Map<string, string>());

type Headers = IncomingMessage['headers'];

const nonceOf = (headers: Headers): string => String(headers['x-nonce'] ?? '');

/** Keeps the reference of an error in the log, for the page that reports the error. */
export function noteFault(headers: Headers, reference: string): void {
  if (nonceOf(headers)) faults().set(nonceOf(headers), reference);
}

/** The request as it arrived, because the framework changes its address. */
type ReceivedRequest = { url: string; isForm: boolean; nonce: string };

/** Makes the page that reports an error. The outcome of a form is unknown then; its key makes it safe to send it again. */
function failedPage({ url, isForm, nonce }: ReceivedRequest): string {
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

/** Returns whether the browser opens a page; the script of a page that sends a request keeps its own page. */
const opensPage = ({ headers, url = '' }: IncomingMessage): boolean =>
  !headers.rsc && !headers['next-action'] && !/^\/(api|_next)\//.test(url);

/**
 * Replaces a failed page by one that is made without rendering. The framework's own page is empty until a script fills it, so
 * that a browser without a script shows nothing at all.
 */
function replaceFailure(request: IncomingMessage, response: ServerResponse): void {
  const original = {
    writeHead: response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse,
    write: response.write.bind(response) as (...given: unknown[]) => boolean,
    end: response.end.bind(response) as (...given: unknown[]) => ServerResponse,
  };
  const received = { url: request.url ?? '/', isForm: request.method === 'POST' };
  let html: string | undefined;
  const begin = () => {
    if (!response.headersSent) response.writeHead(response.statusCode);
  };
  const replaced = {
    writeHead: (status: number, ...given: unknown[]) => {
      const type = String(response.getHeader('content-type') ?? '');
      if (status === 500 && type.startsWith('text/html')) {
        html = failedPage({ ...received, nonce: nonceOf(request.headers) });
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

/** Replaces every page that fails; Node reports each request before the framework answers it. */
export function replaceFailures(): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (opensPage(request)) replaceFailure(request, response);
    response.once('close', () => faults().delete(nonceOf(request.headers)));
  });
}
