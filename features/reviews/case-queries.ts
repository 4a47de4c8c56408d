import 'server-only';
import { and, asc, desc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { appeals } from '@/db/schema/appeals';
import { applicationRevisions, applications } from '@/db/schema/applications';
import { organisations, users } from '@/db/schema/people';
import { noticeItems, notices, objections, reviews } from '@/db/schema/reviews';
import { vouchers } from '@/db/schema/vouchers';
import { assessApplication } from '@/features/applications/assessment';
import type { FormDefinition } from '@/features/forms/domain/form';
import type { ApplicationState } from '@/features/applications/domain/lifecycle';
import type { NamedVendor } from '@/features/forms/domain/shown';
import { agencyOf, listCaseEvents, type Agency, type AuditEvent } from '@/features/audit/queries';
import { listDocuments, type DocumentSummary } from '@/features/documents/queries';
import { listLetters, type LetterSummary } from '@/features/letters/queries';
import { verificationIn } from '@/features/organisations/city-queries';
import type { Assessment } from '@/features/rules/domain/assess';
import type { Rules } from '@/features/rules/domain/rules';
import { readAssessment } from '@/features/rules/stored-assessment';
import type { Bilingual } from '@/lib/bilingual';
import { getVersion } from '@/features/programmes/queries';
import { roomForCase } from './pool-of-case';
import type { Fen } from '@/lib/money';
import { may } from '@/lib/permissions';
import { isId } from '@/lib/query';
import { authorityOf, cityOf, userOf, type Actor } from '@/server/actor';
import { inScope, type Clock } from '@/server/scope';
import { hasDecided } from './case-steps';
import { correctionOf, type CorrectionRequest } from './correction-queries';
import { actsOn, type Permitted } from './domain/acts';
import { serviceClock, type ServiceClock } from './domain/service-clock';
import { stagesOf, type StageView } from './stage-queries';
import { undecidedBy } from './turn-queries';
import { relatedTo, type Related } from './related-cases';

type Row = typeof applications.$inferSelect;
type Answers = Readonly<Record<string, string>>;

export type Submission = {
  number: number;
  at: Date;
  by: string;
  answers: Answers;
  /** The assessment that the applicant saw at submission. */
  assessment: Assessment | null;
};

export type Finding = {
  id: string;
  stage: 'first' | 'final' | 'objection';
  outcome: 'pass' | 'refuse';
  amountFen: Fen | null;
  reason: string;
  at: Date;
  by: string;
  agency: Agency | null;
};

type CaseRules = Pick<Rules, 'service' | 'unit' | 'unitPrice'>;
export type CaseView = {
  id: string;
  reference: string;
  state: ApplicationState;
  clock: ServiceClock;
  dueAt: Date | null;
  submittedAt: Date | null;
  decidedAt: Date | null;
  decisionReason: string | null;
  assessedFen: Fen | null;
  recommendedFen: Fen | null;
  approvedFen: Fen | null;
  assigneeId: string | null;
  assignee: string | null;
  organisation: {
    name: string;
    nameEn: string | null;
    creditCode: string;
    applicantType: string;
    region: string;
    registeredOn: string | null;
    legalRepresentative: string;
    /** Set if the city has confirmed that these data match the licence. */
    verified: { id: string; at: Date } | null;
  };
  programme: { title: Bilingual; versionNumber: number } & CaseRules;
  form: FormDefinition;
  answers: Answers;
  vendors: readonly NamedVendor[];
  documents: readonly DocumentSummary[];
  submissions: readonly Submission[];
  /** What the rules give today, with what is left in the pool today. */
  recomputed: Assessment | null;
  /** The free amount of the pool of the case, in fen; `promisedFen` is the amount promised to the case itself. */
  poolLeftFen: Fen;
  promisedFen: Fen | null;
  /** What the rules do with a case that exceeds the free amount. */
  exhaustion: Rules['pool']['exhaustion'];
  /** The stages of review that the rules name. */
  stages: readonly StageView[];
  correction: CorrectionRequest | null;
  findings: readonly Finding[];
  related: readonly Related[];
  objections: readonly { id: string; reference: string; state: 'open' | 'dismissed' | 'upheld' }[];
  appeals: readonly { id: string; reference: string }[];
  letters: readonly LetterSummary[];
  notice: { id: string; reference: string; endsAt: Date } | null;
  voucherId: string | null;
  events: readonly AuditEvent[];
  acts: readonly Permitted[];
  /** The reader's next case, so that the reader need not return to the queue. */
  next: { id: string; reference: string } | null;
};

async function submissionsOf(tx: Tx, id: string): Promise<Submission[]> {
  const rows = await tx
    .select({
      number: applicationRevisions.number,
      at: applicationRevisions.at,
      by: users.name,
      answers: applicationRevisions.answers,
      assessment: applicationRevisions.assessment,
    })
    .from(applicationRevisions)
    .leftJoin(users, eq(users.id, applicationRevisions.submittedBy))
    .where(eq(applicationRevisions.applicationId, id))
    .orderBy(asc(applicationRevisions.number))
    .limit(10);
  return rows.map((row) => ({
    ...row,
    by: row.by ?? '',
    assessment: readAssessment(row.assessment),
  }));
}

/** Lists the findings of officers on a case of the city, in order. */
export async function findingsOf(tx: Tx, cityId: string, id: string): Promise<Finding[]> {
  const rows = await tx
    .select({
      id: reviews.id,
      stage: reviews.stage,
      outcome: reviews.outcome,
      amountFen: reviews.amountFen,
      reason: reviews.reason,
      at: reviews.at,
      by: users.name,
      agency: agencyOf(reviews.mandateId),
    })
    .from(reviews)
    .leftJoin(users, eq(users.id, reviews.reviewerId))
    .where(and(eq(reviews.applicationId, id), eq(reviews.cityId, cityId)))
    .orderBy(asc(reviews.at))
    .limit(20);
  return rows.map((row) => ({ ...row, by: row.by ?? '' }));
}

/** Loads the steps of the case after the review. */
async function laterSteps(tx: Tx, row: Row) {
  const [notice] = await tx
    .select({ id: notices.id, reference: notices.reference, endsAt: notices.endsAt })
    .from(noticeItems)
    .innerJoin(notices, eq(notices.id, noticeItems.noticeId))
    .where(and(eq(noticeItems.applicationId, row.id), eq(noticeItems.cityId, row.cityId)))
    .orderBy(desc(notices.id))
    .limit(1);
  const against = await tx
    .select({ id: objections.id, reference: objections.reference, state: objections.state })
    .from(objections)
    .where(and(eq(objections.applicationId, row.id), eq(objections.cityId, row.cityId)))
    .orderBy(asc(objections.id))
    .limit(50);
  const appealed = await tx
    .select({ id: appeals.id, reference: appeals.reference })
    .from(appeals)
    .where(and(eq(appeals.applicationId, row.id), eq(appeals.cityId, row.cityId)))
    .orderBy(asc(appeals.id))
    .limit(10);
  const [voucher] = await tx
    .select({ id: vouchers.id })
    .from(vouchers)
    .where(and(eq(vouchers.applicationId, row.id), eq(vouchers.cityId, row.cityId)));
  return {
    notice: notice ?? null,
    objections: against,
    appeals: appealed,
    voucherId: voucher?.id ?? null,
  };
}

/** Loads the case that waits longest for the reader, without this one. */
async function nextFor(tx: Tx, actor: Actor, id: string) {
  const [me, held] = [userOf(actor), authorityOf(actor)];
  const mine = may('case.take', held)
    ? and(
        inArray(applications.state, ['submitted', 'accepted']),
        or(
          eq(applications.assigneeId, me),
          and(eq(applications.state, 'submitted'), isNull(applications.assigneeId)),
        ),
      )
    : may('case.decide', held)
      ? and(eq(applications.state, 'first_passed'), ne(applications.firstReviewerId, me))
      : sql`false`;
  const [row] = await tx
    .select({ id: applications.id, reference: applications.reference })
    .from(applications)
    .where(
      and(eq(applications.cityId, cityOf(actor)), ne(applications.id, id), mine, undecidedBy(me)),
    )
    .orderBy(asc(applications.dueAt), asc(applications.id))
    .limit(1);
  return row ? { id: row.id, reference: row.reference ?? '' } : null;
}

const assignees = alias(users, 'assignees');

/** Loads one case of the city with everything that its officers need. Drafts are visible to the applicant only. */
export function getCase(actor: Actor<'case.read'>, id: string): Promise<CaseView | undefined> {
  if (!isId(id)) return Promise.resolve(undefined);
  return inScope(actor, async (reading) => {
    const { tx } = reading;
    const [found] = await tx
      .select({ row: applications, organisation: organisations, assignee: assignees.name })
      .from(applications)
      .innerJoin(organisations, eq(organisations.id, applications.organisationId))
      .leftJoin(assignees, eq(assignees.id, applications.assigneeId))
      .where(
        and(
          eq(applications.id, id),
          eq(applications.cityId, cityOf(actor)),
          ne(applications.state, 'draft'),
        ),
      );
    if (!found) return undefined;
    const { row, organisation } = found;
    const version = await getVersion(tx, row.versionId);
    return {
      ...about(row, reading),
      assignee: found.assignee,
      organisation: {
        name: organisation.name,
        nameEn: organisation.nameEn,
        creditCode: organisation.creditCode,
        applicantType: organisation.applicantType,
        region: organisation.region,
        registeredOn: organisation.registeredOn,
        legalRepresentative: organisation.legalRepresentative,
        verified: await verificationIn(tx, organisation.id, cityOf(actor)),
      },
      programme: {
        title: version.guide.title,
        versionNumber: version.number,
        service: version.rules.service,
        unit: version.rules.unit,
        unitPrice: version.rules.unitPrice,
      },
      form: version.form,
      vendors: await vendorOf(tx, row.answers.vendorId),
      documents: await listDocuments(tx, { applicationId: id }),
      submissions: await submissionsOf(tx, id),
      recomputed: (await assessApplication(tx, row, reading.now)) ?? null,
      poolLeftFen: await roomForCase(tx, id),
      promisedFen: row.promisePoolId === null ? null : row.approvedFen,
      exhaustion: version.rules.pool.exhaustion,
      stages: await stagesOf(reading, row, version.rules.service),
      correction: await correctionOf(tx, id),
      findings: await findingsOf(tx, row.cityId, id),
      related: await relatedTo(tx, row),
      ...(await laterSteps(tx, row)),
      letters: await listLetters(tx, id),
      events: await listCaseEvents(tx, id),
      acts: actsOn({
        ...row,
        decided: await hasDecided(tx, row, userOf(actor)),
        role: authorityOf(actor),
        userId: userOf(actor),
      }),
      next: await nextFor(tx, actor, id),
    };
  });
}

const about = (row: Row, { now, calendar }: Clock) => ({
  id: row.id,
  reference: row.reference ?? '',
  state: row.state,
  clock: serviceClock(row, now, calendar),
  dueAt: row.dueAt,
  submittedAt: row.submittedAt,
  decidedAt: row.decidedAt,
  decisionReason: row.decisionReason,
  assessedFen: row.assessedFen,
  recommendedFen: row.recommendedFen,
  approvedFen: row.approvedFen,
  assigneeId: row.assigneeId,
  answers: row.answers,
});

/** Loads the name of the contract's vendor, even if the city no longer accredits it. */
const vendorOf = (tx: Tx, id: string | undefined): Promise<NamedVendor[]> =>
  id && isId(id)
    ? tx
        .select({ id: organisations.id, name: organisations.name, nameEn: organisations.nameEn })
        .from(organisations)
        .where(and(eq(organisations.id, id), eq(organisations.kind, 'vendor')))
    : Promise.resolve([]);
