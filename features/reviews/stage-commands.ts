import 'server-only';
import type { z } from 'zod';
import { caseStages } from '@/db/schema/reviews';
import { aboutCase, writeStage } from '@/features/applications/case-state';
import { getVersion } from '@/features/programmes/queries';
import { done, refused, type Outcome } from '@/lib/result';
import { userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { beginStage } from './domain/review-stages';
import { lockMine, type FirstRefusal } from './first-review';
import type { finishStageInput } from './input';
import { openStage } from './stage-steps';

/**
 * Finishes the stage of review that a case is in, and begins the next one with its own last day. After the last stage the case
 * can be recommended. The form names the stage, so that a page of an earlier stage does not finish the next one.
 */
export async function finishStage(
  grant: Grant<'case.review'>,
  input: z.output<typeof finishStageInput>,
): Promise<Outcome<{ id: string }, FirstRefusal>> {
  const { tx, actor, now, calendar } = grant;
  const mine = await lockMine(grant, input.applicationId);
  if (!mine.ok) return mine;
  const row = mine.value;
  const open = await openStage(grant, row);
  if (row.state !== 'accepted' || !open || row.stage !== input.stage || !row.stageDueAt) {
    return refused('state_changed');
  }
  await tx.insert(caseStages).values({
    applicationId: row.id,
    cityId: row.cityId,
    number: row.stage,
    dueAt: row.stageDueAt,
    finishedBy: userOf(actor),
    finishedAt: now,
    note: input.note === '' ? null : input.note,
  });
  const { rules } = await getVersion(tx, row.versionId);
  await writeStage(grant, row, beginStage(rules.service, row.stage + 1, now, calendar));
  await grant.record({
    action: 'case.stage_finished',
    ...aboutCase(row),
    data: { name: open.title['zh-CN'], ...(input.note !== '' && { note: input.note }) },
  });
  return done({ id: row.id });
}
