import { channel } from 'node:diagnostics_channel';
import { EventEmitter } from 'node:events';
import { readdirSync } from 'node:fs';
import { NextRequest } from 'next/server';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { config, proxy } from '@/proxy';
import { watchAnswers } from './password-forms';
import { passwordBounds, passwordSlots } from './password-slots';

beforeAll(() => {
  vi.useFakeTimers();
  watchAnswers();
});
afterAll(() => void vi.useRealTimers());
// By then every request that a test left unanswered has given its place back.
afterEach(() => void vi.advanceTimersByTime(30_000));

type How = { path?: string; network?: string; method?: string; script?: boolean; length?: string };

async function requestOf({ path = '/sign-in', network = '203.0.113.7', ...how }: How = {}) {
  const method = how.method ?? 'POST';
  const body = new FormData();
  body.set('email', 'a@example.cn');
  const sent = new Request('http://localhost', { method: 'POST', body });
  const bytes = await sent.clone().arrayBuffer();
  const headers = new Headers(sent.headers);
  headers.set('content-length', how.length ?? String(bytes.byteLength));
  headers.set('x-forwarded-for', network);
  if (how.script) headers.set('next-action', 'abc');
  const given = method === 'POST' ? { body: bytes } : {};
  return new NextRequest(`http://localhost${path}`, { method, headers, ...given });
}

const send = async (how: How = {}) => proxy(await requestOf(how));

async function sendMany(times: number, how: (n: number) => How) {
  const answers = [];
  for (let n = 0; n < times; n += 1) answers.push(await send(how(n)));
  return answers;
}
const statusOf = ({ status }: Response) => status;

/** Emits Node's events of a request that the proxy let through, from its start to the end of its answer. */
function answered(passed: Response | undefined): void {
  const request = { method: 'POST', headers: {} as Record<string, string> };
  const response = new EventEmitter();
  channel('http.server.request.start').publish({ request, response });
  request.headers['x-nonce'] = passed?.headers.get('x-middleware-request-x-nonce') ?? '';
  response.emit('close');
}

it('lets five forms of one network through to the action at a time, and answers the others itself', async () => {
  const all = await sendMany(7, () => ({}));
  expect(all.map(statusOf)).toEqual([200, 200, 200, 200, 200, 503, 503]);
  const turnedAway = await send({ path: '/en/sign-up?next=%2Fcity' });
  expect(turnedAway.status).toBe(503);
  expect(turnedAway.headers.get('retry-after')).toBe('5');
  expect(turnedAway.headers.get('content-security-policy')).toContain("form-action 'self'");
  const html = await turnedAway.text();
  expect(html).toContain('<html lang="en">');
  expect(html).toContain('action="/en/sign-up?next=%2Fcity"');
  expect(html).toContain('value="a@example.cn"');
  expect((await send({ network: '198.51.100.1' })).status).toBe(200);
});

it('leaves the body of an accepted form to the handler that reads it next', async () => {
  const request = await requestOf();
  expect((await proxy(request)).status).toBe(200);
  expect([request.bodyUsed, request.body?.locked]).toEqual([false, false]);
  expect((await request.formData()).get('email')).toBe('a@example.cn');
});

it('counts every page on which a stranger sends a password, or asks to have one reset', async () => {
  await sendMany(5, () => ({}));
  for (const path of ['/sign-up', '/forgot-password', '/reset-password/abc', '/en/sign-in']) {
    expect((await send({ path })).status, path).toBe(503);
  }
});

it('keeps an address that is a secret out of every log and store, in each of its answers', async () => {
  const path = '/en/reset-password/a-secret';
  const page = await send({ method: 'GET', path });
  await sendMany(5, () => ({}));
  const turnedAway = await send({ path });
  const foreign = await proxy(
    new NextRequest(`http://localhost${path}`, {
      method: 'POST',
      headers: { host: 'localhost', origin: 'https://elsewhere.example' },
    }),
  );
  for (const [status, answer] of [[200, page] as const, [503, turnedAway] as const]) {
    expect(answer.status).toBe(status);
    expect(answer.headers.get('referrer-policy')).toBe('strict-origin');
    expect(answer.headers.get('cache-control')).toContain('no-store');
  }
  expect([foreign.status, foreign.headers.get('referrer-policy')]).toEqual([403, 'strict-origin']);
  expect((await send({ method: 'GET' })).headers.has('referrer-policy')).toBe(false);
});

