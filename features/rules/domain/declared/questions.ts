import type { ReadFacts } from '../../facts-schema';
import {
  among,
  amount,
  count,
  ownAnswers,
  yes,
  type Answers,
  type KnownVendor,
} from '../answer-reading';
import type { BaseOf, Frozen, Rules, When } from '../rules';
import { elsewhere, flagsOf, regionsOf, situationsOf } from '../situations';
import {
  applicantTypes,
  chipOrigins,
  firmSizes,
  modelStatuses,
  projectRanks,
  purposes,
  sectors,
  sides,
} from '../vocabulary';

type Question = {
  /**
   * The section of the application form with the question: about the applicant, about the contract, or `anyway` if every
   * form contains it or the portal already has the answer.
   */
  readonly about: 'applicant' | 'contract' | 'anyway';
  /** The choices; left out if the answer is free text, or if the choices differ between the parts. */
  readonly choices?: (rules: Rules) => readonly string[];
};

const yesNo = () => ['no', 'yes'];

/**
 * Declares the questions of the eligibility check in their order; each is one page. The wording is in question-messages.ts.
 * own: the programme's own yes-or-no questions; awards: its fixed awards.
 */
const declared = {
  applicantType: { about: 'anyway', choices: () => applicantTypes },
  onePerson: { about: 'applicant', choices: yesNo },
  region: { about: 'applicant', choices: (rules) => [...regionsOf(rules), elsewhere] },
  size: { about: 'applicant', choices: () => firmSizes },
  sector: { about: 'applicant', choices: () => sectors },
  side: { about: 'applicant', choices: () => sides },
  direction: {
    about: 'applicant',
    choices: ({ directions = [] }) => directions.map(({ id }) => id),
  },
  purpose: { about: 'anyway', choices: () => purposes },
  chipOrigin: { about: 'anyway', choices: () => chipOrigins },
  model: { about: 'applicant', choices: () => modelStatuses },
  project: { about: 'applicant', choices: () => projectRanks },
  registeredOn: { about: 'anyway' },
  vendorId: { about: 'anyway' },
  vendorCapacity: { about: 'contract', choices: yesNo },
  vendorRegion: { about: 'contract', choices: yesNo },
  affiliated: { about: 'contract', choices: yesNo },
  otherSupport: { about: 'contract', choices: yesNo },
  upperTierClaimed: { about: 'contract', choices: yesNo },
  otherSideClaims: { about: 'contract', choices: yesNo },
  contractClaimed: { about: 'anyway', choices: yesNo },
  yearsBefore: {
    about: 'applicant',
    choices: ({ consecutiveYears }) =>
      Array.from({ length: (consecutiveYears?.most ?? 0) + 1 }, (_, years) => String(years)),
  },
  signedOn: { about: 'anyway' },
  requestedAmount: { about: 'contract' },
  contractAmount: { about: 'anyway' },
  paidAmount: { about: 'contract' },
  settledAmount: { about: 'contract' },
  meteredAmount: { about: 'contract' },
  excludedAmount: { about: 'contract' },
  taxAmount: { about: 'contract' },
  term: { about: 'anyway' },
  own: { about: 'applicant' },
  awards: { about: 'applicant' },
} satisfies Readonly<Record<string, Question>>;
export type QuestionId = keyof typeof declared;
export const questions: Readonly<Record<QuestionId, Question>> = declared;

/** The facts of a situation that are known; amounts in fen. */
export type KnownFacts = Frozen<ReadFacts>;

/** Facts that the portal already has or calculates itself, or that only the author of an example states. */
type FactWithoutQuestion =
  | 'on'
  | 'sharePercent'
  | 'commonController'
  | 'usedAmount'
  | 'used'
  | 'fixedAwards'
  | 'decidedCapAmount'
  | 'bannedUntil'
  | 'placesTaken'
  | 'poolAmount'
  | 'subPoolAmounts'
  | 'demandAmount';
export type QuestionFact = Exclude<keyof ReadFacts, FactWithoutQuestion>;

