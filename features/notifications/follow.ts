import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/server/actor';
import { execute } from '@/lib/server/gate';
import { readNotification } from './centre-commands';
import type { Notification } from './queries';

/** Marks a notification whose link was followed; once is enough. */
export async function noteRead(
  actor: Actor<'account.edit'>,
  { id: notificationId, read }: Notification,
): Promise<void> {
  if (read) return;
  await execute(actor, readNotification, { notificationId }, { idempotencyKey: randomUUID() });
}
