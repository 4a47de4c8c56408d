import 'server-only';
import { and, eq, ne } from 'drizzle-orm';
import type { z } from 'zod';
import { calendarYears } from '@/db/schema/calendar';
import { notify } from '@/features/notifications/commands';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
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

const eventOf = (row: Pick<YearRow, 'id' | 'year'>) => ({
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
    ...eventOf(row),
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

async function decide(
  { tx, actor, now }: Grant<'calendar.release'>,
  row: YearRow,
  outcome: Pick<YearRow, 'state' | 'answer'>,
): Promise<void> {
  await tx
    .update(calendarYears)
    .set({ ...outcome, decidedBy: userOf(actor), decidedAt: now })
    .where(and(eq(calendarYears.id, row.id), ne(calendarYears.state, outcome.state)));
  await notify(
    tx,
    colleagues(userOf(actor)),
    outcome.state === 'released' ? 'calendar_released' : 'calendar_declined',
    { year: String(row.year), answer: outcome.answer ?? '', path: paths.platform.calendar() },
  );
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
  if (!found.ok) return found;
  const row = found.value;
  await decide(grant, row, { state: 'released', answer: null });
  await grant.record({ action: 'calendar.released', ...eventOf(row), data: { year: row.year } });
  return done(null);
}

/** Sends an arrangement back. Another one can then be proposed. */
export async function declineYear(
  grant: Grant<'calendar.release'>,
  { id, answer }: z.output<typeof inputs.declineYearInput>,
): Promise<Outcome<null, DecideRefusal>> {
  const found = await findDecidable(grant, id, 'decline');
  if (!found.ok) return found;
  const row = found.value;
  await decide(grant, row, { state: 'declined', answer });
  const data = { year: row.year, answer };
  await grant.record({ action: 'calendar.declined', ...eventOf(row), data });
  return done(null);
}
