import { fen, sumFen, type Fen } from '../../../lib/money';
import { applyRate, percent } from '../../../lib/rational';

/** What a vendor is expected to deduct in a programme, in fen, as far as it is certain today. */
export type Expected = {
  /** Authorised for the vendor and not redeemed yet. */
  readonly openFen: Fen;
  /** Redeemed, verified and in no settlement yet. */
  readonly unsettledFen: Fen;
};

/** Returns the most that may be paid in advance, in fen: the given percent of what is expected, cut off to whole fen. */
export const mostInAdvance = ({ openFen, unsettledFen }: Expected, rate: string): Fen =>
  fen(applyRate(sumFen([openFen, unsettledFen]), percent(rate), { unitFen: 1n, mode: 'truncate' }));
