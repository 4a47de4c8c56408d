import 'server-only';
import { and, asc, count, desc, eq, gt, lt, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { applications } from '@/db/schema/applications';
import { users } from '@/db/schema/people';
import { sampleLines, samples, soleDecisions } from '@/db/schema/samples';
import { programmeTitles } from '@/features/programmes/queries';
import type { Bilingual } from '@/lib/bilingual';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import type { Fen } from '@/lib/money';
import { isId } from '@/lib/query';
import { cityOf, userOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { uncovered } from './commands';

export type Uncovered = { programmeId: string; title: Bilingual | undefined; decisions: number };

export type Sample = {
  id: string;
  title: Bilingual | undefined;
  number: number;
  seed: string;
  percent: number;
  decisions: number;
  drawn: number;
  checked: number;
  findings: number;
  drawnBy: string;
  drawnAt: Date;
};

export type SampleLine = {
  decisionId: string;
  applicationId: string;
  reference: string;
  amountFen: Fen;
  decidedBy: string;
  at: Date;
  isDrawn: boolean;
  outcome: 'in_order' | 'finding' | null;
  reason: string | null;
  checkedBy: string | null;
  /** Whether the reader took this decision, and so cannot check it. */
  mine: boolean;
};

export type SampleDesk = { open: Uncovered[]; rows: Sample[]; nextCursor: string | null };

const drawer = alias(users, 'drawer');
const decider = alias(users, 'decider');
const checker = alias(users, 'checker');

const checkedOf = sql<number>`(select count(*)::int from ${sampleLines} l
  where l.sample_id = ${samples.id} and l.outcome is not null)`;
const findingsOf = sql<number>`(select count(*)::int from ${sampleLines} l
  where l.sample_id = ${samples.id} and l.outcome = 'finding')`;

async function samplesOf(
  tx: Tx,
  actor: Actor<'sample.read'>,
  fits: Parameters<typeof and>[0],
): Promise<Sample[]> {
  const rows = await tx
    .select({ sample: samples, checked: checkedOf, findings: findingsOf, drawnBy: drawer.name })
    .from(samples)
    .leftJoin(drawer, eq(drawer.id, samples.drawnBy))
    .where(and(eq(samples.cityId, cityOf(actor)), fits))
    .orderBy(desc(samples.id))
    .limit(pageSize + 1);
  const titles = await programmeTitles(
    tx,
    rows.map(({ sample }) => sample.programmeId),
  );
  return rows.map(({ sample, drawnBy, ...counts }) => ({
    ...counts,
    id: sample.id,
    title: titles.get(sample.programmeId),
    number: sample.number,
    seed: sample.seed,
    percent: sample.percent,
    decisions: sample.decisions,
    drawn: sample.drawn,
    drawnBy: drawnBy ?? '',
    drawnAt: sample.drawnAt,
  }));
}

/** Lists the programmes with decisions that no sample has covered, and a page of the city's samples, the newest first. */
export function getSampleDesk(
  actor: Actor<'sample.read'>,
  cursor: string | undefined,
): Promise<SampleDesk> {
  return inScope(actor, async ({ tx }) => {
    const open = await tx
      .select({ programmeId: soleDecisions.programmeId, decisions: count() })
      .from(soleDecisions)
      .where(and(eq(soleDecisions.cityId, cityOf(actor)), uncovered))
      .groupBy(soleDecisions.programmeId)
      .orderBy(asc(soleDecisions.programmeId))
      .limit(100);
    const titles = await programmeTitles(
      tx,
      open.map(({ programmeId }) => programmeId),
    );
    const before = decodeIdCursor(cursor);
    const found = await samplesOf(tx, actor, before ? lt(samples.id, before) : undefined);
    return {
      open: open.map((row) => ({ ...row, title: titles.get(row.programmeId) })),
      ...pageOf(found, pageSize, ({ id }) => [id]),
    };
  });
}

export type SampleView = { sample: Sample; lines: SampleLine[]; nextCursor: string | null };

/** Loads one sample with a page of the decisions that it was drawn from. */
export function getSample(
  actor: Actor<'sample.read'>,
  id: string,
  cursor: string | undefined,
): Promise<SampleView | undefined> {
  if (!isId(id)) return Promise.resolve(undefined);
  return inScope(actor, async ({ tx }) => {
    const [sample] = await samplesOf(tx, actor, eq(samples.id, id));
    if (!sample) return undefined;
    const after = decodeIdCursor(cursor);
    const lines = await linesOf(tx, actor, id, after);
    return { sample, lines: lines.rows, nextCursor: lines.nextCursor };
  });
}

async function linesOf(
  tx: Tx,
  actor: Actor<'sample.read'>,
  sampleId: string,
  after: string | undefined,
) {
  const rows = await tx
    .select({
      decisionId: soleDecisions.id,
      applicationId: soleDecisions.applicationId,
      reference: applications.reference,
      amountFen: soleDecisions.amountFen,
      decidedBy: decider.name,
      at: soleDecisions.at,
      isDrawn: sampleLines.isDrawn,
      outcome: sampleLines.outcome,
      reason: sampleLines.reason,
      checkedBy: checker.name,
      reviewerId: sampleLines.reviewerId,
    })
    .from(sampleLines)
    .innerJoin(soleDecisions, eq(soleDecisions.id, sampleLines.decisionId))
    .innerJoin(applications, eq(applications.id, soleDecisions.applicationId))
    .leftJoin(decider, eq(decider.id, sampleLines.reviewerId))
    .leftJoin(checker, eq(checker.id, sampleLines.checkedBy))
    .where(
      and(
        eq(sampleLines.sampleId, sampleId),
        eq(sampleLines.cityId, cityOf(actor)),
        after ? gt(sampleLines.decisionId, after) : undefined,
      ),
    )
    .orderBy(asc(sampleLines.decisionId))
    .limit(pageSize + 1);
  const page = pageOf(rows, pageSize, ({ decisionId }) => [decisionId]);
  return {
    nextCursor: page.nextCursor,
    rows: page.rows.map(({ reviewerId, ...row }) => ({
      ...row,
      reference: row.reference ?? '',
      decidedBy: row.decidedBy ?? '',
      mine: reviewerId === userOf(actor),
    })),
  };
}
