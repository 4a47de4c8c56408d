import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { applications } from './applications';
import { claims } from './claims';
import { createdAt, id, instant } from './columns';
import { verifications } from './organisations';
import { organisations, users } from './people';
import { redemptions } from './redemptions';

/** A file that a user handed in; its bytes are in the storage under `storageKey`. */
export const documents = pgTable(
  'documents',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    applicationId: uuid('application_id').references(() => applications.id),
    redemptionId: uuid('redemption_id').references(() => redemptions.id),
    verificationId: uuid('verification_id').references(() => verifications.id),
    claimId: uuid('claim_id').references(() => claims.id),
    /** The requirement of the case that it answers. */
    requirement: text('requirement').notNull(),
    fileName: text('file_name').notNull(),
    mediaType: text('media_type').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    sha256: text('sha256').notNull(),
    storageKey: text('storage_key').notNull().unique(),
    uploadedBy: uuid('uploaded_by')
      .notNull()
      .references(() => users.id),
    removedAt: instant('removed_at'),
    createdAt: createdAt(),
  },
  (t) => [
    check(
      'documents_one_case',
      sql`num_nonnulls(${t.applicationId}, ${t.redemptionId}, ${t.verificationId}, ${t.claimId}) = 1`,
    ),
    check('documents_size_positive', sql`${t.sizeBytes} > 0`),
    index('documents_application').on(t.applicationId),
    index('documents_redemption').on(t.redemptionId),
    index('documents_handed_in').on(t.organisationId, t.createdAt),
    index('documents_verification').on(t.verificationId),
    index('documents_claim').on(t.claimId),
  ],
);
