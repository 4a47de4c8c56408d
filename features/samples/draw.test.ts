import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawSample, sampleSize } from './draw';

test('a tenth of the decisions is drawn, and at least one', () => {
  expect([0, 1, 10, 11, 20, 21].map(sampleSize)).toEqual([0, 1, 1, 2, 2, 3]);
});

test('a known seed always draws the same cases', () => {
  const ids = Array.from({ length: 20 }, (_, at) => `case-${at.toString().padStart(2, '0')}`);
  expect(drawSample('5f0c', ids)).toEqual(drawSample('5f0c', ids.toReversed()));
  expect(drawSample('5f0c', ids)).toHaveLength(2);
  const others = ['0', '1', '2', '3'].map((seed) => drawSample(seed, ids).join());
  expect(new Set(others).size).toBeGreaterThan(1);
});

test('any draw has the right size, no case twice and none from elsewhere, whatever the order', () => {
  const ids = fc.uniqueArray(fc.uuid(), { maxLength: 60 });
  fc.assert(
    fc.property(fc.string(), ids, (seed, all) => {
      const drawn = drawSample(seed, all);
      expect(drawn).toHaveLength(sampleSize(all.length));
      expect(new Set(drawn).size).toBe(drawn.length);
      expect(drawn.every((id) => all.includes(id))).toBe(true);
      expect(drawSample(seed, all.toSorted())).toEqual(drawn);
    }),
  );
});

test('every case is as likely as any other over many seeds', () => {
  const ids = Array.from({ length: 10 }, (_, at) => `case-${at}`);
  const times = new Map(ids.map((id) => [id, 0]));
  for (let seed = 0; seed < 2_000; seed += 1) {
    for (const id of drawSample(`${seed}`, ids)) times.set(id, (times.get(id) ?? 0) + 1);
  }
  expect(Math.min(...times.values())).toBeGreaterThan(140);
  expect(Math.max(...times.values())).toBeLessThan(260);
});
