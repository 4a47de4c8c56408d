import 'server-only';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { calendarYears } from '@/db/schema/calendar';
import { notify } from '@/features/notifications/commands';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { advance } from '@/server/rows';
import type { Arrangement } from '@/lib/working-days';
import { checkArrangement, type ArrangementRefusal } from './domain/check';
import { calendarYearLifecycle } from './domain/lifecycle';
import { readLines, writeLines, type LinesRefusal } from './domain/lines';
import type * as inputs from './input';
import { arrangementOf } from './queries';

type YearRow = typeof calendarYears.$inferSelect;

/** Returns the administrators of the platform who may decide on a proposal: all except the one who made it. */
const colleagues = (except: string) =>
  ({ platform: true, roles: ['platform_admin'], except }) as const;

/** Returns the data that every event about a proposal contains. */
const aboutYear = (row: YearRow) => ({
  subject: { kind: 'calendar_year' as const, id: row.id },
});

const isSame = (one: Omit<Arrangement, 'year'>, other: Omit<Arrangement, 'year'>) =>
  writeLines(one) === writeLines(other);

/**
 * Proposes the arrangement of a year's holidays. Another administrator of the platform must release it. The
 * constraint `calendar_years_one_open` enforces what `year_open` reports.
 */
export async function proposeYear(
  grant: Grant<'calendar.propose'>,
  { year, source, lines }: z.output<typeof inputs.proposeYearInput>,
): Promise<Outcome<null, LinesRefusal | ArrangementRefusal | 'year_unchanged' | 'year_open'>> {
  const { tx, actor, now, record } = grant;
  const read = readLines(year, lines);
  if (!read.ok) return { ...read, field: 'lines' };
  const { daysOff, worked } = read.value;
  const checked = checkArrangement(read.value);
  if (!checked.ok) return { ...checked, field: 'lines' };
  const present = await arrangementOf(tx, year);
  if (present && isSame(present, read.value)) return refused('year_unchanged', undefined, 'lines');
  const state = calendarYearLifecycle.initial;
  const proposed = { proposedBy: userOf(actor), proposedAt: now };
  const [row] = await tx
    .insert(calendarYears)
    .values({ year, daysOff: [...daysOff], worked: [...worked], source, state, ...proposed })
    .returning();
  if (!row) throw new Error('The arrangement was not written.');
  await notify(tx, colleagues(userOf(actor)), 'calendar_proposed', {
    year: String(year),
    path: paths.platform.calendar(),
  });
  await record({
    action: 'calendar.proposed',
    ...aboutYear(row),
    data: { year, source, lines: writeLines(row) },
  });
  return done(null);
}

type DecideRefusal = 'year_unknown' | 'year_decided' | 'same_person';

/** Locks and returns the proposal if this user may decide on it. */
async function findDecidable(
  { tx, actor }: Grant<'calendar.release'>,
  id: string,
  transition: 'release' | 'decline',
): Promise<Outcome<YearRow, DecideRefusal>> {
  const [row] = await tx.select().from(calendarYears).where(eq(calendarYears.id, id)).for('update');
  if (!row) return refused('year_unknown');
  if (!calendarYearLifecycle.can(row.state, transition)) return refused('year_decided');
  if (row.proposedBy === userOf(actor)) return refused('same_person');
  return done(row);
}

/** Writes and records the decision on a proposal, and notifies the other administrators. A release has no answer. */
async function decide(
  grant: Grant<'calendar.release'>,
  row: YearRow,
  transition: 'release' | 'decline',
  answer: string | null,
): Promise<Outcome<null, 'year_decided'>> {
  const { tx, actor, now } = grant;
  const outcome = transition === 'release' ? 'released' : 'declined';
  const moved = await advance(grant, calendarYears, row, {
    lifecycle: calendarYearLifecycle,
    transition,
    set: { answer, decidedBy: userOf(actor), decidedAt: now },
    event: {
      ...aboutYear(row),
      action: `calendar.${outcome}`,
      data: { year: row.year, ...(answer !== null && { answer }) },
    },
  });
  if (!moved.ok) return refused('year_decided');
  await notify(tx, colleagues(userOf(actor)), `calendar_${outcome}`, {
    year: String(row.year),
    answer: answer ?? '',
    path: paths.platform.calendar(),
  });
  return done(null);
}

/**
 * Releases an arrangement that another administrator proposed: from now on working days are counted by it.
 * The portal then moves open deadlines, city by city (`moveDeadlines`).
 */
export async function releaseYear(
  grant: Grant<'calendar.release'>,
  input: z.output<typeof inputs.releaseYearInput>,
): Promise<Outcome<null, DecideRefusal>> {
  const found = await findDecidable(grant, input.id, 'release');
  return found.ok ? decide(grant, found.value, 'release', null) : found;
}

/** Sends an arrangement back. Another one can then be proposed. */
export async function declineYear(
  grant: Grant<'calendar.release'>,
  { id, answer }: z.output<typeof inputs.declineYearInput>,
): Promise<Outcome<null, DecideRefusal>> {
  const found = await findDecidable(grant, id, 'decline');
  return found.ok ? decide(grant, found.value, 'decline', answer) : found;
}
