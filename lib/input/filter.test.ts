import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { encodeCursor } from '@/lib/keyset';
import { hiddenChoice, idCursor, longestSearch, pageCursor, readFilter, search } from './filter';

const schema = z.object({
  q: search(),
  state: z.enum(['open', 'closed']).optional(),
  city: z.string().optional(),
  sort: hiddenChoice(['up', 'down']),
  cursor: idCursor(),
  place: pageCursor(),
});
const read = (query: Record<string, string | string[]>) =>
  readFilter(schema, query, { city: ['qingyang'] });
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

  it.each([
    [{ q: '—' }, { q: 'search_wordless' }],
    [{ q: '甲'.repeat(longestSearch + 1) }, { q: 'search_too_long' }],
    [{ state: 'gold' }, { state: 'filter_unknown' }],
    [{ state: ['open', 'closed'] }, { state: 'filter_unknown' }],
    [{ city: 'atlantis' }, { city: 'filter_unknown' }],
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
