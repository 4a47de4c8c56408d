import 'server-only';
import { and, eq, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { applications } from '@/db/schema/applications';
import { organisations } from '@/db/schema/people';
import { noticeItems, notices } from '@/db/schema/reviews';
import { advanceCase, type CaseRow } from '@/features/applications/case-state';
import { notify } from '@/features/notifications/commands';
import { maskCreditCode } from '@/lib/mask';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { nextReference } from '@/server/references';
import { announceApproval } from '@/features/reviews/approve-steps';
import { lockCase } from '@/features/reviews/case-steps';
import type { publishNoticeInput } from './input';
import { noticeTerm } from './queries';

type PublishRefusal = 'case_unknown' | 'case_not_ready' | 'state_changed';

/**
 * Puts passed cases of one programme on public notice. What the public sees is stored and does not change
 * afterwards.
 */
export async function publishNotice(
  grant: Grant<'notice.publish'>,
  input: z.output<typeof publishNoticeInput>,
): Promise<Outcome<{ id: string }, PublishRefusal>> {
  const { tx, actor, now } = grant;
  const cityId = cityOf(actor);
  const wanted = [...new Set(input.applicationIds)];
  const rows = await tx
    .select()
    .from(applications)
    .where(
      and(
        inArray(applications.id, wanted),
        eq(applications.cityId, cityId),
        eq(applications.programmeId, input.programmeId),
      ),
    )
    .orderBy(applications.id)
    .for('update');
  if (rows.length !== wanted.length) return refused('case_unknown');
  const unready = rows.find((row) => row.state !== 'final_passed');
  if (unready) return refused('case_not_ready', { reference: unready.reference ?? '' });
  const { endsAt, workingDays } = await noticeTerm(
    grant,
    rows.map((row) => row.versionId),
  );
  const [notice] = await tx
    .insert(notices)
    .values({
      cityId,
      programmeId: input.programmeId,
      reference: await nextReference(tx, cityId, 'GS'),
      publishedBy: userOf(actor),
      publishedAt: now,
      endsAt,
      workingDays,
    })
    .returning();
  if (!notice) throw new Error('The notice was not written.');
  await grant.record({
    action: 'notice.published',
    subject: { kind: 'notice', id: notice.id },
    data: { notice: notice.reference, cases: rows.length, ends: notice.endsAt.toISOString() },
  });
  return putOn(grant, notice, rows);
}

async function putOn(
  grant: Grant<'notice.publish'>,
  notice: typeof notices.$inferSelect,
  rows: readonly CaseRow[],
): Promise<Outcome<{ id: string }, 'state_changed'>> {
  const { tx } = grant;
  const applicants = await tx
    .select({ id: organisations.id, name: organisations.name, code: organisations.creditCode })
    .from(organisations)
    .where(
      inArray(
        organisations.id,
        rows.map((row) => row.organisationId),
      ),
    );
  for (const row of rows) {
    const moved = await advanceCase(grant, row, {
      transition: 'publicise',
      action: 'application.publicised',
      data: { notice: notice.reference },
    });
    if (!moved.ok) return moved;
    const applicant = applicants.find(({ id }) => id === row.organisationId);
    if (!applicant || !row.approvedFen) throw new Error(`Case ${row.id} cannot be put on notice.`);
    await tx.insert(noticeItems).values({
      noticeId: notice.id,
      cityId: row.cityId,
      applicationId: row.id,
      organisationName: applicant.name,
      creditCodeMasked: maskCreditCode(applicant.code),
      amountFen: row.approvedFen,
    });
    await notify(tx, { organisationId: row.organisationId, roles: ['owner'] }, 'notice_published', {
      reference: row.reference ?? '',
      ends: notice.endsAt.toISOString(),
      path: paths.notice(notice.id),
    });
  }
  return done({ id: notice.id });
}

/** How many rows one run of the sweep handles. The next run continues from there. */
const sweepSize = 500;

/** Marks the rows of lists whose notice has ended without an open objection. A person releases them. */
async function clearListed({ tx, now }: Grant, cityId: string): Promise<number> {
  const cleared = await tx
    .update(noticeItems)
    .set({ outcome: 'cleared' })
    .where(
      and(
        eq(noticeItems.cityId, cityId),
        isNotNull(noticeItems.awardRowId),
        eq(noticeItems.outcome, 'pending'),
        inArray(
          noticeItems.noticeId,
          tx
            .select({ id: notices.id })
            .from(notices)
            .where(
              and(
                eq(notices.cityId, cityId),
                lte(notices.endsAt, now),
                isNull(notices.withdrawnAt),
                isNull(notices.closedAt),
              ),
            ),
        ),
      ),
    )
    .returning({ id: noticeItems.id });
  return cleared.length;
}

/**
 * Approves, as a sweep, the cases whose notice has ended without an open objection, and closes notices with
 * nothing left to decide.
 */
export async function closeDueNotices(grant: Grant): Promise<Outcome<{ count: number }, never>> {
  const { tx, actor, now } = grant;
  const cityId = cityOf(actor);
  const due = await tx
    .select({
      id: noticeItems.id,
      applicationId: noticeItems.applicationId,
      amountFen: noticeItems.amountFen,
    })
    .from(noticeItems)
    .innerJoin(notices, eq(notices.id, noticeItems.noticeId))
    .where(
      and(
        eq(noticeItems.cityId, cityId),
        lte(notices.endsAt, now),
        eq(noticeItems.outcome, 'pending'),
        isNotNull(noticeItems.applicationId),
      ),
    )
    .orderBy(noticeItems.applicationId)
    .limit(sweepSize);
  let count = await clearListed(grant, cityId);
  for (const item of due) {
    if (item.applicationId === null) continue;
    // Locked first and judged afterwards: an objection may have been filed at the last moment.
    const row = await lockCase(grant, item.applicationId, { skipLocked: true });
    if (row?.state !== 'publicised') continue;
    await clear(grant, row, item);
    count += 1;
  }
  await tx
    .update(notices)
    .set({ closedAt: now })
    .where(
      and(
        eq(notices.cityId, cityId),
        lte(notices.endsAt, now),
        isNull(notices.closedAt),
        sql`not exists (select 1 from ${noticeItems} i where i.notice_id = ${notices.id}
          and i.outcome in ('pending', 'objected'))`,
      ),
    );
  return done({ count });
}

/** Approves one case, and notifies the start-up and the officials who issue. */
async function clear(
  grant: Grant,
  row: CaseRow,
  item: Pick<typeof noticeItems.$inferSelect, 'id' | 'amountFen'>,
): Promise<void> {
  const moved = await advanceCase(grant, row, {
    transition: 'clear',
    action: 'application.approved',
  });
  if (!moved.ok) throw new Error(`Case ${row.id} could not be cleared.`);
  await markLine(grant, item.id, 'cleared');
  await announceApproval(grant, row, item.amountFen, 'ended');
}

/** Writes what became of a line of a notice; the case tells why by its own event. */
export const markLine = (
  { tx }: Pick<Grant, 'tx'>,
  lineId: string,
  outcome: typeof noticeItems.$inferSelect.outcome,
) => tx.update(noticeItems).set({ outcome }).where(eq(noticeItems.id, lineId));
