import type { IsoDate } from '../../../lib/dates';
import { formatFen, zeroFen, type Fen } from '../../../lib/money';
import { sameName } from '../../../lib/normal';
import { fault } from '../../../lib/result';
import { assess } from '@/features/rules/domain/assess';
import type { Facts } from '@/features/rules/domain/facts';
import { applicantTypes, type ApplicantType, type Rules } from '@/features/rules/domain/rules';
import type { AssessmentRefusal } from '@/features/rules/domain/sheet';
import type { Problem, Problems } from './problems';
import type { ReadRow } from './read-row';

/** A firm as the portal knows it. */
export type KnownFirm = {
  readonly name: string;
  readonly kind: 'startup' | 'vendor';
  readonly applicantType: string;
  readonly registeredOn: IsoDate | null;
  readonly hasOwner: boolean;
};

/** An earlier line for the same firm and the same contract or period. */
export type Twin = { readonly line: number; readonly importReference: string | null };

export type Circumstances = {
  readonly on: IsoDate;
  readonly firm: KnownFirm | undefined;
  readonly twin: Twin | undefined;
  /** Awarded to the firm under the programme in the calendar year, earlier lines of the list included. */
  readonly usedFen: Fen;
  /** What the pool has left for this row. */
  readonly poolFen: Fen;
};

export type Judged = { readonly amountFen: Fen | null; readonly problems: Problems };

/** Before any rule that looks at age: what counts for a firm whose day of registration no rule asks for. */
const longAgo = '1949-10-01';

const typeOf = (firm: KnownFirm | undefined): ApplicantType =>
  applicantTypes.find((type) => type === firm?.applicantType) ?? 'enterprise';

/**
 * The firm's situation for the rules. Which vendor it bought from, and whether that is its affiliate,
 * is what the city has settled by putting it on the list.
 */
function factsOf(row: ReadRow, base: Fen, circumstances: Circumstances): Facts {
  const { on, firm, usedFen, poolFen } = circumstances;
  const other = row.otherSupport ?? zeroFen;
  return {
    on,
    applicantType: typeOf(firm),
    registeredOn: row.registeredOn ?? firm?.registeredOn ?? longAgo,
    contractFen: base,
    paidFen: base,
    settledFen: base,
    meteredFen: base,
    requestedFen: base,
    signedOn: row.signedOn ?? on,
    startsOn: row.startsOn ?? on,
    endsOn: row.endsOn ?? on,
    affiliated: false,
    otherSupport: other > 0n,
    otherSupportFen: other,
    vendorListed: true,
    chipOrigin: row.chipOrigin ?? 'domestic',
    purpose: row.purpose ?? 'training',
    usedFen,
    poolFen,
  };
}

/**
 * The rules as they judge a list: who the firms are and what conditions they meet the city has
 * settled by putting them on it; what they get, and when, it has not.
 */
const forLists = new WeakMap<Rules, Rules>();
function rulesForList(rules: Rules): Rules {
  const known = forLists.get(rules);
  if (known) return known;
  const { requirements: _conditions, vendors, claim: _claim, ...rest } = rules;
  const settled: Rules = { ...rest, vendors: { clause: vendors.clause, scope: 'any' } };
  forLists.set(rules, settled);
  return settled;
}

/** Amounts as text, since JSON has no big integers. */
const stored = ({ code, values }: AssessmentRefusal): Problem => ({
  code,
  values: Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      typeof value === 'bigint' ? value.toString() : value,
    ]),
  ),
});

/** What is wrong between the row and what the portal knows of its firm. */
function firmProblems(row: ReadRow, firm: KnownFirm | undefined): Problems {
  const problems: Partial<Record<'name' | 'email' | 'creditCode', Problem>> = {};
  if (firm && firm.kind !== 'startup') problems.creditCode = fault('firm_is_vendor');
  if (firm && row.name !== undefined && !sameName(firm.name, row.name)) {
    problems.name = fault('name_differs', { known: firm.name });
  }
  if (!firm?.hasOwner && row.email === undefined) problems.email = fault('email_needed');
  return problems;
}

function twinProblem({ line, importReference }: Twin): Problem {
  return importReference === null
    ? fault('duplicate_in_file', { line })
    : fault('duplicate_of_import', { line, reference: importReference });
}

/**
 * What a row comes to under the rules, or everything that is wrong with it: faults of its cells first,
 * then what the portal knows of the firm, then the first reason the rules have against it.
 */
export function judge(
  rules: Rules,
  row: ReadRow,
  faults: Problems,
  circumstances: Circumstances,
): Judged {
  const problems: Partial<Record<keyof Problems, Problem>> = {
    ...(row.creditCode !== undefined && firmProblems(row, circumstances.firm)),
    ...faults,
  };
  if (circumstances.twin) problems.row ??= twinProblem(circumstances.twin);
  if (Object.keys(problems).length > 0 || row.base === undefined) {
    return { amountFen: null, problems };
  }
  const assessment = assess(rulesForList(rules), factsOf(row, row.base, circumstances));
  if (!assessment.eligible) {
    const [first] = assessment.refusals;
    return { amountFen: null, problems: first ? { row: stored(first) } : {} };
  }
  const { amountFen } = assessment;
  if (row.stated !== undefined && row.stated !== amountFen) {
    const values = { stated: formatFen(row.stated), computed: formatFen(amountFen) };
    return { amountFen: null, problems: { stated: fault('amount_differs', values) } };
  }
  return { amountFen, problems: {} };
}
