import fc from 'fast-check';
import { qingyang2024 } from '@/demo/programmes/qingyang-2024';
import type { Facts } from '@/features/rules/domain/facts';
import {
  applicantTypes,
  bases,
  chipOrigins,
  firmSizes,
  modelStatuses,
  projectRanks,
  purposes,
  sectors,
  sides,
  type CapRule,
  type Rules,
  type When,
} from '@/features/rules/domain/rules';
import { queueOrders } from '@/features/rules/domain/vocabulary';
import { addDays } from '@/lib/dates';
import { fen, formatYuanPlain, type Fen } from '@/lib/money';

/** Generates amounts in fen up to `most`, small and round ones among them. */
export const money = (most: bigint): fc.Arbitrary<Fen> =>
  fc
    .oneof(
      fc.bigInt({ min: 0n, max: most }),
      fc.bigInt({ min: 0n, max: 2_000_000n }),
      fc.constantFrom(0n, 1n, 500_000n, 1_666_667n, 50_000_000n, 200_000_000n, 1_000_000_000n),
    )
    .map(fen);
const yuan = (most: bigint) => money(most).map((amount) => formatYuanPlain(fen(amount + 1n)));
/** An amount as large as a real cap. */
const bigYuan = fc
  .bigInt({ min: 1_000_000n, max: 3_000_000_000n })
  .map((amount) => formatYuanPlain(fen(amount)));
const percent = fc.oneof(
  fc.constantFrom('100', '60', '50', '30', '12.5', '0.01'),
  fc.integer({ min: 1, max: 1_000_000 }).map((n) => String(n / 10_000)),
);
const day = fc.integer({ min: 0, max: 2200 }).map((days) => addDays('2023-01-01', days));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const regions = ['11', '3301', '440311'];
const directions = ['first', 'second'];
const flags = ['clean', 'incubated'];

const situation: fc.Arbitrary<Facts> = fc
  .record({
    on: fc.constantFrom('2026-11-23', '2026-01-01', '2028-02-29'),
    applicantType: fc.constantFrom(...applicantTypes),
    registeredOn: day,
    region: maybe(fc.constantFrom('110108', '330106', '440311', '000000')),
    size: maybe(fc.constantFrom(...firmSizes)),
    sector: maybe(fc.constantFrom(...sectors)),
    onePerson: maybe(fc.boolean()),
    model: maybe(fc.constantFrom(...modelStatuses)),
    project: maybe(fc.constantFrom(...projectRanks)),
    side: maybe(fc.constantFrom(...sides)),
    otherSideClaims: maybe(fc.boolean()),
    contractFen: money(10_000_000_000n),
    paidFen: maybe(money(10_000_000_000n)),
    settledFen: maybe(money(10_000_000_000n)),
    meteredFen: maybe(money(10_000_000_000n)),
    requestedFen: maybe(money(10_000_000_000n)),
    excludedFen: maybe(money(1_000_000_000n)),
    taxFen: maybe(money(1_000_000_000n)),
    signedOn: day,
    startsOn: day,
    days: fc.integer({ min: -10, max: 1500 }),
    contractClaimed: maybe(fc.boolean()),
    affiliated: fc.boolean(),
    otherSupport: fc.boolean(),
    otherSupportFen: maybe(money(1_000_000_000n)),
    upperTierClaimed: maybe(fc.boolean()),
    vendorListed: fc.boolean(),
    vendorPetaflops: maybe(fc.double({ min: 0, max: 500, noNaN: true })),
    vendorRegion: maybe(fc.constantFrom('370000', '110000')),
    chipOrigin: fc.constantFrom(...chipOrigins),
    purpose: fc.constantFrom(...purposes),
    usedFen: money(2_000_000_000n),
    used: maybe(
      fc.record({
        lifeClaimed: money(2_000_000_000n),
        lifeRedeemed: money(2_000_000_000n),
        yearRedeemed: money(2_000_000_000n),
      }),
    ),
    decidedCapFen: maybe(money(5_000_000_000n)),
    yearsBefore: maybe(fc.integer({ min: 0, max: 5 })),
    bannedUntil: maybe(fc.constant('2027-06-30' as const)),
    placesTaken: maybe(fc.integer({ min: 0, max: 50 })),
    poolFen: money(50_000_000_000n),
    demandFen: maybe(money(90_000_000_000n)),
  })
  .map(({ days, ...facts }) => ({ ...facts, endsOn: addDays(facts.startsOn, days) }));

