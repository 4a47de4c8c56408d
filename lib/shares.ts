import { formatPercent, rational } from './rational';

const thousand = 1000n;

/**
 * Returns each part's share of a whole, in tenths of a percent. Shares that are each cut off add up to less than the share of all
 * parts together. The tenths that are lost so go to the parts that lose most, and among equals to the first.
 * @param parts none of them negative, and together not more than the whole
 */
export function tenthsOf(parts: readonly bigint[], whole: bigint): bigint[] {
  if (whole <= 0n || parts.some((part) => part < 0n)) {
    throw new RangeError('There are shares of parts of something only.');
  }
  const together = parts.reduce((sum, part) => sum + part, 0n);
  const cut = parts.map((part) => ({
    tenths: (part * thousand) / whole,
    lost: (part * thousand) % whole,
  }));
  const missing = (together * thousand) / whole - cut.reduce((sum, { tenths }) => sum + tenths, 0n);
  const raised = cut
    .map(({ lost }, at) => ({ lost, at }))
    .sort((one, other) => Number(one.lost < other.lost) - Number(one.lost > other.lost))
    .slice(0, Number(missing));
  return cut.map(({ tenths }, at) => (raised.some((one) => one.at === at) ? tenths + 1n : tenths));
}

/** Formats the shares as texts, `33.4%`; returns none where the whole is zero or a part is negative. */
export function shareTexts(parts: readonly bigint[], whole: bigint): string[] | undefined {
  if (whole <= 0n || parts.some((part) => part < 0n)) return undefined;
  return tenthsOf(parts, whole).map((tenths) => formatPercent(rational(tenths, thousand)));
}
