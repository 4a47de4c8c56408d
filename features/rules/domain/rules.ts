import type { IsoDate } from '@/lib/dates';
import type { Bilingual } from '@/lib/bilingual';

export const applicantTypes = ['enterprise', 'institute', 'university', 'maker'] as const;
/** maker: a person or team without a legal person (创客). */
export type ApplicantType = (typeof applicantTypes)[number];
export const firmSizes = ['micro', 'small', 'medium', 'large'] as const;
export type FirmSize = (typeof firmSizes)[number];
export const sectors = ['software', 'manufacturing', 'science_services', 'other'] as const;
export type Sector = (typeof sectors)[number];
export const chipOrigins = ['domestic', 'foreign'] as const;
export type ChipOrigin = (typeof chipOrigins)[number];
export const purposes = ['training', 'tuning', 'inference'] as const;
export type Purpose = (typeof purposes)[number];
/** registered: a model on the regulator's list (备案); multimodal: a multimodal base model on it. */
export const modelStatuses = ['none', 'registered', 'multimodal'] as const;
export type ModelStatus = (typeof modelStatuses)[number];
/** The highest rank of a public project that the applicant has won. */
export const projectRanks = ['none', 'provincial', 'national'] as const;
export type ProjectRank = (typeof projectRanks)[number];
export const sides = ['demand', 'supply'] as const;
/** Who claims: whoever uses the compute, or whoever supplies it. */
export type Side = (typeof sides)[number];
export const voucherKinds = [
  'compute',
  'training',
  'model',
  'corpus',
  'token',
  'data',
  'annotation',
] as const;
export type VoucherKind = (typeof voucherKinds)[number];
/** What an amount of a programme counts, in hundredths: the hundredth of a yuan is the fen. */
export const units = ['yuan', 'gpuHour', 'cardHour', 'millionTokens'] as const;
export type Unit = (typeof units)[number];
export const costItems = [
  'compute',
  'modelApi',
  'dataService',
  'annotation',
  'adaptation',
  'storage',
  'network',
  'security',
] as const;
export type CostItem = (typeof costItems)[number];
export const modes = ['deduct', 'deferred', 'automatic'] as const;
/**
 * deduct: the vendor takes the voucher's part off the bill and is paid by the city;
 * deferred: the start-up pays first and is paid back; automatic: nobody applies.
 */
export type Mode = (typeof modes)[number];
export const bases = ['contract', 'paid', 'settled', 'metered', 'quota'] as const;
/** Which amount the subsidy is worked out from; quota: what is asked for before anything is spent. */
export type BaseOf = (typeof bases)[number];

/**
 * A rule that is there, and the article of the source it comes from: `5`, or `5.2` for its second
 * paragraph. A rule that the source does not have is left out, never set to zero.
 */
export type Clause = { readonly clause: string };

/** Papers that may be asked for; each is handed in under `${code}File`. */
export const evidenceCodes = [
  'licence',
  'contract',
  'plan',
  'invoice',
  'payment',
  'usage',
  'delivery',
  'registration',
  'report',
  'power',
  'pledge',
] as const;
export type EvidenceCode = (typeof evidenceCodes)[number];

/**
 * A situation that a rule is for. Every part that is given must hold, and a fact that is not known
 * does not. A rate, a cap, a requirement, a sub-pool and a fixed award are all tied to situations
 * in this one way.
 */
export type When = {
  /** Registered less than so many months before the application. */
  readonly firmYoungerThanMonths?: number | undefined;
  /** Registered at least so many months before the application. */
  readonly firmOlderThanMonths?: number | undefined;
  readonly applicantTypes?: readonly ApplicantType[] | undefined;
  /** Administrative divisions (GB/T 2260) by their leading digits: `11`, `3301`. */
  readonly regions?: readonly string[] | undefined;
  readonly sizes?: readonly FirmSize[] | undefined;
  readonly sectors?: readonly Sector[] | undefined;
  readonly onePerson?: true | undefined;
  readonly chipOrigin?: ChipOrigin | undefined;
  readonly purpose?: Purpose | undefined;
  readonly models?: readonly ModelStatus[] | undefined;
  readonly projects?: readonly ProjectRank[] | undefined;
  /** One of the programme's `directions`. */
  readonly direction?: string | undefined;
  readonly side?: Side | undefined;
  readonly baseAtLeastYuan?: string | undefined;
  readonly baseBelowYuan?: string | undefined;
  /** Questions of the programme's own that must be answered yes. */
  readonly flags?: readonly string[] | undefined;
  /** Questions of the programme's own that must be answered no. */
  readonly notFlags?: readonly string[] | undefined;
};

/** A rate that holds where its situation does; rates are picked, never added up. */
export type RateRule = Clause & When & { readonly percent: string };

export type RoundingRule = {
  /** 1 = fen, 100 = yuan. */
  readonly unitFen: number;
  readonly mode: 'truncate' | 'half_up' | 'up';
};

export const capPeriods = ['contract', 'year', 'life', 'direction', 'period'] as const;
/**
 * The most that is given per contract, calendar year, life of the programme, direction, or running
 * period of `periodMonths`. `counts` says what uses it up: what was awarded (claimed), what was
 * paid out (redeemed), or the larger of both.
 */
