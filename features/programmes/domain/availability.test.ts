import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { modes } from '@/features/rules/domain/rules';
import { groupByAvailability, availabilityOf, availabilities } from './availability';

const round = { closesAt: new Date(0) };

describe('the availability of a programme', () => {
  test.each([
    ['deferred', round, undefined, 'open'],
    ['deferred', round, round, 'open'],
    ['deduct', undefined, round, 'coming'],
    ['deduct', undefined, undefined, 'closed'],
    ['deduct', null, null, 'closed'],
    ['automatic', round, undefined, 'automatic'],
    ['automatic', undefined, round, 'automatic'],
    ['automatic', undefined, undefined, 'automatic'],
  ] as const)('%s, round %o, next round %o: %s', (mode, open, next, availability) => {
    expect(availabilityOf(mode, open, next)).toBe(availability);
  });

  test('everything is in one group, in its order, and no automatic programme is open for applications', () => {
    const programme = fc.record({
      mode: fc.constantFrom(...modes),
      round: fc.option(fc.constant(round)),
      nextRound: fc.option(fc.constant(round)),
    });
    fc.assert(
      fc.property(fc.array(programme), (all) => {
        const of = ({ mode, round: open, nextRound }: (typeof all)[number]) =>
          availabilityOf(mode, open, nextRound);
        const groups = groupByAvailability(all, of);
        expect(availabilities.flatMap((availability) => groups[availability])).toHaveLength(
          all.length,
        );
        for (const availability of availabilities) {
          expect(groups[availability]).toEqual(all.filter((one) => of(one) === availability));
        }
        for (const one of [...groups.open, ...groups.coming]) {
          expect(one.mode).not.toBe('automatic');
        }
      }),
    );
  });
});
