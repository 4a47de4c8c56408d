import { addMonths, type IsoDate } from '@/lib/dates';
import { fen, type Fen } from '@/lib/money';
import { compareRational, percent } from '@/lib/rational';
import type { Facts } from './facts';
import {
  applicantTypes,
  chipOrigins,
  firmSizes,
  modelStatuses,
  projectRanks,
  purposes,
  sectors,
  sides,
  type Loose,
  type RateRule,
  type Rules,
  type When,
} from './rules';
import { ruleFen } from './sheet';
import { fits } from './when';

/** One value of a dimension: a firm younger than 12 months, a base from ¥500,000. */
export type DimensionValue = { readonly dimension: Dimension; readonly value: string };
export type Dimension =
  | 'applicantTypes'
  | 'age'
  | 'regions'
  | 'sizes'
  | 'sectors'
  | 'onePerson'
  | 'chipOrigin'
  | 'purpose'
  | 'models'
  | 'projects'
  | 'direction'
  | 'side'
  | 'base'
  | 'flag';

export type Coverage = {
  /** Situations that the rules admit but that no rate covers. Each contains only the values that make the difference. */
  holes: DimensionValue[][];
  /** Positions in the list of rates that are never used. */
  unreachable: number[];
};

type Point = DimensionValue & { readonly facts: Partial<Facts>; readonly base?: Fen };
type Axis = readonly Point[];

const day: IsoDate = '2026-06-01';
/** The most combinations that are tried, more than any real programme needs. Above it the result is empty. */
const mostCombinations = 40_000;
const mostHoles = 3;
export const elsewhere = 'elsewhere';

const uses = (whens: readonly Loose<When>[], part: keyof When) =>
  whens.some((when) => when[part] !== undefined);

const listAxis = <T extends string>(
  dimension: Dimension,
  values: readonly T[],
  facts: (value: T) => Partial<Facts>,
): Axis => values.map((value) => ({ dimension, value, facts: facts(value) }));

/** Returns firm ages on both sides of every age limit in the rules. */
function ageAxis(whens: readonly Loose<When>[]): Axis {
  const named = whens.flatMap((when) =>
    [when.firmYoungerThanMonths, when.firmOlderThanMonths].filter((one) => one !== undefined),
  );
  const ages = [...new Set([0, ...named])].sort((a, b) => a - b);
  return ages.map((months) => ({
    dimension: 'age',
    value: String(months),
    facts: { registeredOn: addMonths(day, -months) },
  }));
}

/** Returns the least possible base and every amount limit of the rules from there on. */
function baseAxis(whens: readonly Loose<When>[], least: Fen): Axis {
  const named = whens.flatMap((when) =>
    [when.baseAtLeastYuan, when.baseBelowYuan]
      .filter((one) => one !== undefined)
      .map((yuan) => ruleFen(yuan)),
  );
  const start = least > 0n ? least : fen(1n);
  const amounts = [...new Set([start, ...named.filter((amount) => amount >= start)])].sort(
    (a, b) => (a < b ? -1 : 1),
  );
  return amounts.map((base) => ({
    dimension: 'base',
    value: base.toString(),
    base,
    facts: { contractFen: base },
  }));
}

function regionAxis(whens: readonly Loose<When>[]): Axis {
  const named = [...new Set(whens.flatMap((when) => when.regions ?? []))].sort();
  return listAxis('regions', [...named, elsewhere], (value) => ({
    region: value === elsewhere ? '00' : value,
  }));
}

function flagAxes(whens: readonly Loose<When>[]): Axis[] {
  const named = [
    ...new Set(whens.flatMap((when) => [...(when.flags ?? []), ...(when.notFlags ?? [])])),
  ].sort();
  return named.map((flag) =>
    listAxis('flag', [`${flag}:yes`, `${flag}:no`], (value) => ({
      flags: { [flag]: value.endsWith(':yes') },
    })),
  );
}

/** Returns one axis for each fact that the rates distinguish, with every value that the rules admit. */
function axesOf(rules: Loose<Rules>, rates: readonly Loose<When>[]): Axis[] {
  // Requirements exclude situations, so their values belong to the axes as well.
  const whens = [...rates, ...(rules.requirements ?? [])];
  const types = rules.applicants?.types ?? applicantTypes;
  const allowed = rules.purposes?.allowed ?? purposes;
  const declared = (rules.directions ?? []).flatMap(({ id }) => (id === undefined ? [] : [id]));
  const named = whens.flatMap(({ direction }) => (direction === undefined ? [] : [direction]));
  const { side } = rules.beneficiary ?? {};
  const claiming = side === 'either' ? sides : [side ?? 'demand'];
  const { threshold } = rules;
  const least = threshold?.yuan && !threshold.perYear ? ruleFen(threshold.yuan) : fen(0n);
  const candidates: [boolean, () => Axis][] = [
    [
      uses(whens, 'applicantTypes'),
      () => listAxis('applicantTypes', types, (applicantType) => ({ applicantType })),
    ],
    [
      uses(whens, 'firmYoungerThanMonths') || uses(whens, 'firmOlderThanMonths'),
      () => ageAxis(whens),
    ],
    [uses(whens, 'regions'), () => regionAxis(whens)],
    [uses(whens, 'sizes'), () => listAxis('sizes', firmSizes, (size) => ({ size }))],
    [uses(whens, 'sectors'), () => listAxis('sectors', sectors, (sector) => ({ sector }))],
    [
      uses(whens, 'onePerson'),
      () => listAxis('onePerson', ['yes', 'no'], (value) => ({ onePerson: value === 'yes' })),
    ],
    [
      uses(whens, 'chipOrigin'),
      () => listAxis('chipOrigin', chipOrigins, (chipOrigin) => ({ chipOrigin })),
    ],
    [uses(whens, 'purpose'), () => listAxis('purpose', allowed, (purpose) => ({ purpose }))],
    [uses(whens, 'models'), () => listAxis('models', modelStatuses, (model) => ({ model }))],
    [uses(whens, 'projects'), () => listAxis('projects', projectRanks, (project) => ({ project }))],
    [
      uses(whens, 'direction'),
      () =>
        listAxis(
          'direction',
          declared.length > 0 ? declared : [...new Set(named)],
          (direction) => ({ direction }),
        ),
    ],
    [uses(whens, 'side'), () => listAxis('side', claiming, (value) => ({ side: value }))],
    [uses(whens, 'baseAtLeastYuan') || uses(whens, 'baseBelowYuan'), () => baseAxis(whens, least)],
  ];
  return [
    ...candidates.filter(([used]) => used).map(([, axis]) => axis()),
    ...flagAxes(whens),
  ].filter((axis) => axis.length > 0);
}

