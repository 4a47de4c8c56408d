import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { pauseExtensions, pauses } from '@/db/schema/pauses';
import { shanghaiDate, type IsoDate } from '@/lib/dates';
import { isId } from '@/lib/query';
import { organisationOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';

/** A pause that is in force, or will be. */
export type Pause = {
  fromOn: IsoDate;
  untilOn: IsoDate | null;
  reason: string;
  /** Whether its first day has come. */
  begun: boolean;
};

/** Returns the pause of a programme; undefined where there is none. Everybody may read it. */
export async function pauseOf(
  { tx, now }: { tx: Tx; now: Date },
  programmeId: string,
): Promise<Pause | undefined> {
  const [row] = await tx
    .select({ fromOn: pauses.fromOn, untilOn: pauses.untilOn, reason: pauses.reason })
    .from(pauses)
    .where(and(eq(pauses.programmeId, programmeId), eq(pauses.state, 'released')));
  return row && { ...row, begun: row.fromOn <= shanghaiDate(now) };
}

/** Loads the pause of a programme for a page. */
export const getPause = (actor: Actor, programmeId: string): Promise<Pause | undefined> =>
  inScope(actor, (reading) => pauseOf(reading, programmeId));

/** What pauses gave a voucher. */
export type PauseExtension = {
  fromOn: IsoDate;
  endedOn: IsoDate | null;
  days: number;
  validTo: Date;
};

/** Lists what pauses gave one of the start-up's own vouchers. */
export const listPauseExtensions = (
  actor: Actor<'startup.read'>,
  voucherId: string,
): Promise<PauseExtension[]> =>
  isId(voucherId)
    ? inScope(actor, ({ tx }) =>
        tx
          .select({
            fromOn: pauses.fromOn,
            endedOn: pauses.endedOn,
            days: pauseExtensions.days,
            validTo: pauseExtensions.validTo,
          })
          .from(pauseExtensions)
          .innerJoin(pauses, eq(pauses.id, pauseExtensions.pauseId))
          .where(
            and(
              eq(pauseExtensions.voucherId, voucherId),
              eq(pauseExtensions.organisationId, organisationOf(actor)),
            ),
          )
          .orderBy(pauseExtensions.id)
          .limit(50),
      )
    : Promise.resolve([]);
