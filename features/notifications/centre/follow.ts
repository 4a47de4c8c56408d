import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Actor } from '@/server/actor';
import { execute } from '@/server/gate';
import { log } from '@/server/log';
import { readNotification } from './commands';
import type { Notification } from './queries';

/**
 * Marks a notification as read when its link is followed. If that fails, the user still gets to the page, and the
 * notification stays unread.
 */
export async function noteRead(
  actor: Actor<'account.edit'>,
  { id: notificationId, read }: Notification,
): Promise<void> {
  if (read) return;
  try {
    await execute(actor, readNotification, { notificationId }, { idempotencyKey: randomUUID() });
  } catch (error) {
    log().error({ err: error, notificationId }, 'a notification could not be marked as read');
  }
}
