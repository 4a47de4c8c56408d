import type { IsoDate } from '@/lib/dates';
import type { Fen } from '@/lib/money';
import type {
  ApplicantType,
  ChipOrigin,
  FirmSize,
  ModelStatus,
  ProjectRank,
  Purpose,
  Sector,
  Side,
} from './rules';

/** What was awarded (claimed) and paid out (redeemed) before, by what a cap counts. In fen. */
export type UsedAmounts = {
  readonly yearRedeemed?: Fen | undefined;
  readonly lifeClaimed?: Fen | undefined;
  readonly lifeRedeemed?: Fen | undefined;
  readonly directionClaimed?: Fen | undefined;
  readonly directionRedeemed?: Fen | undefined;
  readonly periodClaimed?: Fen | undefined;
  readonly periodRedeemed?: Fen | undefined;
};

/**
 * A start-up's situation, as `assess` needs it. Dates in China, amounts in fen (hundredths of the
 * programme's unit). What is left out is not known, which is neither yes nor zero: a rule that
 * needs it refuses and says what is missing.
 */
export type Facts = {
  readonly on: IsoDate;
  readonly applicantType: ApplicantType;
  readonly registeredOn: IsoDate;
  /** Administrative division of registration (GB/T 2260). */
  readonly region?: string | undefined;
  readonly size?: FirmSize | undefined;
  readonly sector?: Sector | undefined;
  readonly onePerson?: boolean | undefined;
  readonly model?: ModelStatus | undefined;
  readonly project?: ProjectRank | undefined;
  readonly direction?: string | undefined;
  readonly side?: Side | undefined;
  /** The other side claims, or has claimed, for the same contract. */
  readonly otherSideClaims?: boolean | undefined;
  /** Answers to the programme's own questions. */
  readonly flags?: Readonly<Record<string, boolean>> | undefined;

  readonly contractFen: Fen;
  readonly paidFen?: Fen | undefined;
  readonly settledFen?: Fen | undefined;
  readonly meteredFen?: Fen | undefined;
  readonly requestedFen?: Fen | undefined;
  /** What of the base goes to items that do not count. */
  readonly excludedFen?: Fen | undefined;
  /** Value-added tax within the base. */
  readonly taxFen?: Fen | undefined;
  readonly signedOn: IsoDate;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  /** This contract was claimed for before. */
  readonly contractClaimed?: boolean | undefined;

  readonly affiliated: boolean;
  /** Shareholding between applicant and vendor, in percent as decimal text. */
  readonly sharePercent?: string | undefined;
  readonly commonController?: boolean | undefined;
  readonly otherSupport: boolean;
  /** How much of it, where the rules count it; unknown is not zero. */
  readonly otherSupportFen?: Fen | undefined;
  readonly upperTierClaimed?: boolean | undefined;
  readonly vendorListed: boolean;
  readonly vendorItems?: readonly string[] | undefined;
  readonly vendorPetaflops?: number | undefined;
  readonly vendorRegion?: string | undefined;
  readonly vendorListedOn?: IsoDate | undefined;
  readonly chipOrigin: ChipOrigin;
  readonly purpose: Purpose;

  /** Already awarded to this applicant under the programme in the calendar year. */
  readonly usedFen: Fen;
  readonly used?: UsedAmounts | undefined;
  /** Fixed awards: asked for now, or had before. */
  readonly fixedAwards?: Readonly<Record<string, 'claimed' | 'taken'>> | undefined;
  /** A cap that the city has decided on for this applicant. */
  readonly decidedCapFen?: Fen | undefined;
  /** Years in a row in which support was had before this one. */
  readonly yearsBefore?: number | undefined;
  /** Awards of the round so far. */
  readonly placesTaken?: number | undefined;
  /** Left in the pool. */
  readonly poolFen: Fen;
  readonly subPoolFen?: Readonly<Record<string, Fen>> | undefined;
  /** What everybody of the round is entitled to, where the pool is shared out. */
  readonly demandFen?: Fen | undefined;
};
