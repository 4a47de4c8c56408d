import { mostFiles } from '../limits';
import { count, type Shape } from './bounds';
import { usual, type Kind } from './kind';

/** Makes a kind of which a form sends nothing; nobody new vouches for it unseen, so it is never taken over. */
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
    /** What a good one looks like. */
    sample: { sort: 'sample' },
  } as const,
  'filed',
);
export const declaration = untyped({}, 'declared');
