import 'server-only';
import { asc, eq } from 'drizzle-orm';
import { users } from '@/db/schema/people';
import { caseStages } from '@/db/schema/reviews';
import type { CaseRow } from '@/features/applications/case-state';
import type { Rules } from '@/features/rules/domain/rules';
import type { Bilingual } from '@/lib/bilingual';
import type { Reading } from '@/server/scope';
import { stageClock } from './domain/review-stages';
import type { ServiceClock } from './domain/service-clock';

type Finished = { by: string | null; at: Date; late: boolean; note: string | null };

/** A stage of a case: what became of it, oldest first (after an appeal there are several), and its clock while it is open. */
export type StageView = {
  number: number;
  title: Bilingual;
  workingDays: number;
  finished: readonly Finished[];
  clock: ServiceClock | undefined;
  dueAt: Date | null;
};

/** Loads the stages of review that the rules of a case name. */
export async function stagesOf(
  { tx, now, calendar }: Reading,
  row: CaseRow,
  { stages = [] }: Rules['service'],
): Promise<StageView[]> {
  if (stages.length === 0) return [];
  const found = await tx
    .select({
      number: caseStages.number,
      by: users.name,
      at: caseStages.finishedAt,
      dueAt: caseStages.dueAt,
      note: caseStages.note,
    })
    .from(caseStages)
    .leftJoin(users, eq(users.id, caseStages.finishedBy))
    .where(eq(caseStages.applicationId, row.id))
    .orderBy(asc(caseStages.id));
  return stages.map(({ title, workingDays }, number) => ({
    number,
    title,
    workingDays,
    finished: found
      .filter((one) => one.number === number)
      .map(({ by, at, dueAt, note }) => ({ by, at, note, late: at > dueAt })),
    clock: row.stage === number ? stageClock(row, now, calendar) : undefined,
    dueAt: row.stage === number ? row.stageDueAt : null,
  }));
}