export type CapRule = Clause &
  When & {
    readonly per: (typeof capPeriods)[number];
    readonly yuan: string;
    readonly counts?: 'claimed' | 'redeemed' | 'both' | undefined;
    readonly periodMonths?: number | undefined;
    /** A decision of the city may set a higher cap for one applicant. */
    readonly raisedByDecision?: boolean | undefined;
  };

/** Other public support for the same contract. */
export type StackingRule = Clause &
  (
    | {
        readonly otherSupportAllowed: false;
        /** contract: none for the same contract; applicant: none of this kind at all. */
        readonly scope?: 'contract' | 'applicant' | undefined;
      }
    | {
        readonly otherSupportAllowed: true;
        /** All support together stays within this share of the contract. */
        readonly totalPercent?: string | undefined;
        /** Other support is taken off the amount that counts, or off the award. */
        readonly deduct?: 'base' | 'award' | undefined;
        /** Support of a higher tier of government has to be claimed first. */
        readonly upperTierFirst?: boolean | undefined;
      }
  );

/** A part of the pool for certain situations; the first that fits is drawn on. */
export type SubPool = Clause &
  When & { readonly id: string; readonly title: Bilingual; readonly yuan: string };

/** An award of a set size; inside the cap it uses it up like any other. */
export type FixedAward = Clause &
  When & {
    readonly id: string;
    readonly title: Bilingual;
    readonly yuan: string;
    readonly insideCap: boolean;
  };

/** When an article holds; an article without terms always does. Both days are included. */
export type ClauseTerm = Clause & {
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  readonly suspendedFrom?: IsoDate | undefined;
  readonly suspendedTo?: IsoDate | undefined;
  readonly reason?: Bilingual | undefined;
};

/**
 * The rules of one programme, as data (domain.md §3). What a text leaves open is decided here and
 * named in `assumed`, never in code. Amounts are decimal text in the programme's unit (yuan unless
 * `unit` says otherwise). A parameter that further programmes need joins as an optional part, so
 * that stored versions stay valid.
 */
