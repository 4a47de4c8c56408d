import { factParts } from './parameter-facts';
import type { Group, Leaf, Parts, Rows } from './parameters';
import {
  applicantTypes,
  bases,
  capPeriods,
  chipOrigins,
  costItems,
  evidenceCodes,
  firmSizes,
  modelStatuses,
  modes,
  projectRanks,
  purposes,
  sectors,
  sides,
  units,
  voucherKinds,
} from './rules';
import { refusalCodes } from './sheet';

const optional = true as const;
const clause: Leaf = { kind: 'clause' };
const money: Leaf = { kind: 'money' };
const percent: Leaf = { kind: 'percent' };
const count: Leaf = { kind: 'count' };
const key: Leaf = { kind: 'key' };
const yesNo: Leaf = { kind: 'yesNo' };
const name: Leaf = { kind: 'bilingual' };
const prose: Leaf = { kind: 'bilingual', long: true };
const maybeDate: Leaf = { kind: 'date', optional };
const maybeCount: Leaf = { kind: 'count', optional };
const maybeYesNo: Leaf = { kind: 'yesNo', optional };
const one = (values: readonly string[]): Leaf => ({ kind: 'choice', values });
const maybeOne = (values: readonly string[]): Leaf => ({ kind: 'choice', values, optional });
const some = (values: readonly string[]): Leaf => ({ kind: 'choices', values });
const maybeSome = (values: readonly string[]): Leaf => ({ kind: 'choices', values, optional });
const rule = (parts: Parts): Group => ({ kind: 'group', parts: { clause, ...parts } });
const maybeRule = (parts: Parts): Group => ({ ...rule(parts), optional });
const rows = (parts: Parts): Rows => ({ kind: 'rows', of: { kind: 'group', parts } });
const maybeRows = (parts: Parts): Rows => ({ ...rows(parts), optional });

/** The parts of a situation, which rates, caps, requirements and others share. */
export const whenParts: Parts = {
  applicantTypes: maybeSome(applicantTypes),
  firmYoungerThanMonths: maybeCount,
  firmOlderThanMonths: maybeCount,
  regions: { kind: 'regions', optional },
  sizes: maybeSome(firmSizes),
  sectors: maybeSome(sectors),
  onePerson: { kind: 'tick', optional },
  chipOrigin: maybeOne(chipOrigins),
  purpose: maybeOne(purposes),
  models: maybeSome(modelStatuses),
  projects: maybeSome(projectRanks),
  direction: { kind: 'declared', by: 'directions', optional },
  side: maybeOne(sides),
  baseAtLeastYuan: { kind: 'money', optional },
  baseBelowYuan: { kind: 'money', optional },
  flags: { kind: 'declaredSome', by: 'questions', optional },
  notFlags: { kind: 'declaredSome', by: 'questions', optional },
};

const rounding: Group = {
  kind: 'group',
  parts: {
    unitFen: { kind: 'unit', values: ['1', '100', '10000', '1000000'] },
    mode: one(['truncate', 'half_up', 'up']),
  },
};

const supported = { part: 'otherSupportAllowed', equals: 'yes' } as const;
const unsupported = { part: 'otherSupportAllowed', equals: 'no' } as const;

export const sectionIds = [
  'about',
  'who',
  'conditions',
  'amounts',
  'documents',
  'process',
  'time',
  'basis',
  'questions',
  'contact',
  'rounds',
  'examples',
] as const;
export type SectionId = (typeof sectionIds)[number];

const who: Parts = {
  'rules.applicants': rule({ types: some(applicantTypes) }),
  'rules.requirements': maybeRows({ clause, ...whenParts }),
  'rules.questions': maybeRows({ id: key, text: name }),
  'rules.directions': maybeRows({ id: key, title: name }),
  'rules.beneficiary': maybeRule({
    side: one([...sides, 'either']),
    payee: one(['buyer', 'vendor']),
    exclusive: yesNo,
  }),
  'rules.consecutiveYears': maybeRule({ most: count }),
};

const conditions: Parts = {
  'rules.claim': maybeRule({
    basis: one(['contract', 'quota', 'settled_use']),
    voucher: yesNo,
    oncePerContract: maybeYesNo,
  }),
  'rules.purposes': maybeRule({ allowed: some(purposes) }),
  'rules.contract': maybeRule({
    signedFrom: maybeDate,
    signedTo: maybeDate,
    longestMonths: maybeCount,
  }),
  'rules.vendors': rule({
    scope: one(['listed', 'any']),
    items: { kind: 'words', optional },
    leastPetaflops: { kind: 'number', optional },
    regions: { kind: 'regions', optional },
    listedWhenSigned: maybeYesNo,
  }),
  'rules.affiliates': maybeRule({
    allowed: { kind: 'fixed', value: false },
    sharePercent: { kind: 'percent', optional },
    commonController: maybeYesNo,
    lookThrough: maybeYesNo,
  }),
  'rules.stacking': maybeRule({
    otherSupportAllowed: yesNo,
    scope: { ...maybeOne(['contract', 'applicant']), onlyIf: unsupported },
    totalPercent: { kind: 'percent', optional, onlyIf: supported },
    deduct: { ...maybeOne(['base', 'award']), onlyIf: supported },
    upperTierFirst: { ...maybeYesNo, onlyIf: supported },
  }),
  'rules.intake': maybeRule({ kind: one(['rolling', 'batch', 'quota']), places: maybeCount }),
};

