import 'server-only';
import { desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { dayEnds } from '@/db/schema/proof';
import { promisedStates } from '@/features/applications/domain/lifecycle';
import { promisedRowStates } from '@/features/awards/domain/lifecycle';
import { ledgerSums, releasedBudgets } from '@/features/ledger/proof-queries';
import { shanghaiDate, type IsoDate } from '@/lib/dates';
import { keepDayFindings } from './check-commands';
import { dayFindings } from './domain/books';
import { daysDue } from './domain/days';
import {
  figureNames,
  readFigures,
  storedFigures,
  type FigureName,
  type Figures,
} from './domain/reconciliation';
import type { Finding } from './domain/records';

/** The columns of the sums, by the figure. */
const columns: Readonly<Partial<Record<FigureName, string>>> = {
  clawedBack: 'claw_back',
  paidBack: 'paid_back',
  inAdvance: 'in_advance',
};

/** Reads all sums of a city in one statement, so that they are of one moment. */
export async function readSums(tx: Tx, cityId: string): Promise<Figures> {
  const [row] = await tx.execute<Record<string, string>>(sql`
    select l.*, b.budget, c.promised, m.paid, m.failed, m.open
    from (${ledgerSums(cityId)}) l,
      (select coalesce(sum(budget_fen), 0) as budget from (${releasedBudgets(cityId)}) r) b,
        (select (select coalesce(sum(approved_fen), 0) from applications
            where city_id = ${cityId}::uuid and promise_pool_id is not null
              and state = any (${sql.param([...promisedStates])}::text[]))
          + (select coalesce(sum(amount_fen), 0) from award_rows
            where city_id = ${cityId}::uuid
              and state = any (${sql.param([...promisedRowStates])}::text[])) as promised) c,
        (select coalesce(sum(amount_fen) filter (where state = 'paid'), 0) as paid,
            coalesce(sum(amount_fen) filter (where state = 'failed'), 0) as failed,
            coalesce(sum(amount_fen) filter (where state not in ('paid', 'failed')), 0) as open
          from payments where city_id = ${cityId}::uuid) m`);
  if (!row) throw new Error('The database did not answer with the sums.');
  return readFigures(
    Object.fromEntries(figureNames.map((name) => [name, row[columns[name] ?? name] ?? ''])),
  );
}

/**
 * Keeps the sums of a city for each day that ended and has none yet. A day that was missed gets those of this moment, and says so
 * by its time.
 * @returns the identities that are new in not holding
 */
export async function closeDays(
  grant: { tx: Tx; now: Date },
  cityId: string,
): Promise<{ days: IsoDate[]; fresh: Finding[] }> {
  const { tx, now } = grant;
  const [last] = await tx
    .select({ day: dayEnds.day })
    .from(dayEnds)
    .where(eq(dayEnds.cityId, cityId))
    .orderBy(desc(dayEnds.day))
    .limit(1);
  const days = daysDue(last?.day, shanghaiDate(now));
  const latest = days.at(-1);
  if (latest === undefined) return { days, fresh: [] };
  const figures = await readSums(tx, cityId);
  const stored = storedFigures(figures);
  await tx
    .insert(dayEnds)
    .values(days.map((day) => ({ cityId, day, takenAt: now, figures: stored })));
  const fresh = await keepDayFindings(grant, cityId, dayFindings(latest, figures));
  return { days, fresh };
}
