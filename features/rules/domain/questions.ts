import { elsewhere, regionsOf } from './answers';
import { askedFacts } from './asked';
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

/** The questions of the eligibility check, in the order of asking; each is one page. */
export const questionIds = [
  'applicantType',
  'onePerson',
  'region',
  'size',
  'sector',
  'side',
  'direction',
  'purpose',
  'chipOrigin',
  'model',
  'project',
  'registeredOn',
  'vendorId',
  'vendorCapacity',
  'vendorRegion',
  'affiliated',
  'otherSupport',
  'upperTierClaimed',
  'otherSideClaims',
  'contractClaimed',
  'yearsBefore',
  'signedOn',
  'requestedFen',
  'contractFen',
  'paidFen',
  'settledFen',
  'meteredFen',
  'excludedFen',
  'taxFen',
  'term',
  'own',
  'awards',
] as const;
/** own: the programme's own yes-or-no questions; awards: its fixed awards; each on one page. */
export type QuestionId = (typeof questionIds)[number];

/** The question that finds out a fact; some facts share one. */
const questionOf: Readonly<Record<string, QuestionId>> = {
  vendorListed: 'vendorId',
  vendorItems: 'vendorId',
  vendorListedOn: 'vendorId',
  vendorPetaflops: 'vendorCapacity',
  contractAmount: 'contractFen',
  paidAmount: 'paidFen',
  settledAmount: 'settledFen',
  meteredAmount: 'meteredFen',
  requestedAmount: 'requestedFen',
  excludedAmount: 'excludedFen',
  taxAmount: 'taxFen',
  otherSupportAmount: 'otherSupport',
  startsOn: 'term',
  endsOn: 'term',
};

/** Only the questions whose answers the rules look at. */
export function questionsOf(rules: Rules): QuestionId[] {
  const asked = new Set(
    askedFacts(rules).map((fact) =>
      fact.startsWith('flag:') ? 'own' : (questionOf[fact] ?? fact),
    ),
  );
  if (rules.fixedAwards?.length) asked.add('awards');
  return questionIds.filter((id) => asked.has(id));
}

/** Whether the amount of other support matters, and not only that there is some. */
export const countsSupport = ({ stacking }: Rules): boolean =>
  stacking?.otherSupportAllowed === true &&
  (stacking.totalPercent !== undefined || stacking.deduct !== undefined);

/** The names of the answers to a question. */
export function partsOf(question: QuestionId, rules: Rules): readonly string[] {
  if (question === 'term') return ['startsOn', 'endsOn'];
  if (question === 'awards') return (rules.fixedAwards ?? []).map(({ id }) => `award_${id}`);
  if (question === 'own') {
    return askedFacts(rules)
      .filter((fact) => fact.startsWith('flag:'))
      .map((fact) => `flag_${fact.slice(5)}`);
  }
  const counted = question === 'otherSupport' && countsSupport(rules);
  return counted ? ['otherSupport', 'otherSupportFen'] : [question];
}

const yesNo = ['no', 'yes'] as const;

const choices: { readonly [Q in QuestionId]?: (rules: Rules) => readonly string[] } = {
  applicantType: () => applicantTypes,
  onePerson: () => yesNo,
  region: (rules) => [...regionsOf(rules), elsewhere],
  size: () => firmSizes,
  sector: () => sectors,
  side: () => sides,
  direction: (rules) => (rules.directions ?? []).map(({ id }) => id),
  purpose: () => purposes,
  chipOrigin: () => chipOrigins,
  model: () => modelStatuses,
  project: () => projectRanks,
  vendorCapacity: () => yesNo,
  vendorRegion: () => yesNo,
  affiliated: () => yesNo,
  otherSupport: () => yesNo,
  upperTierClaimed: () => yesNo,
  otherSideClaims: () => yesNo,
  contractClaimed: () => yesNo,
  yearsBefore: (rules) =>
    Array.from({ length: (rules.consecutiveYears?.most ?? 0) + 1 }, (_, years) => String(years)),
};

export const awardAnswers = ['no', 'claimed', 'taken'] as const;

/** What one may choose from; nothing for an answer in writing, or by the name of a vendor. */
export function choicesOfPart(part: string, rules: Rules): readonly string[] | undefined {
  if (part.startsWith('flag_')) return yesNo;
  if (part.startsWith('award_')) return awardAnswers;
  return choices[part as QuestionId]?.(rules);
}
