import { addDays, addMonths, type IsoDate } from '@/lib/dates';
import { zeroFen, type Fen } from '@/lib/money';
import { askedFacts } from './asked';
import { enoughOfVendor, factNames, facts as declared, type ToldFacts } from './declared/questions';
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

/** What somebody tells of themselves once, to see every programme; only the amount is needed. */
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
  /** Invoiced and paid so far; the whole contract where it is not told. */
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
  /** What is needed of programmes that give something else than money. */
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
/** Something that was not told, that this programme looks at, and what it was taken to be. */
export type Assumption = {
  readonly code: (typeof assumptionCodes)[number];
  readonly values: ReasonValues;
};

/** The first value that no requirement excludes, most likely ones first; else just the first. */
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

/** Two years old, unless a requirement wants the firm younger or older. */
function likelyBirth(rules: Rules, on: IsoDate): IsoDate {
  const requirements = rules.requirements ?? [];
  const most = Math.min(24, ...requirements.map((rule) => (rule.firmYoungerThanMonths ?? 99) - 1));
  const least = Math.max(0, ...requirements.map((rule) => rule.firmOlderThanMonths ?? 0));
  return addMonths(on, -Math.max(most, least));
}

/**
 * Answers to the programme's own questions: as its requirements want them. What only raises a rate or
 * a cap is taken as no, so that nothing is promised that few can claim; unless there is no other rate.
 */
function likelyFlags(rules: Rules): Record<string, boolean> {
  const situations = situationsOf(rules);
  const requirements = rules.requirements ?? [];
  const asked = (list: readonly When[], key: 'flags' | 'notFlags') =>
    list.flatMap((when) => when[key] ?? []);
  const unconditional = rules.rates.some(({ flags }) => flags === undefined);
  return Object.fromEntries([
    ...asked(situations, 'notFlags').map((flag): [string, boolean] => [flag, false]),
    ...asked(situations, 'flags').map((flag): [string, boolean] => [flag, false]),
    ...(unconditional ? [] : asked(rules.rates, 'flags')).map((flag): [string, boolean] => [
      flag,
      true,
    ]),
    ...asked(requirements, 'notFlags').map((flag): [string, boolean] => [flag, false]),
    ...asked(requirements, 'flags').map((flag): [string, boolean] => [flag, true]),
  ]);
}

const textOf = (rules: Rules, flag: string): ReasonValues => {
  const text = rules.questions?.find(({ id }) => id === flag)?.text;
  return { flag, zh: text?.['zh-CN'] ?? flag, en: text?.en ?? flag };
};

/** What of the facts stands in nobody's way, where a profile does not tell it. */
const harmlessFacts = Object.fromEntries(
  factNames
    .filter((name) => declared[name].harmless !== undefined)
    .map((name) => [name, declared[name].harmless]),
) as ToldFacts;

/** The amounts that a base may be worked out from, in the programme's unit. */
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

/** What was assumed, as far as these rules look at it. */
function assumptions(rules: Rules, profile: Profile, facts: Facts): Assumption[] {
  const asked = askedFacts(rules);
  const looksAt = (...names: string[]) => names.some((name) => asked.includes(name));
  const simple = (
    ['applicantType', 'region', 'registeredOn', 'size', 'sector', 'purpose', 'chipOrigin'] as const
  )
    .filter((name) => profile[name] === undefined && looksAt(name))
    .map((code): Assumption => ({ code, values: { value: facts[code] ?? '' } }));
  const inYuan = (rules.unit ?? 'yuan') === 'yuan';
  const more: [Assumption['code'], boolean, ReasonValues?][] = [
    ['spent', inYuan && profile.paidFen === undefined && asked.some((name) => spentOf.has(name))],
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
 * The situation that a profile describes under one programme. What is not told is taken as the
 * programme wants it and is named, so that nobody takes a guess for an answer; nothing was awarded
 * or claimed before, and there is no other support, unless the profile says so.
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
    // A vendor who is all that the rules ask, listed long enough ago.
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
