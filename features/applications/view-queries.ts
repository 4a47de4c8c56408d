import 'server-only';
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import {
  applicationRevisions,
  applications,
  corrections,
  signOffs,
} from '@/db/schema/applications';
import { cities, memberships, organisations, users } from '@/db/schema/people';
import { programmes, rounds } from '@/db/schema/programmes';
import { noticeItems } from '@/db/schema/reviews';
import { vouchers } from '@/db/schema/vouchers';
import { listDocuments, listRemoved, type DocumentSummary } from '@/features/documents/queries';
import { listLetters, type LetterSummary } from '@/features/letters/queries';
import type { Assessment } from '@/features/rules/domain/assess';
import type { Rules } from '@/features/rules/domain/rules';
import type { Bilingual } from '@/lib/bilingual';
import { getVersion } from '@/features/programmes/queries';
import { listedVendors, type ListedVendor } from '@/features/vendors/queries';
import type { Fen } from '@/lib/money';
import { isId } from '@/lib/query';
import { organisationOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { assessApplication } from './assessment';
import { readKnown } from './domain/copy';
import { correctedFields } from './domain/correction';
import { openFields } from './domain/editing';
import type { FormDefinition } from '@/features/forms/domain/form';
import type { ApplicationState } from './domain/lifecycle';
import { changedSince, filesByRequirement } from './domain/sign-off';
import { earlierOf } from './domain/sources';
import { placeInLine, type Line } from './line';
import { incompleteSections } from '@/features/forms/domain/validate';
import { readProfile } from './prefill';
import { stateOfProgramme, type ProgrammeStateReason } from './programme-state';

export type Correction = {
  fields: Readonly<Record<string, string>>;
  message: string;
  requestedAt: Date;
  dueAt: Date;
  answeredAt: Date | null;
};

export type ApplicationView = {
  id: string;
  state: ApplicationState;
  reference: string | null;
  revision: number;
  savedAt: Date;
  /** The portal's time when the case was loaded. */
  now: Date;
  programme: {
    slug: string;
    title: Bilingual;
    city: Bilingual;
    bureau: Bilingual;
    phone: string;
  };
  rules: Rules;
  closesAt: Date;
  form: FormDefinition;
  answers: Readonly<Record<string, string>>;
  /** Where answers came from that the applicant did not type, by field. */
  sources: Readonly<Record<string, string>>;
  /** References of the cases from which answers were copied, by id. */
  earlier: Readonly<Record<string, string>>;
  /** The profile's present answers, as far as they fit fields of the form. */
  profile: Readonly<Record<string, string>>;
  /** The applicant's data in the register. They are shown, and the form does not ask for them. */
  applicant: { name: string; creditCode: string; registeredOn: string | null };
  /** The state of the programme, which decides whether drafts can be submitted. */
  programmeState: ProgrammeStateReason;
  /** Names of the fields that may change now. */
  open: readonly string[];
  /** Names of the required fields without an answer, by section; complete ones are not listed. */
  missing: readonly { id: string; missing: readonly string[] }[];
  vendors: readonly ListedVendor[];
  documents: readonly DocumentSummary[];
  /** Files that were removed within the last hour. */
  removed: readonly { id: string; requirement: string; fileName: string }[];
  /** What the rules give for the present answers; undefined while answers are missing. */
  assessment: Assessment | undefined;
  assessedFen: Fen | null;
  approvedFen: Fen | null;
  submittedAt: Date | null;
  submittedBy: string | null;
  dueAt: Date | null;
  paused: boolean;
  decisionReason: string | null;
  correction: Correction | null;
  /** Names of the fields in the correction request that were changed since the request. */
  corrected: readonly string[];
  /** Names of the owners, who may submit. */
  owners: readonly string[];
  /** The last request for an owner’s sign-off; null if the case was submitted after it. */
  signOff: SignOff | null;
  letters: readonly LetterSummary[];
  /** The place in the line for money; null if the case does not wait. */
  line: Line | null;
  noticeId: string | null;
  voucherId: string | null;
};

export type SignOff = {
  state: 'open' | 'returned';
  requestedAt: Date;
  requestedBy: string;
  note: string;
  /** Names of the fields that were changed since the request. */
  changed: readonly string[];
  answeredAt: Date | null;
  answeredBy: string | null;
  reason: string | null;
};

type Row = typeof applications.$inferSelect;

/** Loads a case of the user's own organisation. */
export async function findOwn(tx: Tx, actor: Actor, id: string): Promise<Row | undefined> {
  if (!isId(id)) return undefined;
  const [row] = await tx
    .select()
    .from(applications)
    .where(and(eq(applications.id, id), eq(applications.organisationId, organisationOf(actor))));
  return row;
}

async function findPlace(tx: Tx, row: Row) {
  const [place] = await tx
    .select({ city: cities, slug: programmes.slug, closesAt: rounds.closesAt })
    .from(rounds)
    .innerJoin(programmes, eq(programmes.id, rounds.programmeId))
    .innerJoin(cities, eq(cities.id, programmes.cityId))
    .where(eq(rounds.id, row.roundId));
  if (!place) throw new Error(`Round ${row.roundId} is not there.`);
  return place;
}

/** Loads the notice and the voucher of a case, if there are any. */
async function findOutcome(tx: Tx, id: string) {
  const [item] = await tx
    .select({ noticeId: noticeItems.noticeId })
    .from(noticeItems)
    .where(eq(noticeItems.applicationId, id))
    .orderBy(desc(noticeItems.id))
    .limit(1);
  const [voucher] = await tx
    .select({ id: vouchers.id })
    .from(vouchers)
    .where(eq(vouchers.applicationId, id));
  return { noticeId: item?.noticeId ?? null, voucherId: voucher?.id ?? null };
}

async function findCorrection(tx: Tx, id: string): Promise<Correction | null> {
  const [row] = await tx
    .select({
      fields: corrections.fields,
      message: corrections.message,
      requestedAt: corrections.requestedAt,
      dueAt: corrections.dueAt,
      answeredAt: corrections.answeredAt,
    })
    .from(corrections)
    .where(eq(corrections.applicationId, id));
  return row ?? null;
}

/** Loads the last request for a sign-off if it is open or was returned, and the case was not submitted since. */
async function findSignOff(
  tx: Tx,
  row: Row,
  documents: readonly DocumentSummary[],
): Promise<SignOff | null> {
  const [last] = await tx
    .select()
    .from(signOffs)
    .where(eq(signOffs.applicationId, row.id))
    .orderBy(desc(signOffs.id))
    .limit(1);
  if (!last || (last.state !== 'open' && last.state !== 'returned')) return null;
  // A request from before the submission is over.
  if (row.submittedAt && last.requestedAt < row.submittedAt) return null;
  const files = filesByRequirement(documents);
  return {
    state: last.state,
    requestedAt: last.requestedAt,
    requestedBy: (await nameOf(tx, last.requestedBy)) ?? '',
    note: last.note,
    changed: changedSince(last, { answers: row.answers, files }),
    answeredAt: last.answeredAt,
    answeredBy: await nameOf(tx, last.answeredBy),
    reason: last.reason,
  };
}

/** Loads the answers as they were last submitted; empty before the first submission. */
async function lastSent(tx: Tx, id: string): Promise<Readonly<Record<string, string>>> {
  const [row] = await tx
    .select({ answers: applicationRevisions.answers })
    .from(applicationRevisions)
    .where(eq(applicationRevisions.applicationId, id))
    .orderBy(desc(applicationRevisions.number))
    .limit(1);
  return row?.answers ?? {};
}

async function applicantOf(tx: Tx, organisationId: string) {
  const [row] = await tx
    .select({
      name: organisations.name,
      creditCode: organisations.creditCode,
      registeredOn: organisations.registeredOn,
    })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  if (!row) throw new Error(`Organisation ${organisationId} is not there.`);
  return row;
}

/** Loads the references of the cases from which answers were copied. A draft has no reference yet. */
async function earlierReferences(tx: Tx, sources: Row['sources']): Promise<Record<string, string>> {
  const ids = Object.values(sources).flatMap((source) => earlierOf(source) ?? []);
  if (ids.length === 0) return {};
  const rows = await tx
    .select({ id: applications.id, reference: applications.reference })
    .from(applications)
    .where(inArray(applications.id, [...new Set(ids)]));
  return Object.fromEntries(rows.map(({ id, reference }) => [id, reference ?? '']));
}

async function ownersOf(tx: Tx, organisationId: string): Promise<string[]> {
  const rows = await tx
    .select({ name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.organisationId, organisationId),
        eq(memberships.role, 'owner'),
        isNull(memberships.endedAt),
      ),
    )
    .orderBy(asc(memberships.createdAt))
    .limit(10);
  return rows.map((row) => row.name);
}

