import 'server-only';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { calendarYears } from '@/db/schema/calendar';
import { users } from '@/db/schema/people';
import { shanghaiDate, yearOf } from '@/lib/dates';
import type { Actor } from '@/server/actor';
import { userOf } from '@/server/actor';
import { inScope } from '@/server/scope';
import type { Arrangement } from '@/lib/working-days';
import { lawfulWorkingDays, workingDaysOf } from './domain/check';

/** Loads the arrangement of a year that is in force; undefined where there is none. */
export async function arrangementOf(tx: Tx, year: number): Promise<Arrangement | undefined> {
  const [row] = await tx
    .select({
      year: calendarYears.year,
      daysOff: calendarYears.daysOff,
      worked: calendarYears.worked,
    })
    .from(calendarYears)
    .where(and(eq(calendarYears.year, year), eq(calendarYears.state, 'released')))
    .orderBy(desc(calendarYears.decidedAt), desc(calendarYears.id))
    .limit(1);
  return row;
}

/** A year as the platform's page shows it. */
export type CalendarYear = {
  id: string;
  year: number;
  daysOff: readonly string[];
  worked: readonly string[];
  source: string;
  workingDays: number;
  /** The number of working days that the law leaves. An arrangement with another number should be checked again. */
  lawful: number;
  proposedBy: string | null;
  proposedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  /** Whether the user proposed it and so cannot decide on it. */
  mine: boolean;
};

export type CalendarPage = {
  /** In force, the newest year first. */
  years: CalendarYear[];
  open: CalendarYear[];
  /** This year and the next, where they have no arrangement. */
  missing: number[];
  today: string;
};

const proposer = alias(users, 'proposer');
const decider = alias(users, 'decider');

/**
 * Loads the arrangements of years: those in force, and those that wait for a decision. A year has at most one
 * of each.
 */
export function getCalendar(actor: Actor<'calendar.read'>): Promise<CalendarPage> {
  return inScope(actor, async ({ tx, now, calendar }) => {
    const rows = await tx
      .selectDistinctOn([calendarYears.year, calendarYears.state], {
        row: calendarYears,
        proposedBy: proposer.name,
        decidedBy: decider.name,
      })
      .from(calendarYears)
      .leftJoin(proposer, eq(proposer.id, calendarYears.proposedBy))
      .leftJoin(decider, eq(decider.id, calendarYears.decidedBy))
      .where(sql`${calendarYears.state} in ('proposed', 'released')`)
      .orderBy(
        desc(calendarYears.year),
        asc(calendarYears.state),
        desc(calendarYears.decidedAt),
        desc(calendarYears.id),
      )
      .limit(200);
    const released = rows.map(({ row }) => row).filter(({ state }) => state === 'released');
    const shown = rows.map(({ row, proposedBy, decidedBy }) => ({
      ...row,
      proposedBy,
      decidedBy,
      workingDays: workingDaysOf(row.year, [...released, row]),
      lawful: lawfulWorkingDays(row.year),
      mine: row.proposedBy === userOf(actor),
    }));
    const today = shanghaiDate(now);
    const year = yearOf(today);
    return {
      years: shown.filter(({ state }) => state === 'released'),
      open: shown.filter(({ state }) => state === 'proposed'),
      missing: [year, year + 1].filter((one) => !calendar.isArranged(one)),
      today,
    };
  });
}
