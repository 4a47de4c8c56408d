import { describe, expect, test } from 'vitest';
import { shippedProgrammes } from '@/demo/programmes/all';
import type { Draft } from './domain/draft';
import { readinessOf } from './readiness';

const round = {
  number: 1,
  opensOn: '2026-01-01',
  opensAt: '00:00',
  closesOn: '2026-12-31',
  closesAt: '17:30',
};
const draftOf = ({ rules, guide, examples }: (typeof shippedProgrammes)[number]): Draft => {
  const starts = rules.source.effectiveFrom;
  const rounds = [
    { ...round, opensOn: starts, closesOn: rules.source.effectiveTo ?? '2027-12-31' },
  ];
  return { rules, guide, examples, rounds, budgetYuan: '100000000000' };
};
const open = (draft: Draft) =>
  readinessOf(draft).checks.flatMap(({ id, obstacles }) =>
    obstacles.map(({ field }) => `${id} ${field}`),
  );

test.each(shippedProgrammes)('$slug could be published as it is', (programme) => {
  expect(open(draftOf(programme))).toEqual([]);
  expect(readinessOf(draftOf(programme)).ready).toBe(true);
});

describe('missing parts are reported', () => {
  const qingyang = shippedProgrammes.find(({ slug }) => slug.startsWith('qingyang'));
  if (!qingyang) throw new Error('Qingyang is not shipped.');
  const draft = draftOf(qingyang);

  test('in an empty draft', () => {
    const empty: Draft = { rules: {}, guide: {}, rounds: [], examples: [] };
    const faults = open(empty);
    for (const expected of [
      'complete rules.mode',
      'languages guide.title.zh-CN',
      'contradictions rules.pool.exhaustion',
      'rounds rounds.#',
      'budget budgetYuan',
      'examples examples.#',
    ]) {
      expect(faults).toContain(expected);
    }
  });

  test('by language, by document, by source', () => {
    const { application: _, ...evidence } = qingyang.rules.evidence;
    const { url: __, ...source } = qingyang.rules.source;
    const guide = { ...qingyang.guide, summary: { 'zh-CN': '只有中文。' } };
    const faults = open({ ...draft, guide, rules: { ...draft.rules, evidence, source } });
    // Examples cannot be calculated while a part of the rules is missing.
    expect(faults.filter((one) => !one.startsWith('examples '))).toEqual([
      'languages guide.summary.en',
      'evidence rules.evidence.application',
      'source rules.source.url',
    ]);
  });

  test('where an example has another result, or there are too few examples', () => {
    const rates = [{ clause: '5', percent: '35' }];
    const changed = { ...draft, rules: { ...draft.rules, rates } };
    expect(open(changed)).toContain('examples examples.0.expected.amount');
    expect(open({ ...draft, examples: draft.examples.slice(0, 3) })).toEqual([
      'examples examples.#',
    ]);
  });
});
