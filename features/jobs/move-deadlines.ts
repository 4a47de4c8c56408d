import 'server-only';
import { and, asc, eq, gt, isNotNull, isNull, inArray, notExists, sql } from 'drizzle-orm';
import { appeals } from '@/db/schema/appeals';
import { applications, corrections } from '@/db/schema/applications';
import { calendarYears, cityCalendars } from '@/db/schema/calendar';
import { cities } from '@/db/schema/people';
import { moveAppealDeadline } from '@/features/appeals/commands';
import { moveCaseDeadline, moveCorrectionDeadline } from '@/features/applications/case-state';
import { noteApplied } from '@/features/calendar/sweep-commands';
import { notify } from '@/features/notifications/commands';
import { reviewingStates } from '@/features/reviews/domain/service-clock';
import { paths } from '@/lib/paths';
import { done, type Outcome } from '@/lib/result';
import { cityOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { WorkingDays } from '@/lib/working-days';
import { movedDeadline, type Side } from '@/features/calendar/domain/moved';
import { deadlineNames } from '@/features/calendar/messages';

/** An open deadline, with what is needed to write it and to notify those concerned when it moves. */
type Open = {
  id: string;
  dueAt: Date | null;
  applicationId: string;
  organisationId: string;
  reference: string | null;
  /** When it was set, at the latest. */
  setAt: Date | null;
};

type Kind = {
  side: Side;
  /** Lists a city's open deadlines, locked until the end of the transaction. */
  list: (grant: Grant, cityId: string) => Promise<Open[]>;
  write: (grant: Grant, id: string, dueAt: Date) => Promise<unknown>;
};

const ofCase = {
  applicationId: applications.id,
  organisationId: applications.organisationId,
  reference: applications.reference,
};

const kinds: Readonly<Record<keyof ReturnType<typeof deadlineNames>, Kind>> = {
  correction: {
    side: 'applicant',
    list: ({ tx, now }, cityId) =>
      tx
        .select({
          id: corrections.id,
          dueAt: corrections.dueAt,
          setAt: corrections.requestedAt,
          ...ofCase,
        })
        .from(corrections)
        .innerJoin(applications, eq(applications.id, corrections.applicationId))
        .where(
          and(
            eq(applications.cityId, cityId),
            eq(applications.state, 'returned'),
            isNull(corrections.answeredAt),
            gt(corrections.dueAt, now),
          ),
        )
        .orderBy(asc(corrections.id))
        .for('update', { of: corrections }),
    write: moveCorrectionDeadline,
  },
  appealing: {
    side: 'applicant',
    list: ({ tx, now }, cityId) =>
      tx
        .select({
          id: applications.id,
          dueAt: applications.appealBy,
          setAt: applications.decidedAt,
          ...ofCase,
        })
        .from(applications)
        .where(
          and(
            eq(applications.cityId, cityId),
            eq(applications.state, 'rejected'),
            isNotNull(applications.appealBy),
            gt(applications.appealBy, now),
          ),
        )
        .orderBy(asc(applications.id))
        .for('update'),
    write: (grant, id, appealBy) => moveCaseDeadline(grant, id, { appealBy }),
  },
  review: {
    side: 'city',
    list: ({ tx, now }, cityId) =>
      tx
        .select({
          id: applications.id,
          dueAt: applications.dueAt,
          setAt: applications.updatedAt,
          ...ofCase,
        })
        .from(applications)
        .where(
          and(
            eq(applications.cityId, cityId),
            inArray(applications.state, [...reviewingStates]),
            isNull(applications.pausedAt),
            gt(applications.dueAt, now),
          ),
        )
        .orderBy(asc(applications.id))
        .for('update'),
    write: (grant, id, dueAt) => moveCaseDeadline(grant, id, { dueAt }),
  },
  stage: {
    side: 'city',
    list: ({ tx, now }, cityId) =>
      tx
        .select({
          id: applications.id,
          dueAt: applications.stageDueAt,
          setAt: applications.updatedAt,
          ...ofCase,
        })
        .from(applications)
        .where(
          and(
            eq(applications.cityId, cityId),
            eq(applications.state, 'accepted'),
            isNull(applications.pausedAt),
            gt(applications.stageDueAt, now),
          ),
        )
        .orderBy(asc(applications.id))
        .for('update'),
    write: (grant, id, stageDueAt) => moveCaseDeadline(grant, id, { stageDueAt }),
  },
  appeal: {
    side: 'city',
    list: ({ tx, now }, cityId) =>
      tx
        .select({
          id: appeals.id,
          dueAt: appeals.dueAt,
          setAt: appeals.filedAt,
          applicationId: appeals.applicationId,
          organisationId: appeals.organisationId,
          reference: appeals.reference,
        })
        .from(appeals)
        .where(and(eq(appeals.cityId, cityId), eq(appeals.state, 'open'), gt(appeals.dueAt, now)))
        .orderBy(asc(appeals.id))
        .for('update'),
    write: moveAppealDeadline,
  },
};

type Year = typeof calendarYears.$inferSelect;

/** Lists the arrangements that were released after the city was created and are not applied to its deadlines yet. */
async function listUnapplied({ tx }: Grant, cityId: string): Promise<Year[]> {
  const rows = await tx
    .select({ year: calendarYears })
    .from(calendarYears)
    .innerJoin(cities, eq(cities.id, cityId))
    .where(
      and(
        eq(calendarYears.state, 'released'),
        gt(calendarYears.decidedAt, cities.createdAt),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(cityCalendars)
            .where(
              and(
                eq(cityCalendars.cityId, cityId),
                eq(cityCalendars.calendarYearId, calendarYears.id),
              ),
            ),
        ),
      ),
    )
    .orderBy(asc(calendarYears.decidedAt), asc(calendarYears.id));
  return rows.map(({ year }) => year);
}

