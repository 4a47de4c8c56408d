import type { Fen } from '../../../lib/money';
import { formatPercent, rational } from '../../../lib/rational';

/** Formats a share in percent, cut to a tenth: `83.4%`. Empty where the whole is zero. */
export const shareText = (part: Fen, whole: Fen): string =>
  whole > 0n && part >= 0n ? formatPercent(rational((part * 1000n) / whole, 1000n)) : '0%';
