import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { encodeCursor } from '@/lib/keyset';
import {
  amount,
  day,
  hiddenChoice,
  idCursor,
  longestSearch,
  pageCursor,
  readFilter,
  search,
} from './filter';

const schema = z.object({
  q: search(),
  state: z.enum(['open', 'closed']).optional(),
  city: z.string().optional(),
  sort: hiddenChoice(['up', 'down']),
  from: day(),
  to: day(),
  least: amount(),
  most: amount(),
  cursor: idCursor(),
  place: pageCursor(),
});
const read = (query: Record<string, string | string[]>) =>
  readFilter(schema, query, {
    known: { city: ['qingyang'] },
    ranges: [
      ['from', 'to'],
      ['least', 'most'],
    ],
  });
const id = '01890a5d-ac96-774b-bcce-b302099a8057';

describe('a filter in an address', () => {
  it('is read where all of it fits; what is empty is not asked', () => {
    const query = {
      q: ' 庆阳 2 ',
      state: 'open',
      city: 'qingyang',
      sort: '',
      cursor: encodeCursor([id]),
    };
    expect(read(query)).toMatchObject({
      filter: { q: '庆阳 2', state: 'open', city: 'qingyang', cursor: query.cursor },
      faults: {},
      fits: true,
    });
    expect(read({ q: '  ', state: '', cursor: '' })).toMatchObject({ filter: {}, fits: true });
  });

  it('reads days and amounts as people write them', () => {
    const query = { from: '2026年3月1日', to: '2026-03-01', least: '１，０００', most: '1000.00' };
    expect(read(query)).toMatchObject({
      filter: { from: '2026-03-01', to: '2026-03-01', least: 100_000n, most: 100_000n },
      fits: true,
    });
  });

  it.each([
    [{ q: '—' }, { q: 'search_wordless' }],
    [{ q: '甲'.repeat(longestSearch + 1) }, { q: 'search_too_long' }],
    [{ state: 'gold' }, { state: 'filter_unknown' }],
    [{ state: ['open', 'closed'] }, { state: 'filter_unknown' }],
    [{ city: 'atlantis' }, { city: 'filter_unknown' }],
    [{ from: '2026-02-30' }, { from: 'day_unknown' }],
    [{ to: '0999-01-01' }, { to: 'day_unknown' }],
    [{ least: '1.234' }, { least: 'amount_unknown' }],
    [{ from: '2026-03-02', to: '2026-03-01' }, { to: 'range_reversed' }],
    [{ least: '100', most: '99.99' }, { most: 'range_reversed' }],
    [{ sort: 'sideways' }, { sort: 'address_unknown' }],
    [{ cursor: 'nonsense' }, { cursor: 'page_unknown' }],
    [{ cursor: encodeCursor([7]) }, { cursor: 'page_unknown' }],
    [{ place: '%00' }, { place: 'page_unknown' }],
  ])('says what of %j does not fit', (query, faults) => {
    const found = read(query);
    expect(found).toMatchObject({ faults, fits: false });
    expect(found.typed).toHaveProperty(Object.keys(query)[0] ?? '');
  });

  it('never leaves a value out that it does not name as a fault', () => {
    const value = fc.oneof(fc.string(), fc.constantFrom('open', 'qingyang', 'up', 'a'));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(schema.shape)), value), (query) => {
        const { filter, faults } = read(query);
        for (const [name, sent] of Object.entries(query)) {
          if (sent.trim() === '') continue;
          const isRead = (filter as Record<string, unknown>)[name] !== undefined;
          expect(isRead || faults[name] !== undefined, `${name}=${sent}`).toBe(true);
        }
      }),
    );
  });
});
