import type { IsoDate } from '../../../lib/dates';
import type { Fen } from '../../../lib/money';

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

/** A rule that is there, and the clause it comes from. */
export type Clause = { readonly clause: string };

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

/**
 * The rules of one programme, as data (domain.md §3). What a text leaves open is decided here and
 * named in `assumed`, never in code. Amounts are yuan as decimal text.
 */
export type Rules = {
  readonly mode: Mode;
  readonly kind: 'compute' | 'training' | 'model' | 'corpus';
  readonly applicants: Clause & { readonly types: readonly ApplicantType[] };
  readonly base: Clause & {
    readonly of: 'contract' | 'settled';
    /** Only the part of the settled cost that falls into the programme's period counts. */
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
  /** Nothing below this base. */
  readonly threshold?: Clause & { readonly yuan: string; readonly perYear: boolean };
  /** Nothing below this award. */
  readonly minimumAward?: Clause & { readonly yuan: string };
  readonly capPerContract?: Clause & { readonly yuan: string };
  /** What was already awarded in the calendar year counts. */
  readonly capPerYear?: Clause & { readonly yuan: string };
  readonly exhaustion: 'reject' | 'partial';
  readonly contract?: Clause & {
    readonly signedFrom?: IsoDate;
    readonly signedTo?: IsoDate;
    readonly longestMonths?: number;
  };
  readonly vendors: Clause & { readonly scope: 'listed' };
  readonly affiliates?: Clause & { readonly allowed: false };
  readonly stacking?: Clause & { readonly otherSupportAllowed: false };
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
  readonly settlement: Clause & { readonly cycle: 'monthly' | 'quarterly' | 'yearly' };
  readonly source: {
    readonly title: string;
    readonly url: string;
    /** o official text or mirror, n news, r third-party restatement. */
    readonly grade: 'o' | 'n' | 'r';
    readonly effectiveFrom: IsoDate;
  };
  /** What the text leaves open and this programme assumes; codes of the guide's texts. */
  readonly assumed: readonly { readonly 'zh-CN': string; readonly en: string }[];
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
  readonly settledFrom?: IsoDate;
  readonly settledTo?: IsoDate;
  readonly affiliated: boolean;
  readonly otherSupport: boolean;
  readonly vendorListed: boolean;
  readonly chipOrigin: ChipOrigin;
  readonly purpose: Purpose;
  /** Already awarded to this applicant under the programme in the calendar year. */
  readonly usedFen: Fen;
  /** Left in the pool. */
  readonly poolFen: Fen;
};
