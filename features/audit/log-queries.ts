import 'server-only';
import { and, asc, desc, eq, gte, inArray, lt, or, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { applications } from '@/db/schema/applications';
import { auditEvents } from '@/db/schema/audit';
import { mandates } from '@/db/schema/mandates';
import { organisations } from '@/db/schema/people';
import { programmeVersions } from '@/db/schema/programmes';
import { vouchers } from '@/db/schema/vouchers';
import { addDays, startOfDay } from '@/lib/dates';
import { day, idCursor, search, type FilterBounds } from '@/lib/input/filter';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import type { Named } from '@/lib/organisation-name';
import { subjectKinds, type SubjectKind } from '@/lib/subject-messages';
import { authorityOf, cityOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { everyWord } from '@/server/search';
import { findSubjects, referencedTables, subjectKey, type Subject } from '@/server/subjects';
import { auditActions } from './messages';
import { eventColumns, type AuditEvent } from './queries';
import type { Authority } from '@/lib/permissions';

type Action = keyof ReturnType<typeof auditActions>;
export const kindsOfSubjects = Object.keys(subjectKinds('en')) as [SubjectKind, ...SubjectKind[]];
export const actionsOnRecord = Object.keys(auditActions('en')) as [Action, ...Action[]];

/** The filter in the address of the page and of its file. */
export const auditFilter = z.object({
  q: search(),
  kind: z.enum(kindsOfSubjects).optional(),
  action: z.enum(actionsOnRecord).optional(),
  /** The agency that acted. */
  agency: z.uuid().optional(),
  from: day(),
  to: day(),
  cursor: idCursor(),
});
export type AuditFilter = z.output<typeof auditFilter>;
export const auditBounds: FilterBounds = { ranges: [['from', 'to']] };

/** An event with what it is about and the organisation concerned. */
export type AuditRow = AuditEvent & { subject: Subject | null; organisation: Named | null };
export type AuditPage = { rows: AuditRow[]; nextCursor: string | null };

/** The numbers and names that an event carries itself. */
const searched = sql`coalesce(${applications.searchText}, '') || ' ' || ${auditEvents.actorSearch}`;

/** Returns the ids of what has every word of the search in its number. */
const numbered = (tx: Tx, table: (typeof referencedTables)[number], cityId: string, q: string) =>
  tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.cityId, cityId), everyWord(q, sql`app.search_text(${table.reference})`)));

/** Returns the condition that an event, or what it is about, has every word of the search in its numbers and names. */
function found(tx: Tx, cityId: string, q: string): SQL | undefined {
  const ofVouchers = tx
    .select({ id: vouchers.id })
    .from(vouchers)
    .where(and(eq(vouchers.cityId, cityId), everyWord(q, sql`lower(${vouchers.code})`)));
  const named = tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(everyWord(q, sql`${organisations.searchText}`));
  return or(
    everyWord(q, searched),
    inArray(auditEvents.voucherId, ofVouchers),
    inArray(auditEvents.organisationId, named),
    ...referencedTables.map((table) =>
      inArray(auditEvents.subjectId, numbered(tx, table, cityId, q)),
    ),
  );
}

/** Returns the ids of the mandates that an agency has or had. */
const mandatesOf = (tx: Tx, agency: string) =>
  tx.select({ id: mandates.id }).from(mandates).where(eq(mandates.operatorId, agency));

type Place = { before: string | undefined; limit: number };

async function readEvents(
  tx: Tx,
  { cityId, role }: { cityId: string; role: Authority },
  { q, kind, action, agency, from, to }: AuditFilter,
  { before, limit }: Place,
): Promise<AuditRow[]> {
  const rows = await tx
    .select({
      ...eventColumns,
      subjectKind: auditEvents.subjectKind,
      subjectId: auditEvents.subjectId,
      organisation: { name: organisations.name, nameEn: organisations.nameEn },
    })
    .from(auditEvents)
    .leftJoin(applications, eq(applications.id, auditEvents.applicationId))
    .leftJoin(programmeVersions, eq(programmeVersions.id, auditEvents.versionId))
    .leftJoin(organisations, eq(organisations.id, auditEvents.organisationId))
    .where(
      and(
        eq(auditEvents.cityId, cityId),
        q ? found(tx, cityId, q) : undefined,
        kind ? eq(auditEvents.subjectKind, kind) : undefined,
        action ? eq(auditEvents.action, action) : undefined,
        agency ? inArray(auditEvents.mandateId, mandatesOf(tx, agency)) : undefined,
        from ? gte(auditEvents.at, startOfDay(from)) : undefined,
        to ? lt(auditEvents.at, startOfDay(addDays(to, 1))) : undefined,
        before ? lt(auditEvents.id, before) : undefined,
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(limit);
  const refs = rows.map(({ subjectKind, subjectId }) => ({ kind: subjectKind, id: subjectId }));
  const subjects = await findSubjects(tx, role, refs);
  return rows.map(({ subjectKind, subjectId, ...row }) => ({
    ...row,
    subject: subjects.get(subjectKey({ kind: subjectKind, id: subjectId })) ?? null,
  }));
}

const placeOf = (actor: Actor) => ({ cityId: cityOf(actor), role: authorityOf(actor) });

/** Lists a page of the city's events, the newest first. */
export const listAudit = (actor: Actor<'audit.read'>, filter: AuditFilter): Promise<AuditPage> =>
  inScope(actor, async ({ tx }) => {
    const before = decodeIdCursor(filter.cursor);
    const rows = await readEvents(tx, placeOf(actor), filter, { before, limit: pageSize + 1 });
    return pageOf(rows, pageSize, (row) => [row.id]);
  });

/** Lists the agencies that act or acted for the city, to choose from. */
export const listAgencies = (actor: Actor<'audit.read'>): Promise<(Named & { id: string })[]> =>
  inScope(actor, ({ tx }) =>
    tx
      .selectDistinct({
        id: organisations.id,
        name: organisations.name,
        nameEn: organisations.nameEn,
      })
      .from(mandates)
      .innerJoin(organisations, eq(organisations.id, mandates.operatorId))
      .where(eq(mandates.cityId, cityOf(actor)))
      .orderBy(asc(organisations.name))
      .limit(100),
  );

const rowsAtOnce = 1_000;

/** Reads all events that fit the filter, the newest first, some at a time, so that a long record needs little memory. */
export async function* readAudit(
  actor: Actor<'audit.read'>,
  filter: AuditFilter,
): AsyncGenerator<AuditRow> {
  for (let before: string | undefined; ;) {
    const place = { before, limit: rowsAtOnce };
    const rows = await inScope(actor, ({ tx }) => readEvents(tx, placeOf(actor), filter, place));
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < rowsAtOnce) return;
    before = last.id;
  }
}
