import type { Rules } from './rules';

/**
 * How an award becomes money. vendor: the holder spends it at vendors, which the city pays. claims: the holder pays its vendors,
 * then claims with invoices and proof of payment (先付后补). at_once: the city pays the holder when the award is issued, because
 * the application or the city's own list already contains all the evidence.
 */
export type Payout = 'vendor' | 'claims' | 'at_once';

/**
 * Returns how a programme pays. Where the start-up pays first, the documents that the rules require after the award
 * (`evidence.redemption`) decide: without any, nothing is left to be claimed.
 */
export function payoutOf({ mode, evidence }: Pick<Rules, 'mode' | 'evidence'>): Payout {
  if (mode === 'deduct') return 'vendor';
  return mode === 'deferred' && evidence.redemption.length > 0 ? 'claims' : 'at_once';
}
