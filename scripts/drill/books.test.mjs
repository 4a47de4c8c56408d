import { describe, expect, it } from 'vitest';
import { acknowledgedIn, compare, planted, plants } from './books.mjs';

/** Makes a hold as the books have it: one row, held once. */
const hold = (n, changes = {}) => ({
  id: `id-${n}`,
  orderNumber: `order-${n}`,
  state: 'open',
  held: 1,
  released: 0,
  ...changes,
});
const released = { state: 'released', released: 1 };
const books = (...holds) => ({ holds, breaks: [] });
const journal = { held: ['order-1', 'order-2'], released: ['id-2'] };
const sound = books(hold(1), hold(2, released));

describe('the comparison of the books with what was acknowledged', () => {
  it('finds nothing where they agree, and nothing wrong in what was kept and never acknowledged', () => {
    const none = { lost: [], doubled: [], breaks: [] };
    expect(compare(sound, journal)).toEqual(none);
    expect(compare(books(...sound.holds, hold(3)), journal)).toEqual(none);
  });

  it.each([
    ['a hold that is not there', books(hold(2, released)), ['order-1']],
    ['a hold without its posting', books(hold(1, { held: 0 }), hold(2, released)), ['order-1']],
    ['a release without its posting', books(hold(1), hold(2, { state: 'released' })), ['id-2']],
    ['a release whose hold is still open', books(hold(1), hold(2, { released: 1 })), ['id-2']],
  ])('finds what is lost: %s', (_, found, lost) => {
    expect(compare(found, journal).lost).toEqual(lost);
  });

  it.each([
    ['an order with two holds', books(hold(1), hold(1, { id: 'other' }), hold(2, released))],
    ['a hold that is posted twice', books(hold(1, { held: 2 }), hold(2, released))],
    ['a release that is posted twice', books(hold(1, { released: 2 }), hold(2, released))],
  ])('finds what is doubled: %s', (_, found) => {
    expect(compare(found, journal).doubled).toEqual(['order-1']);
  });

  it.each(Object.keys(plants))('reports the planted fault: %s', (plant) => {
    const { lost } = compare(sound, planted(journal, plant));
    expect(lost).toHaveLength(1);
  });

  it('leaves the journal alone where no fault is planted', () => {
    expect(planted(journal, undefined)).toBe(journal);
  });
});

describe('the journal of the load', () => {
  it('counts as acknowledged only what was answered with yes', () => {
    const yes = { acknowledged: true };
    const no = { acknowledged: false };
    const sent = {
      holds: new Map([
        ['order-1', yes],
        ['order-2', no],
      ]),
      releases: new Map([
        ['id-1', no],
        ['id-2', yes],
      ]),
    };
    expect(acknowledgedIn(sent)).toEqual({ held: ['order-1'], released: ['id-2'] });
  });
});
