import { expect, test } from 'vitest';
import { networkOf } from './network';

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['unknown', 'unknown'],
  ['x'.repeat(5000), 'x'.repeat(60)],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

// Matching the whole header again and again would take minutes.
test('a header of any length is shortened before it is looked at', () => {
  expect(networkOf(`${'0:'.repeat(200_000)}x`)).toBe('0:0:0:0::/64');
});
