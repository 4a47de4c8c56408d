import 'server-only';
import { and, eq, gte, inArray, max } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { bans } from '@/db/schema/bans';
import { rulesInForce } from '@/features/rules/domain/in-force';
import type { Rules } from '@/features/rules/domain/rules';
import { shanghaiDate, type IsoDate } from '@/lib/dates';

/** Finds the bans that a city has in force on a day. */
const inForce = (cityId: string, on: IsoDate) =>
  and(eq(bans.cityId, cityId), eq(bans.state, 'released'), gte(bans.untilOn, on));

/** Returns the last day of the ban that a firm is under in a city, whatever the rules of a programme make of it. */
export async function lastBanDay(
  tx: Tx,
  { cityId, organisationId }: { cityId: string; organisationId: string },
  on: IsoDate,
): Promise<IsoDate | undefined> {
  const [row] = await tx
    .select({ until: max(bans.untilOn) })
    .from(bans)
    .where(and(eq(bans.organisationId, organisationId), inForce(cityId, on)));
  return row?.until ?? undefined;
}

/**
 * Returns the last days of the bans that firms are under in a city at a moment, by firm. Nobody is in it where the rules do not say
 * that a ban stops support, or where their article is not in force.
 */
export async function bansUnder(
  tx: Tx,
  rules: Rules,
  { cityId, organisationIds }: { cityId: string; organisationIds: readonly string[] },
  now: Date,
): Promise<Map<string, IsoDate>> {
  const today = shanghaiDate(now);
  if (!rulesInForce(rules, today).ban || organisationIds.length === 0) return new Map();
  const rows = await tx
    .select({ id: bans.organisationId, until: max(bans.untilOn) })
    .from(bans)
    .where(and(inArray(bans.organisationId, [...organisationIds]), inForce(cityId, today)))
    .groupBy(bans.organisationId);
  return new Map(rows.flatMap(({ id, until }) => (until ? [[id, until] as const] : [])));
}

/** Returns the last day of the ban that stops the support of one firm; undefined if there is none. */
export async function bannedUntil(
  tx: Tx,
  rules: Rules,
  { cityId, organisationId }: { cityId: string; organisationId: string },
  now: Date,
): Promise<IsoDate | undefined> {
  const found = await bansUnder(tx, rules, { cityId, organisationIds: [organisationId] }, now);
  return found.get(organisationId);
}
