import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { roles } from '../lib/roles';
import {
  describeLifecycles,
  document,
  finalStates,
  findLifecycles,
  root,
} from '../scripts/lifecycles';

const found = await findLifecycles();

/** Where each thing may come to rest; whatever else has no way out is a mistake. */
const ends: Record<string, readonly string[]> = {
  advanceRequest: ['released', 'declined'],
  appeal: ['dismissed', 'granted'],
  application: ['issued', 'withdrawn', 'expired'],
  ban: ['released', 'declined', 'lifted'],
  pause: ['declined', 'ended'],
  redemption: ['rejected', 'paid', 'reversed'],
  recovery: ['settled', 'declined'],
  recoveryCredit: ['released', 'declined'],
  funderBill: ['paid', 'withdrawn'],
  funderReceipt: ['released', 'declined'],
  claim: ['refused', 'withdrawn', 'lapsed', 'paid', 'reversed'],
  'bank answer': ['applied', 'discarded'],
  batch: ['closed', 'sent_back', 'taken_back'],
  payment: ['paid'],
  voucher: ['expired', 'revoked'],
  voucherChange: ['released', 'declined', 'taken_back'],
  budgetChange: ['released', 'declined'],
  shareOut: ['released', 'declined'],
  capDecision: ['released', 'declined'],
  calendarYear: ['released', 'declined'],
  mandate: ['confirmed', 'declined', 'ended'],
  'award import': ['released', 'discarded'],
  'award row': ['issued'],
  programme: ['closed'],
  version: ['published', 'discarded'],
  verification: ['refused', 'lapsed'],
};

/**
 * Lists states in which a thing comes to rest although it can be reopened: a bank may send back a payment, what was paid may
 * be recovered, and a ban or a mandate that ends with its last day may be ended before.
 */
const reopened: Record<string, readonly string[]> = {
  payment: ['paid'],
  redemption: ['paid'],
  claim: ['paid'],
  ban: ['released'],
  mandate: ['confirmed'],
};

const features = join(root, 'features');
const sources = readdirSync(features, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => ({ name, text: readFileSync(join(features, name), 'utf8') }));

it('the document says what the code says: run `npm run docs` where it does not', () => {
  expect(readFileSync(document, 'utf8')).toBe(describeLifecycles(found));
});

it('contains every lifecycle that is declared anywhere', () => {
  const declared = sources.flatMap(({ text }) => text.match(/= lifecycle\(\{/g) ?? []);
  expect(found).toHaveLength(declared.length);
  expect(found.map(({ definition }) => definition.name).sort()).toEqual(Object.keys(ends).sort());
});

describe.each(found.map(({ definition }) => [definition.name, definition] as const))(
  'the life of: %s',
  (name, definition) => {
    const { states, initial, transitions } = definition;
    const moves = Object.entries(transitions);
    const cases = states.flatMap((state) =>
      moves.map(([transition, { from, to }]) => ({
        state,
        transition,
        to: from.includes(state) ? to : null,
      })),
    );

    it.each(cases)('$state, $transition: $to', ({ state, transition, to }) => {
      expect(definition.next(state, transition)).toEqual(
        to === null ? { ok: false, code: 'state_changed' } : { ok: true, value: to },
      );
      expect(definition.can(state, transition)).toBe(to !== null);
      expect(definition.open(state).includes(transition)).toBe(to !== null);
    });

    const reachable = (start: string) => {
      const seen = new Set([start]);
      for (const state of seen) {
        for (const [, { from, to }] of moves) if (from.includes(state)) seen.add(to);
      }
      return seen;
    };

    it('can come to every state from its first', () => {
      expect([...reachable(initial)].sort()).toEqual([...states].sort());
    });

    it('ends where it may end, and can get there from everywhere', () => {
      const rests = [...finalStates(definition), ...(reopened[name] ?? [])];
      expect(rests.sort()).toEqual([...(ends[name] ?? [])].sort());
      for (const state of states) {
        const last = [...reachable(state)].filter((end) => ends[name]?.includes(end));
        expect(last, state).not.toHaveLength(0);
      }
    });

    it('names a known party for every transition, and only known states', () => {
      for (const [transition, { from, to, by }] of moves) {
        expect(by.length, transition).toBeGreaterThan(0);
        expect([...roles, 'system', 'public']).toEqual(expect.arrayContaining([...by]));
        expect(states).toEqual(expect.arrayContaining([...from, to]));
        expect(new Set(from).size, transition).toBe(from.length);
      }
    });

    it('has a command for every transition', () => {
      const commands = sources.filter(({ name: file }) => !/domain|messages|input|ui\//.test(file));
      const missing = moves
        .map(([transition]) => transition)
        .filter((transition) => !commands.some(({ text }) => text.includes(`'${transition}'`)))
        .map((transition) => `${name}.${transition}`);
      expect(missing).toEqual([]);
    });
  },
);
