import { mostFiles } from '../limits';
import { count, type Shape } from './bounds';
import { usual, type Kind } from './kind';

/**
 * Makes a kind whose answer is not sent with the form's fields. It is never copied, because the user of a new
 * application must confirm it anew.
 */
const untyped = <S extends Shape>(bounds: S, given: 'filed' | 'declared'): Kind<S> => ({
  ...usual,
  bounds,
  given,
  copied: false,
  typed: () => undefined,
  read: (_, value) => ({ value, faults: {} }),
});

export const file = untyped(
  {
    accept: { sort: 'fileTypes' },
    maxFiles: count(1, mostFiles),
    /** A description of a good file. */
    sample: { sort: 'sample' },
  } as const,
  'filed',
);
export const declaration = untyped({}, 'declared');