const plainFacts: Facts = {
  on: day,
  applicantType: 'enterprise',
  registeredOn: '2000-01-01',
  contractFen: fen(100n),
  signedOn: day,
  startsOn: day,
  endsOn: day,
  affiliated: false,
  otherSupport: false,
  vendorListed: true,
  chipOrigin: 'domestic',
  purpose: 'training',
  usedFen: fen(0n),
  poolFen: fen(0n),
};

function situation(points: readonly Point[]): { facts: Facts; base: Fen } {
  const facts = points.reduce<Facts>(
    (all, point) => ({ ...all, ...point.facts, flags: { ...all.flags, ...point.facts.flags } }),
    plainFacts,
  );
  return { facts, base: points.find(({ base }) => base !== undefined)?.base ?? facts.contractFen };
}

function* combinations(axes: readonly Axis[]): Generator<Point[]> {
  const [first, ...rest] = axes;
  if (!first) {
    yield [];
    return;
  }
  for (const point of first) for (const others of combinations(rest)) yield [point, ...others];
}

/** Returns the position of the rate that is used. It follows the same rule as `assess`, but returns a position. */
function picked(rules: Loose<Rules>, rates: readonly RateRule[], facts: Facts, base: Fen) {
  let best: number | undefined;
  for (const [at, rate] of rates.entries()) {
    if (!fits(rate, facts, base)) continue;
    if (rules.pick === 'priority') return at;
    const bestRate = best === undefined ? undefined : rates[best];
    const higher =
      !bestRate || compareRational(percent(rate.percent), percent(bestRate.percent)) > 0;
    if (higher) best = at;
  }
  return best;
}

/** Returns whether all rates of the direction are limited to other sectors. Then the direction is a condition, not a gap. */
function reserved(rates: readonly RateRule[], { direction, sector }: Facts): boolean {
  const own = rates.filter((rate) => direction !== undefined && rate.direction === direction);
  return (
    own.length > 0 &&
    own.every((rate) => rate.sectors && !rate.sectors.some((one) => one === sector))
  );
}

/**
 * Checks whether the table of rates has a rate for every situation that the rules admit. It tries every combination of the
 * values that the rates distinguish. An article with terms of its own counts as in force.
 * @param rules with rates whose percentages are present
 */
export function rateCoverage(rules: Loose<Rules>): Coverage {
  const rates = (rules.rates ?? []).filter((rate): rate is RateRule => rate.percent !== undefined);
  const none: Coverage = { holes: [], unreachable: [] };
  if (rates.length === 0 || rates.length !== rules.rates?.length) return none;
  const axes = axesOf(rules, rates);
  if (axes.reduce((product, axis) => product * axis.length, 1) > mostCombinations) return none;
  const admitted = (rules.requirements ?? []) as readonly When[];
  const misses = (points: readonly Point[]): 'shut out' | 'hole' | number => {
    const { facts, base } = situation(points);
    if (!admitted.every((when) => fits(when, facts, base))) return 'shut out';
    return picked(rules, rates, facts, base) ?? (reserved(rates, facts) ? 'shut out' : 'hole');
  };
  const taken = new Set<number>();
  const holes: Point[][] = [];
  for (const points of combinations(axes)) {
    const found = misses(points);
    if (typeof found === 'number') taken.add(found);
    else if (found === 'hole' && !holes.some((hole) => covers(hole, points))) {
      if (holes.length < mostHoles) holes.push(narrowed(points, axes, misses));
    }
  }
  const termed = rates.some(({ clause }) => rules.terms?.some((term) => term.clause === clause));
  return {
    holes: holes.map((hole) => hole.map(({ dimension, value }) => ({ dimension, value }))),
    unreachable: termed ? [] : [...rates.keys()].filter((at) => !taken.has(at)),
  };
}

const covers = (hole: readonly Point[], points: readonly Point[]) =>
  hole.every((one) =>
    points.some(({ dimension, value }) => dimension === one.dimension && value === one.value),
  );

/** Removes from a hole the values that make no difference: there is no rate for any other value of theirs either. */
function narrowed(
  points: readonly Point[],
  axes: readonly Axis[],
  misses: (points: readonly Point[]) => 'shut out' | 'hole' | number,
): Point[] {
  return points.filter((point, at) => {
    const everywhere = (axes[at] ?? []).every(
      (other) =>
        typeof misses(points.map((one, place) => (place === at ? other : one))) !== 'number',
    );
    return !everywhere || points.length === 1;
  });
}
