import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { errorMessages } from '@/lib/error-messages';
import { notFoundMessages } from '@/lib/not-found-messages';
import { noteFault } from './failed-page';
import { failedMessages } from './messages';
import { watchPages } from './page-answer';

let server: Server;
let answer = { status: 500, type: 'text/html; charset=utf-8' };
let html = 'an empty page';

beforeAll(async () => {
  watchPages();
  server = createServer((request, response) => {
    request.headers['x-nonce'] = 'once';
    const { url } = request;
    // The framework rewrites the address while it handles the request.
    request.url = '/zh-CN/elsewhere';
    if (url !== '/quiet') noteFault(request.headers, '12345');
    response.statusCode = answer.status;
    response.setHeader('content-type', answer.type);
    response.setHeader('content-encoding', 'gzip');
    const body = gzipSync(html);
    response.write(body.subarray(0, 5));
    response.end(body.subarray(5));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => void server.close());

type Sent = { path?: string; method?: string; headers?: IncomingHttpHeaders };

const send = ({ path = '/programmes', method = 'GET', headers = {} }: Sent) =>
  new Promise<{ status: number | undefined; headers: IncomingHttpHeaders; text: string }>(
    (done) => {
      const { port } = server.address() as AddressInfo;
      request({ port, host: '127.0.0.1', path, method, headers }, (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => {
          const text = Buffer.concat(pieces).toString();
          done({ status: response.statusCode, headers: response.headers, text });
        });
      }).end();
    },
  );

it('shows a page that needs no script in the place of a failed one, in the reader’s language', async () => {
  answer = { status: 500, type: 'text/html; charset=utf-8' };
  for (const [path, locale] of [['/programmes?q=%22', 'zh-CN'] as const, ['/en', 'en'] as const]) {
    const { status, headers, text } = await send({ path });
    const t = errorMessages(locale);
    expect(status).toBe(500);
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['cache-control']).toBe('private, no-store');
    expect(text).toContain(`<html lang="${locale}">`);
    expect(text).toContain(`<h1>${t.errorTitle}</h1>`);
    expect(text).toContain(t.errorBody);
    expect(text).toContain(`${t.reference} 12345`);
    expect(text).toContain(`<a href="${path}">${t.retry}</a>`);
  }
});

it('names no reference where there is none, and never that of another request', async () => {
  const { text } = await send({ path: '/quiet' });
  expect(text).not.toContain(errorMessages('zh-CN').reference + ' ');
});

it('does not say of a form that nothing was changed, because that is not known', async () => {
  const { text } = await send({ method: 'POST', path: '/en/startup' });
  expect(text).toContain(failedMessages('en').formBody);
  expect(text).not.toContain(errorMessages('en').errorBody);
  expect(text).not.toContain('<a ');
});

it('adds to a page that only a script fills what a browser without one shows', async () => {
  answer = { status: 404, type: 'text/html; charset=utf-8' };
  html =
    '<!DOCTYPE html><html id="__next_error__"><head><meta></head><body><script></script></body></html>';
  for (const [path, locale] of [['/nowhere', 'zh-CN'] as const, ['/en/nowhere', 'en'] as const]) {
    const { status, headers, text } = await send({ path });
    const t = notFoundMessages(locale);
    expect(status).toBe(404);
    expect(headers['content-encoding']).toBeUndefined();
    expect(text).toContain(
      `<html id="__next_error__" lang="${locale}"><head><meta><title>${t.title} ·`,
    );
    expect(text).toContain('</title><noscript><style');
    expect(text).toContain('</style></noscript></head>');
    expect(text).toContain('<body><noscript><main>');
    expect(text).toContain(`<p>${t.body}</p>`);
    expect(text).toContain('</main></noscript><script></script></body></html>');
  }
  html = '<!DOCTYPE html><html lang="en"><head></head><body>whole</body></html>';
  expect((await send({ path: '/en/nowhere' })).text).toBe(html);
});

it('does not change other answers, and no answer to the script of a page', async () => {
  for (const sent of [
    { headers: { rsc: '1' } },
    { headers: { 'next-action': 'a' }, method: 'POST' },
    { path: '/api/health' },
    { path: '/_next/static/a.js' },
  ]) {
    const { headers } = await send(sent);
    expect(headers['content-encoding'], JSON.stringify(sent)).toBe('gzip');
  }
  for (const other of [
    { status: 200, type: 'text/html' },
    { status: 503, type: 'text/html' },
    { status: 500, type: 'application/json' },
  ]) {
    answer = other;
    const { status, headers } = await send({});
    expect([status, headers['content-encoding']]).toEqual([other.status, 'gzip']);
  }
});
