import type { IsoDate } from '../../../lib/dates';
import { formatFen, zeroFen, type Fen } from '../../../lib/money';
import { sameName } from '../../../lib/normal';
import type { OrganisationKind } from '../../../lib/organisation-kind';
import { fault } from '../../../lib/result';
import { assess } from '@/features/rules/domain/assess';
import type { Facts } from '@/features/rules/domain/facts';
import { applicantTypes, type ApplicantType, type Rules } from '@/features/rules/domain/rules';
import type { AssessmentRefusal } from '@/features/rules/domain/sheet';
import { countsUnits, toMoney } from '@/features/rules/domain/unit-price';
import type { Problem, Problems } from './problems';
import type { ReadRow } from './read-row';

/** What the portal has on record about a firm. */
export type KnownFirm = {
  readonly name: string;
  readonly kind: OrganisationKind;
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
  /** What the firm was awarded under the programme in the calendar year, with the earlier lines of the list, in its unit. */
  readonly usedFen: Fen;
  /** The last day of the ban that the firm is under. */
  readonly bannedUntil?: IsoDate | undefined;
  /** What the pool has left for this row, in the programme's unit. */
  readonly poolFen: Fen;
};

/** A row's award in money, or what is wrong with it. */
export type Judged = { readonly amountFen: Fen | null; readonly problems: Problems };

/** A day before any that a rule on age compares with. It is used for a firm whose day of registration no rule needs. */
const longAgo = '1949-10-01';

const typeOf = (firm: KnownFirm | undefined): ApplicantType =>
  applicantTypes.find((type) => type === firm?.applicantType) ?? 'enterprise';

/**
 * Returns the firm's situation as facts for the rules. The city has already settled which vendor the firm
 * bought from, and whether that vendor is an affiliate, because it put the firm on the list.
 */
function factsOf(row: ReadRow, base: Fen, circumstances: Circumstances): Facts {
  const { on, firm, usedFen, bannedUntil, poolFen } = circumstances;
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
    bannedUntil,
    poolFen,
  };
}

/**
 * The rules as they apply to a list. The city has settled who the firms are and which conditions they meet by
 * putting them on the list. It has not settled what they get, and when.
 */
const forLists = new WeakMap<Rules, Rules>();
function rulesForList(rules: Rules): Rules {
  const known = forLists.get(rules);
  if (known) return known;
  const { requirements: _conditions, vendors, claim: _claim, ...rest } = rules;
  const rulesWithoutVendor: Rules = { ...rest, vendors: { clause: vendors.clause, scope: 'any' } };
  forLists.set(rules, rulesWithoutVendor);
  return rulesWithoutVendor;
}

/** Returns a refusal with its amounts as text, since JSON has no big integers, and with their unit where it is not yuan. */
const stored = ({ code, values }: AssessmentRefusal, rules: Rules): Problem => ({
  code,
  values: {
    ...(rules.unit !== undefined && rules.unit !== 'yuan' && { unit: rules.unit }),
    ...Object.fromEntries(
      Object.entries(values).map(([key, value]) => [
        key,
        typeof value === 'bigint' ? value.toString() : value,
      ]),
    ),
  },
});

/** Compares the row with what the portal has on record about its firm, and returns the problems. */
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
 * Returns the amount in fen that the rules give for a row, or everything that is wrong with the row: first
 * the faults of its cells, then the conflicts with the firm's record, then the first reason of the rules
 * against it.
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
    return { amountFen: null, problems: first ? { row: stored(first, rules) } : {} };
  }
  const { amountFen: computed } = assessment;
  if (row.stated !== undefined && row.stated !== computed) {
    const text = (amount: Fen) =>
      countsUnits(rules) ? formatFen(amount).replace('¥', '') : formatFen(amount);
    const values = { stated: text(row.stated), computed: text(computed) };
    return { amountFen: null, problems: { stated: fault('amount_differs', values) } };
  }
  return { amountFen: toMoney(rules, computed), problems: {} };
}
