import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { notificationPreferences, notifications } from '@/db/schema/notifications';
import { switchMembership } from '@/features/people/session-commands';
import { done, refused, repeated, type Outcome } from '@/lib/result';
import { userOf } from '@/server/actor';
import type { AuditEntry } from '@/server/audit';
import type { Grant } from '@/server/gate';
import type * as inputs from './input';
import { findNotification } from './queries';

const event = ({ actor }: Grant): AuditEntry => ({
  action: 'notification.read',
  subject: { kind: 'user', id: userOf(actor) },
});

/** Marks a notification as read. @returns whether it was unread before; only then is there something to record */
async function markRead(grant: Grant, notificationId: string): Promise<boolean> {
  const read = await grant.tx
    .update(notifications)
    .set({ readAt: grant.now })
    .where(
      and(
        eq(notifications.id, notificationId),
        eq(notifications.userId, userOf(grant.actor)),
        isNull(notifications.readAt),
      ),
    )
    .returning({ id: notifications.id });
  if (read.length === 0) return false;
  await grant.record({ ...event(grant), data: { notification: notificationId } });
  return true;
}

/** Marks one of the user's own notifications as read. */
export async function readNotification(
  grant: Grant<'account.edit'>,
  input: z.output<typeof inputs.notificationInput>,
): Promise<Outcome<null, 'notification_unknown'>> {
  const found = await findNotification(grant.tx, grant.actor, input.notificationId);
  if (!found) return refused('notification_unknown');
  return (await markRead(grant, found.id)) ? done(null) : repeated(null);
}

/** Marks all of the user's own notifications as read. */
export async function readAllNotifications(
  grant: Grant<'account.edit'>,
): Promise<Outcome<null, never>> {
  const read = await grant.tx
    .update(notifications)
    .set({ readAt: grant.now })
    .where(and(eq(notifications.userId, userOf(grant.actor)), isNull(notifications.readAt)))
    .returning({ id: notifications.id });
  if (read.length === 0) return repeated(null);
  await grant.record({ ...event(grant), data: { notification: 'all' } });
  return done(null);
}

type OpenRefusal = 'notification_unknown' | 'place_left' | 'membership_unknown';

/**
 * Opens the page of a notification. Switches to the membership in its place if needed, and marks the notification as read.
 */
export async function openNotification(
  grant: Grant<'membership.switch'>,
  input: z.output<typeof inputs.notificationInput>,
): Promise<Outcome<{ path: string }, OpenRefusal>> {
  const found = await findNotification(grant.tx, grant.actor, input.notificationId);
  if (!found) return refused('notification_unknown');
  const { access, membershipId } = found;
  if (access === 'left') return refused('place_left');
  const moves = access === 'elsewhere' && membershipId !== null;
  if (moves) {
    const switched = await switchMembership(grant, { membershipId });
    if (!switched.ok) return switched;
  }
  const read = await markRead(grant, found.id);
  const { path } = found;
  return moves || read ? done({ path }) : repeated({ path });
}

/** Saves the user's choices about mails. A category that the form did not show keeps its choice. */
export async function saveWishes(
  grant: Grant<'account.edit'>,
  input: z.output<typeof inputs.wishesInput>,
): Promise<Outcome<null, never>> {
  const { tx, actor, now, record } = grant;
  const userId = userOf(actor);
  const wishes = Object.entries(input).map(([category, mail]) => ({
    userId,
    category,
    mail,
    updatedAt: now,
  }));
  if (wishes.length > 0) {
    await tx
      .insert(notificationPreferences)
      .values(wishes)
      .onConflictDoUpdate({
        target: [notificationPreferences.userId, notificationPreferences.category],
        set: { mail: sql`excluded.mail`, updatedAt: now },
      });
  }
  await record({ action: 'account.edited', subject: { kind: 'user', id: userId } });
  return done(null);
}
