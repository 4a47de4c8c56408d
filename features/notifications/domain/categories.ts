/** What one may wish about separately; the database knows the same list. */
export const categories = [
  'applications',
  'reviews',
  'vouchers',
  'redemptions',
  'programmes',
  'account',
] as const;
export type Category = (typeof categories)[number];

/** How somebody is written to: a letter at once, a line of the day's digest, or none. */
export const mailWishes = ['at_once', 'daily', 'off'] as const;

export type Kind = {
  category: Category;
  /** Decisions, what starts a period, and invitations: they are sent whatever somebody wishes. */
  mandatory?: true;
};
