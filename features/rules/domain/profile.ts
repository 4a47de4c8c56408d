import { addDays, addMonths, type IsoDate } from '@/lib/dates';
import { zeroFen, type Fen } from '@/lib/money';
import { neededFactNames } from './needed-facts';
import {
  enoughOfVendor,
  factNames,
  facts as declared,
  type KnownFacts,
} from './declared/questions';
import type { Facts } from './facts';
import {
  applicantTypes,
  chipOrigins,
  firmSizes,
  purposes,
  sectors,
  type ApplicantType,
  type ChipOrigin,
  type FirmSize,
  type ModelStatus,
  type ProjectRank,
  type Purpose,
  type Rules,
  type Sector,
  type Unit,
  type When,
} from './rules';
import type { ReasonValues } from './sheet';
import { situationsOf } from './situations';

/** What a visitor states once to see every programme. Only the amount is required. */
export type Profile = {
  readonly on: IsoDate;
  readonly contractFen: Fen;
  readonly applicantType?: ApplicantType | undefined;
  readonly region?: string | undefined;
  readonly registeredOn?: IsoDate | undefined;
  readonly size?: FirmSize | undefined;
  readonly sector?: Sector | undefined;
  readonly purpose?: Purpose | undefined;
  readonly chipOrigin?: ChipOrigin | undefined;
  /** In fen: invoiced and paid so far; the whole contract if it is left out. */
  readonly paidFen?: Fen | undefined;
  readonly signedOn?: IsoDate | undefined;
  readonly startsOn?: IsoDate | undefined;
  readonly endsOn?: IsoDate | undefined;
  readonly otherSupport?: boolean | undefined;
  readonly otherSupportFen?: Fen | undefined;
  readonly affiliated?: boolean | undefined;
  readonly onePerson?: boolean | undefined;
  readonly model?: ModelStatus | undefined;
  readonly project?: ProjectRank | undefined;
  /** The amount needed from programmes that give something other than money. */
  readonly inUnit?: Partial<Record<Unit, Fen>> | undefined;
};

export const assumptionCodes = [
  'applicantType',
  'region',
  'registeredOn',
  'size',
  'sector',
  'purpose',
  'chipOrigin',
  'spent',
  'requested',
  'signedOn',
  'term',
  'flag',
  'vendor',
  'upperTier',
] as const;
/** A fact that the visitor did not state, that this programme looks at, and the value assumed for it. */
export type Assumption = {
  readonly code: (typeof assumptionCodes)[number];
  readonly values: ReasonValues;
};

/** Returns the first value that no requirement excludes, in order of likelihood; the first value if all are excluded. */
function likely<T extends string>(
  rules: Rules,
  order: readonly [T, ...T[]],
  named: (when: When) => readonly T[] | undefined,
): T {
  const lists = (rules.requirements ?? []).flatMap((when) => {
    const list = named(when);
    return list ? [list] : [];
  });
  return order.find((value) => lists.every((list) => list.includes(value))) ?? order[0];
}

function likelyRegion(rules: Rules): string | undefined {
  const wanted = (rules.requirements ?? []).flatMap(({ regions }) => (regions ? [regions] : []));
  const named = situationsOf(rules).flatMap(({ regions = [] }) => regions);
  return named.find((code) => wanted.every((list) => list.some((one) => code.startsWith(one))));
}

/** Returns the assumed date of founding: two years before, unless a requirement needs a younger or an older firm. */
function likelyBirth(rules: Rules, on: IsoDate): IsoDate {
  const requirements = rules.requirements ?? [];
  const most = Math.min(24, ...requirements.map((rule) => (rule.firmYoungerThanMonths ?? 99) - 1));
  const least = Math.max(0, ...requirements.map((rule) => rule.firmOlderThanMonths ?? 0));
  return addMonths(on, -Math.max(most, least));
}

/**
 * Returns assumed answers to the programme's own questions: those that its requirements need. An answer that only raises a
 * rate or a cap is assumed to be no, so that the result does not promise what few can claim. If every rate depends on an
 * answer, it is assumed to be yes.
 */
function likelyFlags(rules: Rules): Record<string, boolean> {
  const situations = situationsOf(rules);
  const requirements = rules.requirements ?? [];
  const flagsIn = (list: readonly When[], key: 'flags' | 'notFlags') =>
    list.flatMap((when) => when[key] ?? []);
  const unconditional = rules.rates.some(({ flags }) => flags === undefined);
  return Object.fromEntries([
    ...flagsIn(situations, 'notFlags').map((flag): [string, boolean] => [flag, false]),
    ...flagsIn(situations, 'flags').map((flag): [string, boolean] => [flag, false]),
    ...(unconditional ? [] : flagsIn(rules.rates, 'flags')).map((flag): [string, boolean] => [
      flag,
      true,
    ]),
    ...flagsIn(requirements, 'notFlags').map((flag): [string, boolean] => [flag, false]),
    ...flagsIn(requirements, 'flags').map((flag): [string, boolean] => [flag, true]),
  ]);
}

const textOf = (rules: Rules, flag: string): ReasonValues => {
  const text = rules.questions?.find(({ id }) => id === flag)?.text;
  return { flag, zh: text?.['zh-CN'] ?? flag, en: text?.en ?? flag };
};

