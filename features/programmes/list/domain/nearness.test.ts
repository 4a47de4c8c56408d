import { expect, test } from 'vitest';
import { nearestFirst, nearness } from './nearness';

test.each([
  ['4403', '440311', 4],
  ['440311', '440311', 6],
  ['44', '440311', 2],
  ['4403', '44', 1],
  ['3301', '4403', 0],
  ['4403', 'elsewhere', 0],
  [undefined, '4403', 0],
  ['4403', undefined, 0],
] as const)('from %s to %s', (place, region, near) => {
  expect(nearness(place, region)).toBe(near);
});

test('the district comes before its city, the city before its province, all others keep their order', () => {
  const places = ['11', '44', '3301', '440311', '4403', '6210'];
  const own = (one: string) => one;
  expect(nearestFirst(places, own, '440311')).toEqual([
    '440311',
    '4403',
    '44',
    '11',
    '3301',
    '6210',
  ]);
  expect(nearestFirst(places, own, undefined)).toEqual(places);
  expect(nearestFirst(places, () => undefined, '440311')).toEqual(places);
});
