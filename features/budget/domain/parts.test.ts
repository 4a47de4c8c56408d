import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen, sumFen } from '../../../lib/money';
import { committedShare, partsOf, poolParts, shareOf, takenShare, type PoolAmounts } from './parts';

const amount = fc.bigInt({ min: 0n, max: 10n ** 13n });

/** Pools as the ledger keeps them: what is spent, held, lost and available is committed, and the rest of the budget is free. */
const pool = fc
  .tuple(
    amount,
    amount,
    amount,
    amount,
    amount,
    amount,
    fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }),
  )
  .map(([spent, held, writtenOff, available, promised, left, paid]): PoolAmounts => {
    const committed = spent + held + writtenOff + available;
    return {
      spent: fen(spent),
      held: fen(held),
      writtenOff: fen(writtenOff),
      paid: fen(paid),
      committedFen: fen(committed),
      promisedFen: fen(promised),
      leftFen: fen(left),
      budgetFen: fen(committed + promised + left),
    };
  });

const tenths = (text: string) => Math.round(Number(text.replace('%', '')) * 10);

describe('the parts of a budget', () => {
  it('are the whole budget, and none is negative', () => {
    fc.assert(
      fc.property(pool, (one) => {
        const parts = partsOf(one);
        expect(sumFen(Object.values(parts))).toBe(one.budgetFen);
        for (const part of poolParts) expect(parts[part] >= 0n, part).toBe(true);
        expect(parts.paid + parts.due).toBe(one.spent);
      }),
    );
  });

  it('have shares that add up to 100.0 %, also in groups', () => {
    fc.assert(
      fc.property(
        pool.filter(({ budgetFen }) => budgetFen > 0n),
        (one) => {
          const all = poolParts.reduce((sum, part) => sum + tenths(shareOf(one, part)), 0);
          expect(all).toBe(1000);
          expect(tenths(takenShare(one)) + tenths(shareOf(one, 'left'))).toBe(1000);
          expect(tenths(committedShare(one)) + tenths(shareOf(one, 'promised'))).toBe(
            tenths(takenShare(one)),
          );
        },
      ),
    );
  });

  it('count what was paid for a reversed amount as spent no more', () => {
    const one = {
      spent: fen(40n),
      held: fen(0n),
      writtenOff: fen(10n),
      paid: fen(100n),
      committedFen: fen(60n),
      promisedFen: fen(20n),
      leftFen: fen(20n),
      budgetFen: fen(100n),
    };
    expect(partsOf(one)).toMatchObject({ paid: 40n, due: 0n, writtenOff: 10n, available: 10n });
    expect(takenShare(one)).toBe('80%');
  });

  it('of an empty budget have no share', () => {
    const none = fen(0n);
    const empty = {
      spent: none,
      held: none,
      writtenOff: none,
      paid: none,
      committedFen: none,
      promisedFen: none,
      leftFen: none,
      budgetFen: none,
    };
    expect(takenShare(empty)).toBe('0%');
  });
});
