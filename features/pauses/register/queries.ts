import 'server-only';
import { and, asc, desc, eq, gt, lt, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { pauseExtensions, pauses } from '@/db/schema/pauses';
import { users } from '@/db/schema/people';
import { programmes, programmeVersions } from '@/db/schema/programmes';
import { vouchers } from '@/db/schema/vouchers';
import { keptByPause, restOf } from '@/features/ledger/queries';
import { programmeTitles } from '@/features/programmes/queries';
import { rulesInForce } from '@/features/rules/domain/in-force';
import { payoutOf } from '@/features/rules/domain/payout';
import { rulesSchema } from '@/features/rules/schema';
import type { Bilingual } from '@/lib/bilingual';
import { shanghaiDate, type IsoDate } from '@/lib/dates';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import { fen, type Fen } from '@/lib/money';
import { cityOf, userOf, type Actor } from '@/server/actor';
import { inScope, type Reading } from '@/server/scope';
import type { PauseState } from '../domain/lifecycle';

export type ShownPause = Exclude<PauseState, 'released'> | 'announced' | 'running' | 'called_off';

type Step = { name: string; at: Date };

export type PauseEntry = {
  id: string;
  programme: Bilingual;
  fromOn: IsoDate;
  untilOn: IsoDate | null;
  endedOn: IsoDate | null;
  reason: string;
  state: ShownPause;
  proposed: Step;
  decided: Step | null;
  /** Without a name, its stated last day ended it. */
  ended: Step | null;
  answer: string | null;
  /** The vouchers in use that it concerns, and what is unused of them. Nothing where it is decided. */
  scope: { n: number; unusedFen: Fen } | null;
  /** How many vouchers got days from it. */
  given: number;
  /** Whether the reader proposed it. */
  mine: boolean;
};

const proposer = alias(users, 'proposer');
const decider = alias(users, 'decider');
const ender = alias(users, 'ender');

const columns = {
  pause: pauses,
  proposedBy: proposer.name,
  decidedBy: decider.name,
  endedBy: ender.name,
  given: sql<number>`(select count(*)::int from ${pauseExtensions} x where x.pause_id = ${pauses.id})`,
};

const find = ({ tx }: Reading) =>
  tx
    .select(columns)
    .from(pauses)
    .leftJoin(proposer, eq(proposer.id, pauses.proposedBy))
    .leftJoin(decider, eq(decider.id, pauses.decidedBy))
    .leftJoin(ender, eq(ender.id, pauses.endedBy));

type Row = Awaited<ReturnType<typeof find>>[number];

function shownState({ pause }: Row, today: IsoDate): ShownPause {
  const { state, fromOn, endedOn } = pause;
  if (state === 'released') return fromOn <= today ? 'running' : 'announced';
  return state === 'ended' && endedOn === null ? 'called_off' : state;
}

/** Counts the vouchers of a programme that can still be used, and adds up what is unused of them. */
async function scopeOf({ tx, now }: Reading, programmeId: string) {
  const [row] = await tx
    .select({
      n: sql<number>`count(*)::int`,
      unused: sql<string>`coalesce(sum(${restOf(vouchers.id)}), 0)::text`,
    })
    .from(vouchers)
    .where(
      and(
        eq(vouchers.programmeId, programmeId),
        sql`${vouchers.state} in ('active', 'frozen')`,
        or(gt(vouchers.validTo, now), keptByPause(vouchers.programmeId, vouchers.validTo)),
      ),
    );
  return { n: row?.n ?? 0, unusedFen: fen(BigInt(row?.unused ?? '0')) };
}

const stepOf = (name: string | null, at: Date | null): Step | null =>
  at && { name: name ?? '', at };

async function toEntry(
  reading: Reading,
  row: Row,
  programme: Bilingual,
  me: string,
): Promise<PauseEntry> {
  const { pause } = row;
  const open = pause.state === 'proposed' || pause.state === 'released';
  return {
    id: pause.id,
    programme,
    fromOn: pause.fromOn,
    untilOn: pause.untilOn,
    endedOn: pause.endedOn,
    reason: pause.reason,
    state: shownState(row, shanghaiDate(reading.now)),
    proposed: { name: row.proposedBy ?? '', at: pause.proposedAt },
    decided: stepOf(row.decidedBy, pause.decidedAt),
    ended: stepOf(row.endedBy, pause.endedAt),
    answer: pause.answer,
    scope: open ? await scopeOf(reading, pause.programmeId) : null,
    given: row.given,
    mine: pause.proposedBy === me,
  };
}

/** Lists the city's pauses, the newest first. */
export function listPauses(
  actor: Actor<'pause.read'>,
  cursor: string | undefined,
): Promise<{ rows: PauseEntry[]; nextCursor: string | null }> {
  return inScope(actor, async (reading) => {
    const before = decodeIdCursor(cursor);
    const found = await find(reading)
      .where(and(eq(pauses.cityId, cityOf(actor)), before ? lt(pauses.id, before) : undefined))
      .orderBy(desc(pauses.id))
      .limit(pageSize + 1);
    const page = pageOf(found, pageSize, ({ pause }) => [pause.id]);
    const titles = await programmeTitles(
      reading.tx,
      page.rows.map(({ pause }) => pause.programmeId),
    );
    const rows: PauseEntry[] = [];
    for (const row of page.rows) {
      const title = titles.get(row.pause.programmeId);
      if (!title) throw new Error(`Pause ${row.pause.id} has no programme.`);
      rows.push(await toEntry(reading, row, title, userOf(actor)));
    }
    return { rows, nextCursor: page.nextCursor };
  });
}

export type Pausable = { id: string; title: Bilingual };

/** Lists the city's programmes whose rules allow a pause today. */
export function listPausable(actor: Actor<'pause.read'>): Promise<Pausable[]> {
  return inScope(actor, async ({ tx, now }) => {
    const rows = await tx
      .select({
        id: programmes.id,
        rules: programmeVersions.rules,
        title: sql<Bilingual>`${programmeVersions.guide} -> 'title'`,
      })
      .from(programmes)
      .innerJoin(programmeVersions, eq(programmeVersions.id, programmes.currentVersionId))
      .where(
        and(
          eq(programmes.cityId, cityOf(actor)),
          sql`${programmeVersions.rules} -> 'pause' is not null`,
        ),
      )
      .orderBy(asc(programmes.slug))
      .limit(200);
    return rows.flatMap(({ id, rules, title }) => {
      const read = rulesSchema.parse(rules);
      const allowed = rulesInForce(read, shanghaiDate(now)).pause && payoutOf(read) === 'vendor';
      return allowed ? [{ id, title }] : [];
    });
  });
}
