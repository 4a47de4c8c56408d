import { describe, expect, test } from 'vitest';
import { shippedProgrammes } from '@/demo/programmes/all';
import { difference } from './difference';
import type { Draft } from './draft';
import { sectionIds } from '@/features/rules/domain/parameter-table';
import type { Loose, Rules } from '@/features/rules/domain/rules';

const qingyang = shippedProgrammes.find(({ slug }) => slug.startsWith('qingyang'));
if (!qingyang) throw new Error('Qingyang is not shipped.');
const { rules, guide } = qingyang;
const base: Draft = { rules, guide, rounds: [], examples: [] };
const changes = (change: Loose<Rules>) =>
  difference(base, { ...base, rules: { ...rules, ...change } }, sectionIds);

test.each(shippedProgrammes)(
  '$slug does not differ from itself',
  ({ rules: own, guide: texts }) => {
    const document: Draft = { rules: own, guide: texts, rounds: [], examples: [] };
    expect(difference(document, document, sectionIds)).toEqual([]);
  },
);

describe('a version differs from the one before', () => {
  test('in one number', () => {
    expect(changes({ rates: [{ clause: '5', percent: '35' }] })).toEqual([
      {
        kind: 'changed',
        section: 'amounts',
        path: 'rules.rates.0.percent',
        before: { 'rules.rates.0.percent': '30' },
        after: { 'rules.rates.0.percent': '35' },
      },
    ]);
  });

  test('in a rule that was added, and one that was removed', () => {
    const threshold = { clause: '5', yuan: '10000', perYear: false };
    expect(changes({ threshold, affiliates: undefined })).toMatchObject([
      { kind: 'removed', section: 'conditions', path: 'rules.affiliates' },
      {
        kind: 'added',
        path: 'rules.threshold',
        after: { 'rules.threshold.yuan': '10000', 'rules.threshold.perYear': 'no' },
      },
    ]);
  });

  test('in a row inserted before the others, but not in the rows after it', () => {
    const first = { clause: '5', percent: '50', chipOrigin: 'domestic' } as const;
    const found = changes({ rates: [first, ...rules.rates] });
    expect(found).toMatchObject([{ kind: 'added', path: 'rules.rates.0' }]);
    expect(found[0]?.after).toMatchObject({ 'rules.rates.0.chipOrigin': 'domestic' });
  });

  test('not in rows that only changed places', () => {
    const two = [
      { clause: '5', percent: '50', chipOrigin: 'domestic' },
      { clause: '5', percent: '20', chipOrigin: 'foreign' },
    ] as const;
    const one: Draft = { ...base, rules: { ...rules, rates: two } };
    const other: Draft = { ...base, rules: { ...rules, rates: [...two].reverse() } };
    expect(difference(one, other, sectionIds)).toEqual([]);
  });

  test('in one language', () => {
    const summary = { ...guide.summary, en: 'Another summary.' };
    const found = difference(base, { ...base, guide: { ...guide, summary } }, sectionIds);
    expect(found.map(({ path, kind }) => `${kind} ${path}`)).toEqual(['changed guide.summary.en']);
  });
});