export type Rules = {
  readonly mode: Mode;
  readonly kind: VoucherKind;
  readonly unit?: Unit | undefined;
  /** Terms of single articles: later or earlier dates, suspension. */
  readonly terms?: readonly ClauseTerm[] | undefined;

  readonly applicants: Clause & { readonly types: readonly ApplicantType[] };
  /** Situations that everybody must be in, each refused with its own reason. */
  readonly requirements?: readonly (Clause & When)[] | undefined;
  /** Yes-or-no questions of this programme's own, for `flags` and `notFlags`. */
  readonly questions?: readonly { readonly id: string; readonly text: Bilingual }[] | undefined;
  /** What one may apply for, where a programme has several directions. */
  readonly directions?: readonly { readonly id: string; readonly title: Bilingual }[] | undefined;
  /** Who claims and who is paid; the demand side by the mode where nothing is said. */
  readonly beneficiary?:
    | (Clause & {
        readonly side: Side | 'either';
        readonly payee: 'buyer' | 'vendor';
        /** The other side may not claim for the same contract. */
        readonly exclusive: boolean;
      })
    | undefined;
  readonly claim?:
    | (Clause & {
        readonly basis: 'contract' | 'quota' | 'settled_use';
        readonly voucher: boolean;
        /** A contract may be claimed for once only. */
        readonly oncePerContract?: boolean | undefined;
      })
    | undefined;

  /** What the compute may be for; anything where the text sets nothing. */
  readonly purposes?: (Clause & { readonly allowed: readonly Purpose[] }) | undefined;
  readonly costs?:
    | (Clause & {
        readonly items: readonly CostItem[];
        readonly excluded: readonly CostItem[];
        readonly taxIncluded: boolean;
      })
    | undefined;
  readonly base: Clause & {
    readonly of: BaseOf;
    /** Only the share of the contract's days that fall into the programme's period counts. */
    readonly proration?:
      | (Clause & {
          readonly from: IsoDate;
          readonly to: IsoDate;
          /** Whether the first day of a span counts as a day: the two readings differ. */
          readonly dayCount: 'exclusive' | 'inclusive';
          /** Left out: the share is carried on exactly into the rate. */
          readonly rounding?: RoundingRule | undefined;
        })
      | undefined;
  };
  readonly rates: readonly RateRule[];
  /** ceiling: officials may approve less; fixed: the rate is what is given. */
  readonly rateKind?: 'ceiling' | 'fixed' | undefined;
  /** Of several rates that fit: the highest, or the first. */
  readonly pick?: 'max' | 'priority' | undefined;
  readonly rounding: RoundingRule;
  /** Whether the rate's product is rounded, or the award after every limit. */
  readonly roundingAt?: 'rate' | 'award' | undefined;
  /** Nothing below this base; `perYear` compares what the contract costs a year. */
  readonly threshold?: (Clause & { readonly yuan: string; readonly perYear: boolean }) | undefined;
  /** Nothing below this: what the rate gives, or also what is left of it after every limit. */
  readonly minimumAward?:
    (Clause & { readonly yuan: string; readonly of: 'entitlement' | 'voucher' }) | undefined;
  readonly fixedAwards?: readonly FixedAward[] | undefined;
  readonly capPerContract?: (Clause & { readonly yuan: string }) | undefined;
  /** What was already awarded in the calendar year counts. */
  readonly capPerYear?: (Clause & { readonly yuan: string }) | undefined;
  /** Every further cap: by direction, over the programme's life, by what was redeemed. */
  readonly caps?: readonly CapRule[] | undefined;
  readonly stacking?: StackingRule | undefined;
  /**
   * When the pool holds less than the award: nothing; what is left; the whole award, waiting for
   * money; or everybody's share of what is left.
   */
  readonly pool: Clause & {
    readonly exhaustion: 'reject' | 'partial' | 'queue' | 'pro_rata';
    readonly subPools?: readonly SubPool[] | undefined;
  };
  /** Who bears how many parts of each award; the odd fen go to the funder at `oddFenTo`. */
  readonly funding?:
    | (Clause & {
        readonly shares: readonly { readonly funder: Bilingual; readonly parts: number }[];
        readonly oddFenTo: number;
      })
    | undefined;
  /** In what way applications are taken; the dates and clock times stand in the rounds. */
  readonly intake?:
    | (Clause & {
        readonly kind: 'rolling' | 'batch' | 'quota';
        /** The number of awards of a round, for `quota`. */
        readonly places?: number | undefined;
      })
    | undefined;

  readonly contract?:
    | (Clause & {
        readonly signedFrom?: IsoDate | undefined;
        readonly signedTo?: IsoDate | undefined;
        readonly longestMonths?: number | undefined;
      })
    | undefined;
  readonly vendors: Clause & {
    readonly scope: 'listed' | 'any';
    /** Accredited for all these service items. */
    readonly items?: readonly string[] | undefined;
    /** Capacity of the vendor in PFLOPS (FP16), at least. */
    readonly leastPetaflops?: number | undefined;
    readonly regions?: readonly string[] | undefined;
    /** Listed on the day the contract was signed, not only today. */
    readonly listedWhenSigned?: boolean | undefined;
  };
  readonly affiliates?:
    | (Clause & {
        readonly allowed: false;
        /** From this shareholding on two firms count as affiliated. */
        readonly sharePercent?: string | undefined;
        readonly commonController?: boolean | undefined;
        /** Shares held through other firms count. */
        readonly lookThrough?: boolean | undefined;
      })
    | undefined;
  /** At most so many years in a row. */
  readonly consecutiveYears?: (Clause & { readonly most: number }) | undefined;

  readonly voucher: Clause & {
    readonly validMonths: number;
    readonly transferable: false;
    readonly partialUse: boolean;
    /** The largest part of one order a voucher may pay; 100 where the text sets none. */
    readonly percentOfOrder: string;
    readonly holdDays: number;
  };
  /** What is given in kind beside the money, and by whom. */
  readonly inKind?:
    | (Clause & {
        readonly quantity: string;
        readonly unit: 'gpuHour' | 'cardHour';
        readonly by: Bilingual;
      })
    | undefined;
  readonly service: Clause & {
    readonly reviewWorkingDays: number;
    readonly correctionWorkingDays: number;
    readonly noticeWorkingDays: number;
    /** calendar: the days of the public notice are calendar days. */
    readonly noticeDays?: 'working' | 'calendar' | undefined;
    /** The stages of review, each with its own service days within `reviewWorkingDays`. */
    readonly stages?:
      readonly { readonly title: Bilingual; readonly workingDays: number }[] | undefined;
    /** Working days after a refusal for an appeal against it; ten where nothing is said. */
    readonly appealWorkingDays?: number | undefined;
    /** Awards up to this need no final review by a second officer. */
    readonly autoApproveYuan?: string | undefined;
  };
  /** What is handed in with the application, and with each redemption. */
  readonly evidence: Clause & {
    readonly application: readonly EvidenceCode[];
    readonly redemption: readonly EvidenceCode[];
  };
  readonly settlement: Clause & {
    readonly cycle: 'monthly' | 'quarterly' | 'yearly' | 'batch';
    /** Paid to vendors in advance (备用金), in percent of what they are expected to deduct. */
    readonly advancePercent?: string | undefined;
  };
  readonly source: {
    readonly title: Bilingual;
    readonly url: string;
    /** o official text or mirror, n news, r third-party restatement. */
    readonly grade: 'o' | 'n' | 'r';
    readonly effectiveFrom: IsoDate;
    readonly effectiveTo?: IsoDate | undefined;
  };
  /** What the text leaves open and this programme assumes, as the guide tells it. */
  readonly assumed: readonly Bilingual[];
};

/** The same with any part missing, as in a draft. */
export type Loose<T> = T extends readonly (infer U)[]
  ? readonly Loose<U>[]
  : T extends object
    ? { readonly [K in keyof T]?: Loose<T[K]> | undefined }
    : T;
