import { expect, test } from 'vitest';
import { BackOff } from './back-off.mjs';

test('pauses grow up to their bound, and a stable minute makes them short again', () => {
  const backOff = new BackOff(8_000);
  const pauses = [0, 100, 59_999, 0, 0].map((ranFor) => backOff.after(ranFor));
  expect(pauses).toEqual([1000, 2000, 4000, 8000, 8000]);
  expect(backOff.after(60_000)).toBe(1000);
  expect(backOff.after(0)).toBe(2000);
});
