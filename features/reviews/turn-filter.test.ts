import { describe, expect, it } from 'vitest';
import { encodeCursor } from '@/lib/keyset';
import { readTurn } from './turn-filter';

const cursor = encodeCursor(['01890000-0000-7000-8000-000000000000']);

describe('the filter of a list with work for the reader', () => {
  it('shows everything without a choice', () => {
    for (const query of [{}, { turn: '' }, { cursor: '' }]) {
      const { filter, fits } = readTurn(query, true);
      expect(fits).toBe(true);
      expect(filter.turn).toBeUndefined();
    }
  });

  it('reads the choice "mine" and the cursor of the page', () => {
    const { filter, fits } = readTurn({ turn: 'mine', cursor }, true);
    expect(fits).toBe(true);
    expect(filter).toEqual({ turn: 'mine', cursor });
  });

  it.each([{ turn: 'nope' }, { turn: 'MINE' }, { turn: ['mine', 'mine'] }, { turn: '\0' }])(
    'does not show the whole list for %j',
    (query) => {
      expect(readTurn(query, true).fits).toBe(false);
    },
  );

  it('rejects "mine" for a role that only reads', () => {
    expect(readTurn({ turn: 'mine' }, false).fits).toBe(false);
    expect(readTurn({ cursor }, false).fits).toBe(true);
  });

  it('reports a damaged cursor', () => {
    expect(readTurn({ turn: 'mine', cursor: 'x' }, true).faults).toEqual({
      cursor: 'page_unknown',
    });
  });
});
