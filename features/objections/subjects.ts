import 'server-only';
import { and, eq } from 'drizzle-orm';
import { applications } from '@/db/schema/applications';
import type { noticeItems, objections } from '@/db/schema/reviews';
import { aboutCase, advanceCase, type CaseRow } from '@/features/applications/case-state';
import { lockListed } from '@/features/awards/locks';
import { aboutListed, moveListed, takeRowOff } from '@/features/awards/notice-commands';
import { closeLine } from '@/features/notices/list-commands';
import { markLine } from '@/features/notices/commands';
import { lockCase, notifyOfRefusal, refusalOf } from '@/features/reviews/case-steps';
import { mayResolve } from '@/features/reviews/domain/acts';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { mayResolveListed } from './domain/may-resolve';

/** What an objection is about: a case, or one row of a list of awards without application. */
type Line = Pick<typeof noticeItems.$inferSelect, 'id' | 'cityId' | 'applicationId' | 'awardRowId'>;
type Objection = typeof objections.$inferSelect;
type Listed = NonNullable<Awaited<ReturnType<typeof lockListed>>>;
export type Subject = { kind: 'case'; row: CaseRow } | ({ kind: 'row' } & Listed);

/** Records that somebody objects to the line. @returns false where no objection is possible any more */
export async function objectTo(
  grant: Grant<'objection.file'>,
  line: Line,
  reference: string,
): Promise<boolean> {
  return line.awardRowId === null
    ? objectToCase(grant, line, reference)
    : objectToRow(grant, line.cityId, line.awardRowId, reference);
}

async function objectToCase(grant: Grant<'objection.file'>, line: Line, reference: string) {
  const [row] = await grant.tx
    .select()
    .from(applications)
    .where(and(eq(applications.id, line.applicationId ?? ''), eq(applications.cityId, line.cityId)))
    .for('update');
  const event = { action: 'application.objected' as const, data: { objection: reference } };
  if (row?.state === 'objected') {
    await grant.record({ ...aboutCase(row), ...event });
    return true;
  }
  if (row?.state !== 'publicised') return false;
  return (await advanceCase(grant, row, { transition: 'object', ...event })).ok;
}

async function objectToRow(
  grant: Grant<'objection.file'>,
  cityId: string,
  rowId: string,
  reference: string,
) {
  const found = await lockListed(grant.tx, cityId, rowId);
  const event = { action: 'award.objected' as const, data: { objection: reference } };
  if (found?.row.state === 'objected') {
    const about = aboutListed(found.list, found.row);
    await grant.record({ ...about, ...event, data: { ...about.data, ...event.data } });
    return true;
  }
  if (found?.row.state !== 'publicised') return false;
  return (await moveListed(grant, found, { transition: 'object', ...event })).ok;
}

/** Locks what the objection is about, as all commands do before they look at its objections. */
export async function lockSubject(
  grant: Grant<'objection.resolve'>,
  { applicationId, awardRowId }: Pick<Objection, 'applicationId' | 'awardRowId'>,
): Promise<Subject | undefined> {
  if (awardRowId !== null) {
    const found = await lockListed(grant.tx, cityOf(grant.actor), awardRowId);
    return found && { kind: 'row', ...found };
  }
  const row = applicationId === null ? undefined : await lockCase(grant, applicationId);
  return row && { kind: 'case', row };
}

/** Returns whether the user made none of the decisions that the objection is about. */
export const isImpartial = (subject: Subject, userId: string): boolean =>
  subject.kind === 'case'
    ? mayResolve(subject.row, userId)
    : mayResolveListed(subject.list, userId);

type Data = { objection: string; resolution: string; noConflict: string };

/** Records a dismissal. With the last open objection the line goes back on its notice. */
export async function dismiss(
  grant: Grant<'objection.resolve'>,
  subject: Subject,
  { lineId, last, data }: { lineId: string; last: boolean; data: Data },
): Promise<Outcome<null, 'state_changed'>> {
  const step = { transition: 'dismissObjection' as const, data };
  if (subject.kind === 'case') {
    const action = 'objection.dismissed';
    if (!last) await grant.record({ ...aboutCase(subject.row), action, data });
    const moved = last && (await advanceCase(grant, subject.row, { ...step, action }));
    if (moved && !moved.ok) return moved;
  } else {
    const action = 'award.objection_dismissed';
    const about = aboutListed(subject.list, subject.row);
    if (!last) await grant.record({ ...about, action, data: { ...about.data, ...data } });
    const moved = last && (await moveListed(grant, subject, { ...step, action }));
    if (moved && !moved.ok) return moved;
  }
  if (last) await markLine(grant, lineId, 'pending');
  return done(null);
}

/** Refuses the award that was objected to, and tells the firm why. */
export async function uphold(
  grant: Grant<'objection.resolve'>,
  subject: Subject,
  { lineId, data }: { lineId: string; data: Data },
): Promise<Outcome<null, 'state_changed'>> {
  if (subject.kind === 'row') {
    const taken = await takeRowOff(grant, subject, {
      transition: 'upholdObjection',
      action: 'award.objection_upheld',
      reason: data.resolution,
      data,
    });
    if (!taken.ok) return taken;
    await closeLine(grant, subject, data.resolution);
    return done(null);
  }
  const { row } = subject;
  const refusal = await refusalOf(grant, row, data.resolution);
  const moved = await advanceCase(grant, row, {
    transition: 'upholdObjection',
    action: 'objection.upheld',
    set: refusal.set,
    data,
  });
  if (!moved.ok) return moved;
  await markLine(grant, lineId, 'refused');
  await notifyOfRefusal(grant, row, data.resolution, refusal);
  return done(null);
}

/** Returns a refusal where there is nothing to resolve, or the user may not do it. */
export function checkSubject(
  subject: Subject | undefined,
  userId: string,
): Outcome<Subject, 'objection_unknown' | 'same_person'> {
  if (!subject) return refused('objection_unknown');
  return isImpartial(subject, userId) ? done(subject) : refused('same_person');
}