type Fact<Name extends QuestionFact> = {
  /** The question whose answer gives the fact; some facts share a question. */
  readonly question: QuestionId;
  /** Returns whether the rules look at the fact. */
  readonly needed: (rules: Rules) => boolean;
  /** Makes the fact from the answers; undefined if they do not contain it. */
  readonly read: (
    answers: Answers,
    rules: Rules,
    vendor: KnownVendor | undefined,
  ) => KnownFacts[Name];
  /** A value that no rule refuses, for a profile that does not contain the fact. */
  readonly harmless?: KnownFacts[Name];
};

const always = () => true;
const inSituations =
  (...parts: (keyof When)[]) =>
  (rules: Rules) =>
    situationsOf(rules).some((when) => parts.some((part) => when[part] !== undefined));
const base = (of: BaseOf) => (rules: Rules) => rules.base.of === of;
const termMatters = ({ base: { proration }, threshold, contract }: Rules) =>
  proration !== undefined || threshold?.perYear === true || contract?.longestMonths !== undefined;
const supportCounts = ({ stacking }: Rules) =>
  stacking?.otherSupportAllowed === true &&
  (stacking.totalPercent !== undefined || stacking.deduct !== undefined);

/** Returns the capacity and the region of a vendor that just meets the rules; undefined where the rules set nothing. */
export const enoughOfVendor = ({ vendors }: Rules) => ({
  vendorPetaflops: vendors.leastPetaflops,
  vendorRegion: vendors.regions?.[0],
});

