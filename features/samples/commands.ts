import 'server-only';
import { randomBytes } from 'node:crypto';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { applications } from '@/db/schema/applications';
import { programmes } from '@/db/schema/programmes';
import { sampleLines, samples, soleDecisions } from '@/db/schema/samples';
import { notify } from '@/features/notifications/commands';
import { programmeTitles } from '@/features/programmes/queries';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { lockInCity } from '@/server/rows';
import { drawSample, samplePercent } from './draw';
import type * as inputs from './input';

/** How many lines one statement writes. */
const atOnce = 1_000;

/** Matches decisions that no sample has covered yet. */
export const uncovered = sql`not exists (select 1 from ${sampleLines} l
  where l.decision_id = ${soleDecisions.id})`;

/** Writes which decisions a sample covers, and which of them are drawn. */
async function writeLines(
  { tx }: Pick<Grant, 'tx'>,
  { id: sampleId, cityId }: typeof samples.$inferSelect,
  decisions: readonly (typeof soleDecisions.$inferSelect)[],
  chosen: ReadonlySet<string>,
): Promise<void> {
  for (let at = 0; at < decisions.length; at += atOnce) {
    await tx.insert(sampleLines).values(
      decisions.slice(at, at + atOnce).map(({ id, applicationId, reviewerId }) => ({
        sampleId,
        decisionId: id,
        cityId,
        reviewerId,
        isDrawn: chosen.has(applicationId),
      })),
    );
  }
}

/**
 * Draws a sample of the decisions that officers took alone since the last one. The seed is random and written first, then the
 * draw follows from it and from the ids of the cases alone. What a sample has covered is never drawn from again, so that nobody
 * can draw until the result suits.
 */
export async function takeSample(
  grant: Grant<'sample.draw'>,
  input: z.output<typeof inputs.drawSampleInput>,
): Promise<Outcome<{ id: string }, 'programme_unknown' | 'sample_empty'>> {
  const { tx, actor, now, record } = grant;
  const cityId = cityOf(actor);
  const programme = await lockInCity(grant, programmes, input.programmeId);
  if (!programme) return refused('programme_unknown');
  const decisions = await tx
    .select()
    .from(soleDecisions)
    .where(
      and(eq(soleDecisions.programmeId, programme.id), eq(soleDecisions.cityId, cityId), uncovered),
    )
    .orderBy(asc(soleDecisions.id));
  if (decisions.length === 0) return refused('sample_empty');
  const seed = randomBytes(16).toString('hex');
  await record({
    action: 'sample.seeded',
    subject: { kind: 'programme', id: programme.id },
    data: { seed, decisions: decisions.length, percent: samplePercent },
  });
  const cases = new Set(decisions.map(({ applicationId }) => applicationId));
  const chosen = new Set(drawSample(seed, [...cases]));
  const drawn = decisions.filter(({ applicationId }) => chosen.has(applicationId)).length;
  const [last] = await tx
    .select({ number: samples.number })
    .from(samples)
    .where(eq(samples.programmeId, programme.id))
    .orderBy(desc(samples.number))
    .limit(1);
  const number = (last?.number ?? 0) + 1;
  const [sample] = await tx
    .insert(samples)
    .values({
      cityId,
      programmeId: programme.id,
      number,
      seed,
      percent: samplePercent,
      decisions: decisions.length,
      drawn,
      drawnBy: userOf(actor),
      drawnAt: now,
    })
    .returning();
  if (!sample) throw new Error('The sample was not written.');
  await writeLines(grant, sample, decisions, chosen);
  await record({
    action: 'sample.drawn',
    subject: { kind: 'sample', id: sample.id },
    data: { seed, decisions: decisions.length, drawn },
  });
  const title = (await programmeTitles(tx, [programme.id])).get(programme.id);
  await notify(tx, { cityId, roles: ['approver'] }, 'sample_drawn', {
    programme: title?.['zh-CN'] ?? '',
    programmeEn: title?.en ?? '',
    count: drawn.toString(),
    path: paths.city.sample(sample.id),
  });
  return done({ id: sample.id });
}

type CheckRefusal = 'sample_unknown' | 'sample_checked' | 'same_person';

/** Writes the result of the check of one drawn decision, by another officer than the one who took it. */
async function check(
  grant: Grant<'sample.check'>,
  decisionId: string,
  outcome: 'in_order' | 'finding',
  reason: string | null,
): Promise<Outcome<{ id: string }, CheckRefusal>> {
  const { tx, actor, now, record } = grant;
  const cityId = cityOf(actor);
  const [line] = await tx
    .select()
    .from(sampleLines)
    .where(
      and(
        eq(sampleLines.decisionId, decisionId),
        eq(sampleLines.cityId, cityId),
        eq(sampleLines.isDrawn, true),
      ),
    )
    .for('update');
  if (!line) return refused('sample_unknown');
  if (line.outcome !== null) return refused('sample_checked');
  if (line.reviewerId === userOf(actor)) return refused('same_person');
  await tx
    .update(sampleLines)
    .set({ outcome, reason, checkedBy: userOf(actor), checkedAt: now })
    .where(eq(sampleLines.decisionId, decisionId));
  const [about] = await tx
    .select({
      applicationId: soleDecisions.applicationId,
      reference: applications.reference,
      organisationId: applications.organisationId,
      versionId: applications.versionId,
    })
    .from(soleDecisions)
    .innerJoin(applications, eq(applications.id, soleDecisions.applicationId))
    .where(eq(soleDecisions.id, decisionId));
  if (!about) throw new Error(`No case of decision ${decisionId}.`);
  const { reference, ...subject } = about;
  await record({
    action: outcome === 'in_order' ? 'sample.confirmed' : 'sample.finding',
    subject: { kind: 'sample', id: line.sampleId },
    ...subject,
    data: { reference: reference ?? '', ...(reason !== null && { reason }) },
  });
  if (outcome === 'finding') {
    await notify(tx, { cityId, roles: ['manager'] }, 'sample_finding', {
      reference: reference ?? '',
      reason: reason ?? '',
      path: paths.city.case(about.applicationId),
    });
  }
  return done({ id: line.sampleId });
}

/** Records that a decision taken alone was found in order. */
export const confirmDecision = (
  grant: Grant<'sample.check'>,
  input: z.output<typeof inputs.confirmDecisionInput>,
) => check(grant, input.decisionId, 'in_order', null);

/** Records what was found wrong with a decision taken alone, and tells those who run the programme. */
export const reportFinding = (
  grant: Grant<'sample.check'>,
  input: z.output<typeof inputs.reportFindingInput>,
) => check(grant, input.decisionId, 'finding', input.reason);
