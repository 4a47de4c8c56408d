import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { sharedFor } from './shared-for';

beforeAll(() => void vi.useFakeTimers());
afterAll(() => void vi.useRealTimers());

it('makes one value for all calls at once and for a while after, then another', async () => {
  let made = 0;
  const ask = sharedFor(1_000, () => Promise.resolve((made += 1)));
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
  vi.advanceTimersByTime(999);
  expect(await ask()).toBe(1);
  vi.advanceTimersByTime(1);
  expect(await ask()).toBe(2);
});

it('keeps nothing that failed', async () => {
  let tries = 0;
  const ask = sharedFor(1_000, () => {
    tries += 1;
    return tries === 1 ? Promise.reject(new Error('away')) : Promise.resolve('here');
  });
  await expect(ask()).rejects.toThrow('away');
  expect(await ask()).toBe('here');
});
