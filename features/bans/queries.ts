import 'server-only';
import { and, desc, eq, lt } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { bans } from '@/db/schema/bans';
import { organisations, users } from '@/db/schema/people';
import { shanghaiDate, type IsoDate } from '@/lib/dates';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import type { Named } from '@/lib/organisation-name';
import { cityOf, userOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import type { BanState } from './domain/lifecycle';

/** A released ban is in force until the end of its last day. */
export type ShownState = Exclude<BanState, 'released'> | 'in_force' | 'ended';

type Step = { name: string; at: Date };

export type BanEntry = {
  id: string;
  firm: Named;
  creditCode: string;
  untilOn: IsoDate;
  ground: string;
  reason: string;
  state: ShownState;
  proposed: Step;
  decided: Step | null;
  lifted: Step | null;
  answer: string | null;
  liftReason: string | null;
  /** Whether the reader must leave the next step to somebody else. */
  mine: boolean;
};

const proposer = alias(users, 'proposer');
const decider = alias(users, 'decider');
const lifter = alias(users, 'lifter');

const stepOf = (name: string | null, at: Date | null): Step | null =>
  at && { name: name ?? '', at };

function shownState(state: BanState, untilOn: IsoDate, today: IsoDate): ShownState {
  if (state !== 'released') return state;
  return untilOn < today ? 'ended' : 'in_force';
}

/** Lists the city's register of bans, the newest first. */
export function listBans(
  actor: Actor<'ban.read'>,
  cursor: string | undefined,
): Promise<{ rows: BanEntry[]; nextCursor: string | null }> {
  return inScope(actor, async ({ tx, now }) => {
    const before = decodeIdCursor(cursor);
    const found = await tx
      .select({
        ban: bans,
        firm: { name: organisations.name, nameEn: organisations.nameEn },
        creditCode: organisations.creditCode,
        proposedBy: proposer.name,
        decidedBy: decider.name,
        liftedBy: lifter.name,
      })
      .from(bans)
      .innerJoin(organisations, eq(organisations.id, bans.organisationId))
      .leftJoin(proposer, eq(proposer.id, bans.proposedBy))
      .leftJoin(decider, eq(decider.id, bans.decidedBy))
      .leftJoin(lifter, eq(lifter.id, bans.liftedBy))
      .where(and(eq(bans.cityId, cityOf(actor)), before ? lt(bans.id, before) : undefined))
      .orderBy(desc(bans.id))
      .limit(pageSize + 1);
    const page = pageOf(found, pageSize, ({ ban }) => [ban.id]);
    const me = userOf(actor);
    return {
      nextCursor: page.nextCursor,
      rows: page.rows.map(({ ban, proposedBy, decidedBy, liftedBy, ...row }) => ({
        ...row,
        id: ban.id,
        untilOn: ban.untilOn,
        ground: ban.ground,
        reason: ban.reason,
        state: shownState(ban.state, ban.untilOn, shanghaiDate(now)),
        proposed: { name: proposedBy ?? '', at: ban.proposedAt },
        decided: stepOf(decidedBy, ban.decidedAt),
        lifted: stepOf(liftedBy, ban.liftedAt),
        answer: ban.answer,
        liftReason: ban.liftReason,
        mine: (ban.state === 'proposed' ? ban.proposedBy : ban.decidedBy) === me,
      })),
    };
  });
}
