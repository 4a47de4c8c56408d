import 'server-only';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { awardRows } from '@/db/schema/awards';
import { noticeItems, notices } from '@/db/schema/reviews';
import type { ImportRow } from '@/features/awards/check';
import { lockListed } from '@/features/awards/locks';
import {
  findBannedFirm,
  findPublishable,
  nextOnNotice,
  publiciseList,
  takeRowOff,
  unpublishList,
  type PublishRefusal,
  type WithdrawRefusal,
} from '@/features/awards/notice-commands';
import { warnOfBudget } from '@/features/budget/warning-commands';
import { notify } from '@/features/notifications/commands';
import type { Version } from '@/features/programmes/queries';
import { chunkRows } from '@/features/tables/limits';
import { maskCreditCode } from '@/lib/mask';
import { paths } from '@/lib/paths';
import { done, refused, repeated, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { nextReference } from '@/server/references';
import type { publishListInput, takeOffInput, withdrawListInput } from './input';
import { commonOf, tellListed } from './list-mails';
import { noticeTerm } from './queries';

type NoticeRow = typeof notices.$inferSelect;

/** Returns the running notice of a list, for somebody who publishes it a second time. */
async function noticeOf({ tx }: Pick<Grant, 'tx'>, importId: string): Promise<NoticeRow> {
  const [notice] = await tx
    .select()
    .from(notices)
    .where(and(eq(notices.awardImportId, importId), isNull(notices.withdrawnAt)));
  if (!notice) throw new Error(`The list ${importId} is on no notice.`);
  return notice;
}

/**
 * Puts a list that was proposed on public notice, as the decision of the second person. What the public sees is stored and does
 * not change afterwards, every amount is promised, and nothing is issued before the notice has ended.
 */
export async function publishList(
  grant: Grant<'award.release'>,
  input: z.output<typeof publishListInput>,
): Promise<Outcome<{ id: string; importId: string }, PublishRefusal>> {
  const { tx, actor, now } = grant;
  const found = await findPublishable(grant, input.importId);
  if (!found.ok) return found;
  const { list, version } = found.value;
  if (found.repeated) {
    return repeated({ id: (await noticeOf(grant, list.id)).id, importId: list.id });
  }
  const { endsAt, workingDays } = await noticeTerm(grant, [list.versionId]);
  const published = await publiciseList(grant, list, endsAt);
  if (!published.ok) return published;
  const [notice] = await tx
    .insert(notices)
    .values({
      cityId: list.cityId,
      programmeId: list.programmeId,
      awardImportId: list.id,
      reference: await nextReference(tx, list.cityId, 'GS'),
      publishedBy: userOf(actor),
      publishedAt: now,
      endsAt,
      workingDays,
    })
    .returning();
  if (!notice) throw new Error('The notice was not written.');
  const put = await putListOn(grant, notice, { list, version });
  if (!put.ok) return put;
  await grant.record({
    action: 'notice.published',
    subject: { kind: 'notice', id: notice.id },
    data: {
      notice: notice.reference,
      reference: list.reference,
      rows: list.readyCount,
      ends: endsAt.toISOString(),
    },
  });
  await warnOfBudget(grant, { programmeId: list.programmeId, poolId: list.programmeId });
  return done({ id: notice.id, importId: list.id });
}

/** Writes the lines of the notice and tells the firms, piece by piece. A firm that was banned meanwhile stops all of it. */
async function putListOn(
  grant: Grant<'award.release'>,
  notice: NoticeRow,
  { list, version }: { list: ImportRow; version: Version },
): Promise<Outcome<null, 'line_banned'>> {
  const { tx } = grant;
  const common = await commonOf(tx, list, paths.notice(notice.id));
  for (let after = 0; ;) {
    const rows = await nextOnNotice(tx, list, after);
    const last = rows.at(-1);
    if (!last) return done(null);
    const banned = await findBannedFirm(grant, { list, version }, rows);
    if (banned) return banned;
    await tx.insert(noticeItems).values(
      rows.map((row) => ({
        noticeId: notice.id,
        cityId: list.cityId,
        awardRowId: row.id,
        organisationName: row.firm?.name ?? row.name,
        creditCodeMasked: maskCreditCode(row.creditCode),
        amountFen: row.amountFen,
      })),
    );
    const values = { ...common, ends: notice.endsAt.toISOString() };
    await tellListed(tx, 'award_publicised', rows, values);
    after = last.line;
  }
}

/** Withdraws the notice of a list, with a reason that everybody reads, and tells the firms on it and whoever proposed it. */
export async function withdrawList(
  grant: Grant<'award.release'>,
  input: z.output<typeof withdrawListInput>,
): Promise<Outcome<{ importId: string }, WithdrawRefusal>> {
  const { tx, actor, now } = grant;
  const withdrawn = await unpublishList(grant, input);
  if (!withdrawn.ok) return withdrawn;
  const list = withdrawn.value;
  const notice = await noticeOf(grant, list.id);
  const named = await tx
    .update(noticeItems)
    .set({ outcome: 'withdrawn' })
    .where(
      and(
        eq(noticeItems.noticeId, notice.id),
        inArray(noticeItems.outcome, ['pending', 'cleared']),
      ),
    )
    .returning({ rowId: noticeItems.awardRowId });
  await tx
    .update(notices)
    .set({
      withdrawnAt: now,
      withdrawnBy: userOf(actor),
      withdrawalReason: input.reason,
      closedAt: now,
    })
    .where(eq(notices.id, notice.id));
  const common = await commonOf(tx, list, paths.notice(notice.id));
  for (let at = 0; at < named.length; at += chunkRows) {
    const ids = named.slice(at, at + chunkRows).flatMap(({ rowId }) => rowId ?? []);
    const rows = await tx.select().from(awardRows).where(inArray(awardRows.id, ids));
    await tellListed(tx, 'award_notice_withdrawn', rows, { ...common, reason: input.reason });
  }
  const proposer = { cityId: list.cityId, roles: ['manager', 'finance'] as const };
  await notify(tx, { ...proposer, only: list.proposedBy }, 'awards_declined', {
    reference: list.reference,
    reason: input.reason,
    path: paths.city.awardList(list.id),
  });
  return done({ importId: list.id });
}

type TakeOffRefusal =
  'row_unknown' | 'not_on_notice' | 'objection_open' | 'same_person' | 'state_changed';

/**
 * Takes one row off a list on notice, with a reason: such as when its firm was banned since. A row that somebody objects to
 * comes off by the decision on the objection.
 */
export async function takeOffListed(
  grant: Grant<'award.release'>,
  input: z.output<typeof takeOffInput>,
): Promise<Outcome<{ importId: string }, TakeOffRefusal>> {
  const { tx, actor } = grant;
  const found = await lockListed(tx, cityOf(actor), input.rowId);
  if (!found) return refused('row_unknown');
  const { list, row } = found;
  if (list.proposedBy === userOf(actor)) return refused('same_person');
  if (row.state === 'objected') return refused('objection_open');
  if (row.state !== 'publicised') return refused('not_on_notice');
  const taken = await takeRowOff(grant, found, {
    transition: 'takeOff',
    action: 'award.row_taken_off',
    reason: input.reason,
  });
  if (!taken.ok) return taken;
  await closeLine(grant, found, input.reason);
  return done({ importId: list.id });
}

/** Writes on the notice that a row of its list is not issued, and tells the firm why. */
export async function closeLine(
  { tx }: Pick<Grant, 'tx'>,
  { list, row }: NonNullable<Awaited<ReturnType<typeof lockListed>>>,
  reason: string,
): Promise<void> {
  const notice = await noticeOf({ tx }, list.id);
  await tx
    .update(noticeItems)
    .set({ outcome: 'refused' })
    .where(and(eq(noticeItems.noticeId, notice.id), eq(noticeItems.awardRowId, row.id)));
  const common = await commonOf(tx, list, paths.notice(notice.id));
  await tellListed(tx, 'award_taken_off', [row], { ...common, reason });
}