/** Generates answers for everything that the rules name themselves: directions, flags, fixed awards, sub-pools. */
const ownFacts = (rules: Rules): fc.Arbitrary<Partial<Facts>> =>
  fc.record({
    direction: fc.constantFrom(...(rules.directions ?? []).map(({ id }) => id), undefined),
    flags: fc.tuple(...(rules.questions ?? []).map(() => maybe(fc.boolean()))).map((answers) =>
      Object.fromEntries(
        (rules.questions ?? []).flatMap(({ id }, at) => {
          const answer = answers[at];
          return answer === undefined ? [] : [[id, answer]];
        }),
      ),
    ),
    fixedAwards: fc
      .tuple(...(rules.fixedAwards ?? []).map(() => fc.constantFrom('claimed', 'taken', 'no')))
      .map((answers) =>
        Object.fromEntries(
          (rules.fixedAwards ?? []).flatMap(({ id }, at) => {
            const answer = answers[at];
            return answer === 'claimed' || answer === 'taken' ? [[id, answer]] : [];
          }),
        ),
      ),
    subPoolFen: fc
      .tuple(...(rules.pool.subPools ?? []).map(() => money(50_000_000_000n)))
      .map((left) =>
        Object.fromEntries(
          (rules.pool.subPools ?? []).map(({ id }, at) => [id, left[at] ?? fen(0n)]),
        ),
      ),
  });

/** Returns the same facts with nothing against them except what money and days decide. */
const harmless = (rules: Rules, facts: Facts): Facts => {
  const contractFen = fen(facts.contractFen + 10_000_000n);
  const startsOn = addDays('2025-03-01', Number(facts.contractFen % 500n));
  return {
    ...facts,
    contractFen,
    paidFen: contractFen,
    settledFen: contractFen,
    meteredFen: contractFen,
    requestedFen: contractFen,
    excludedFen: fen((facts.excludedFen ?? 0n) % (contractFen / 2n)),
    taxFen: fen((facts.taxFen ?? 0n) % (contractFen / 4n)),
    startsOn,
    endsOn: addDays(startsOn, Number(facts.contractFen % 400n)),
    registeredOn: facts.registeredOn > facts.on ? '2024-06-01' : facts.registeredOn,
    applicantType: rules.applicants.types[0] ?? 'enterprise',
    direction: facts.direction ?? rules.directions?.[0]?.id,
    affiliated: false,
    vendorListed: true,
    vendorPetaflops: rules.vendors.leastPetaflops,
    vendorRegion: rules.vendors.regions?.[0],
    vendorItems: rules.vendors.items,
    purpose: rules.purposes?.allowed[0] ?? facts.purpose,
    side: rules.beneficiary?.side === 'supply' ? 'supply' : 'demand',
    otherSideClaims: false,
    contractClaimed: false,
    upperTierClaimed: true,
    yearsBefore: 0,
    placesTaken: 0,
    usedFen: fen(facts.usedFen / 20n),
    used: undefined,
    poolFen: fen(facts.poolFen + 100_000_000n),
    otherSupport: rules.stacking?.otherSupportAllowed === true && facts.otherSupport,
    otherSupportFen: fen((facts.otherSupportFen ?? 0n) % (contractFen / 10n)),
    flags: Object.fromEntries((rules.questions ?? []).map(({ id }) => [id, true])),
    signedOn: rules.contract?.signedFrom ?? rules.contract?.signedTo ?? facts.signedOn,
    ...(rules.requirements ?? []).reduce<Partial<Facts>>(meet, {}),
  };
};

/** Returns the facts that meet a requirement. */
const meet = (met: Partial<Facts>, when: When): Partial<Facts> => ({
  ...met,
  ...(when.regions?.[0] && { region: when.regions[0] }),
  ...(when.sizes?.[0] && { size: when.sizes[0] }),
  ...(when.sectors?.[0] && { sector: when.sectors[0] }),
  ...(when.models?.[0] && { model: when.models[0] }),
  ...(when.projects?.[0] && { project: when.projects[0] }),
  ...(when.onePerson && { onePerson: true }),
  ...(when.chipOrigin && { chipOrigin: when.chipOrigin }),
  ...(when.purpose && { purpose: when.purpose }),
  ...(when.direction && { direction: when.direction }),
  ...(when.firmOlderThanMonths && { registeredOn: '2015-01-01' }),
  ...(when.firmYoungerThanMonths && { registeredOn: '2025-12-31' }),
  ...(when.notFlags && { flags: { clean: true, incubated: false } }),
});

/** Generates a situation for the rules: any at all, or one that may well get an award. */
export const situationFor = (rules: Rules): fc.Arbitrary<Facts> =>
  fc
    .tuple(situation, ownFacts(rules), fc.nat(3))
    .map(([facts, own, kind]) =>
      kind === 0 ? { ...facts, ...own } : harmless(rules, { ...facts, ...own }),
    );

const parts = {
  firmYoungerThanMonths: fc.integer({ min: 1, max: 60 }),
  firmOlderThanMonths: fc.integer({ min: 1, max: 60 }),
  applicantTypes: fc.constant(['enterprise' as const]),
  regions: fc.constant(regions),
  sizes: fc.constant(['micro' as const, 'small' as const]),
  sectors: fc.constant(['software' as const]),
  onePerson: fc.constant(true as const),
  chipOrigin: fc.constantFrom(...chipOrigins),
  purpose: fc.constantFrom(...purposes),
  models: fc.constant(['registered' as const, 'multimodal' as const]),
  projects: fc.constant(['national' as const]),
  direction: fc.constantFrom(...directions),
  flags: fc.constant(['clean']),
  notFlags: fc.constant(['incubated']),
};
/** At most two conditions, because more are hardly ever met together, and test nothing. */
const when: fc.Arbitrary<When> = fc
  .tuple(fc.record(parts), fc.subarray(Object.keys(parts), { maxLength: 2 }))
  .map(([all, chosen]): When =>
    Object.fromEntries(Object.entries(all).filter(([part]) => chosen.includes(part))),
  );
