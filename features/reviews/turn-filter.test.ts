import { describe, expect, it } from 'vitest';
import { encodeCursor } from '@/lib/keyset';
import { readTurn } from './turn-filter';

const cursor = encodeCursor(['01890000-0000-7000-8000-000000000000']);

describe('the filter of a list that has turns', () => {
  it('shows everything where nothing is asked', () => {
    for (const query of [{}, { turn: '' }, { cursor: '' }]) {
      const { filter, fits } = readTurn(query, true);
      expect(fits).toBe(true);
      expect(filter.turn).toBeUndefined();
    }
  });

  it('reads whose turn is asked for, and where the page begins', () => {
    const { filter, fits } = readTurn({ turn: 'mine', cursor }, true);
    expect(fits).toBe(true);
    expect(filter).toEqual({ turn: 'mine', cursor });
  });

  it.each([{ turn: 'nope' }, { turn: 'MINE' }, { turn: ['mine', 'mine'] }, { turn: '\0' }])(
    'does not take %j for the whole list',
    (query) => {
      expect(readTurn(query, true).fits).toBe(false);
    },
  );

  it('has no work of somebody whose role only reads', () => {
    expect(readTurn({ turn: 'mine' }, false).fits).toBe(false);
    expect(readTurn({ cursor }, false).fits).toBe(true);
  });

  it('tells a damaged place in the list', () => {
    expect(readTurn({ turn: 'mine', cursor: 'x' }, true).faults).toEqual({
      cursor: 'page_unknown',
    });
  });
});