const amounts: Parts = {
  'rules.base': rule({
    of: one(bases),
    proration: maybeRule({
      from: { kind: 'date' },
      to: { kind: 'date' },
      dayCount: one(['exclusive', 'inclusive']),
      rounding: { ...rounding, optional },
    }),
  }),
  'rules.costs': maybeRule({
    items: some(costItems),
    // Empty where everything counts; the list itself is always there.
    excluded: some(costItems),
    taxIncluded: yesNo,
  }),
  'rules.rates': rows({ clause, percent, ...whenParts }),
  'rules.rateKind': maybeOne(['ceiling', 'fixed']),
  'rules.pick': maybeOne(['max', 'priority']),
  'rules.rounding': rounding,
  'rules.roundingAt': maybeOne(['rate', 'award']),
  'rules.threshold': maybeRule({ yuan: money, perYear: yesNo }),
  'rules.minimumAward': maybeRule({ yuan: money, of: one(['entitlement', 'voucher']) }),
  'rules.capPerContract': maybeRule({ yuan: money }),
  'rules.capPerYear': maybeRule({ yuan: money }),
  'rules.caps': maybeRows({
    clause,
    yuan: money,
    per: one(capPeriods),
    counts: maybeOne(['claimed', 'redeemed', 'both']),
    periodMonths: maybeCount,
    raisedByDecision: maybeYesNo,
    ...whenParts,
  }),
  'rules.fixedAwards': maybeRows({
    clause,
    id: key,
    title: name,
    yuan: money,
    insideCap: yesNo,
    ...whenParts,
  }),
  'rules.voucher': rule({
    validMonths: count,
    transferable: { kind: 'fixed', value: false },
    partialUse: yesNo,
    percentOfOrder: percent,
    holdDays: count,
  }),
  'rules.inKind': maybeRule({ quantity: money, unit: one(['gpuHour', 'cardHour']), by: name }),
};

/** Every section of the editor with its parameters, by their paths; the schema's keys, each once. */
export const parameterTable: Readonly<Record<SectionId, Parts>> = {
  about: {
    'guide.title': name,
    'guide.summary': prose,
    'rules.mode': one(modes),
    'rules.kind': one(voucherKinds),
    'rules.unit': maybeOne(units),
  },
  who,
  conditions,
  amounts,
  documents: {
    'rules.evidence': rule({ application: some(evidenceCodes), redemption: some(evidenceCodes) }),
  },
  process: {
    'guide.process': { kind: 'rows', of: prose },
    'rules.settlement': rule({
      cycle: one(['monthly', 'quarterly', 'yearly', 'batch']),
      advancePercent: { kind: 'percent', optional },
    }),
  },
  time: {
    'rules.service': rule({
      reviewWorkingDays: count,
      correctionWorkingDays: count,
      noticeWorkingDays: count,
      noticeDays: maybeOne(['working', 'calendar']),
      appealWorkingDays: maybeCount,
      autoApproveYuan: { kind: 'money', optional },
      stages: maybeRows({ title: name, workingDays: count }),
    }),
    'rules.terms': maybeRows({
      clause,
      from: maybeDate,
      to: maybeDate,
      suspendedFrom: maybeDate,
      suspendedTo: maybeDate,
      reason: { kind: 'bilingual', optional },
    }),
  },
  basis: {
    'guide.basis': prose,
    'rules.source': {
      kind: 'group',
      parts: {
        title: name,
        url: { kind: 'url' },
        grade: one(['o', 'n', 'r']),
        effectiveFrom: { kind: 'date' },
        effectiveTo: maybeDate,
      },
    },
    'rules.assumed': { kind: 'rows', of: prose },
  },
  questions: { 'guide.questions': rows({ question: name, answer: prose }) },
  contact: { 'guide.contact': prose, 'guide.supervision': prose },
  rounds: {
    rounds: rows({
      number: count,
      opensOn: { kind: 'date' },
      opensAt: { kind: 'time' },
      closesOn: { kind: 'date' },
      closesAt: { kind: 'time' },
    }),
    budgetYuan: { kind: 'money', optional },
    'rules.pool': rule({
      exhaustion: one(['reject', 'partial', 'queue', 'pro_rata']),
      subPools: maybeRows({ clause, id: key, title: name, yuan: money, ...whenParts }),
    }),
    'rules.funding': maybeRule({
      shares: rows({ funder: name, parts: count }),
      oddFenTo: { kind: 'position' },
    }),
  },
  examples: {
    examples: rows({
      title: name,
      facts: { kind: 'group', parts: factParts },
      expected: {
        kind: 'group',
        parts: {
          amount: { kind: 'amount', optional },
          refusals: { kind: 'choices', values: refusalCodes, optional },
        },
      },
    }),
  },
};

/** The section in which a field is edited. */
export function sectionOf(field: string): SectionId {
  const found = sectionIds.find((id) =>
    Object.keys(parameterTable[id]).some((path) => field === path || field.startsWith(`${path}.`)),
  );
  return found ?? 'about';
}

/** The parameter behind a field's pattern, such as `rules.rates.percent`. */
export function parameterAt(pattern: string): Leaf | Group | Rows | undefined {
  const parts = parameterTable[sectionOf(pattern)];
  const root = Object.keys(parts).find(
    (path) => pattern === path || pattern.startsWith(`${path}.`),
  );
  let at = root === undefined ? undefined : parts[root];
  for (const step of pattern.slice((root?.length ?? 0) + 1).split('.')) {
    if (step === '') break;
    if (at?.kind === 'rows') at = at.of;
    at = at?.kind === 'group' ? at.parts[step] : undefined;
  }
  return at?.kind === 'keyed' ? at.of : at;
}