const title = { 'zh-CN': '一', en: 'One' };

const cap: fc.Arbitrary<CapRule> = fc
  .tuple(when, fc.constantFrom('contract', 'year', 'life'), bigYuan, fc.boolean())
  .map(([situationOf, per, amount, raised]) => ({
    ...situationOf,
    clause: '5',
    per,
    yuan: amount,
    counts: 'both' as const,
    raisedByDecision: raised,
  }));

/** Rules that a city could write: every part of the language, at random. */
export const anyRules: fc.Arbitrary<Rules> = fc
  .record({
    of: fc.constantFrom(...bases),
    proration: maybe(
      fc.record({
        clause: fc.constant('5'),
        from: fc.constant('2025-03-01'),
        to: fc.constant('2026-12-31'),
        dayCount: fc.constantFrom('exclusive', 'inclusive'),
        rounding: maybe(
          fc.record({
            unitFen: fc.constantFrom(1, 100, 10_000),
            mode: fc.constantFrom('truncate', 'half_up', 'up'),
          }),
        ),
      }),
    ),
    rates: fc.array(
      fc.tuple(when, percent).map(([of, share]) => ({ ...of, clause: '5', percent: share })),
      { minLength: 0, maxLength: 3 },
    ),
    pick: fc.constantFrom('max', 'priority'),
    rounding: fc.record({
      unitFen: fc.constantFrom(1, 100, 10_000),
      mode: fc.constantFrom('truncate', 'half_up', 'up'),
    }),
    roundingAt: fc.constantFrom('rate', 'award'),
    threshold: maybe(
      fc.record({ clause: fc.constant('4'), yuan: yuan(10_000_000n), perYear: fc.boolean() }),
    ),
    minimumAward: maybe(
      fc.record({
        clause: fc.constant('5'),
        yuan: yuan(500_000n),
        of: fc.constantFrom('entitlement', 'voucher'),
      }),
    ),
    caps: fc.array(cap, { maxLength: 3 }),
    fixedAwards: maybe(
      fc
        .tuple(when, yuan(100_000_000n), fc.boolean())
        .map(([of, amount, insideCap]) => [
          { ...of, clause: '6', id: 'settling', title, yuan: amount, insideCap },
        ]),
    ),
    stacking: maybe(
      fc.oneof(
        fc.constant({ clause: '9', otherSupportAllowed: false as const }),
        fc.record({
          clause: fc.constant('9'),
          otherSupportAllowed: fc.constant(true as const),
          totalPercent: maybe(percent),
          deduct: maybe(fc.constantFrom('base', 'award')),
        }),
      ),
    ),
    exhaustion: fc.constantFrom('reject', 'partial', 'queue', 'pro_rata'),
    queueOrder: maybe(fc.constantFrom(...queueOrders)),
    subPools: maybe(
      fc
        .tuple(when, yuan(1_000_000_000n))
        .map(([of, amount]) => [{ ...of, clause: '2', id: 'part', title, yuan: amount }]),
    ),
    funding: maybe(
      fc
        .tuple(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 4 }), fc.nat(3))
        .map(([parts, odd]) => ({
          clause: '3',
          shares: parts.map((part) => ({ funder: title, parts: part })),
          oddFenTo: odd % parts.length,
        })),
    ),
    requirements: fc.array(
      when.map((of) => ({ ...of, clause: '3' })),
      { maxLength: 1 },
    ),
    ban: maybe(fc.constant({ clause: '3' })),
    pause: maybe(fc.constant({ clause: '3' })),
    recovery: maybe(
      fc.constantFrom('payment' as const, 'demand' as const).map((from) => ({
        clause: '3',
        interestPercentPerYear: '4.35',
        from,
        graceDays: 30,
        order: 'interest' as const,
      })),
    ),
    directed: fc.boolean(),
    price: maybe(fc.constantFrom('6', '5.50', '12.34')),
  })
  .map(
    ({
      of,
      proration,
      rates,
      exhaustion,
      queueOrder,
      subPools,
      directed,
      price,
      ...rest
    }): Rules => ({
      ...qingyang2024.rules,
      ...rest,
      ...(price && {
        unit: 'cardHour' as const,
        unitPrice: { clause: '5', yuan: price },
        // Whole units, so that each rounding step is worth whole fen.
        rounding: { ...rest.rounding, unitFen: 100 },
      }),
      capPerContract: undefined,
      capPerYear: undefined,
      base: { clause: '5', of, proration },
      rates: [...rates, { clause: '5', percent: '30' }],
      pool: { clause: '2', exhaustion, queueOrder, subPools },
      directions: directed ? directions.map((id) => ({ id, title })) : undefined,
      questions: flags.map((id) => ({ id, text: title })),
    }),
  );
