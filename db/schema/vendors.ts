import { sql } from 'drizzle-orm';
import { check, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant } from './columns';
import { cities, organisations } from './people';

/** A city's accreditation (入库) of a compute vendor. */
export const accreditations = pgTable(
  'accreditations',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    vendorId: uuid('vendor_id')
      .notNull()
      .references(() => organisations.id),
    state: text('state').$type<'listed' | 'suspended' | 'delisted'>().notNull(),
    /** Service items admitted, such as `training`, `inference`. */
    items: jsonb('items').$type<string[]>().notNull(),
    chips: jsonb('chips').$type<string[]>().notNull(),
    listedAt: instant('listed_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('accreditations_once').on(t.cityId, t.vendorId),
    check('accreditations_state_known', sql`${t.state} in ('listed', 'suspended', 'delisted')`),
  ],
);
