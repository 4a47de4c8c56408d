import type { IsoDate } from '../../../lib/dates';
import type { Fen } from '../../../lib/money';
import type { Bilingual } from './text';

export const applicantTypes = ['enterprise', 'institute', 'university'] as const;
export type ApplicantType = (typeof applicantTypes)[number];

export const chipOrigins = ['domestic', 'foreign'] as const;
export type ChipOrigin = (typeof chipOrigins)[number];

export const purposes = ['training', 'tuning', 'inference'] as const;
export type Purpose = (typeof purposes)[number];

/**
 * deduct: the vendor takes the voucher's part off the bill and is paid by the city;
 * deferred: the start-up pays first and is paid back; automatic: nobody applies.
 */
export type Mode = 'deduct' | 'deferred' | 'automatic';

/**
 * A rule that is there, and the article of the source it comes from: `5`, or `5.2` for its second
 * paragraph. A rule that the source does not have is left out, never set to zero.
 */
export type Clause = { readonly clause: string };

/** Papers that may be asked for; each is handed in under `${code}File`. */
export const evidenceCodes = ['licence', 'contract', 'plan', 'invoice', 'payment'] as const;
export type EvidenceCode = (typeof evidenceCodes)[number];

/** A rate that holds where all its conditions do; of several, the highest is taken, never the sum. */
export type RateRule = Clause & {
  /** Percent as decimal text: `30`, `12.5`. */
  readonly percent: string;
  /** For firms registered less than so many months before the application. */
  readonly firmYoungerThanMonths?: number;
  readonly chipOrigin?: ChipOrigin;
  readonly purpose?: Purpose;
};

export type RoundingRule = {
  /** 1 = fen, 100 = yuan. */
  readonly unitFen: number;
  readonly mode: 'truncate' | 'half_up' | 'up';
};

/** Other public support for the same contract: none at all, or all of it together up to a share. */
export type StackingRule = Clause &
  (
    | { readonly otherSupportAllowed: false }
    | { readonly otherSupportAllowed: true; readonly totalPercent: string }
  );

/**
 * The rules of one programme, as data (domain.md §3). What a text leaves open is decided here and
 * named in `assumed`, never in code. Amounts are yuan as decimal text. A parameter that further
 * programmes need joins as an optional part, so that stored versions stay valid.
 */
export type Rules = {
  readonly mode: Mode;
  readonly kind: 'compute' | 'training' | 'model' | 'corpus';
  readonly applicants: Clause & { readonly types: readonly ApplicantType[] };
  /** What the compute may be for; anything where the text sets nothing. */
  readonly purposes?: Clause & { readonly allowed: readonly Purpose[] };
  readonly base: Clause & {
    readonly of: 'contract' | 'settled';
    /** Only the share of the contract's days that fall into the programme's period counts. */
    readonly proration?: Clause & {
      readonly from: IsoDate;
      readonly to: IsoDate;
      /** Whether the first day of a span counts as a day: the two readings differ. */
      readonly dayCount: 'exclusive' | 'inclusive';
      readonly rounding: RoundingRule;
    };
  };
  readonly rates: readonly RateRule[];
  readonly rounding: RoundingRule;
  /** Nothing below this base; `perYear` compares what the contract costs a year. */
  readonly threshold?: Clause & { readonly yuan: string; readonly perYear: boolean };
  /** Nothing below this: what the rate gives, or also what is left of it after every limit. */
  readonly minimumAward?: Clause & {
    readonly yuan: string;
    readonly of: 'entitlement' | 'voucher';
  };
  readonly capPerContract?: Clause & { readonly yuan: string };
  /** What was already awarded in the calendar year counts. */
  readonly capPerYear?: Clause & { readonly yuan: string };
  /** When the pool holds less than the award: nothing, or what is left. */
  readonly pool: Clause & { readonly exhaustion: 'reject' | 'partial' };
  readonly contract?: Clause & {
    readonly signedFrom?: IsoDate;
    readonly signedTo?: IsoDate;
    readonly longestMonths?: number;
  };
  readonly vendors: Clause & { readonly scope: 'listed' };
  readonly affiliates?: Clause & { readonly allowed: false };
  readonly stacking?: StackingRule;
  readonly voucher: Clause & {
    readonly validMonths: number;
    readonly transferable: false;
    readonly partialUse: true;
    /** The largest part of one order a voucher may pay; 100 where the text sets none. */
    readonly percentOfOrder: string;
    readonly holdDays: number;
  };
  readonly service: Clause & {
    readonly reviewWorkingDays: number;
    readonly correctionWorkingDays: number;
    readonly noticeWorkingDays: number;
  };
  /** What is handed in with the application, and with each redemption. */
  readonly evidence: Clause & {
    readonly application: readonly EvidenceCode[];
    readonly redemption: readonly EvidenceCode[];
  };
  readonly settlement: Clause & { readonly cycle: 'monthly' | 'quarterly' | 'yearly' };
  readonly source: {
    readonly title: Bilingual;
    readonly url: string;
    /** o official text or mirror, n news, r third-party restatement. */
    readonly grade: 'o' | 'n' | 'r';
    readonly effectiveFrom: IsoDate;
  };
  /** What the text leaves open and this programme assumes, as the guide tells it. */
  readonly assumed: readonly Bilingual[];
};

/** A start-up's situation, as `assess` needs it. Dates in China, amounts in fen. */
export type Facts = {
  readonly on: IsoDate;
  readonly applicantType: ApplicantType;
  readonly registeredOn: IsoDate;
  readonly contractFen: Fen;
  readonly signedOn: IsoDate;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly settledFen?: Fen;
  readonly affiliated: boolean;
  readonly otherSupport: boolean;
  /** How much of it, where the rules count it; unknown is not zero. */
  readonly otherSupportFen?: Fen;
  readonly vendorListed: boolean;
  readonly chipOrigin: ChipOrigin;
  readonly purpose: Purpose;
  /** Already awarded to this applicant under the programme in the calendar year. */
  readonly usedFen: Fen;
  /** Left in the pool. */
  readonly poolFen: Fen;
};
