import 'server-only';
import { and, asc, desc, eq, gte, lt, lte, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { mandates } from '@/db/schema/mandates';
import { cities, organisations, users } from '@/db/schema/people';
import { eventColumns, type AuditEvent } from '@/features/audit/queries';
import { applications } from '@/db/schema/applications';
import { auditEvents } from '@/db/schema/audit';
import { programmeVersions } from '@/db/schema/programmes';
import type { Bilingual } from '@/lib/bilingual';
import { shanghaiDate, type IsoDate } from '@/lib/dates';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import type { Named } from '@/lib/organisation-name';
import type { MandateRight } from '@/lib/permissions';
import { cityOf, organisationOf, userOf, type Actor } from '@/server/actor';
import { inScope, type Reading } from '@/server/scope';
import { standingOf, type Standing } from './domain/standing';

type Step = { name: string; at: Date };

export type MandateSummary = {
  id: string;
  agency: Named;
  bureau: Bilingual;
  city: Bilingual;
  number: string;
  agreedOn: IsoDate;
  rights: readonly MandateRight[];
  firstOn: IsoDate;
  lastOn: IsoDate;
  standing: Standing;
};

export type MandateDetail = MandateSummary & {
  creditCode: string;
  proposed: Step;
  decided: Step | null;
  ended: Step | null;
  answer: string | null;
  endReason: string | null;
  /** Whether the reader proposed it, so that somebody else must decide on it. */
  mine: boolean;
};

const proposer = alias(users, 'proposer');
const decider = alias(users, 'decider');
const ender = alias(users, 'ender');

const columns = {
  mandate: mandates,
  agency: { name: organisations.name, nameEn: organisations.nameEn },
  creditCode: organisations.creditCode,
  city: cities,
  proposedBy: proposer.name,
  decidedBy: decider.name,
  endedBy: ender.name,
};

const select = ({ tx }: Reading, fits: SQL | undefined) =>
  tx
    .select(columns)
    .from(mandates)
    .innerJoin(organisations, eq(organisations.id, mandates.operatorId))
    .innerJoin(cities, eq(cities.id, mandates.cityId))
    .leftJoin(proposer, eq(proposer.id, mandates.proposedBy))
    .leftJoin(decider, eq(decider.id, mandates.decidedBy))
    .leftJoin(ender, eq(ender.id, mandates.endedBy))
    .where(fits);

type Row = Awaited<ReturnType<typeof select>>[number];

const summaryOf = ({ mandate, agency, city }: Row, now: Date): MandateSummary => ({
  id: mandate.id,
  agency,
  bureau: { 'zh-CN': city.bureauZh, en: city.bureauEn },
  city: { 'zh-CN': city.nameZh, en: city.nameEn },
  number: mandate.number,
  agreedOn: mandate.agreedOn,
  rights: mandate.rights,
  firstOn: mandate.firstOn,
  lastOn: mandate.lastOn,
  standing: standingOf(mandate, shanghaiDate(now)),
});

/** Lists the mandates that the city has proposed or given, the newest first. */
export function listMandates(
  actor: Actor<'mandate.read'>,
  cursor: string | undefined,
): Promise<{ rows: MandateSummary[]; nextCursor: string | null }> {
  return inScope(actor, async (reading) => {
    const before = decodeIdCursor(cursor);
    const fits = and(
      eq(mandates.cityId, cityOf(actor)),
      before ? lt(mandates.id, before) : undefined,
    );
    const found = await select(reading, fits)
      .orderBy(desc(mandates.id))
      .limit(pageSize + 1);
    const page = pageOf(found, pageSize, ({ mandate }) => [mandate.id]);
    return {
      nextCursor: page.nextCursor,
      rows: page.rows.map((row) => summaryOf(row, reading.now)),
    };
  });
}

const stepOf = (name: string | null, at: Date | null): Step | null =>
  at && { name: name ?? '', at };

/** Loads a mandate of the city. */
export function getMandate(
  actor: Actor<'mandate.read'>,
  id: string,
): Promise<MandateDetail | undefined> {
  return inScope(actor, async (reading) => {
    const fits = and(eq(mandates.id, id), eq(mandates.cityId, cityOf(actor)));
    const [row] = await select(reading, fits);
    if (!row) return undefined;
    const { mandate } = row;
    return {
      ...summaryOf(row, reading.now),
      creditCode: row.creditCode,
      proposed: { name: row.proposedBy ?? '', at: mandate.proposedAt },
      decided: stepOf(row.decidedBy, mandate.decidedAt),
      ended: stepOf(row.endedBy, mandate.endedAt),
      answer: mandate.answer,
      endReason: mandate.endReason,
      mine: mandate.proposedBy === userOf(actor),
    };
  });
}

/** Lists what was done under a mandate of the city, the newest first. */
export function listDoneUnder(
  actor: Actor<'mandate.read'>,
  mandateId: string,
  cursor: string | undefined,
): Promise<{ rows: AuditEvent[]; nextCursor: string | null }> {
  return inScope(actor, async ({ tx }) => {
    const before = decodeIdCursor(cursor);
    const found = await tx
      .select(eventColumns)
      .from(auditEvents)
      .leftJoin(applications, eq(applications.id, auditEvents.applicationId))
      .leftJoin(programmeVersions, eq(programmeVersions.id, auditEvents.versionId))
      .where(
        and(
          eq(auditEvents.cityId, cityOf(actor)),
          eq(auditEvents.mandateId, mandateId),
          before ? lt(auditEvents.id, before) : undefined,
        ),
      )
      .orderBy(desc(auditEvents.id))
      .limit(pageSize + 1);
    return pageOf(found, pageSize, (row) => [row.id]);
  });
}

/** Lists the confirmed mandates of the actor's own agency, those that end last first. */
export function listOwnMandates(actor: Actor<'operator.read'>): Promise<MandateSummary[]> {
  return inScope(actor, async (reading) => {
    const rows = await select(reading, eq(mandates.operatorId, organisationOf(actor)))
      .orderBy(desc(mandates.lastOn), desc(mandates.id))
      .limit(100);
    return rows
      .map((row) => summaryOf(row, reading.now))
      .filter(({ standing }) => standing !== 'proposed' && standing !== 'declined');
  });
}

export type ActingAgency = {
  agency: Named;
  bureau: Bilingual;
  rights: readonly MandateRight[];
  lastOn: IsoDate;
};

/** Lists the agencies that act for a city today: public. */
export function listActingAgencies(
  actor: Actor<'public.read'>,
  citySlug: string,
): Promise<ActingAgency[]> {
  return inScope(actor, async (reading) => {
    const today = shanghaiDate(reading.now);
    const fits = and(
      eq(cities.slug, citySlug),
      eq(mandates.state, 'confirmed'),
      lte(mandates.firstOn, today),
      gte(mandates.lastOn, today),
    );
    const rows = await select(reading, fits).orderBy(asc(mandates.id)).limit(20);
    return rows.map((row) => summaryOf(row, reading.now));
  });
}
