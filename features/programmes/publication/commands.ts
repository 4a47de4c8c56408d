import 'server-only';
import { and, eq, notInArray, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { programmes, programmeVersions, rounds } from '@/db/schema/programmes';
import { setBudget } from '@/features/ledger/budget-commands';
import { getPool } from '@/features/ledger/queries';
import { notify, notifyMany } from '@/features/notifications/commands';
import { atClock } from '@/lib/dates';
import type { TransitionOf } from '@/lib/lifecycle';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { advance } from '@/server/rows';
import { programmeLifecycle, versionLifecycle } from '../domain/lifecycle';
import type * as inputs from '../input';
import { openParts } from './pool-commands';
import { programmeTitles } from '../queries';
import { readinessOf, type PlannedRounds } from '../editor/readiness';
import {
  aboutVersion,
  fromDraft,
  storedForm,
  lockProgramme,
  lockVersion,
  titleOf,
  toDraft,
  type ProgrammeRow,
} from '../editor/version-row';
import type { AuditEntry } from '@/server/audit';

type Span = { opensAt: Date; closesAt: Date };
const spansOf = (planned: PlannedRounds): (Span & { number: number })[] =>
  planned.map(({ number, opensOn, opensAt, closesOn, closesAt }) => ({
    number,
    opensAt: atClock(opensOn, opensAt),
    closesAt: atClock(closesOn, closesAt),
  }));

/** Checks whether a planned round overlaps an existing round whose number is not in the plan. */
async function runsInto(tx: Tx, programmeId: string, spans: ReturnType<typeof spansOf>) {
  const others = await tx
    .select()
    .from(rounds)
    .where(
      and(
        eq(rounds.programmeId, programmeId),
        notInArray(
          rounds.number,
          spans.map(({ number }) => number),
        ),
      ),
    );
  return others.some((other) =>
    spans.some((span) => span.opensAt < other.closesAt && other.opensAt < span.closesAt),
  );
}

async function writeRounds(tx: Tx, programme: ProgrammeRow, spans: ReturnType<typeof spansOf>) {
  for (const span of spans) {
    const { opensAt, closesAt } = span;
    await tx
      .insert(rounds)
      .values({ programmeId: programme.id, cityId: programme.cityId, ...span })
      .onConflictDoUpdate({
        target: [rounds.programmeId, rounds.number],
        set: { opensAt, closesAt },
      });
  }
}

type PublishRefusal =
  | 'version_unknown'
  | 'same_person'
  | 'state_changed'
  | 'programme_closed'
  | 'not_ready'
  | 'rounds_in_the_way'
  | 'parts_over_budget';

/**
 * Publishes a proposed version: writes its rounds, fixes the questions of its application form (from its rules and the
 * programme's own), and sets the budget of the pool with a programme's first version. Rejects the person who prepared
 * or proposed the version. Running cases keep the version that they have.
 */
export async function publishVersion(
  grant: Grant<'programme.publish'>,
  input: z.output<typeof inputs.versionInput>,
): Promise<Outcome<{ id: string }, PublishRefusal>> {
  const { tx, actor, now } = grant;
  const found = await lockVersion(grant, input.versionId);
  if (!found) return refused('version_unknown');
  const { version, programme } = found;
  const me = userOf(actor);
  if (version.preparedBy === me || version.proposedBy === me) return refused('same_person');
  const next = versionLifecycle.next(version.state, 'publish');
  if (!next.ok) return next;
  if (programme.state === 'closed') return refused('programme_closed');
  const draft = toDraft(version);
  const pool = await getPool(tx, programme.id);
  const { ready, whole } = readinessOf(draft, pool?.budgetFen, storedForm(version));
  const { plannedBudgetFen } = fromDraft(draft);
  if (!ready || !whole) return refused('not_ready');
  const spans = spansOf(whole.rounds);
  if (await runsInto(tx, programme.id, spans)) return refused('rounds_in_the_way');
  await writeRounds(tx, programme, spans);
  if (!pool && plannedBudgetFen !== null) {
    const { id, cityId } = programme;
    const pool = { cityId, poolId: id, parentId: null, budgetFen: plannedBudgetFen };
    const opened = await setBudget(grant, pool);
    if (!opened.ok) throw new Error(`The first budget of ${id} was refused: ${opened.code}.`);
  }
  const parts = await openParts(grant, programme, whole.rules);
  if (!parts.ok) return parts;
  await tx
    .update(programmeVersions)
    .set({
      state: next.value,
      publishedBy: me,
      publishedAt: now,
      form: whole.form,
    })
    .where(eq(programmeVersions.id, version.id));
  const first = programmeLifecycle.next(programme.state, 'publish');
  await tx
    .update(programmes)
    .set({ currentVersionId: version.id, ...(first.ok && { state: first.value }) })
    .where(eq(programmes.id, programme.id));
  await grant.record({
    action: 'programme.published',
    ...aboutVersion(version),
    data: { slug: programme.slug, number: version.number },
  });
  const others = { cityId: programme.cityId, roles: ['manager'] as const, except: me };
  await notify(tx, others, 'version_published', {
    ...titleOf(draft, programme),
    number: String(version.number),
    path: paths.city.programme(programme.id),
  });
  return done({ id: programme.id });
}

/**
 * Notifies the organisations that have a draft of an application when a programme is suspended or resumed. A database
 * function finds them, because the city may not see who has drafts.
 */
async function tellDrafters({ tx }: Grant, programme: ProgrammeRow, step: Step): Promise<void> {
  if (step.transition === 'close') return;
  const holders = await tx.execute<{ organisation_id: string; application_id: string }>(
    sql`select * from app.draft_holders(${programme.id}::uuid)`,
  );
  const title = (await programmeTitles(tx, [programme.id])).get(programme.id);
  const values = {
    title: title?.['zh-CN'] ?? programme.slug,
    titleEn: title?.en ?? programme.slug,
    reason: step.reason ?? '',
  };
  const template = step.transition === 'suspend' ? 'programme_suspended' : 'programme_resumed';
  await notifyMany(
    tx,
    ['owner', 'member'],
    template,
    holders.map((holder) => ({
      organisationId: holder.organisation_id,
      values: { ...values, path: paths.startup.application(holder.application_id) },
    })),
  );
}

type Transition = Exclude<TransitionOf<typeof programmeLifecycle>, 'publish'>;
type Step = { transition: Transition; event: AuditEntry['action']; reason: string | null };

async function change(
  grant: Grant<'programme.publish'>,
  programmeId: string,
  step: Step,
): Promise<Outcome<{ id: string }, 'programme_unknown' | 'state_changed'>> {
  const programme = await lockProgramme(grant, programmeId);
  if (!programme) return refused('programme_unknown');
  const moved = await advance(grant, programmes, programme, {
    lifecycle: programmeLifecycle,
    transition: step.transition,
    set: { stateReason: step.reason },
    event: {
      action: step.event,
      subject: { kind: 'programme', id: programme.id },
      cityId: programme.cityId,
      versionId: programme.currentVersionId,
      data: { slug: programme.slug, ...(step.reason && { reason: step.reason }) },
    },
  });
  if (moved.ok) await tellDrafters(grant, programme, step);
  return moved;
}

/** Suspends a programme: nobody may begin an application until it is resumed. */
export const suspendProgramme = (
  grant: Grant<'programme.publish'>,
  { programmeId, reason }: z.output<typeof inputs.programmeReasonInput>,
) => change(grant, programmeId, { transition: 'suspend', event: 'programme.suspended', reason });

export const resumeProgramme = (
  grant: Grant<'programme.publish'>,
  { programmeId }: z.output<typeof inputs.programmeInput>,
) => change(grant, programmeId, { transition: 'resume', event: 'programme.resumed', reason: null });

/** Closes a programme for good; its awards stay in force. */
export const closeProgramme = (
  grant: Grant<'programme.publish'>,
  { programmeId, reason }: z.output<typeof inputs.programmeReasonInput>,
) => change(grant, programmeId, { transition: 'close', event: 'programme.closed', reason });
