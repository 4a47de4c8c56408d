import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Slots } from './slots';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const slotsOf = (places: number) =>
  new Slots({ places, waitingEach: 100, waitingInAll: 400, patienceMs: 1000 });

it('nobody takes more than half of the places; a place that is given back goes to the next', async () => {
  const slots = slotsOf(4);
  const mine = [await slots.take('a'), await slots.take('a')];
  const third = slots.take('a');
  const others = [await slots.take('b'), await slots.take('b')];
  expect([...mine, ...others].every((release) => release)).toBe(true);
  mine[0]?.();
  expect(await third).toBeTypeOf('function');
});

it('who waits too long is sent away, and takes no place later', async () => {
  const slots = slotsOf(1);
  const release = await slots.take('a');
  const late = slots.take('b');
  await vi.advanceTimersByTimeAsync(1001);
  expect(await late).toBeUndefined();
  release?.();
  expect(await slots.take('c')).toBeTypeOf('function');
});

it('giving back twice frees one place', async () => {
  const slots = slotsOf(1);
  const release = await slots.take('a');
  release?.();
  release?.();
  expect(await slots.take('a')).toBeTypeOf('function');
  const second = slots.take('a');
  await vi.advanceTimersByTimeAsync(1001);
  expect(await second).toBeUndefined();
});

it('the queue itself is bounded, for one organisation and in all', async () => {
  const slots = slotsOf(1);
  await slots.take('a');
  const own = Array.from({ length: 101 }, () => slots.take('a'));
  expect(await own[100]).toBeUndefined();
  const others = Array.from({ length: 400 }, (_, at) => slots.take(`org-${at}`));
  expect(await others[399]).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1001);
  expect((await Promise.all([...own, ...others])).filter(Boolean)).toEqual([]);
});

it('says beforehand whether there is room, for one and in all', async () => {
  const slots = new Slots({ places: 2, waitingEach: 1, waitingInAll: 2, patienceMs: 1000 });
  const release = await slots.take('a');
  expect(slots.hasRoom('a')).toBe(true);
  const waiting = [slots.take('a')];
  expect([slots.hasRoom('a'), slots.hasRoom('b')]).toEqual([false, true]);
  await slots.take('b');
  waiting.push(slots.take('b'));
  expect(slots.hasRoom('c')).toBe(false);
  release?.();
  expect(slots.hasRoom('c')).toBe(true);
  await vi.advanceTimersByTimeAsync(1001);
  expect(await waiting[1]).toBeUndefined();
});
