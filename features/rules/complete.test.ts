import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { anyRules, situationFor } from '@/db/testing/situations';
import { qingyang2024 } from '@/demo/programmes/qingyang-2024';
import { zeroFen } from '@/lib/money';
import { isAmount } from './domain/answer-reading';
import { factNames, type KnownFacts } from './domain/declared/questions';
import { rulesInForce } from './domain/in-force';
import { situate } from './domain/profile';
import { readFacts } from './domain/read-facts';
import { rulesSchema } from './schema';

const { rules } = qingyang2024;
const on = '2026-11-23';

/** Returns the name under which the calculation knows a fact: `paidAmount`, as it is sent, is `paidFen` in fen. */
const inFen = (name: string) => name.replace(/Amount$/, 'Fen');

describe('every fact that rules look at', () => {
  test('reaches the calculation, an amount under its name in fen', () => {
    const amounts = factNames.filter(isAmount).map((name) => [name, zeroFen]);
    const known = Object.fromEntries(amounts) as KnownFacts;
    const reached = Object.keys(readFacts(known, { on, poolFen: zeroFen }));
    expect(reached.filter(isAmount)).toEqual([]);
  });

  test('has a value where programmes are compared', () => {
    const compared = situate(rules, { on, contractFen: zeroFen }, zeroFen).facts;
    // A comparison tries each direction, and takes off nothing.
    const open = ['direction', 'excludedAmount', 'taxAmount'];
    expect(factNames.filter((name) => !(inFen(name) in compared))).toEqual(open);
  });

  test('occurs in the random situations', () => {
    const situations = fc.sample(anyRules.chain(situationFor), { numRuns: 500, seed: 1 });
    const seen = new Set(situations.flatMap((facts) => Object.keys(facts)));
    // No random rule looks at the day on which a vendor was listed.
    expect(factNames.filter((name) => !seen.has(inFen(name)))).toEqual(['vendorListedOn']);
  });
});

/** Returns whether a rule names its article. */
function hasArticle(schema: z.core.$ZodType): boolean {
  if (schema instanceof z.ZodDiscriminatedUnion) return schema.options.every(hasArticle);
  return schema instanceof z.ZodObject && 'clause' in schema.shape;
}

test.each(
  Object.entries(rulesSchema.shape).flatMap(([name, schema]) =>
    schema instanceof z.ZodOptional && hasArticle(schema.unwrap()) ? [name] : [],
  ),
)('%s: is left out while its article is out of force', (name) => {
  // Support in kind is only described, so there is nothing to leave out of a calculation.
  if (name === 'inKind') return;
  // An award that was decided needs its price for as long as it is spent; a suspended price article changes no price.
  if (name === 'unitPrice') return;
  const suspended = {
    ...rules,
    [name]: { clause: '99' },
    terms: [{ clause: '99', to: '2025-12-31' }],
  };
  expect(rulesInForce(suspended, on)).toHaveProperty(name, undefined);
});
