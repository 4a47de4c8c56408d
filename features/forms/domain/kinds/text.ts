import { done, refused } from '@/lib/result';
import { longestAnswer } from '../limits';
import { isUnusable } from '../plain';
import { count } from './bounds';
import { asIs, asShown, oneText } from './kind';

const bounds = { maxLength: count(1, longestAnswer) };

/** One line of text, and several. */
export const text = oneText({
  bounds,
  write: asIs,
  check({ maxLength: maximum = longestAnswer }, typed) {
    if (isUnusable(typed)) return refused('text_invalid');
    return typed.length > maximum ? refused('text_too_long', { maximum }) : done();
  },
  shown: asShown,
});
