import { NextRequest } from 'next/server';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { proxy } from '@/proxy';
import { passwordSlots } from './password-slots';

// One clock for all: it never goes back, as none does that the proxy reads.
beforeAll(() => void vi.useFakeTimers());
afterAll(() => void vi.useRealTimers());
// The next test comes when the window of this one is over.
afterEach(() => void vi.advanceTimersByTime(1000));

type How = { path?: string; network?: string; method?: string; script?: boolean };

async function send({ path = '/sign-in', network = '203.0.113.7', ...how }: How = {}) {
  const method = how.method ?? 'POST';
  const body = new FormData();
  body.set('email', 'a@example.cn');
  const sent = new Request('http://localhost', { method: 'POST', body });
  const bytes = await sent.clone().arrayBuffer();
  const headers = new Headers(sent.headers);
  headers.set('content-length', String(bytes.byteLength));
  headers.set('x-forwarded-for', network);
  if (how.script) headers.set('next-action', 'abc');
  const given = method === 'POST' ? { body: bytes } : {};
  return proxy(new NextRequest(`http://localhost${path}`, { method, headers, ...given }));
}

async function statuses(times: number, how: (n: number) => How) {
  const answers = [];
  for (let n = 0; n < times; n += 1) answers.push(await send(how(n)));
  return answers.map(({ status }) => status);
}

it('lets ten forms a second of one network through to the action, and answers the others itself', async () => {
  const all = await statuses(15, () => ({}));
  expect(all.filter((status) => status === 200)).toHaveLength(10);
  const turnedAway = await send({ path: '/en/sign-up?next=%2Fcity' });
  expect(turnedAway.status).toBe(503);
  expect(turnedAway.headers.get('retry-after')).toBe('5');
  expect(turnedAway.headers.get('content-security-policy')).toContain("form-action 'self'");
  const html = await turnedAway.text();
  expect(html).toContain('<html lang="en">');
  expect(html).toContain('action="/en/sign-up?next=%2Fcity"');
  expect(html).toContain('value="a@example.cn"');
  expect((await send({ network: '198.51.100.1' })).status).toBe(200);
  vi.advanceTimersByTime(1000);
  expect((await send()).status).toBe(200);
});

it('counts an IPv6 network as one sender, and all senders together', async () => {
  const own = await statuses(11, (n) => ({ network: `2001:db8:1:2::${n}` }));
  expect(own[10]).toBe(503);
  const others = await statuses(11, (n) => ({ network: `198.51.100.${n}` }));
  expect(others.slice(9)).toEqual([200, 503]);
});

it('leaves alone what sends no password, and what a script sends, which keeps its page', async () => {
  await statuses(20, (n) => ({ network: `198.51.100.${n}` }));
  expect((await send()).status).toBe(503);
  for (const how of [{ method: 'GET' }, { path: '/verify' }, { path: '/' }, { script: true }]) {
    expect((await send(how)).status, JSON.stringify(how)).toBe(200);
  }
});

it('turns away while nobody has room to wait for a place', async () => {
  const held = [await passwordSlots().take('a'), await passwordSlots().take('b')];
  const waiting = Array.from({ length: 60 }, (_, n) => passwordSlots().take(`network-${n}`));
  expect((await send()).status).toBe(503);
  await vi.advanceTimersByTimeAsync(10_001);
  expect((await Promise.all(waiting)).every((place) => place === undefined)).toBe(true);
  expect((await send()).status).toBe(200);
  for (const release of held) release?.();
});
