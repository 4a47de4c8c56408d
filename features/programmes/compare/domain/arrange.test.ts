import { expect, test } from 'vitest';
import { shippedProgrammes } from '@/demo/programmes/all';
import { arrange, type Arranged } from './arrange';
import { compare } from './compare';
import { ruleFen } from '@/features/rules/domain/sheet';
import type { Availability } from '@/features/programmes/domain/availability';

const qingyang = shippedProgrammes.find(({ slug }) => slug === 'qingyang-compute-2024')?.rules;
if (!qingyang) throw new Error('The programme of Qingyang is not shipped.');
const rules = qingyang;

const programme = (slug: string, percent: string, availability: Availability): Arranged => ({
  slug,
  rules: {
    ...rules,
    mode: availability === 'automatic' ? 'automatic' : rules.mode,
    rates: [{ clause: '5', percent }],
  },
  poolFen: ruleFen('100000000'),
  availability,
  city: { slug: slug.slice(0, 1) },
});
const all = [
  programme('a1', '10', 'open'),
  programme('b1', '30', 'open'),
  programme('b2', '20', 'coming'),
  programme('c1', '40', 'automatic'),
  programme('c2', '5', 'closed'),
];
const places: Readonly<Record<string, string>> = { a: '4403', b: '11', c: '6210' };
const placeOf = ({ city }: Arranged) => places[city.slug];
const result = compare(all, { on: '2026-11-24', contractFen: ruleFen('1000000') });
const slugs = (found: readonly { programme: Arranged }[]) => found.map((one) => one.programme.slug);

test('programmes that give something are grouped by availability and ordered by amount', () => {
  const { groups, no } = arrange(result, {}, placeOf, undefined);
  expect(slugs(groups.open)).toEqual(['b1', 'a1']);
  expect(slugs(groups.coming)).toEqual(['b2']);
  expect(slugs(groups.automatic)).toEqual(['c1']);
  expect(slugs(groups.closed)).toEqual(['c2']);
  expect(no).toEqual([]);
});

test('the reader’s own city comes first, whatever it gives', () => {
  expect(slugs(arrange(result, {}, placeOf, '440311').groups.open)).toEqual(['a1', 'b1']);
  expect(slugs(arrange(result, {}, placeOf, 'elsewhere').groups.open)).toEqual(['b1', 'a1']);
});

test('programmes that give nothing are ordered by nearness too', () => {
  const nothing = compare(
    all.map((one) => ({ ...one, poolFen: ruleFen('0') })),
    { on: '2026-11-24', contractFen: ruleFen('1000000') },
  );
  const { no, groups } = arrange(nothing, {}, placeOf, '6210');
  expect(slugs(groups.open)).toEqual([]);
  expect(slugs(no).slice(0, 2).sort()).toEqual(['c1', 'c2']);
});

test('only programmes that match the filter are shown', () => {
  const shown = (filter: Parameters<typeof arrange>[1]) => {
    const { groups } = arrange(result, filter, placeOf, undefined);
    return slugs(Object.values(groups).flat());
  };
  expect(shown({ state: 'open' })).toEqual(['b1', 'a1']);
  expect(shown({ city: 'b' })).toEqual(['b1', 'b2']);
  expect(shown({ mode: 'automatic' })).toEqual(['c1']);
  expect(shown({ state: 'open', city: 'c' })).toEqual([]);
});
