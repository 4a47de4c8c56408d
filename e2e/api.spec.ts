import type { OpenApiDocument } from '@/features/developers/document';
import { expect, test } from './fixtures';

/** Only a running server shows these: the methods, headers and addresses as Next and the proxy treat them. */

const slug = 'nanning-compute-2025';
const assess = `/api/v1/programmes/${slug}/assess`;

test('the commands of the reference page work as they are shown there', async ({
  page,
  request,
}) => {
  for (const [prefix, language] of [
    ['', 'zh-CN'],
    ['/en', 'en'],
  ]) {
    await page.goto(`${prefix ?? ''}/developers`);
    const commands = (await page.locator('pre').allTextContents()).filter((text) =>
      text.startsWith('curl '),
    );
    expect(commands.length).toBeGreaterThanOrEqual(4);
    for (const command of commands) {
      const url = /'(https?:[^']+)'/.exec(command)?.[1] ?? '';
      const body = /-d '([^']+)'/.exec(command)?.[1];
      const headers: Record<string, string> = {};
      for (const [, name, value] of command.matchAll(/-H '([^:]+): ([^']+)'/g)) {
        if (name && value) headers[name] = value;
      }
      const method = command.includes('-X POST') ? 'POST' : 'GET';
      const answer = await request.fetch(url, { method, headers, ...(body && { data: body }) });
      expect(answer.status(), command).toBe(200);
      expect(answer.headers()['content-language'], command).toContain(language);
      if (method !== 'POST') continue;
      expect(await answer.json()).toMatchObject({ eligible: true, amount: '25102.00' });
    }
  }
});

test('every schema and problem that the page leads to is on it', async ({ page }) => {
  await page.goto('/developers');
  const dangling = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('main a[href^="#"]')]
      .map((link) => decodeURIComponent(link.hash.slice(1)))
      .filter((id) => document.getElementById(id) === null),
  );
  expect(dangling).toEqual([]);
});

test('the document is for any page of any site, and carries no cookie', async ({ request }) => {
  const answer = await request.get('/api/v1/openapi.json?lang=en');
  const headers = answer.headers();
  expect(headers['access-control-allow-origin']).toBe('*');
  expect(headers['set-cookie']).toBeUndefined();
  expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers['ratelimit-policy']).toBe('"reads";q=600;w=60');
  const document = (await answer.json()) as OpenApiDocument;
  expect(document.openapi).toBe('3.1.1');
  expect(Object.keys(document.paths)).toContain('/api/v1/programmes/{slug}/assess');
});

test('methods: HEAD, OPTIONS, and those that there are not', async ({ request }) => {
  const head = await request.head('/api/v1/programmes');
  expect([head.status(), await head.text()]).toEqual([200, '']);
  const options = await request.fetch(assess, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://elsewhere.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  });
  expect(options.status()).toBe(204);
  expect(options.headers()['access-control-allow-methods']).toContain('POST');
  for (const method of ['PUT', 'PATCH', 'DELETE', 'GET']) {
    const answer = await request.fetch(assess, { method });
    expect(answer.status(), method).toBe(405);
    expect(answer.headers().allow).toBe('POST, OPTIONS');
    expect(answer.headers()['content-type']).toContain('application/problem+json');
  }
});

test('whatever address below it is none is a problem, in the reader’s language', async ({
  request,
}) => {
  for (const path of [
    '/api/v1/nothing',
    '/api/v1/programmes/none',
    '/api/v1/programmes/%00',
    '/api/v1',
    '/api/v1/programmes/%E7%AE%97%E5%88%B8',
    `/api/v1/programmes/${'x'.repeat(3000)}`,
    '/api/v1/programmes/a/b/c',
  ]) {
    const answer = await request.get(path, {
      headers: { 'accept-language': 'en' },
      maxRedirects: 0,
    });
    expect(answer.status(), path).toBe(404);
    expect(answer.headers()['content-type'], path).toContain('application/problem+json');
    expect(answer.headers()['content-language'], path).toBe('en');
  }
});

test('a body that is announced too large, broken off or not JSON gets an answer that says so', async ({
  request,
}) => {
  const send = (data: string | Buffer, type = 'application/json') =>
    request.post(assess, { data: Buffer.from(data), headers: { 'content-type': type } });
  expect((await send('x'.repeat(1_000_000))).status()).toBe(413);
  expect((await send('{"a":')).status()).toBe(400);
  expect((await send(Buffer.from([0xff, 0xfe]))).status()).toBe(400);
  expect((await send('a=1', 'application/x-www-form-urlencoded')).status()).toBe(415);
  expect((await send('{"settledAmount": 200000}')).status()).toBe(422);
});
