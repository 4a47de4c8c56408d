import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Arrivals } from './arrivals';

it('lets in so many of one sender and so many in all, and again when the time is over', () => {
  const arrivals = new Arrivals({ each: 2, inAll: 3, windowMs: 1000 });
  expect([1, 2, 3].map((now) => arrivals.admit('a', now))).toEqual([true, true, false]);
  expect(arrivals.admit('b', 4)).toBe(true);
  expect(arrivals.admit('c', 5)).toBe(false);
  expect(arrivals.admit('a', 1001)).toBe(true);
});

it('never lets in more than its bounds within any window, and nobody waits behind others for ever', () => {
  const step = fc.record({ who: fc.constantFrom('a', 'b', 'c'), after: fc.nat({ max: 400 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const arrivals = new Arrivals({ each: 3, inAll: 5, windowMs: 1000 });
      const admitted: { who: string; at: number }[] = [];
      let now = 0;
      for (const { who, after } of steps) {
        now += after;
        if (arrivals.admit(who, now)) admitted.push({ who, at: now });
        const recent = admitted.filter(({ at }) => now - at < 1000);
        expect(recent.length).toBeLessThanOrEqual(5);
        expect(recent.filter((one) => one.who === who).length).toBeLessThanOrEqual(3);
      }
      expect(arrivals.admit('d', now + 1000)).toBe(true);
    }),
  );
});
