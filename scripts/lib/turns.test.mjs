import { setImmediate as nextRound } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { kindOf, senderOf, Turns } from './turns.mjs';

/** Takes a turn for each name, and records which have begun, and how to end each. */
function takeAll(turns, names) {
  const begun = [];
  const ends = {};
  const takeBacks = {};
  for (const name of names) {
    takeBacks[name] = turns.take(name.slice(0, 1), (end) => {
      begun.push(name);
      ends[name] = end;
    });
  }
  return { begun, ends, takeBacks };
}

test('a few have a turn at a time, and the end of one is the beginning of the next', async () => {
  const { begun, ends } = takeAll(new Turns({ places: 2 }), ['a1', 'b1', 'c1', 'd1']);
  expect(begun).toEqual(['a1', 'b1']);
  ends.a1();
  ends.a1();
  await nextRound();
  expect(begun).toEqual(['a1', 'b1', 'c1']);
});

test('a sender of many delays its own alone', async () => {
  const { begun, ends } = takeAll(new Turns({ places: 1 }), ['a1', 'a2', 'a3', 'a4', 'b1', 'c1']);
  for (const name of ['a1', 'a2', 'b1', 'c1', 'a3']) {
    ends[name]();
    await nextRound();
  }
  expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'a4']);
});

test('whoever waits for something else holds up nobody for longer than the time given', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const { begun, ends } = takeAll(new Turns({ places: 1, longestMs: 50 }), ['a1', 'a2', 'a3']);
    vi.advanceTimersByTime(49);
    await nextRound();
    expect(begun).toEqual(['a1']);
    vi.advanceTimersByTime(1);
    await nextRound();
    expect(begun).toEqual(['a1', 'a2']);
    // Its turn has ended already, so the end of its answer starts no other work.
    ends.a1();
    await nextRound();
    expect(begun).toEqual(['a1', 'a2']);
  } finally {
    vi.useRealTimers();
  }
});

test('what was broken off while it waited never begins', async () => {
  const { begun, ends, takeBacks } = takeAll(new Turns({ places: 1 }), ['a1', 'b1', 'b2', 'c1']);
  takeBacks.b1();
  takeBacks.c1();
  takeBacks.a1();
  ends.a1();
  await nextRound();
  ends.b2();
  await nextRound();
  expect(begun).toEqual(['a1', 'b2']);
});

test('a sender is the address that the proxy saw, of IPv6 the network', () => {
  const sent = (forwarded, remoteAddress = '127.0.0.1') =>
    senderOf({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress } });
  expect(sent('203.0.113.9, 198.51.100.2')).toBe('198.51.100.2');
  expect(sent(undefined, '::ffff:198.51.100.2')).toBe('198.51.100.2');
  expect(sent('2001:db8:1:2:3:4:5:6')).toBe(sent('2001:db8:1:2:ffff::1'));
  expect(sent('2001:db8:1:2:3:4:5:6')).not.toBe(sent('2001:db8:1:3:3:4:5:6'));
  expect(sent(undefined, undefined)).toBe('127.0.0.1');
});

test('forms of passwords take their turns apart from all other work', () => {
  for (const url of ['/sign-in', '/en/sign-up?next=/', '/forgot-password', '/reset-password/x']) {
    expect(kindOf({ url }), url).toBe('passwords');
  }
  for (const url of ['/', '/startup', '/api/documents', '/verify?then=/sign-in']) {
    expect(kindOf({ url }), url).toBe('work');
  }
});
