import 'server-only';
import { and, desc, eq, lt, notInArray, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { applications, corrections, signOffs } from '@/db/schema/applications';
import { cities } from '@/db/schema/people';
import { rounds } from '@/db/schema/programmes';
import { listCaseEvents, type AuditEvent } from '@/features/audit/queries';
import type { Bilingual } from '@/lib/bilingual';
import {
  findProgramme,
  getVersion,
  programmeTitles,
  type Programme,
} from '@/features/programmes/queries';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import type { Fen } from '@/lib/money';
import { organisationOf, userOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { readKnown } from './domain/copy';
import { finalStates, type ApplicationState } from './domain/lifecycle';
import { listEarlier, readProfile, type EarlierCase } from './prefill';
import { presentColleague } from './saves';
import { findOwn } from './view-queries';

export type ApplicationSummary = {
  id: string;
  title: Bilingual;
  city: Bilingual;
  reference: string | null;
  state: ApplicationState;
  amountFen: Fen | null;
  savedAt: Date;
  /** When the applicant must have acted, if it is the applicant's turn. */
  actBy: Date | null;
  /** When the city must have decided, if it is the city's turn. */
  dueAt: Date | null;
  /** Until when a refusal may be appealed against. The reader compares it with the present time. */
  appealBy: Date | null;
  /** Whether an owner is asked to sign off, or has returned the request. */
  signOff: 'open' | 'returned' | null;
};

const summaryColumns = {
  id: applications.id,
  programmeId: applications.programmeId,
  cityZh: cities.nameZh,
  cityEn: cities.nameEn,
  reference: applications.reference,
  state: applications.state,
  assessedFen: applications.assessedFen,
  approvedFen: applications.approvedFen,
  savedAt: applications.updatedAt,
  dueAt: applications.dueAt,
  closesAt: rounds.closesAt,
  correctBy: corrections.dueAt,
  appealBy: applications.appealBy,
  signOffState: sql<string | null>`(select s.state from ${signOffs} s
    where s.application_id = ${applications.id} and (${applications.submittedAt} is null
      or s.requested_at > ${applications.submittedAt}) order by s.id desc limit 1)`,
};

const summaries = (tx: Tx) =>
  tx
    .select(summaryColumns)
    .from(applications)
    .innerJoin(cities, eq(cities.id, applications.cityId))
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .leftJoin(corrections, eq(corrections.applicationId, applications.id));

type SummaryRow = Awaited<ReturnType<typeof summaries>>[number];

async function toSummaries(tx: Tx, rows: readonly SummaryRow[]): Promise<ApplicationSummary[]> {
  const titles = await programmeTitles(
    tx,
    rows.map((row) => row.programmeId),
  );
  return rows.map((row) => ({
    id: row.id,
    title: titles.get(row.programmeId) ?? { 'zh-CN': '', en: '' },
    city: { 'zh-CN': row.cityZh, en: row.cityEn },
    reference: row.reference,
    state: row.state,
    amountFen: row.approvedFen ?? row.assessedFen,
    savedAt: row.savedAt,
    actBy: row.state === 'draft' ? row.closesAt : row.state === 'returned' ? row.correctBy : null,
    dueAt: row.dueAt,
    appealBy: row.state === 'rejected' ? row.appealBy : null,
    signOff:
      row.signOffState === 'open' || row.signOffState === 'returned' ? row.signOffState : null,
  }));
}

/** Lists a page of the organisation's cases, the newest first. */
export function listApplications(
  actor: Actor<'startup.read'>,
  cursor?: string,
): Promise<{ rows: ApplicationSummary[]; nextCursor: string | null; now: Date }> {
  return inScope(actor, async ({ tx, now }) => {
    const before = decodeIdCursor(cursor);
    const found = await summaries(tx)
      .where(
        and(
          eq(applications.organisationId, organisationOf(actor)),
          before ? lt(applications.id, before) : undefined,
        ),
      )
      .orderBy(desc(applications.id))
      .limit(pageSize + 1);
    return { ...pageOf(await toSummaries(tx, found), pageSize, (row) => [row.id]), now };
  });
}

/** Lists the organisation's running cases: first those on which it must act, the nearest deadline first. */
export function listRunning(actor: Actor<'startup.read'>): Promise<ApplicationSummary[]> {
  return inScope(actor, async ({ tx }) => {
    const turn = sql`case when ${applications.state} = 'draft' then ${rounds.closesAt}
      when ${applications.state} = 'returned' then ${corrections.dueAt} end`;
    const found = await summaries(tx)
      .where(
        and(
          eq(applications.organisationId, organisationOf(actor)),
          notInArray(applications.state, [...finalStates]),
        ),
      )
      .orderBy(sql`${turn} asc nulls last`, desc(applications.id))
      .limit(pageSize);
    return toSummaries(tx, found);
  });
}

/** The events of a case that the applicant may see. The city's internal steps are not among them. */
const applicantEvents: readonly string[] = [
  'application.started',
  'application.submitted',
  'application.accepted',
  'application.returned',
  'application.resubmitted',
  'application.recommended',
  'application.passed',
  'application.passed_at_once',
  'application.queued',
  'application.funded',
  'application.awaits_share',
  'application.shared',
  'cap.released',
  'application.rejected',
  'application.appealed',
  'appeal.dismissed',
  'appeal.granted',
  'application.sign_off_requested',
  'application.sign_off_returned',
  'application.publicised',
  'application.objected',
  'objection.dismissed',
  'objection.upheld',
  'application.approved',
  'application.withdrawn',
  'application.expired',
  'voucher.issued',
];

export type CaseStep = Pick<AuditEvent, 'id' | 'at' | 'action' | 'actorRole' | 'agency'> & {
  /** The name is given only for people of the applicant's own organisation. */
  actorName: string | null;
};

/** Lists the events of one of the organisation's cases that the applicant may see. */
export function listSteps(actor: Actor<'startup.read'>, id: string): Promise<CaseStep[]> {
  return inScope(actor, async ({ tx }) => {
    if (!(await findOwn(tx, actor, id))) return [];
    const events = await listCaseEvents(tx, id);
    return events
      .filter((event) => applicantEvents.includes(event.action))
      .map(({ id: eventId, at, action, actorRole, actorName, agency }) => ({
        id: eventId,
        at,
        action,
        actorRole,
        agency,
        actorName: actorRole === 'owner' || actorRole === 'member' ? actorName : null,
      }));
  });
}

export type Start = {
  programme: Programme;
  /** The case that is already running in the open round. */
  runningId: string | null;
  /** Earlier cases to copy answers from. */
  earlier: EarlierCase[];
  /** The answers that the profile gives. */
  profile: Readonly<Record<string, string>>;
};

/** Loads a programme to apply to, with the answers that are already known. */
export function getStart(actor: Actor<'startup.read'>, slug: string): Promise<Start | undefined> {
  return inScope(actor, async (reading) => {
    const programme = await findProgramme(reading, slug);
    if (!programme) return undefined;
    const { form } = programme.version;
    const earlier = await listEarlier(reading.tx, actor, form);
    const profile = readKnown(form, await readProfile(reading.tx, organisationOf(actor)));
    if (!programme.round) return { programme, runningId: null, earlier, profile };
    const [running] = await reading.tx
      .select({ id: applications.id })
      .from(applications)
      .where(
        and(
          eq(applications.organisationId, organisationOf(actor)),
          eq(applications.roundId, programme.round.id),
          notInArray(applications.state, [...finalStates]),
        ),
      );
    return { programme, runningId: running?.id ?? null, earlier, profile };
  });
}

/** Lists the cases from which the empty fields of a draft can be filled. */
export function listSources(actor: Actor<'startup.read'>, id: string): Promise<EarlierCase[]> {
  return inScope(actor, async ({ tx }) => {
    const row = await findOwn(tx, actor, id);
    if (!row) return [];
    const { form } = await getVersion(tx, row.versionId);
    const cases = await listEarlier(tx, actor, form, row.id);
    const useful = ({ answers }: EarlierCase) =>
      Object.keys(answers).some((name) => !row.answers[name]);
    return cases.filter(useful);
  });
}

/** Finds the colleague who works on a section of one of the organisation's cases now, if there is one. */
export function findColleague(
  actor: Actor<'startup.read'>,
  id: string,
  section: string,
): Promise<string | undefined> {
  return inScope(actor, async ({ tx, now }) => {
    if (!(await findOwn(tx, actor, id))) return undefined;
    return presentColleague(tx, { applicationId: id, section, userId: userOf(actor), now });
  });
}
