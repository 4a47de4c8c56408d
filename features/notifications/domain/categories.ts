import { cityRoles, organisationRoles, vendorRoles, type Role } from '../../../lib/roles';

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
export type MailWish = (typeof mailWishes)[number];

export type Kind = {
  category: Category;
  /** Decisions, what starts a period, and invitations: they are sent whatever somebody wishes. */
  mandatory?: true;
};

const told: readonly [readonly Role[], readonly Category[]][] = [
  [organisationRoles, ['applications', 'vouchers', 'redemptions', 'account']],
  [vendorRoles, ['vouchers', 'redemptions', 'account']],
  [cityRoles, ['reviews', 'redemptions', 'programmes', 'account']],
];

/** What somebody with these roles is told of and may wish about. */
export const categoriesOf = (held: readonly Role[]): Category[] => {
  const mine = new Set(
    told.flatMap(([roles, of]) => (roles.some((role) => held.includes(role)) ? of : [])),
  );
  return categories.filter((category) => mine.has(category));
};
