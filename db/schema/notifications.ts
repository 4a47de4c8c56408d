import { sql } from 'drizzle-orm';
import {
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { MailWish } from '../../features/notifications/domain/categories';
import { createdAt, id, instant } from './columns';
import { cities, organisations, users } from './people';

/** A notification for one user, who alone can see it, in whatever place they work at the moment. */
export const notifications = pgTable(
  'notifications',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    /** The place it concerns; empty for what concerns the account. */
    cityId: uuid('city_id').references(() => cities.id),
    organisationId: uuid('organisation_id').references(() => organisations.id),
    /** The roles it was sent to: the user needs one of them to open it. */
    roles: text('roles').array().notNull().default([]),
    template: text('template').notNull(),
    values: jsonb('values').$type<Record<string, string>>().notNull(),
    mail: text('mail').$type<MailWish>().notNull(),
    /** The day whose digest contained it. */
    digestOn: date('digest_on'),
    createdAt: createdAt(),
    readAt: instant('read_at'),
  },
  (t) => [
    check('notifications_one_place', sql`num_nonnulls(${t.cityId}, ${t.organisationId}) <= 1`),
    check('notifications_mail_known', sql`${t.mail} in ('at_once', 'daily', 'off')`),
    index('notifications_user').on(t.userId, t.createdAt, t.id),
    index('notifications_unread')
      .on(t.userId, t.createdAt, t.id)
      .where(sql`read_at is null`),
    index('notifications_daily')
      .on(t.userId)
      .where(sql`mail = 'daily' and digest_on is null`),
    index('notifications_created').on(t.createdAt),
  ],
);

/** The choices of users: how each category of notifications is mailed. A category without a row is mailed at once. */
export const notificationPreferences = pgTable(
  'notification_preferences',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    category: text('category').notNull(),
    mail: text('mail').$type<MailWish>().notNull(),
    updatedAt: instant('updated_at')
      .notNull()
      .default(sql`app.now()`),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.category] }),
    check(
      'notification_preferences_category_known',
      sql`${t.category} in ('applications', 'reviews', 'vouchers', 'redemptions', 'programmes', 'account')`,
    ),
    check('notification_preferences_mail_known', sql`${t.mail} in ('at_once', 'daily', 'off')`),
  ],
);

/** The days on which a user got a digest. */
export const digests = pgTable(
  'digests',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    onDay: date('on_day').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.onDay] })],
);

/** Reminders sent: one for each thing, deadline and stage. */
export const reminders = pgTable(
  'reminders',
  {
    id: id(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => cities.id),
    template: text('template').notNull(),
    subjectId: uuid('subject_id').notNull(),
    deadline: instant('deadline').notNull(),
    stage: text('stage').notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique('reminders_once').on(t.subjectId, t.template, t.deadline, t.stage)],
);

/**
 * The outbox: a mail is written with the change that it reports, and the worker sends it
 * afterwards.
 */
export const mails = pgTable(
  'mails',
  {
    id: id(),
    recipient: text('recipient').notNull(),
    locale: text('locale').notNull(),
    template: text('template').notNull(),
    values: jsonb('values').$type<Record<string, string>>().notNull(),
    /** The notification that the mail is about; following the mail's link marks it as read. */
    notificationId: uuid('notification_id').references(() => notifications.id, {
      onDelete: 'set null',
    }),
    state: text('state').$type<'queued' | 'sent' | 'failed'>().notNull().default('queued'),
    attempts: integer('attempts').notNull().default(0),
    /** In real time, which mail servers use. */
    nextAttemptAt: timestamp('next_attempt_at', { withTimezone: true, mode: 'date' })
      .notNull()
      .default(sql`now()`),
    /** Until then one worker is sending it. */
    leasedUntil: instant('leased_until'),
    lastError: text('last_error'),
    sentAt: instant('sent_at'),
    createdAt: createdAt(),
  },
  (t) => [
    check('mails_state_known', sql`${t.state} in ('queued', 'sent', 'failed')`),
    index('mails_waiting')
      .on(t.nextAttemptAt, t.id)
      .where(sql`state = 'queued'`),
    index('mails_failed')
      .on(t.id)
      .where(sql`state = 'failed'`),
    index('mails_notification')
      .on(t.notificationId)
      .where(sql`notification_id is not null`),
  ],
);