/** Loads the calendar by which the city's deadlines were counted: every released arrangement except these. */
async function calendarBefore({ tx }: Grant, without: readonly Year[]): Promise<WorkingDays> {
  const released = await tx
    .select()
    .from(calendarYears)
    .where(eq(calendarYears.state, 'released'))
    .orderBy(asc(calendarYears.decidedAt), asc(calendarYears.id));
  const unknown = new Set(without.map(({ id }) => id));
  return new WorkingDays(released.filter(({ id }) => !unknown.has(id)));
}

type Move = { kind: keyof typeof kinds; open: Open; from: Date; to: Date; year: number };

async function write(grant: Grant, cityId: string, move: Move): Promise<void> {
  const { kind, open, from, to, year } = move;
  const { side, write: store } = kinds[kind];
  await store(grant, open.id, to);
  await grant.record({
    action: 'deadline.moved',
    subject:
      kind === 'appeal'
        ? { kind: 'appeal', id: open.id }
        : { kind: 'application', id: open.applicationId },
    applicationId: open.applicationId,
    organisationId: open.organisationId,
    data: { deadline: kind, from: from.toISOString(), to: to.toISOString(), year },
  });
  const values = {
    reference: open.reference ?? '',
    what: deadlineNames('zh-CN')[kind],
    whatEn: deadlineNames('en')[kind],
    from: from.toISOString(),
    due: to.toISOString(),
    year: String(year),
  };
  if (side === 'applicant') {
    const people = { organisationId: open.organisationId, roles: ['owner', 'member'] as const };
    const path = paths.startup.status(open.applicationId);
    await notify(grant.tx, people, 'deadline_moved', { ...values, path });
    return;
  }
  const people =
    kind === 'appeal'
      ? { cityId, roles: ['approver'] as const }
      : { cityId, roles: ['manager', 'reviewer'] as const };
  const path = kind === 'appeal' ? paths.city.appeal(open.id) : paths.city.case(open.id);
  await notify(grant.tx, people, 'city_deadline_moved', { ...values, path });
}

/**
 * Moves the city's open deadlines, as a sweep, once a year's holidays are released, where that helps the
 * applicant. Deadlines that were set after the release were already counted with them. Public notices end as
 * announced.
 */
export async function moveDeadlines(grant: Grant): Promise<Outcome<{ count: number }, never>> {
  const { tx, actor, now, calendar: after } = grant;
  const cityId = cityOf(actor);
  const years = await listUnapplied(grant, cityId);
  const last = years.at(-1);
  if (!last) return done({ count: 0 });
  const before = await calendarBefore(grant, years);
  const released = last.decidedAt;
  let count = 0;
  for (const kind of Object.keys(kinds) as (keyof typeof kinds)[]) {
    for (const open of await kinds[kind].list(grant, cityId)) {
      if (!open.dueAt || (open.setAt && released && open.setAt > released)) continue;
      const to = movedDeadline(open.dueAt, kinds[kind].side, { now, before, after });
      if (!to) continue;
      await write(grant, cityId, { kind, open, from: open.dueAt, to, year: last.year });
      count += 1;
    }
  }
  await noteApplied(
    tx,
    years.map(({ id }) => ({
      cityId,
      calendarYearId: id,
      appliedAt: now,
      moved: id === last.id ? count : 0,
    })),
  );
  return done({ count });
}
