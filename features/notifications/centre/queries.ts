import 'server-only';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { db } from '@/db/client';
import { notificationPreferences, notifications } from '@/db/schema/notifications';
import { cities, memberships, organisations } from '@/db/schema/people';
import { safePath } from '@/features/people/domain';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import type { Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { userOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import type { Session } from '@/server/session';
import type { Category, MailWish } from '../domain/categories';

/**
 * Counts the unread notifications of a user, up to a hundred. It is loaded with the layout around the pages, which stays
 * when a link changes only the page.
 */
export async function countUnread(session: Session): Promise<number> {
  const [row] = await db().execute<{ n: number }>(
    sql`select app.count_unread(${session.idHash}) as n`,
  );
  return row?.n ?? 0;
}

export type Notification = {
  id: string;
  template: string;
  values: Record<string, string>;
  path: string;
  createdAt: Date;
  read: boolean;
  /** The city or organisation of the notification; null if it is about the account. */
  place: Record<Locale, string> | null;
  /**
   * `here`: opens in the present membership; `elsewhere`: opens in another membership; `left`: the user has left that place.
   */
  access: 'here' | 'elsewhere' | 'left';
  /** The membership that is needed to open it, if the user has one. */
  membershipId: string | null;
};

const columns = {
  row: notifications,
  zh: sql<string | null>`coalesce(${cities.nameZh}, ${organisations.name})`,
  en: sql<
    string | null
  >`coalesce(${cities.nameEn}, ${organisations.nameEn}, ${organisations.name})`,
  membershipId: sql<string | null>`(select m.id from ${memberships} m
    where m.user_id = ${notifications.userId} and m.ended_at is null
      and (m.ends_at is null or m.ends_at > app.now())
      and m.role = any (${notifications.roles})
      and (m.city_id = ${notifications.cityId} or m.organisation_id = ${notifications.organisationId})
    order by m.created_at limit 1)`,
};

const select = (tx: Tx) =>
  tx
    .select(columns)
    .from(notifications)
    .leftJoin(cities, eq(cities.id, notifications.cityId))
    .leftJoin(organisations, eq(organisations.id, notifications.organisationId));

type Found = Awaited<ReturnType<typeof select>>[number];

function accessOf(actor: Actor, { row, membershipId }: Found): Notification['access'] {
  const { cityId, organisationId } = row;
  if (!cityId && !organisationId) return 'here';
  const here = cityId === actor.cityId && organisationId === actor.organisationId;
  if (here && row.roles.includes(actor.role)) return 'here';
  return membershipId ? 'elsewhere' : 'left';
}

const toNotification = (actor: Actor, found: Found): Notification => ({
  id: found.row.id,
  template: found.row.template,
  values: found.row.values,
  path: safePath(found.row.values.path) ?? paths.notifications(),
  createdAt: found.row.createdAt,
  read: found.row.readAt !== null,
  place: found.zh === null ? null : { 'zh-CN': found.zh, en: found.en ?? found.zh },
  access: accessOf(actor, found),
  membershipId: found.membershipId,
});

/**
 * Finds one of the user's own notifications, in the transaction of a command. Notifications of other users are not found.
 */
export async function findNotification(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<Notification | undefined> {
  const mine = and(eq(notifications.id, id), eq(notifications.userId, userOf(actor)));
  const [found] = await select(tx).where(mine);
  return found && toNotification(actor, found);
}

export const getNotification = (actor: Actor, id: string) =>
  inScope(actor, ({ tx }) => findNotification(tx, actor, id));

/** Returns the condition for notifications older than the last one of the page before. */
const olderThan = (id: string) => sql`(${notifications.createdAt}, ${notifications.id}) <
  (select n.created_at, n.id from ${notifications} n where n.id = ${id})`;

/** Lists the user's notifications from all places, newest first, with the present time for names of days such as "today". */
export function listNotifications(
  actor: Actor<'account.read'>,
  filter: { unread: boolean; after?: string | undefined },
) {
  const after = decodeIdCursor(filter.after);
  return inScope(actor, async ({ tx, now }) => {
    const found = await select(tx)
      .where(
        and(
          eq(notifications.userId, userOf(actor)),
          filter.unread ? isNull(notifications.readAt) : undefined,
          after ? olderThan(after) : undefined,
        ),
      )
      .orderBy(desc(notifications.createdAt), desc(notifications.id))
      .limit(pageSize + 1);
    const page = pageOf(found, pageSize, ({ row }) => [row.id]);
    return { ...page, rows: page.rows.map((row) => toNotification(actor, row)), now };
  });
}

/** Loads the user's choices about mails. A category without a choice is mailed at once. */
export function getWishes(
  actor: Actor<'account.read'>,
): Promise<Partial<Record<Category, MailWish>>> {
  return inScope(actor, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(notificationPreferences)
      .where(eq(notificationPreferences.userId, userOf(actor)));
    return Object.fromEntries(rows.map(({ category, mail }) => [category, mail]));
  });
}
