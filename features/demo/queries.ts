import 'server-only';
import { desc } from 'drizzle-orm';
import { mails } from '@/db/schema/notifications';
import type { Actor } from '@/server/actor';
import { isDemo } from '@/server/env';
import { portalActor } from '@/server/gate';
import { inScope } from '@/server/scope';

/** Lists the mails of the outbox, which can be read only in demonstration mode. */
export async function listMails(_actor: Actor<'demo.use'>) {
  if (!isDemo()) return [];
  return inScope(portalActor(null), ({ tx }) =>
    tx.select().from(mails).orderBy(desc(mails.id)).limit(50),
  );
}
