import { redemptionLifecycle, type RedemptionState } from './lifecycle';

/** How many redemptions are verified together at most: a page of the list is shorter, and its address must be short. */
export const mostTogether = 50;

/** Returns whether all checks of a redemption hold: the start-up has confirmed it, and the tax side has not reversed the invoice. */
export const mayBeVerified = (row: {
  readonly state: RedemptionState;
  readonly redInvoiceNumber: string | null;
}): boolean => row.redInvoiceNumber === null && redemptionLifecycle.can(row.state, 'verify');