async function nameOf(tx: Tx, userId: string | null): Promise<string | null> {
  if (!userId) return null;
  const [row] = await tx.select({ name: users.name }).from(users).where(eq(users.id, userId));
  return row?.name ?? null;
}

/** Loads one of the organisation's cases with its form, answers, files, amount and state. */
export function getApplication(
  actor: Actor<'startup.read'>,
  id: string,
): Promise<ApplicationView | undefined> {
  return inScope(actor, async ({ tx, now }) => {
    const row = await findOwn(tx, actor, id);
    if (!row) return undefined;
    const { rules, guide, form } = await getVersion(tx, row.versionId);
    const { city, slug, closesAt } = await findPlace(tx, row);
    const documents = await listDocuments(tx, { applicationId: row.id });
    const correction = await findCorrection(tx, row.id);
    const late = row.state === 'returned' && correction !== null && correction.dueAt <= now;
    const open = late ? [] : [...openFields(form, row.state, correction?.fields)];
    const present = new Set(documents.map((document) => document.requirement));
    return {
      id: row.id,
      state: row.state,
      reference: row.reference,
      revision: row.revision,
      savedAt: row.updatedAt,
      now,
      programme: {
        slug,
        title: guide.title,
        city: { 'zh-CN': city.nameZh, en: city.nameEn },
        bureau: { 'zh-CN': city.bureauZh, en: city.bureauEn },
        phone: city.phone,
      },
      rules,
      closesAt,
      form,
      answers: row.answers,
      sources: row.sources,
      earlier: await earlierReferences(tx, row.sources),
      profile: readKnown(form, await readProfile(tx, row.organisationId)),
      applicant: await applicantOf(tx, row.organisationId),
      programmeState: await stateOfProgramme(tx, row.programmeId),
      open,
      missing: incompleteSections(form, row.answers, present),
      vendors: await listedVendors(tx, row.cityId),
      documents,
      removed: await listRemoved(tx, row.id, new Date(now.getTime() - 60 * 60 * 1000)),
      assessment: await assessApplication(tx, row, now),
      assessedFen: row.assessedFen,
      approvedFen: row.approvedFen,
      submittedAt: row.submittedAt,
      submittedBy: await nameOf(tx, row.submittedBy),
      dueAt: row.dueAt,
      paused: row.pausedAt !== null,
      decisionReason: row.decisionReason,
      correction,
      corrected: correction
        ? correctedFields(correction, await lastSent(tx, row.id), row.answers, documents)
        : [],
      owners: await ownersOf(tx, row.organisationId),
      signOff: await findSignOff(tx, row, documents),
      letters: await listLetters(tx, row.id),
      line: await placeInLine(tx, row),
      ...(await findOutcome(tx, row.id)),
    };
  });
}
