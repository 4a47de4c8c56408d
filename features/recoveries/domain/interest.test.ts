import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, type IsoDate } from '../../../lib/dates';
import { fen, sumFen } from '../../../lib/money';
import {
  interestDue,
  interestSteps,
  interestTerms,
  spanInterest,
  splitRepayment,
  totalInterest,
  type Reduction,
} from './interest';

const rule = { clause: '9', interestPercentPerYear: '4.35', from: 'payment' } as const;

describe('the interest of one principal', () => {
  it.each([
    // 100,000 yuan × 30 × 4.35 % ÷ 365 = 357.5342…
    [10_000_000n, 30, '4.35', 35_753n],
    [10_000_000n, 365, '4.35', 435_000n],
    // A leap year has a day more, and a year still has 365.
    [10_000_000n, 366, '4.35', 436_191n],
    [1n, 365, '100', 1n],
    [1n, 364, '100', 0n],
    [10_000_000n, 0, '4.35', 0n],
    [10_000_000n, 30, '0', 0n],
  ])('%s fen for %s days at %s %% a year', (principal, days, rate, interest) => {
    expect(spanInterest(fen(principal), days, rate)).toBe(interest);
  });
});

describe('the terms', () => {
  const days = { paidOn: '2027-01-10', demandedOn: '2027-03-01' };
  it.each([
    ['from the payment', rule, days, '2027-01-10', 'principal'],
    ['from the demand', { ...rule, from: 'demand' }, days, '2027-03-01', 'principal'],
    ['with days of grace', { ...rule, graceDays: 30 }, days, '2027-02-09', 'principal'],
    ['interest first', { ...rule, order: 'interest' }, days, '2027-01-10', 'interest'],
    ['nothing paid yet', rule, { ...days, paidOn: undefined }, '2027-03-01', 'principal'],
  ] as const)('%s', (_, of, at, since, order) => {
    expect(interestTerms(of, at)).toEqual({ percent: '4.35', since, order });
  });

  it('are none where the rules name none', () => {
    expect(interestTerms(undefined, days)).toBeUndefined();
  });
});

const since: IsoDate = '2027-01-01';
const terms = { percent: '3.65', since, order: 'principal' } as const;
const principalFen = fen(1_000_000n);

describe('the steps', () => {
  it('have a day’s interest on the old principal on the day of a repayment', () => {
    const reductions = [
      { on: '2027-01-21', amountFen: fen(600_000n) },
      { on: '2027-01-11', amountFen: fen(400_000n) },
    ];
    expect(interestSteps({ principalFen, reductions }, terms, '2027-02-28')).toEqual([
      { from: since, to: '2027-01-11', days: 10, principalFen, interestFen: 1_000n },
      {
        from: '2027-01-11',
        to: '2027-01-21',
        days: 10,
        principalFen: 600_000n,
        interestFen: 600n,
      },
    ]);
  });

  it('begin with what is left where some was paid before', () => {
    const reductions = [{ on: '2026-12-20', amountFen: fen(400_000n) }];
    const steps = interestSteps({ principalFen, reductions }, terms, '2027-01-11');
    expect(steps).toMatchObject([{ from: since, principalFen: 600_000n, interestFen: 600n }]);
  });

  it('are none before the first day that counts', () => {
    expect(interestSteps({ principalFen, reductions: [] }, terms, since)).toEqual([]);
    expect(interestSteps({ principalFen, reductions: [] }, terms, '2026-06-01')).toEqual([]);
  });

  const rate = fc.integer({ min: 1, max: 240_000 }).map((n) => (n / 10_000).toFixed(4));
  const debt = fc
    .record({
      principal: fc.bigInt({ min: 1n, max: 10_000_000_000n }),
      parts: fc.array(fc.record({ after: fc.nat(500), share: fc.nat(100) }), { maxLength: 6 }),
      until: fc.nat(600),
    })
    .map(({ principal, parts, until }) => {
      let left = principal;
      const reductions = parts.map(({ after, share }): Reduction => {
        const amount = (left * BigInt(share)) / 100n;
        left -= amount;
        return { on: addDays(since, after - 50), amountFen: fen(amount) };
      });
      return { debt: { principalFen: fen(principal), reductions }, until: addDays(since, until) };
    });

  it('agree with a model that goes from day to day and cuts off where the principal changes', () => {
    fc.assert(
      fc.property(debt, rate, ({ debt: of, until }, text) => {
        const scaled = BigInt(text.replace('.', ''));
        const owedOn = (on: IsoDate) =>
          of.principalFen -
          sumFen(of.reductions.filter((one) => one.on < on).map(({ amountFen }) => amountFen));
        const changes = new Set(of.reductions.map((one) => one.on));
        let total = 0n;
        let running = 0n;
        for (let on = addDays(since, 1); on <= until; on = addDays(on, 1)) {
          running += owedOn(on) * scaled;
          if (changes.has(on) || on === until) {
            total += running / (365n * 1_000_000n);
            running = 0n;
          }
        }
        const steps = interestSteps(of, { percent: text, since }, until);
        expect(totalInterest(steps)).toBe(total);
      }),
    );
  });

  it('follow each other without a gap, and never bear more than the whole would without a repayment', () => {
    fc.assert(
      fc.property(debt, rate, ({ debt: of, until }, text) => {
        const steps = interestSteps(of, { percent: text, since }, until);
        for (const [at, step] of steps.entries()) {
          expect(step.days).toBe(daysBetween(step.from, step.to));
          expect(step.from).toBe(steps[at - 1]?.to ?? since);
          expect(step.principalFen).toBeGreaterThan(0n);
        }
        const whole = spanInterest(of.principalFen, daysBetween(since, until), text);
        expect(totalInterest(steps) <= whole).toBe(true);
      }),
    );
  });
});

describe('a repayment', () => {
  const due = { principalFen: fen(500n), interestFen: fen(70n) };
  it.each([
    ['principal', 400n, { principalFen: 400n, interestFen: 0n }],
    ['principal', 530n, { principalFen: 500n, interestFen: 30n }],
    ['interest', 50n, { principalFen: 0n, interestFen: 50n }],
    ['interest', 400n, { principalFen: 330n, interestFen: 70n }],
  ] as const)('pays the %s first: %s fen', (order, amount, parts) => {
    expect(splitRepayment(fen(amount), due, order)).toEqual(parts);
  });

  it('is divided without a rest, and no part exceeds what is due', () => {
    const amount = fc.bigInt({ min: 0n, max: 1_000_000n }).map(fen);
    fc.assert(
      fc.property(
        amount,
        amount,
        fc.nat(100),
        fc.constantFrom('principal' as const, 'interest' as const),
        (principal, interest, share, order) => {
          const whole = { principalFen: principal, interestFen: interest };
          const paid = fen(((principal + interest) * BigInt(share)) / 100n);
          const parts = splitRepayment(paid, whole, order);
          expect(parts.principalFen + parts.interestFen).toBe(paid);
          expect(parts.principalFen <= principal && parts.interestFen <= interest).toBe(true);
        },
      ),
    );
  });
});

it('what is due is what accrued, less what was received and waived, and never less than nothing', () => {
  const debt = { principalFen, reductions: [] };
  const paid = { receivedFen: fen(300n), waivedFen: fen(200n) };
  expect(interestDue(debt, terms, '2027-01-11', paid)).toMatchObject({
    accruedFen: 1_000n,
    dueFen: 500n,
  });
  expect(interestDue(debt, terms, '2027-01-02', paid).dueFen).toBe(0n);
});