it('gives a place to the next once an answer is out, and to one only', async () => {
  const [first] = await sendMany(5, () => ({}));
  expect((await send()).status).toBe(503);
  answered(first);
  answered(first);
  expect((await sendMany(2, () => ({}))).map(statusOf)).toEqual([200, 503]);
});

it('gives the place back of a request that is never seen to end', async () => {
  await sendMany(5, () => ({}));
  vi.advanceTimersByTime(29_999);
  expect((await send()).status).toBe(503);
  vi.advanceTimersByTime(1);
  expect((await send()).status).toBe(200);
});

it('counts an IPv6 network as one sender, and all senders together', async () => {
  const own = await sendMany(6, (n) => ({ network: `2001:db8:1:2::${n}` }));
  expect(own.map(statusOf)).toEqual([200, 200, 200, 200, 200, 503]);
  const others = await sendMany(6, (n) => ({ network: `198.51.100.${n}` }));
  expect(others.map(statusOf)).toEqual([200, 200, 200, 200, 200, 503]);
});

it('leaves alone what sends no password, and what a script sends, which keeps its page', async () => {
  await sendMany(10, (n) => ({ network: `198.51.100.${n}` }));
  expect((await send()).status).toBe(503);
  for (const how of [{ method: 'GET' }, { path: '/verify' }, { path: '/' }, { script: true }]) {
    expect((await send(how)).status, JSON.stringify(how)).toBe(200);
  }
});

it('redirects an address with empty filters to the one without them', async () => {
  const moved = await send({ method: 'GET', path: '/en/programmes?q=&city=qingyang&state=' });
  expect(moved.status).toBe(307);
  expect(moved.headers.get('location')).toBe('http://localhost/en/programmes?city=qingyang');
  for (const how of [{ method: 'GET', path: '/verify?code=' }, { path: '/settings?q=' }]) {
    expect((await send(how)).status, JSON.stringify(how)).toBe(200);
  }
});

it('leads nobody to another site, whatever the path', async () => {
  for (const path of ['//elsewhere.example/?q=', '/zh-CN//elsewhere.example/a?q=b']) {
    const { headers } = await send({ method: 'GET', path });
    expect(new URL(headers.get('location') ?? '').host, path).toBe('localhost');
  }
});

it('takes no form that is longer than any of ours, or does not say how long it is', async () => {
  for (const length of ['20001', '1e9', 'x']) {
    expect((await send({ length })).status, length).toBe(413);
  }
});

it('turns away while nobody has room to wait for a place', async () => {
  const held = [];
  for (let n = 0; n < passwordBounds.places; n += 1) {
    held.push(await passwordSlots().take(`holder-${n}`));
  }
  const waiting = Array.from({ length: 60 }, (_, n) => passwordSlots().take(`network-${n}`));
  expect((await send()).status).toBe(503);
  await vi.advanceTimersByTimeAsync(10_001);
  expect((await Promise.all(waiting)).every((place) => place === undefined)).toBe(true);
  expect((await send()).status).toBe(200);
  for (const release of held) release?.();
});

it('does not run for files that have no language, and runs for everything that resembles one', () => {
  const [pattern = ''] = config.matcher;
  const runsFor = (path: string) => new RegExp(`^${pattern}$`).test(path);
  const files = readdirSync('public').map((name) => `/${name}`);
  const written = ['/robots.txt', '/sitemap.xml', '/.well-known/security.txt'];
  for (const path of [...files, ...written]) {
    expect(runsFor(path), path).toBe(false);
    for (const like of [`${path}x`, `${path}%zz`, `/en${path}`]) {
      expect(runsFor(like), like).toBe(true);
    }
  }
  expect(runsFor('/')).toBe(true);
  expect(runsFor('/robots-txt')).toBe(true);
});
