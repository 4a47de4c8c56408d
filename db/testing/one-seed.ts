import fc from 'fast-check';

/**
 * Draws the random cases of all properties from one seed, so that a commit gets the same result whenever and wherever it is
 * tested. `PROPERTY_SEED=<number> npm test` draws others, and so does each day of `npm run test:dates`.
 */
const { PROPERTY_SEED = '20260601' } = process.env;
const seed = Number(PROPERTY_SEED);
if (!Number.isInteger(seed))
  throw new Error(`PROPERTY_SEED is not a whole number: ${PROPERTY_SEED}`);
fc.configureGlobal({ seed });
