import { expect, test } from 'vitest';
import { mayResolveListed } from './may-resolve';

test.each([
  ['the uploader', 'a', false],
  ['the proposer', 'b', false],
  ['the publisher', 'c', false],
  ['anybody else', 'd', true],
])('an objection to a row is resolved by none of the makers of its list: %s', (_, userId, may) => {
  const list = { createdBy: 'a', proposedBy: 'b', publishedBy: 'c' };
  expect(mayResolveListed(list, userId)).toBe(may);
});
