import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { signingAlgorithms, type SigningAlgorithm } from '../../features/certificates/domain/keys';
import { id, instant } from './columns';
import { cities, organisations, users } from './people';
import { vouchers } from './vouchers';

/** The public half of a key with which a city signs certificates. A retired key stays, because old certificates need it. */
export const signingKeys = pgTable(
  'signing_keys',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    /** The first 16 hexadecimal digits of the fingerprint: the name of the key in certificates and addresses. */
    keyId: text('key_id').notNull().unique('signing_keys_key_id_unique'),
    algorithm: text('algorithm').$type<SigningAlgorithm>().notNull(),
    /** In PEM, as `openssl` reads it. */
    publicKey: text('public_key').notNull(),
    /** SHA-256 of the public key in DER, in hexadecimal digits. */
    fingerprint: text('fingerprint').notNull(),
    validFrom: instant('valid_from').notNull(),
    retiredAt: instant('retired_at'),
    /** Who made it; nobody for a city's first key, which the portal makes when it is needed. */
    madeBy: uuid('made_by').references(() => users.id),
  },
  (t) => [
    check(
      'signing_keys_algorithm_known',
      sql.raw(`algorithm in (${signingAlgorithms.map((one) => `'${one}'`).join(', ')})`),
    ),
    check(
      'signing_keys_named_by_fingerprint',
      sql`${t.fingerprint} ~ '^[0-9a-f]{64}$' and ${t.keyId} = left(${t.fingerprint}, 16)`,
    ),
    check('signing_keys_term', sql`${t.retiredAt} is null or ${t.retiredAt} >= ${t.validFrom}`),
    uniqueIndex('signing_keys_one_current')
      .on(t.cityId)
      .where(sql`retired_at is null`),
    index('signing_keys_city').on(t.cityId, t.id),
  ],
);

/** The private half of a key, sealed with the portal's secret. The portal's login may not read this table. */
export const signingKeySecrets = pgTable('signing_key_secrets', {
  signingKeyId: uuid('signing_key_id')
    .primaryKey()
    .references(() => signingKeys.id),
  sealed: text('sealed').notNull(),
});

/** The signed statement about a voucher: written once for each term, at the holder's first request, and never changed. */
export const certificates = pgTable(
  'certificates',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    voucherId: uuid('voucher_id')
      .notNull()
      .references(() => vouchers.id),
    /** Until when the voucher was valid when this was signed. */
    validTo: instant('valid_to').notNull(),
    signingKeyId: uuid('signing_key_id')
      .notNull()
      .references(() => signingKeys.id),
    /** The number of the certificate. It is not the voucher's code and gives no access to it. */
    number: text('number').notNull().unique('certificates_number_unique'),
    /** The signed text, byte by byte. */
    statement: text('statement').notNull(),
    /** The signature in base64. */
    signature: text('signature').notNull(),
    signedAt: instant('signed_at').notNull(),
  },
  (t) => [
    unique('certificates_one_per_term').on(t.voucherId, t.validTo),
    index('certificates_city').on(t.cityId, t.id),
    index('certificates_organisation').on(t.organisationId, t.id),
    index('certificates_key').on(t.signingKeyId, t.signedAt),
  ],
);