/** The values that no rule refuses, for facts that a profile does not contain. */
const harmlessFacts = Object.fromEntries(
  factNames
    .filter((name) => declared[name].harmless !== undefined)
    .map((name) => [name, declared[name].harmless]),
) as KnownFacts;

/** Returns the amounts that a base may be calculated from, in the programme's unit. */
function amounts({ unit = 'yuan' }: Rules, profile: Profile) {
  if (unit !== 'yuan') {
    const needed = profile.inUnit?.[unit] ?? zeroFen;
    return {
      contractFen: needed,
      paidFen: needed,
      settledFen: needed,
      meteredFen: needed,
      requestedFen: needed,
    };
  }
  const { contractFen, paidFen = contractFen } = profile;
  return {
    contractFen,
    paidFen,
    settledFen: paidFen,
    meteredFen: paidFen,
    requestedFen: contractFen,
  };
}

const spentOf = new Set(['paidAmount', 'settledAmount', 'meteredAmount']);

/** Returns what was assumed, as far as these rules look at it. */
function assumptions(rules: Rules, profile: Profile, facts: Facts): Assumption[] {
  const needed = neededFactNames(rules);
  const looksAt = (...names: string[]) => names.some((name) => needed.includes(name));
  const simple = (
    ['applicantType', 'region', 'registeredOn', 'size', 'sector', 'purpose', 'chipOrigin'] as const
  )
    .filter((name) => profile[name] === undefined && looksAt(name))
    .map((code): Assumption => ({ code, values: { value: facts[code] ?? '' } }));
  const inYuan = (rules.unit ?? 'yuan') === 'yuan';
  const more: [Assumption['code'], boolean, ReasonValues?][] = [
    ['spent', inYuan && profile.paidFen === undefined && needed.some((name) => spentOf.has(name))],
    ['requested', inYuan && looksAt('requestedAmount')],
    ['signedOn', profile.signedOn === undefined && looksAt('signedOn'), { value: facts.signedOn }],
    [
      'term',
      (profile.startsOn === undefined || profile.endsOn === undefined) && looksAt('startsOn'),
      { from: facts.startsOn, to: facts.endsOn },
    ],
    ['vendor', looksAt('vendorListed', 'vendorItems', 'vendorPetaflops', 'vendorRegion')],
    ['upperTier', looksAt('upperTierClaimed')],
  ];
  const flags = Object.entries(facts.flags ?? {}).map(([flag, yes]): Assumption => ({
    code: 'flag',
    values: { ...textOf(rules, flag), answer: yes ? 'yes' : 'no' },
  }));
  return [
    ...simple,
    ...more
      .filter(([, holds]) => holds)
      .map(([code, , values = {}]): Assumption => ({ code, values })),
    ...flags,
  ];
}

/**
 * Returns the situation that a profile describes under one programme. A fact that is not stated gets the value that the
 * programme needs and is listed as an assumption, so that nobody mistakes it for an answer. Nothing was awarded or claimed
 * before, and there is no other support, unless the profile contains it.
 * @param poolFen left in the pool
 */
export function situate(
  rules: Rules,
  profile: Profile,
  poolFen: Fen,
): { facts: Facts; assumed: Assumption[] } {
  const { on } = profile;
  const signedOn = profile.signedOn ?? on;
  const startsOn = profile.startsOn ?? (signedOn > on ? signedOn : on);
  const allowed = rules.purposes?.allowed ?? purposes;
  const only = <T>(value: T | undefined) => (value === undefined ? undefined : [value]);
  const facts: Facts = {
    ...amounts(rules, profile),
    ...harmlessFacts,
    // A vendor that meets all conditions of the rules and has been listed long enough.
    ...enoughOfVendor(rules),
    vendorListed: true,
    vendorListedOn: signedOn,
    vendorItems: rules.vendors.items,
    on,
    applicantType:
      profile.applicantType ??
      applicantTypes.find((type) => rules.applicants.types.includes(type)) ??
      'enterprise',
    registeredOn: profile.registeredOn ?? likelyBirth(rules, on),
    region: profile.region ?? likelyRegion(rules),
    size: profile.size ?? likely<FirmSize>(rules, ['small', ...firmSizes], ({ sizes }) => sizes),
    sector: profile.sector ?? likely(rules, sectors, (when) => when.sectors),
    onePerson: profile.onePerson ?? false,
    model: profile.model ?? 'none',
    project: profile.project ?? 'none',
    flags: likelyFlags(rules),
    signedOn,
    startsOn,
    endsOn: profile.endsOn ?? addDays(addMonths(startsOn, 12), -1),
    affiliated: profile.affiliated ?? false,
    otherSupport: profile.otherSupport ?? false,
    otherSupportFen: profile.otherSupportFen,
    chipOrigin:
      profile.chipOrigin ?? likely(rules, chipOrigins, ({ chipOrigin }) => only(chipOrigin)),
    purpose: profile.purpose ?? allowed[0] ?? 'training',
    usedFen: zeroFen,
    placesTaken: 0,
    poolFen,
  };
  return { facts, assumed: assumptions(rules, profile, facts) };
}
