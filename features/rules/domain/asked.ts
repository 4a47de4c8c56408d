import type { BaseOf, Rules, When } from './rules';

/** The amount that each base is worked out from, by the name under which it is told. */
const baseFacts: { readonly [B in BaseOf]: string } = {
  contract: 'contractAmount',
  paid: 'paidAmount',
  settled: 'settledAmount',
  metered: 'meteredAmount',
  quota: 'requestedAmount',
};

/** Everything of the rules that is tied to a situation. */
export const situationsOf = (rules: Rules): When[] => [
  ...(rules.requirements ?? []),
  ...rules.rates,
  ...(rules.caps ?? []),
  ...(rules.fixedAwards ?? []),
  ...(rules.pool.subPools ?? []),
];

function whenFacts(rules: Rules): string[] {
  const situations = situationsOf(rules);
  const some = (...parts: (keyof When)[]) =>
    situations.some((when) => parts.some((part) => when[part] !== undefined));
  const flags = situations.flatMap((when) => [...(when.flags ?? []), ...(when.notFlags ?? [])]);
  const asked: [string, boolean][] = [
    ['region', some('regions')],
    ['size', some('sizes')],
    ['sector', some('sectors')],
    ['onePerson', some('onePerson')],
    ['registeredOn', some('firmYoungerThanMonths', 'firmOlderThanMonths')],
    ['direction', rules.directions !== undefined || some('direction')],
    ['side', rules.beneficiary?.side === 'either' || some('side')],
    ['purpose', rules.purposes !== undefined || some('purpose')],
    ['chipOrigin', some('chipOrigin')],
    ['model', some('models')],
    ['project', some('projects')],
    ...[...new Set(flags)].map((flag): [string, boolean] => [`flag:${flag}`, true]),
  ];
  return asked.filter(([, needed]) => needed).map(([name]) => name);
}

/**
 * The facts that the rules look at, by the names of `factsSchema`, in the order of asking; the
 * eligibility check, the application form and the interface all ask just these. A question of the
 * programme's own is `flag:` and its id.
 */
export function askedFacts(rules: Rules): string[] {
  const { base, contract, stacking, costs, vendors, beneficiary, consecutiveYears } = rules;
  const counted =
    stacking?.otherSupportAllowed === true &&
    (stacking.totalPercent !== undefined || stacking.deduct !== undefined);
  const asked: [string, boolean][] = [
    ['otherSideClaims', beneficiary?.exclusive === true],
    ['vendorListed', vendors.scope === 'listed'],
    ['vendorItems', (vendors.items?.length ?? 0) > 0],
    ['vendorPetaflops', vendors.leastPetaflops !== undefined],
    ['vendorRegion', vendors.regions !== undefined],
    ['vendorListedOn', vendors.listedWhenSigned === true],
    ['affiliated', rules.affiliates !== undefined],
    ['otherSupport', stacking?.otherSupportAllowed === false || counted],
    ['otherSupportAmount', counted],
    [
      'upperTierClaimed',
      stacking?.otherSupportAllowed === true && stacking.upperTierFirst === true,
    ],
    ['yearsBefore', consecutiveYears !== undefined],
    ['contractClaimed', rules.claim?.oncePerContract === true],
    [
      'signedOn',
      contract?.signedFrom !== undefined ||
        contract?.signedTo !== undefined ||
        vendors.listedWhenSigned === true,
    ],
    [
      'contractAmount',
      base.of === 'contract' ||
        (stacking?.otherSupportAllowed === true && stacking.totalPercent !== undefined),
    ],
    [baseFacts[base.of], base.of !== 'contract'],
    ['excludedAmount', (costs?.excluded.length ?? 0) > 0],
    ['taxAmount', costs?.taxIncluded === false],
    ...['startsOn', 'endsOn'].map((name): [string, boolean] => [
      name,
      base.proration !== undefined ||
        rules.threshold?.perYear === true ||
        contract?.longestMonths !== undefined,
    ]),
  ];
  const rest = asked.filter(([, needed]) => needed).map(([name]) => name);
  return ['applicantType', ...whenFacts(rules), ...rest];
}
