import type { Fen } from '../../../lib/money';
import { formatPercent, rational } from '../../../lib/rational';

/** A share in percent, cut to a tenth: `83.4%`. Of nothing there is no share. */
export const shareText = (part: Fen, whole: Fen): string =>
  whole > 0n && part >= 0n ? formatPercent(rational((part * 1000n) / whole, 1000n)) : '0%';
