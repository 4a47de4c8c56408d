import type { IsoDate } from '@/lib/dates';
import { parseYuan, zeroFen, type Fen } from '@/lib/money';
import type { Facts, UsedAmounts } from './facts';
import {
  applicantTypes,
  chipOrigins,
  firmSizes,
  modelStatuses,
  projectRanks,
  purposes,
  sectors,
  sides,
  type Rules,
} from './rules';

/** Answers as text, by the names that the eligibility check and the application's form share. */
export type Answers = Readonly<Record<string, string>>;

/** Marks a vendor who is not on the city's list. */
export const otherVendor = 'other';

/** A vendor as a city accredits it. */
export type KnownVendor = {
  readonly id: string;
  readonly items?: readonly string[] | undefined;
  readonly listedOn?: IsoDate | undefined;
};

/** What the portal knows beside the answers. */
export type Known = {
  readonly on: IsoDate;
  readonly poolFen: Fen;
  readonly subPoolFen?: Readonly<Record<string, Fen>> | undefined;
  readonly vendors: readonly KnownVendor[];
  /** Already awarded under the programme in the calendar year. */
  readonly usedFen: Fen;
  readonly used?: UsedAmounts | undefined;
  readonly contractClaimed?: boolean | undefined;
  readonly placesTaken?: number | undefined;
  readonly yearsBefore?: number | undefined;
};

const amount = (text: string | undefined): Fen | undefined => {
  const parsed = parseYuan(text ?? '');
  return text && parsed.ok ? parsed.value : undefined;
};
const among = <T extends string>(values: readonly T[], text: string | undefined): T | undefined =>
  values.find((value) => value === text);
const yes = (text: string | undefined): boolean | undefined =>
  text === 'yes' ? true : text === 'no' ? false : undefined;
const count = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined;

/** A region that no rule names. */
export const elsewhere = 'elsewhere';
const region = (text: string | undefined) => (text === elsewhere ? '000000' : text);

function flags(rules: Rules, answers: Answers): Record<string, boolean> {
  return Object.fromEntries(
    (rules.questions ?? []).flatMap(({ id }) => {
      const answer = yes(answers[`flag_${id}`]);
      return answer === undefined ? [] : [[id, answer]];
    }),
  );
}

function fixedAwards(rules: Rules, answers: Answers): Record<string, 'claimed' | 'taken'> {
  return Object.fromEntries(
    (rules.fixedAwards ?? []).flatMap(({ id }) => {
      const answer = among(['claimed', 'taken'], answers[`award_${id}`]);
      return answer ? [[id, answer]] : [];
    }),
  );
}

/** What is known of the vendor: from the city's list, or from the applicant where there is none. */
function vendorFacts(rules: Rules, answers: Answers, known: Known) {
  const { leastPetaflops, regions } = rules.vendors;
  const listed = known.vendors.find(({ id }) => id === answers.vendorId);
  return {
    vendorListed: rules.vendors.scope === 'any' || listed !== undefined,
    vendorItems: listed?.items,
    vendorListedOn: listed?.listedOn,
    vendorPetaflops: yes(answers.vendorCapacity) ? leastPetaflops : undefined,
    vendorRegion: yes(answers.vendorRegion) ? regions?.[0] : undefined,
  };
}

function amounts(answers: Answers) {
  const settledFen = amount(answers.settledFen);
  const paidFen = amount(answers.paidFen);
  const meteredFen = amount(answers.meteredFen);
  const requestedFen = amount(answers.requestedFen);
  return {
    settledFen,
    paidFen,
    meteredFen,
    requestedFen,
    contractFen:
      amount(answers.contractFen) ?? settledFen ?? paidFen ?? meteredFen ?? requestedFen ?? zeroFen,
    excludedFen: amount(answers.excludedFen),
    taxFen: amount(answers.taxFen),
    otherSupportFen: amount(answers.otherSupportFen),
  };
}

/** The situation that the answers describe. What the rules do not ask is taken as harmless. */
export function factsOfAnswers(rules: Rules, answers: Answers, known: Known): Facts {
  const startsOn = answers.startsOn ?? known.on;
  return {
    ...vendorFacts(rules, answers, known),
    ...amounts(answers),
    on: known.on,
    applicantType: among(applicantTypes, answers.applicantType) ?? 'enterprise',
    registeredOn: answers.registeredOn ?? '1949-10-01',
    region: region(answers.region),
    size: among(firmSizes, answers.size),
    sector: among(sectors, answers.sector),
    onePerson: yes(answers.onePerson),
    model: among(modelStatuses, answers.model),
    project: among(projectRanks, answers.project),
    direction: answers.direction,
    side: among(sides, answers.side),
    otherSideClaims: yes(answers.otherSideClaims),
    flags: rules.questions && flags(rules, answers),
    fixedAwards: rules.fixedAwards && fixedAwards(rules, answers),
    signedOn: answers.signedOn ?? known.on,
    startsOn,
    endsOn: answers.endsOn ?? startsOn,
    contractClaimed: known.contractClaimed ?? yes(answers.contractClaimed),
    affiliated: yes(answers.affiliated) ?? false,
    otherSupport: yes(answers.otherSupport) ?? false,
    upperTierClaimed: yes(answers.upperTierClaimed),
    chipOrigin: among(chipOrigins, answers.chipOrigin) ?? 'domestic',
    purpose: among(purposes, answers.purpose) ?? 'training',
    usedFen: known.usedFen,
    used: known.used,
    yearsBefore: known.yearsBefore ?? count(answers.yearsBefore),
    placesTaken: known.placesTaken,
    poolFen: known.poolFen,
    subPoolFen: known.subPoolFen,
  };
}

/** The regions that the rules name, for choosing one of them or none. */
export const regionsOf = (rules: Rules): string[] => [
  ...new Set(
    [...(rules.requirements ?? []), ...rules.rates, ...(rules.caps ?? [])].flatMap(
      ({ regions }) => regions ?? [],
    ),
  ),
];
