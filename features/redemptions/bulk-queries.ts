import 'server-only';
import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { redemptions } from '@/db/schema/redemptions';
import type { Named } from '@/lib/organisation-name';
import { isId } from '@/lib/query';
import { cityOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { mayBeVerified, mostTogether } from './domain/together';
import { namesIn, readSummaries, submittedMonth, vendor, type RedemptionSummary } from './queries';

export type FilterChoices = {
  readonly vendors: readonly ({ id: string } & Named)[];
  /** Months of claims, `2026-05`, the newest first. */
  readonly months: readonly string[];
};

/** Lists what a city's redemptions can be filtered by: the vendors that have any, and the months. */
export const listFilterChoices = (actor: Actor<'redemption.read'>): Promise<FilterChoices> =>
  inScope(actor, async ({ tx }) => {
    const here = eq(redemptions.cityId, cityOf(actor));
    const vendors = await tx
      .selectDistinct({ id: redemptions.vendorId, ...namesIn(vendor) })
      .from(redemptions)
      .innerJoin(vendor, eq(vendor.id, redemptions.vendorId))
      .where(here)
      .orderBy(asc(vendor.name));
    const months = await tx
      .selectDistinct({ month: submittedMonth })
      .from(redemptions)
      .where(here)
      .orderBy(desc(submittedMonth));
    return { vendors, months: months.map((row) => row.month) };
  });

export type Together = {
  readonly rows: readonly RedemptionSummary[];
  /** References of those that cannot be verified now. */
  readonly left: readonly string[];
};

/** Loads the ticked redemptions for the page that asks once more, and names those that cannot be verified now. */
export const getTogether = (
  actor: Actor<'redemption.verify'>,
  sent: readonly string[],
): Promise<Together> =>
  inScope(actor, async ({ tx }) => {
    const ids = [...new Set(sent.filter(isId))].slice(0, mostTogether);
    if (ids.length === 0) return { rows: [], left: [] };
    const found = await readSummaries(
      tx,
      and(inArray(redemptions.id, ids), eq(redemptions.cityId, cityOf(actor))),
      mostTogether,
    );
    return {
      rows: found.filter(mayBeVerified),
      left: found.filter((row) => !mayBeVerified(row)).map(({ reference }) => reference),
    };
  });
