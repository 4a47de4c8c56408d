import { createServer, request as ask, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NextRequest } from 'next/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { proxy } from '@/proxy';
import { mendOddRequests, oddMethodHeader } from './odd-requests';

beforeAll(() => {
  vi.stubEnv('DATABASE_URL', 'postgres://a:b@localhost/c');
  vi.stubEnv('AUTH_SECRET', 'a secret that is only good for tests');
});
afterAll(() => vi.unstubAllEnvs());

const through = (path: string, init: { method?: string; headers?: Record<string, string> } = {}) =>
  proxy(
    new NextRequest(`http://portal.example${path}`, {
      method: init.method ?? 'GET',
      headers: { host: 'portal.example', ...init.headers },
    }),
  );

describe('an address of the interface that no text can be', () => {
  it.each(['/api/v1/%zz', '/api/v1/programmes/%zz', '/api/v1/programmes?city=%00'])(
    'is answered as a problem: %s',
    async (path) => {
      const response = await through(path, { headers: { 'accept-language': 'en' } });
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(await response.json()).toMatchObject({
        status: 404,
        title: 'There is nothing at this address',
      });
      expect(response.headers.get('content-language')).toBe('en');
    },
  );

  it('has no body where only the head is asked for', async () => {
    const response = await through('/api/v1/%zz', { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([404, '']);
  });
});

describe('a form that another site sends', () => {
  const send = (origin: string, path: string, more: Record<string, string> = {}) =>
    through(path, { method: 'POST', headers: { origin, ...more } });

  it.each(['https://elsewhere.example', 'http://portal.example:81', 'null', 'nonsense'])(
    "is refused in the reader's language: %s",
    async (origin) => {
      const chinese = await send(origin, '/sign-in');
      expect(chinese.status).toBe(403);
      expect(await chinese.text()).toContain('请求来自其他网站，未执行任何操作。');
      const english = await send(origin, '/en/sign-in');
      expect(await english.text()).toContain('It came from another site, and nothing was done.');
      expect(english.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    },
  );

  it('is taken from a page of the portal, also behind a proxy, and from a program that is no browser', async () => {
    expect((await send('https://portal.example', '/verify')).status).toBe(200);
    const forwarded = { 'x-forwarded-host': 'city.example' };
    expect((await send('https://city.example', '/verify', forwarded)).status).toBe(200);
    expect((await through('/verify', { method: 'POST' })).status).toBe(200);
    const read = await through('/', { headers: { origin: 'https://elsewhere.example' } });
    expect(read.status).toBe(200);
  });
});

it('a method that no page has is refused, and says which it has', async () => {
  const page = await through('/en/programmes', { method: 'PROPFIND' });
  expect([page.status, page.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  expect(await page.text()).toContain('This method is not supported');
  const marked = { headers: { [oddMethodHeader]: 'page' } };
  expect((await through('/', marked)).status).toBe(405);
  expect((await through('/api/v1/programmes', marked)).status).toBe(405);
  const file = await through('/', { headers: { [oddMethodHeader]: 'file' } });
  expect([file.status, file.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

describe('a request that the framework would break on', () => {
  let port = 0;
  const seen: Pick<IncomingMessage, 'method' | 'url' | 'headers'>[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    response.end();
  });
  beforeAll(async () => {
    mendOddRequests();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => server.close());

  it.each([
    ['TRACE', '/en/programmes', 'GET', '/', 'page'],
    ['TRACE', '/api/v1/programmes', 'GET', '/api/v1/programmes', 'page'],
    ['TRACE', '/icon.svg', 'GET', '/', 'file'],
    ['POST', '/icon-512.png?a', 'GET', '/', 'file'],
    ['OPTIONS', '/_next/static/chunks/a.js', 'GET', '/', 'file'],
    ['HEAD', '/favicon.ico', 'HEAD', '/favicon.ico', undefined],
    ['POST', '/programmes', 'POST', '/programmes', undefined],
    ['GET', '/_next/static/%zz', 'GET', '/nowhere', undefined],
    ['GET', '/_next/static/%5Bid%5D.js?x=%zz', 'GET', '/_next/static/%5Bid%5D.js?x=%zz', undefined],
    ['GET', '/%zz', 'GET', '/%zz', undefined],
  ])('%s %s reaches the portal as %s %s', async (method, path, asMethod, asPath, marked) => {
    seen.length = 0;
    await new Promise((answered, failed) => {
      const outgoing = ask({ port, host: '127.0.0.1', method, path }, (response) => {
        response.resume().on('end', answered);
      });
      outgoing.on('error', failed).end();
    });
    expect(seen).toMatchObject([{ method: asMethod, url: asPath }]);
    expect(seen[0]?.headers[oddMethodHeader]).toBe(marked);
  });
});
