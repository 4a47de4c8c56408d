import {
  cityRoles,
  operatorRoles,
  organisationRoles,
  vendorRoles,
  type Role,
} from '../../../lib/roles';

/** The categories with a choice about mails of their own. The database has the same list. */
export const categories = [
  'applications',
  'reviews',
  'vouchers',
  'redemptions',
  'programmes',
  'account',
] as const;
export type Category = (typeof categories)[number];

/** How a user gets notifications by mail: one mail at once, a line in the day's digest, or none. */
export const mailWishes = ['at_once', 'daily', 'off'] as const;
export type MailWish = (typeof mailWishes)[number];

export type Kind = {
  category: Category;
  /** Decisions, events that start a deadline, and invitations: their mails are sent whatever the user's choice. */
  mandatory?: true;
};

const categoriesByRole: readonly [readonly Role[], readonly Category[]][] = [
  [organisationRoles, ['applications', 'vouchers', 'redemptions', 'account']],
  [operatorRoles, ['reviews', 'account']],
  [vendorRoles, ['vouchers', 'redemptions', 'account']],
  [cityRoles, ['reviews', 'redemptions', 'programmes', 'account']],
];

/** Returns the categories that users with these roles receive and can choose about. */
export const categoriesOf = (held: readonly Role[]): Category[] => {
  const mine = new Set(
    categoriesByRole.flatMap(([roles, of]) =>
      roles.some((role) => held.includes(role)) ? of : [],
    ),
  );
  return categories.filter((category) => mine.has(category));
};