/** Declares the facts that rules look at, by the names of `factsSchema`, in the order of the interface. */
export const facts: { readonly [Name in QuestionFact]-?: Fact<Name> } = {
  applicantType: {
    question: 'applicantType',
    needed: always,
    read: (answers) => among(applicantTypes, answers.applicantType),
  },
  region: {
    question: 'region',
    needed: inSituations('regions'),
    read: ({ region }) => (region === elsewhere ? '000000' : region),
  },
  size: {
    question: 'size',
    needed: inSituations('sizes'),
    read: ({ size }) => among(firmSizes, size),
  },
  sector: {
    question: 'sector',
    needed: inSituations('sectors'),
    read: ({ sector }) => among(sectors, sector),
  },
  onePerson: {
    question: 'onePerson',
    needed: inSituations('onePerson'),
    read: ({ onePerson }) => yes(onePerson),
  },
  registeredOn: {
    question: 'registeredOn',
    needed: inSituations('firmYoungerThanMonths', 'firmOlderThanMonths'),
    read: ({ registeredOn }) => registeredOn,
  },
  direction: {
    question: 'direction',
    needed: (rules) => rules.directions !== undefined || inSituations('direction')(rules),
    read: ({ direction }) => direction,
  },
  side: {
    question: 'side',
    needed: (rules) => rules.beneficiary?.side === 'either' || inSituations('side')(rules),
    read: ({ side }) => among(sides, side),
    harmless: 'demand',
  },
  purpose: {
    question: 'purpose',
    needed: (rules) => rules.purposes !== undefined || inSituations('purpose')(rules),
    read: ({ purpose }) => among(purposes, purpose),
  },
  chipOrigin: {
    question: 'chipOrigin',
    needed: inSituations('chipOrigin'),
    read: ({ chipOrigin }) => among(chipOrigins, chipOrigin),
  },
  model: {
    question: 'model',
    needed: inSituations('models'),
    read: ({ model }) => among(modelStatuses, model),
  },
  project: {
    question: 'project',
    needed: inSituations('projects'),
    read: ({ project }) => among(projectRanks, project),
  },
  flags: {
    question: 'own',
    needed: (rules) => flagsOf(rules).length > 0,
    read: (answers, rules) => rules.questions && ownAnswers(answers, rules.questions),
  },
  otherSideClaims: {
    question: 'otherSideClaims',
    needed: ({ beneficiary }) => beneficiary?.exclusive === true,
    read: ({ otherSideClaims }) => yes(otherSideClaims),
    harmless: false,
  },
  vendorListed: {
    question: 'vendorId',
    needed: ({ vendors }) => vendors.scope === 'listed',
    read: (_answers, { vendors }, vendor) => vendors.scope === 'any' || vendor !== undefined,
  },
  vendorItems: {
    question: 'vendorId',
    needed: ({ vendors }) => (vendors.items?.length ?? 0) > 0,
    read: (_answers, _rules, vendor) => vendor?.items,
  },
  vendorPetaflops: {
    question: 'vendorCapacity',
    needed: (rules) => enoughOfVendor(rules).vendorPetaflops !== undefined,
    read: ({ vendorCapacity }, rules) =>
      yes(vendorCapacity) ? enoughOfVendor(rules).vendorPetaflops : undefined,
  },
  vendorRegion: {
    question: 'vendorRegion',
    needed: ({ vendors }) => vendors.regions !== undefined,
    read: ({ vendorRegion }, rules) =>
      yes(vendorRegion) ? enoughOfVendor(rules).vendorRegion : undefined,
  },
  vendorListedOn: {
    question: 'vendorId',
    needed: ({ vendors }) => vendors.listedWhenSigned === true,
    read: (_answers, _rules, vendor) => vendor?.listedOn,
  },
  affiliated: {
    question: 'affiliated',
    needed: ({ affiliates }) => affiliates !== undefined,
    read: ({ affiliated }) => yes(affiliated),
  },
  otherSupport: {
    question: 'otherSupport',
    needed: (rules) => rules.stacking?.otherSupportAllowed === false || supportCounts(rules),
    read: ({ otherSupport }) => yes(otherSupport),
  },
  otherSupportAmount: {
    question: 'otherSupport',
    needed: supportCounts,
    read: ({ otherSupportAmount }) => amount(otherSupportAmount),
  },
  upperTierClaimed: {
    question: 'upperTierClaimed',
    needed: ({ stacking, pool }) =>
      stacking?.otherSupportAllowed === true &&
      (stacking.upperTierFirst === true || pool.queueOrder === 'upper_tier_first'),
    read: ({ upperTierClaimed }) => yes(upperTierClaimed),
    harmless: true,
  },
  yearsBefore: {
    question: 'yearsBefore',
    needed: ({ consecutiveYears }) => consecutiveYears !== undefined,
    read: ({ yearsBefore }) => count(yearsBefore),
    harmless: 0,
  },
  contractClaimed: {
    question: 'contractClaimed',
    needed: ({ claim }) => claim?.oncePerContract === true,
    read: ({ contractClaimed }) => yes(contractClaimed),
    harmless: false,
  },
  signedOn: {
    question: 'signedOn',
    needed: ({ contract, vendors }) =>
      contract?.signedFrom !== undefined ||
      contract?.signedTo !== undefined ||
      vendors.listedWhenSigned === true,
    read: ({ signedOn }) => signedOn,
  },
  contractAmount: {
    question: 'contractAmount',
    needed: ({ base: { of }, stacking }) =>
      of === 'contract' ||
      (stacking?.otherSupportAllowed === true && stacking.totalPercent !== undefined),
    read: ({ contractAmount }) => amount(contractAmount),
  },
  paidAmount: {
    question: 'paidAmount',
    needed: base('paid'),
    read: ({ paidAmount }) => amount(paidAmount),
  },
  settledAmount: {
    question: 'settledAmount',
    needed: base('settled'),
    read: ({ settledAmount }) => amount(settledAmount),
  },
  meteredAmount: {
    question: 'meteredAmount',
    needed: base('metered'),
    read: ({ meteredAmount }) => amount(meteredAmount),
  },
  requestedAmount: {
    question: 'requestedAmount',
    needed: base('quota'),
    read: ({ requestedAmount }) => amount(requestedAmount),
  },
  excludedAmount: {
    question: 'excludedAmount',
    needed: ({ costs }) => (costs?.excluded.length ?? 0) > 0,
    read: ({ excludedAmount }) => amount(excludedAmount),
  },
  taxAmount: {
    question: 'taxAmount',
    needed: ({ costs }) => costs?.taxIncluded === false,
    read: ({ taxAmount }) => amount(taxAmount),
  },
  startsOn: { question: 'term', needed: termMatters, read: ({ startsOn }) => startsOn },
  endsOn: { question: 'term', needed: termMatters, read: ({ endsOn }) => endsOn },
};
export const factNames = Object.keys(facts) as QuestionFact[];
